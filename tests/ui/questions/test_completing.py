# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

from archivist.model import Article
from archivist.search import update
from archivist.store import Archive
from archivist.ui.questions.answering import Sources
from archivist.ui.questions.completing import complete
from tests.long_work import run_to_end


def offered(archive: Archive, query: str) -> list[str]:
    return [choice.text for choice in complete(Sources(archive), query, len(query)).choices]


def test_fields_values_and_words_are_offered(archive: Archive, add_article: Callable[..., Article]) -> None:
    add_article("Греблю прорвало", outlet="Вісник")
    run_to_end(update(archive))
    assert "outlet:" in offered(archive, "outl")
    assert offered(archive, "outlet:Ві") == ["Вісник"]
    assert any("греблю" in text.casefold() for text in offered(archive, "гребл"))


def test_without_an_index_there_are_fields_still(archive: Archive) -> None:
    assert "outlet:" in offered(archive, "outl")
    assert offered(archive, "гребл") == []
