# SPDX-License-Identifier: GPL-3.0-or-later
"""Records with passages in two articles, and the panel on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Article, Kind, Record, RecordDraft
from archivist.store import Archive
from archivist.ui.icons import Icons
from archivist.ui.jobs import Jobs
from archivist.ui.records import RecordsPanel
from archivist.ui.session import Session

Make = Callable[..., Record]
Mark = Callable[..., Annotation]


@pytest.fixture
def articles(add_article: Callable[..., Article]) -> list[Article]:
    return [
        add_article("Порт стоїть.\n\nПорт закрито, 12 поранених.", outlet="Берег", published="2023-10-06"),
        add_article("Порт знову працює; поранених було 20.", outlet="Вісник", published="2023-10-05"),
    ]


@pytest.fixture
def make(archive: Archive) -> Make:
    """Adds a record: its name, its kind, further fields by name."""

    def add(name: str, kind: Kind = Kind.ACTOR, **fields: Any) -> Record:
        return archive.records.add(RecordDraft(kind, name, **fields))

    return add


@pytest.fixture
def mark(archive: Archive) -> Mark:
    """Marks an occurrence of a quote in an article and links it to a record."""

    def mark(article: Article, quote: str, record: Record, occurrence: int = 1, **values: Any) -> Annotation:
        tag = {Kind.ACTOR: "ministry", Kind.EVENT: "strike", Kind.FIGURE: "killed"}[record.kind]
        tag_id = archive.tags.named(tag).id
        made = archive.annotations.add_quote(article.id, quote, tag_id, occurrence=occurrence, **values)
        archive.records.link([made.id], record.id)
        return archive.annotations.get(made.id)

    return mark


@pytest.fixture
def port(make: Make, mark: Mark, articles: list[Article]) -> Record:
    """An actor with three passages."""
    port = make("Порт Тарнгавен", type="place")
    mark(articles[0], "Порт", port)
    mark(articles[0], "Порт", port, 2)
    mark(articles[1], "Порт", port)
    return port


@pytest.fixture
def wounded(make: Make, mark: Mark, articles: list[Article]) -> Record:
    """A figure with two claims that disagree."""
    wounded = make("Поранені", Kind.FIGURE, counted="wounded")
    mark(articles[0], "12 поранених", wounded, attributes={"value": 12, "as_of": "2023-10-05", "claimant": "МОЗ"})
    mark(articles[1], "20", wounded, attributes={"value": 20, "approximation": "at_least", "as_of": "2023-10-05"})
    return wounded


@pytest.fixture
def panel(qtbot: QtBot, session: Session, jobs: Jobs, icons: Icons) -> RecordsPanel:
    panel = RecordsPanel(session, jobs, icons)
    qtbot.addWidget(panel)
    panel.resize(560, 900)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel
