# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from archivist.intake.documents.headline import Block, with_headline

TEXT = Block("Вода зайшла в сорок дворів, людей вивезли човнами, дітей прихистили у школі сусіднього села до ранку.")


def test_the_highest_heading_among_short_lines_is_the_headline() -> None:
    blocks = [Block("Події"), Block("8 січня 2022"), Block("Ожвин", 1), Block("Паводок", 2), TEXT]
    assert with_headline(blocks, "") == (["Паводок", "Події", "8 січня 2022", "Ожвин", TEXT.text], "Паводок")


def test_a_heading_below_running_text_is_that_of_a_section_and_stays_there() -> None:
    blocks = [Block("Паводок"), TEXT, Block("Що відомо", 2), TEXT]
    texts = [block.text for block in blocks]
    assert with_headline(blocks, "") == (texts, "")
    assert with_headline(blocks, "Вода прийшла вночі") == (["Вода прийшла вночі", *texts], "Вода прийшла вночі")
