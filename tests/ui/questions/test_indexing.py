# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

from archivist.model import Article
from archivist.store import Archive
from archivist.ui.questions.answering import Sources
from archivist.ui.questions.indexing import index_is_behind, update_index
from tests.long_work import run_to_end


def test_an_index_is_behind_until_it_has_read_everything(archive: Archive, add_article: Callable[..., Article]) -> None:
    article = add_article("Греблю закрили\nНа ремонт.")
    sources = Sources(archive)
    assert index_is_behind(sources)
    run_to_end(update_index(archive.folder))
    assert not index_is_behind(sources)
    archive.articles.update(article.id, title="Гребля")
    assert index_is_behind(sources)
    sources.close()
