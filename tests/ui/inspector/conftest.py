# SPDX-License-Identifier: GPL-3.0-or-later
"""An article with annotations of each kind, and the inspector on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Article
from archivist.store import Archive
from archivist.ui.icons import Icons
from archivist.ui.inspector import InspectorPanel
from archivist.ui.session import Session

BODY = "Страйк у порту\n\nМіністерство назвало 12 поранених під час страйку докерів у порту."


@pytest.fixture
def article(add_article: Callable[..., Article]) -> Article:
    return add_article(BODY, outlet="Берег", published="2023-04", url="https://bereh.example/strike")


@pytest.fixture
def annotate(archive: Archive, article: Article) -> Callable[..., Annotation]:
    """Marks the first occurrence of a quote with the tag of a name."""

    def annotate(quote: str, tag: str, **values: Any) -> Annotation:
        return archive.annotations.add_quote(article.id, quote, archive.tags.named(tag).id, **values)

    return annotate


@pytest.fixture
def figure(annotate: Callable[..., Annotation]) -> Annotation:
    return annotate("12 поранених", "killed", attributes={"value": 12, "approximation": "about"})


@pytest.fixture
def event(annotate: Callable[..., Annotation]) -> Annotation:
    return annotate("страйку", "strike", attributes={"place": "порт"})


@pytest.fixture
def panel(qtbot: QtBot, session: Session, icons: Icons) -> InspectorPanel:
    panel = InspectorPanel(session, icons)
    qtbot.addWidget(panel)
    panel.resize(360, 900)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel
