# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person may do with articles, collections, searches and profiles; a part of steps.py."""

from __future__ import annotations

from pathlib import Path

from archivist.agreement.adjudicating import adopt, withdraw
from archivist.exchange.bundle import export_bundle, import_bundle
from archivist.exchange.registry import load_registry
from archivist.model import ArticleDraft, Kind, Node, NodeType, Provenance, RecordDraft, Restriction, RestrictionKind
from archivist.paths import data
from archivist.store import Archive
from archivist.store.bulk_annotating import Placement
from tests.long_work import run_to_end

ARTICLE_STEP_NAMES = (
    *("revise", "revise", "put_together", "put_apart", "restrict", "lift", "restore", "tag_many", "tag_many"),
    *("collect", "take_out", "delete_collection", "save_search", "edit_search", "delete_search"),
    *("rename_collection", "save_profile", "delete_profile", "load_codebook", "adopt", "withdraw", "import_many"),
    *("import_bundle", "load_registry"),
)
BUNDLE, REGISTRY = "other.zip", "records.csv"  # beside the archive, if make_imports() was asked for them
_READING = Provenance("виправлення.txt", "plain-text", "1", "utf-8")


def do_article_step(archive: Archive, step: str, number: int) -> None:
    """Do a step, if it is possible now; raises ArchivistError where it is not."""
    articles = archive.articles.ids(archive.articles.rows("imported"))
    article = articles[number % len(articles)] if articles else ""
    other = articles[number // 7 % len(articles)] if articles else ""
    tags = [tag.id for tag in archive.tags.all()]
    match step:
        case "revise":
            body = archive.articles.revision(article).body
            middle = number % len(body)
            texts = (f"Нині {body}", f"{body[:middle]}я{body[middle:]}", body[: len(body) // 2] or "я", f"{body}!")
            archive.articles.revise(article, texts[number % 4], _READING)
        case "put_together":
            archive.duplicates.put_together(article, other)
        case "put_apart":
            archive.duplicates.put_apart(article, other)
        case "restrict":
            archive.articles.restrict({article, other}, Restriction(RestrictionKind.EMBARGO, "2030-01-01", "просили"))
        case "lift":
            archive.articles.restrict([article], None)
        case "restore":
            deleted = archive._connection.column("SELECT uuid FROM articles WHERE deleted_at IS NOT NULL ORDER BY id")
            archive.articles.restore(deleted[number % len(deleted)] if deleted else "")
        case "tag_many":
            placements = [Placement(id_, 0, 4, archive.articles.revision(id_).body[:4]) for id_ in (article, other)]
            archive.annotations.add_many(placements, tags[number % len(tags)] if tags else "")
        case "collect":
            archive.collections.ensure(f"c{number % 3}")
            archive.collections.put_in(f"c{number % 3}", [article])
        case "take_out":
            archive.collections.take_out(f"c{number % 3}", [article])
        case "delete_collection":
            archive.collections.delete(f"c{number % 3}")
        case "save_search":
            archive.saved_searches.add(f"s{number % 3}", f"запит {number}", "date", {"tag": ["killed"]})
        case "edit_search":
            archive.saved_searches.edit(
                archive.saved_searches.named(f"s{number % 3}").id, name=f"s{number % 2}", query="інший"
            )
        case "delete_search":
            archive.saved_searches.delete(archive.saved_searches.named(f"s{number % 3}").id)
        case _:
            _do_other_step(archive, step, number, article)


def _do_other_step(archive: Archive, step: str, number: int, article: str) -> None:
    match step:
        case "rename_collection":
            archive.collections.rename(f"c{number % 3}", f"c{number // 3 % 4}")
        case "save_profile":
            archive.profiles.save(f"p{number % 3}", {"separator": ";", "number": number})
        case "delete_profile":
            archive.profiles.delete(f"p{number % 3}")
        case "load_codebook":
            archive.tags.load_codebook(data() / "codebook.json")
        case "adopt":
            adopt(archive, archive.annotations.of_article(article)[: 1 + number % 2])
        case "withdraw":
            withdraw(archive, article, 0, 8)
        case "import_many":
            _import_in_batches(archive, number)
        case "import_bundle":
            run_to_end(import_bundle(archive, archive.folder.parent / BUNDLE))
        case "load_registry":
            run_to_end(load_registry(archive, archive.folder.parent / REGISTRY, kind=Kind.ACTOR))


def _import_in_batches(archive: Archive, number: int) -> None:
    """Three articles with what is said of them, in batches that are one step."""
    step = None
    for part in range(3):
        with archive.action(f"Import {number}", bulk=True, continues=step) as step:
            body = f"Новина {number} про {part} людей"
            added = archive.articles.add(ArticleDraft(body, body), body.encode(), "text/plain")
            archive.collections.ensure("c0")
            archive.collections.put_in("c0", [added.article])
            for tag in archive.tags.all()[:1]:
                archive.annotations.add(added.article, 0, 6, tag.id)


def make_imports(folder: Path) -> None:
    """Put what import_bundle and load_registry bring in into a folder."""
    with Archive.create(folder / "other", who="Ihor") as other:
        tag = other.tags.add("з іншого архіву", Kind.EVENT)
        body = "Мітинг на площі зібрав тисячу людей."
        article = other.articles.add(ArticleDraft(body, body), body.encode(), "text/plain").article
        mark = other.annotations.add(article, 0, 6, tag.id, note="зібране")
        record = other.records.add(RecordDraft(Kind.EVENT, "Мітинг"))
        other.records.link([mark.id], record.id)
        other.relations.add("cause", Node(NodeType.ANNOTATION, mark.id), Node(NodeType.RECORD, record.id))
        run_to_end(export_bundle(other, [article], folder / BUNDLE))
    lines = "name,aliases,type\nНазва 1,Name 1,person\nМіністерство,,organisation\n"
    (folder / REGISTRY).write_text(lines, encoding="utf-8")
