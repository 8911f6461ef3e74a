# SPDX-License-Identifier: GPL-3.0-or-later
"""What the log says of an article is told in the language of the interface."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from archivist.model import Article
from archivist.store import Archive
from archivist.ui.provenance_wording import ProvenanceWording


@pytest.mark.usefixtures("ukrainian")
def test_dates_and_changed_details_are_named_as_elsewhere(
    qapp: QApplication,
    archive: Archive,
    add_article: Callable[..., Article],
) -> None:
    article = add_article("Порт відкрито.", outlet="Вісник", published="2024-05-01")
    article = archive.articles.update(article.id, outlet="Хвиля", byline="О. Рибак")
    sections = ProvenanceWording().sections(
        article,
        archive.articles.provenance(article.id),
        archive.events.revisions(article.id),
        archive.events.of_article(article.id),
    )
    came, changed = (dict(section.lines) for section in sections[-2:])
    assert came["Дати"] == f"дата імпорту: {article.imported_at}, дата публікації: 2024-05-01"
    assert changed["Було"] == "автор: —, видання: Вісник"
    assert changed["Стало"] == "автор: О. Рибак, видання: Хвиля"
