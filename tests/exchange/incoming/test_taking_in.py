# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from archivist.errors import FileDamaged, FileUnreadable, StepUndone, UnsupportedFile
from archivist.exchange import (
    Decisions,
    MergeReport,
    Outcome,
    TagMapping,
    Target,
    format_to_read,
    scan_labels,
    take_in,
)
from archivist.exchange.items import (
    Problem,
    ReadAnnotation,
    ReadDocument,
    ReadRecord,
    ReadRelation,
    ReadTag,
    Unit,
)
from archivist.model import (
    Annotation,
    Article,
    ImportStatus,
    Kind,
    NodeType,
    Progress,
    RecordDraft,
    Status,
)
from archivist.store import Archive
from tests.exchange.made_up import document, made_up, mark, take
from tests.long_work import run_to_end

TEXT = "Страйк на заводі\n\nЗагинуло 18 людей, ще 18 поранено. Міністр мовчить."
MINISTER = ReadRecord("r", RecordDraft(Kind.ACTOR, "Міністр"))
Add = Callable[..., Article]


def words(start_of: str, label: str = "strike", text: str = TEXT, **fields: object) -> ReadAnnotation:
    """The first of these words, marked."""
    start = text.index(start_of)
    return mark(start, start + len(start_of), label, **fields)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file, whatever is in it."""
    path = tmp_path / "press.made"
    path.write_bytes(b"made up")
    return path


def all_annotations(archive: Archive) -> list[Annotation]:
    return [one for article in ids(archive) for one in archive.annotations.of_article(article)]


def ids(archive: Archive) -> list[str]:
    return archive.articles.ids(archive.articles.rows("imported", descending=False))


def only(archive: Archive) -> Annotation:
    [annotation] = all_annotations(archive)
    return annotation


def details(report: MergeReport) -> list[str]:
    return [line.detail for line in report.lines if line.detail]


class TestArticles:
    def test_a_new_one_keeps_its_text_to_the_letter_and_the_file(self, archive: Archive, path: Path) -> None:
        raw = "\ufeffЗаголовок\r\n\r\nЙ\u0306 та e\u0301\r\n"
        report = take(archive, path, document(raw, mark(1, 10), language="uk", outlet=" Вісник "))
        [id_] = report.articles
        article = archive.articles.get(id_)
        assert archive.articles.revision(id_).body == "Заголовок\n\nЙ\u0306 та e\u0301\n"
        assert (article.title, article.language, article.outlet) == ("Заголовок", "uk", "Вісник")
        assert article.original is not None
        assert archive.originals.read(article.original.sha256) == b"made up"
        assert archive.articles.part(id_) == "one"
        provenance = archive.articles.provenance(id_)
        assert (provenance.source, provenance.reader) == (str(path), "made-up")
        assert only(archive).quote == "Заголовок"

    def test_a_document_may_bring_its_own_original(self, archive: Archive, path: Path) -> None:
        take(archive, path, document(TEXT, words("18"), raw=b"own", media_type="text/x-own"))
        original = archive.articles.get(ids(archive)[0]).original
        assert original is not None
        assert (archive.originals.read(original.sha256), original.media_type) == (b"own", "text/x-own")

    def test_of_a_folder_the_text_is_the_original(self, archive: Archive, tmp_path: Path) -> None:
        take(archive, tmp_path, document(TEXT, words("18")))
        original = archive.articles.get(ids(archive)[0]).original
        assert original is not None
        assert archive.originals.read(original.sha256) == TEXT.encode()

    def test_one_that_is_here_is_known_by_its_id(self, archive: Archive, add_article: Add, path: Path) -> None:
        article = add_article("Зовсім інше. " + TEXT)
        report = take(archive, path, document(TEXT, words("18"), words("Міністр"), id=article.id))
        assert report.articles == (article.id,)
        assert [one.quote for one in archive.annotations.of_article(article.id)] == ["18", "Міністр"]
        assert archive.annotations.of_article(article.id)[0].start == 13 + TEXT.index("18")

    def test_one_that_is_here_is_known_by_its_text(self, archive: Archive, add_article: Add, path: Path) -> None:
        add_article("Інша новина")
        article = add_article(TEXT)
        report = take(archive, path, document(TEXT.replace("\n", "\r\n"), mark(0, 6), id=str(uuid4())))
        assert report.articles == (article.id,)
        assert only(archive).article == article.id
        assert report.counts["article", Outcome.MAPPED] == 1
        assert archive.articles.count() == 2

    def test_a_new_one_has_the_id_that_it_brings(self, archive: Archive, path: Path) -> None:
        id_ = str(uuid4())
        assert take(archive, path, document(TEXT, id=id_.upper())).articles == (id_,)

    def test_two_with_one_text_stay_apart_and_are_known_again(self, archive: Archive, path: Path) -> None:
        both = [document(TEXT, words(word), name=f"{word}.txt") for word in ("18", "Міністр")]
        first = take(archive, path, *both)
        assert len(first.articles) == archive.articles.count() == 2
        assert [archive.annotations.of_article(id_)[0].quote for id_ in first.articles] == ["18", "Міністр"]
        second = take(archive, path, *both)
        assert (second.articles, second.changed) == (first.articles, False)

    def test_the_files_of_two_annotators_are_of_one_article(self, archive: Archive, path: Path) -> None:
        both = [document(TEXT, words("18", annotator=who), name=f"{who}/one.txt") for who in ("Ганна", "Іван")]
        assert len(take(archive, path, *both).articles) == 1
        assert {one.created_by for one in all_annotations(archive)} == {"Ганна", "Іван"}

    def test_two_of_one_name_with_other_texts_stay_apart(self, archive: Archive, path: Path) -> None:
        both = [document(text, mark(0, 6), name="same") for text in (TEXT, "Повінь минула")]
        take(archive, path, *both)
        assert {one.quote for one in all_annotations(archive)} == {"Страйк", "Повінь"}
        assert not take(archive, path, *both).changed
        assert archive.articles.count() == 2

    def test_two_of_one_name_and_text_with_other_ids_stay_apart(self, archive: Archive, path: Path) -> None:
        both = [document(TEXT, mark(0, 6), id=str(uuid4())) for _ in range(2)]
        report = take(archive, path, *both)
        assert report.articles == tuple(one.id for one in both)
        assert not take(archive, path, *both).changed

    def test_of_another_page_is_another_one(self, archive: Archive, add_article: Add, path: Path) -> None:
        add_article(TEXT, url="https://visnyk.example/1")
        take(archive, path, document(TEXT, mark(0, 6), url="https://inshe.example/1"))
        assert archive.articles.count() == 2

    def test_a_deleted_one_comes_back(self, archive: Archive, path: Path) -> None:
        given = document(TEXT, words("18"))
        [id_] = take(archive, path, given).articles
        archive.articles.delete([id_])
        report = take(archive, path, given)
        assert (report.articles, report.counts["article", Outcome.RESTORED]) == ((id_,), 1)
        assert only(archive).quote == "18"

    def test_a_deleted_one_comes_back_by_its_id(self, archive: Archive, add_article: Add, path: Path) -> None:
        article = add_article(TEXT)
        archive.articles.delete([article.id])
        take(archive, path, document("Інакше. " + TEXT, words("Міністр", text="Інакше. " + TEXT), id=article.id))
        assert only(archive).start == TEXT.index("Міністр")

    def test_one_that_was_corrected_since_is_known_by_its_file(self, archive: Archive, path: Path) -> None:
        given = document(TEXT, words("18"), words("мовчить"))
        [id_] = take(archive, path, given).articles
        body = "Виправлено. " + TEXT.replace("мовчить", "говорить")
        archive.articles.revise(id_, body, archive.articles.provenance(id_))
        report = take(archive, path, given)
        assert report.articles == (id_,)
        assert report.counts["annotation", Outcome.UNCHANGED] == 2
        assert not report.changed

    def test_goes_into_its_collections_and_the_one_that_is_named(self, archive: Archive, path: Path) -> None:
        take(archive, path, document(TEXT, collections=("Страйки", " ")), collection=" Завод ")
        assert set(archive.collections.of_article(ids(archive)[0])) == {"Страйки", "Завод"}

    def test_a_date_that_is_none_is_told_and_kept(self, archive: Archive, path: Path) -> None:
        report = take(archive, path, document(TEXT, words("18"), published="учора", captured="2022-01-06"))
        article = archive.articles.get(ids(archive)[0])
        assert (article.published, article.captured) == ("", "2022-01-06")
        assert archive.articles.provenance(article.id).parameters["published"] == "учора"
        assert "has no “published” here, as “учора” is no date" in report.as_file_report().reason

    def test_an_empty_one_is_left_out_with_what_it_marks(self, archive: Archive, path: Path) -> None:
        report = take(archive, path, document(" \n", mark(0, 1), name="empty.txt"), document(TEXT, words("18")))
        assert archive.articles.count() == 1
        assert report.counts["annotation", Outcome.LEFT_OUT] == 1
        [note] = report.as_file_report().notes
        assert str(note) == (
            "empty.txt: article “empty.txt” was left out: its text is empty; annotations left out with it: 1"
        )


class TestArticlesWithoutText:
    def test_are_found_by_id_address_and_title(self, archive: Archive, add_article: Add, path: Path) -> None:
        article = add_article(TEXT, url="http://www.visnyk.example/strike/", title="Страйк")
        told = [
            {"id": article.id},
            {"url": "https://visnyk.example/strike#comments"},
            {"title": "страйк"},
        ]
        for number, one in enumerate(told):
            quote = ("Страйк", "заводі", "Міністр")[number]
            take(archive, path, document(None, mark(-1, -1, quote=quote), **one))
        assert [one.quote for one in archive.annotations.of_article(article.id)] == ["Страйк", "заводі", "Міністр"]

    def test_of_an_address_with_two_texts_are_told_apart_by_the_words(
        self, archive: Archive, add_article: Add, path: Path
    ) -> None:
        url = "https://visnyk.example/1"
        add_article("Перша версія", url=url)
        second = add_article("Друга версія", url=url)
        take(archive, path, document(None, mark(0, 5, quote="Друга"), url=url))
        assert only(archive).article == second.id
        report = take(archive, path, document(None, mark(6, 12, quote="версія"), url=url))
        assert "2 articles here have its address" in report.as_file_report().reason
        assert archive.annotations.count() == 1

    def test_that_are_not_here_are_told(self, archive: Archive, path: Path) -> None:
        report = take(archive, path, document(None, mark(0, 5, quote="Друга"), title="Немає", name="n"))
        file = report.as_file_report()
        assert (file.status, file.annotations) == (ImportStatus.REFUSED, 0)
        assert file.reason.startswith("its only annotation was not taken in")
        assert "no article here has its id, address or title" in file.reason


class TestAnnotations:
    def test_bring_all_that_they_say(self, archive: Archive, path: Path) -> None:
        id_ = str(uuid4())
        given = words(
            "18",
            "killed",
            id=id_,
            note="перевірити\r\n",
            attributes={"value": "18", "counted": "людей", "власне": ["а", 1]},
            annotator=" Ганна ",
            created_at="2022-01-06T12:00:00+02:00",
            modified_at="2022-01-07T00:00:00.5+00:00",
        )
        take(archive, path, document(TEXT, given))
        one = only(archive)
        assert (one.id, one.tag.name, one.note, one.created_by) == (id_, "killed", "перевірити\n", "Ганна")
        assert one.attributes == {"value": 18, "counted": "людей", "власне": ["а", 1]}
        assert (one.created_at, one.modified_at) == ("2022-01-06T10:00:00.000Z", "2022-01-07T00:00:00.500Z")

    def test_without_an_annotator_are_hers_who_imports(self, archive: Archive, path: Path) -> None:
        take(archive, path, document(TEXT, words("18", created_at="колись")))
        assert only(archive).created_by == archive.who == "Olena"
        assert only(archive).created_at.startswith("20")

    def test_taken_in_twice_change_nothing(self, archive: Archive, path: Path) -> None:
        given = document(TEXT, words("18"), words("18"), words("Міністр", "PER"), mark(3, 9, quote="немає"))
        first = take(archive, path, given)
        before, steps = all_annotations(archive), archive.history.next_undo()
        assert (first.counts["annotation", Outcome.NEW], len(before)) == (4, 4)
        second = take(archive, path, given)
        assert (second.counts["annotation", Outcome.UNCHANGED], second.changed) == (4, False)
        assert second.as_file_report().status is ImportStatus.DUPLICATE
        assert (all_annotations(archive), archive.history.next_undo()) == (before, steps)

    def test_have_the_same_ids_in_every_archive(self, archive: Archive, path: Path, tmp_path: Path) -> None:
        given = document(TEXT, words("18"), words("Міністр"))
        take(archive, path, given)
        with Archive.create(tmp_path / "other") as other:
            take(other, path, given)
            assert [one.id for one in all_annotations(other)] == [one.id for one in all_annotations(archive)]

    def test_an_id_of_another_article_or_one_that_is_used_twice_is_not_taken(
        self, archive: Archive, add_article: Add, path: Path
    ) -> None:
        other = archive.annotations.add_quote(
            add_article("Страйк деінде").id, "Страйк", archive.tags.named("strike").id
        )
        twice = str(uuid4())
        marks = words("18", id=other.id), words("Міністр", id=twice), words("мовчить", id=twice)
        take(archive, path, document(TEXT, *marks))
        assert len({one.id for one in all_annotations(archive)}) == 4
        assert archive.annotations.get(other.id).quote == "Страйк"
        assert archive.annotations.get(twice).quote == "Міністр"

    def test_that_are_here_and_differ_are_kept_and_told(self, archive: Archive, path: Path) -> None:
        given = document(TEXT, words("18", note="їхня"))
        take(archive, path, given)
        archive.annotations.update(only(archive).id, note="наша")
        report = take(archive, path, given)
        assert only(archive).note == "наша"
        [line] = report.conflicts
        assert line.detail == "differs in note; ours is kept"
        assert report.as_file_report().status is ImportStatus.WARNING

    def test_that_were_deleted_come_back(self, archive: Archive, path: Path) -> None:
        given = document(TEXT, words("18"))
        take(archive, path, given)
        archive.annotations.delete(only(archive).id)
        assert take(archive, path, given).counts["annotation", Outcome.RESTORED] == 1
        assert only(archive).quote == "18"

    def test_that_are_here_under_another_id_are_not_doubled(
        self, archive: Archive, add_article: Add, path: Path
    ) -> None:
        article, tag = add_article(TEXT), archive.tags.named("strike").id
        ours = archive.annotations.add_quote(article.id, "18", tag, note="наша", attributes={"a": "1"})
        report = take(archive, path, document(TEXT, words("18"), words("18")))
        assert report.counts["annotation", Outcome.MAPPED] == 1
        assert report.counts["annotation", Outcome.NEW] == 1  # there was one of it only
        assert archive.annotations.get(ours.id).note == "наша"
        take(archive, path, document(TEXT, words("Міністр", annotator="Ганна"), words("18", note="інша", key="n")))
        assert archive.annotations.count() == 4

    def test_of_two_people_on_the_same_words_stay_apart(self, archive: Archive, path: Path) -> None:
        for who in ("Ганна", "Іван"):
            take(archive, path, document(TEXT, words("18", annotator=who)))
        assert [one.created_by for one in all_annotations(archive)] == ["Ганна", "Іван"]

    def test_that_cut_a_character_stay_as_they_are(self, archive: Archive, path: Path) -> None:
        take(archive, path, document("Родина 👩‍👩‍👧 тут", mark(7, 8)))
        assert only(archive).quote == "👩"

    def test_without_a_place_are_told_with_theirs(self, archive: Archive, path: Path) -> None:
        marks = mark(9, 3, where="line 7"), mark(0, 9999, where="line 8"), words("18")
        report = take(archive, path, document(TEXT, *marks, name="a.ann"))
        assert archive.annotations.count() == 1
        notes = tuple(map(str, report.as_file_report().notes))
        assert len(notes) == report.counts["annotation", Outcome.LEFT_OUT] == 2
        assert notes[0].startswith("a.ann, line 7: annotation “T9-3” was left out: its offsets 9 to 3 are reversed")
        assert "outside the text" in notes[1]

    def test_name_their_document_once(self, archive: Archive, path: Path) -> None:
        marks = mark(9, 3, where="line 7, label 1"), mark(8, 3, where="line 71"), mark(7, 3, where="line 7")
        notes = take(archive, path, document(TEXT, *marks, name="line 7")).as_file_report().notes
        notes = tuple(map(str, notes))
        assert [note.partition(":")[0] for note in notes] == ["line 7, label 1", "line 7, line 71", "line 7"]

    def test_for_review_wait_with_what_they_brought(self, archive: Archive, path: Path) -> None:
        report = take(archive, path, document(TEXT, mark(3, 7, quote="немає тут", note="чому?")))
        one = only(archive)
        assert (one.status, one.start, one.end, one.quote, one.note) == (Status.REVIEW, 3, 7, "немає тут", "чому?")
        assert "is for review" in report.as_file_report().reason

    def test_in_another_unit_are_told_once(self, archive: Archive, path: Path) -> None:
        text = "🔥🔥 " + TEXT
        given = [
            mark(text.index(word) + 2, text.index(word) + 2 + len(word), quote=word) for word in ("Страйк", "мовчить")
        ]
        report = take(archive, path, document(text, *given))
        assert [one.quote for one in all_annotations(archive)] == ["Страйк", "мовчить"]
        assert details(report) == ["its offsets count UTF-16 units, as 2 of 2 quotes show"]
        assert details(take(archive, path, document(text, *given))) == []

    def test_with_odd_attributes_keep_them(self, archive: Archive, path: Path) -> None:
        odd = {"value": "багато", "as_of": "учора", " ": "x", "nan": float("nan"), "half": "\ud800a"}
        report = take(archive, path, document(TEXT, words("18", "killed", attributes=odd)))
        assert only(archive).attributes == {
            "value as read": "багато", "as_of as read": "учора", "attribute": "x", "nan": "nan", "half": "a",
        }  # fmt: skip
        assert "keeps its “value” as “value as read”" in details(report)[0]

    def test_with_no_label_have_a_tag_of_their_own(self, archive: Archive, path: Path) -> None:
        take(archive, path, document(TEXT, words("18", "")))
        assert only(archive).tag.name == "highlight"


class TestTags:
    def test_are_those_of_their_names_or_what_their_labels_mean(self, archive: Archive, path: Path) -> None:
        labels = ("KILLED", "PER", "Страх", "")
        marks = [words("18", label, key=str(number)) for number, label in enumerate(labels)]
        report = take(archive, path, document(TEXT, *marks))
        found = [(one.tag.name, one.tag.kind) for one in all_annotations(archive)]
        assert found == [
            ("killed", Kind.FIGURE), ("person", Kind.ACTOR), ("Страх", Kind.EVENT), ("highlight", Kind.EVENT),
        ]  # fmt: skip
        assert report.counts["tag", Outcome.NEW] == 3
        assert report.counts["tag", Outcome.UNCHANGED] == 1

    def test_are_as_the_mapping_says(self, archive: Archive, path: Path) -> None:
        mapping = TagMapping(
            {"PER": Target("ministry"), "X": None, "Y": Target("новий", Kind.DATE), "": Target("strike")}
        )
        marks = [words("18", label, key=str(number)) for number, label in enumerate(("PER", "X", "Y", "X", ""))]
        report = take(archive, path, document(TEXT, *marks), mapping=mapping)
        assert [one.tag.name for one in all_annotations(archive)] == ["ministry", "новий", "strike"]
        assert archive.tags.named("новий").kind is Kind.DATE
        assert report.counts["annotation", Outcome.LEFT_OUT] == 2
        notes = list(map(str, report.as_file_report().notes))
        assert notes == ["2 annotations with the label “X”: left out, as decided"]

    def test_that_are_all_left_out_are_no_success(self, archive: Archive, path: Path) -> None:
        report = take(archive, path, document(TEXT, words("18", "X")), mapping=TagMapping({"X": None}))
        file = report.as_file_report()
        assert (file.status, file.annotations) == (ImportStatus.WARNING, 0)
        assert file.reason.startswith("its only annotation was not taken in")

    def test_that_the_file_defines_are_made_as_it_says(self, archive: Archive, path: Path) -> None:
        id_ = str(uuid4())
        report = take(
            archive,
            path,
            ReadTag("c", "дитина", parent="p", colour="#12ab34", description="опис", shortcut="k"),
            ReadTag("p", "батько", kind="actor", id=id_, shortcut="z", colour="red"),
            document(TEXT, words("18", "c")),
        )
        child, parent = archive.tags.named("дитина"), archive.tags.named("батько")
        assert (child.parent, child.colour, child.description, child.shortcut) == (id_, "#12ab34", "опис", "")
        assert (parent.id, parent.kind, parent.shortcut) == (id_, Kind.ACTOR, "z")
        assert only(archive).tag.id == child.id
        told = " ".join(details(report))
        assert "has no key here" in told
        assert "“red” is none" in told

    def test_of_an_archivist_are_known_by_id_and_else_by_name_and_kind(self, archive: Archive, path: Path) -> None:
        strike = archive.tags.named("strike")
        foreign = str(uuid4())
        take(
            archive,
            path,
            ReadTag("a", "інша назва", id=strike.id),
            ReadTag("b", "killed", kind="figure", id=str(uuid4())),
            ReadTag("d", "killed", kind="actor", id=foreign),
            document(TEXT, *(words("18", label, key=label) for label in "abd")),
        )
        assert [one.tag.name for one in all_annotations(archive)] == ["strike", "killed", "killed (actor)"]
        assert archive.tags.get(foreign).kind is Kind.ACTOR

    def test_never_become_their_own_parents(self, archive: Archive, path: Path) -> None:
        take(archive, path, ReadTag("a", parent="b"), ReadTag("b", parent="a"), ReadTag("c", parent="c"))
        tags = {tag.name: tag.parent for tag in archive.tags.all()}
        assert (tags["a"], tags["b"], tags["c"]) == (archive.tags.named("b").id, None, None)


class TestRecords:
    def draft(self, name: str = "Гречаник", **fields: object) -> RecordDraft:
        return RecordDraft(Kind.ACTOR, name, **fields)  # type: ignore[arg-type]

    def test_come_in_and_are_linked(self, archive: Archive, path: Path) -> None:
        given = ReadRecord("r1", self.draft()), document(TEXT, words("Міністр", "ministry", record="r1"))
        take(archive, path, *given)
        [record] = archive.records.all()
        assert only(archive).record == record.id
        assert not take(archive, path, *given).changed
        assert archive.records.count() == 1

    def test_may_come_after_what_speaks_of_them(self, archive: Archive, path: Path) -> None:
        marks = words("Міністр", "ministry", record="r1"), words("18", "killed", record="none", where="line 2")
        given = document(TEXT, *marks), ReadRecord("r1", self.draft())
        report = take(archive, path, *given)
        [record] = archive.records.all()
        by_quote = {one.quote: one for one in all_annotations(archive)}
        assert (by_quote["Міністр"].record, by_quote["18"].record) == (record.id, None)
        assert "one, line 2: annotation “18” is not linked, as there is no record “none” in the file" in (
            list(map(str, report.as_file_report().notes))
        )
        assert not take(archive, path, *given).changed

    def test_of_another_kind_are_not_linked_and_that_is_told(self, archive: Archive, path: Path) -> None:
        for given in (
            (ReadRecord("r", self.draft()), document(TEXT, words("18", "killed", record="r"))),
            (document(TEXT, words("18", "strike", record="r2")), ReadRecord("r2", self.draft("Інша"))),
        ):
            report = take(archive, path, *given)
            assert "is not linked, as" in " ".join(details(report))
        assert [one.record for one in all_annotations(archive)] == [None, None]

    def test_that_are_here_are_known_by_id_external_id_and_name(self, archive: Archive, path: Path) -> None:
        by_id = archive.records.add(self.draft("Перший"))
        by_external = archive.records.add(self.draft("Другий", external_ids={"wikidata": "Q2"}))
        by_name = archive.records.add(self.draft("Третій"))
        report = take(
            archive,
            path,
            ReadRecord(by_id.id, self.draft("Перший", note="інакше"), id=by_id.id),
            ReadRecord("2", self.draft("Second", external_ids={"wikidata": "Q2"})),
            ReadRecord("3", self.draft("третій"), id=str(uuid4())),
            ReadRecord("4", RecordDraft(Kind.EVENT, "Третій")),
            document(TEXT, *(words("Міністр", "ministry", record=key, key=key) for key in (by_id.id, "2", "3"))),
        )
        assert [one.record for one in all_annotations(archive)] == [by_id.id, by_external.id, by_name.id]
        assert archive.records.count() == 4
        assert report.counts["record", Outcome.MAPPED] == 2
        assert [line.detail for line in report.conflicts] == ["differs in note; ours is kept"]

    def test_of_one_name_stay_apart(self, archive: Archive, path: Path) -> None:
        given = [ReadRecord(key, self.draft("Іван Коваль")) for key in "ab"]
        take(archive, path, *given)
        assert archive.records.count() == 2
        assert not take(archive, path, *given).changed

    def test_keep_what_they_cannot_say_in_their_notes(self, archive: Archive, path: Path) -> None:
        odd = RecordDraft(Kind.EVENT, " ", note="так", date="колись", place="Київ", roles=("немає",), type="збори")  # type: ignore[arg-type]
        report = take(archive, path, ReadRecord("e", odd))
        [record] = archive.records.all()
        assert (record.name, record.draft.place, record.draft.type, record.draft.date) == (
            "nameless",
            "Київ",
            "збори",
            "",
        )
        assert record.draft.note == "так\nroles: ('немає',)\ndate: колись"
        assert "keeps its “roles”, “date” in the note" in " ".join(details(report))

    def test_of_no_kind_that_records_have_are_left_out(self, archive: Archive, path: Path) -> None:
        report = take(archive, path, ReadRecord("d", RecordDraft(Kind.DATE, "2022")), document(TEXT, words("18")))
        assert report.counts["record", Outcome.LEFT_OUT] == 1
        assert "was left out" in " ".join(details(report))

    def test_are_parts_of_one_another_in_whatever_order(self, archive: Archive, path: Path) -> None:
        given = [
            ReadRecord("part", RecordDraft(Kind.EVENT, "Страйк", parent="whole")),
            ReadRecord("whole", RecordDraft(Kind.EVENT, "Хвиля")),
            ReadRecord("later", RecordDraft(Kind.EVENT, "Суд", parent="whole")),
            ReadRecord("lost", RecordDraft(Kind.EVENT, "Вирок", parent="nothing")),
        ]
        report = take(archive, path, *given)
        whole = archive.records.find("Хвиля").id
        parents = {record.name: record.draft.parent for record in archive.records.all()}
        assert parents == {"Страйк": whole, "Хвиля": None, "Суд": whole, "Вирок": None}
        assert "is a part of nothing here: no record “nothing” is in the file" in " ".join(details(report))
        assert not take(archive, path, *given).changed


class TestRelations:
    def test_join_annotations_and_records(self, archive: Archive, path: Path) -> None:
        id_ = str(uuid4())
        relations = (
            ReadRelation("claimant", "T1", "r", target_type=NodeType.RECORD, note="так", id=id_),
            ReadRelation("replaces", "T1", "T2"),
            ReadRelation("", "T2", "late", target_type=NodeType.RECORD),
        )
        given = (
            ReadRecord("r", RecordDraft(Kind.ACTOR, "Міністр")),
            document(TEXT, words("18", "killed", key="T1"), words("людей", "killed", key="T2"), relations=relations),
            ReadRecord("late", RecordDraft(Kind.EVENT, "Страйк")),
            ReadRelation("participant", "late", "r", NodeType.RECORD, NodeType.RECORD),
        )
        report = take(archive, path, *given)
        found = sorted((one.type, one.note) for one in archive.relations.all())
        assert found == [("claimant", "так"), ("participant", ""), ("related", ""), ("replaces", "")]
        assert archive.relations.get(id_).target.id == archive.records.find("Міністр").id
        assert report.counts["relation", Outcome.NEW] == 4
        again = take(archive, path, *given)
        assert (again.counts["relation", Outcome.UNCHANGED], again.changed) == (4, False)

    def test_of_what_was_not_taken_in_are_told(self, archive: Archive, path: Path) -> None:
        relations = (ReadRelation("cause", "T1", "T9", where="line 3"), ReadRelation("cause", "T1", "T2"))
        marks = words("18", key="T1"), words("людей", "X", key="T2")
        report = take(
            archive,
            path,
            document(TEXT, *marks, relations=relations),
            document("", mark(0, 1), relations=relations, name="two"),
            mapping=TagMapping({"X": None}),
        )
        notes = tuple(map(str, report.as_file_report().notes))
        assert "one, line 3: relation “cause” was left out: its end “T9” was not taken in" in notes
        assert "one: relation “cause” was left out: its end “T2” was not taken in" in notes
        assert "two: 2 relations left out, as their document was" in notes
        assert report.counts["relation", Outcome.LEFT_OUT] == 4

    def test_keys_of_a_document_come_before_records_of_that_name(self, archive: Archive, path: Path) -> None:
        given = document(TEXT, words("18", key="a"), words("людей", key="b"), relations=(ReadRelation("x", "a", "b"),))
        take(archive, path, ReadRecord("a", RecordDraft(Kind.ACTOR, "А")), given)
        [relation] = archive.relations.all()
        assert {relation.source.type, relation.target.type} == {NodeType.ANNOTATION}


class TestReports:
    def test_tell_what_could_not_be_read(self, archive: Archive, path: Path) -> None:
        problems = (Problem("one.ann, line 3", "it has no tab"),)
        report = take(archive, path, Problem("list.txt", "is no list"), document(TEXT, words("18"), problems=problems))
        assert tuple(map(str, report.as_file_report().notes)) == (
            "list.txt: is no list",
            "one.ann, line 3: it has no tab",
        )
        assert report.as_file_report().status is ImportStatus.WARNING
        assert report.counts["piece", Outcome.LEFT_OUT] == 2

    def test_tell_where_reading_broke_off(self, archive: Archive, path: Path) -> None:
        damaged = FileDamaged(path, "it ends in the middle")
        report = take(archive, path, document(TEXT, words("18")), damaged)
        assert archive.annotations.count() == 1
        assert "what follows was not read" in report.as_file_report().reason
        assert "it ends in the middle" in report.as_file_report().reason

    def test_a_pipe_is_refused_rather_than_waited_for(self, archive: Archive, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.jsonl")
        for work in (take_in, scan_labels):
            with pytest.raises(UnsupportedFile, match="not a regular file"):
                run_to_end(work(archive, format_to_read("ftm"), tmp_path / "pipe.jsonl", TagMapping()))

    def test_a_file_of_which_nothing_can_be_read_is_refused(self, archive: Archive, path: Path) -> None:
        with pytest.raises(FileDamaged):
            take(archive, path, FileDamaged(path, "no zip"))
        step = archive.history.next_undo()
        assert step is not None
        assert step.name == "Add tag killed"

    def test_what_the_disk_says_is_told_as_the_file(self, archive: Archive, path: Path) -> None:
        with pytest.raises(FileUnreadable, match="denied"):
            take(archive, path, PermissionError(13, "denied"))
        report = take(archive, path, document(TEXT, words("18")), PermissionError(13, "denied"))
        assert "what follows was not read" in report.as_file_report().reason

    @pytest.mark.parametrize(
        ("items", "status", "reason"),
        [
            ((), ImportStatus.REFUSED, "nothing in it is of the format made-up"),
            ((Problem("line 1", "is odd"),), ImportStatus.REFUSED, "nothing that is in it could be read"),
            ((document(TEXT),), ImportStatus.WARNING, "its text is not marked"),
            ((ReadTag("Новий"),), ImportStatus.WARNING, "it only defines tags"),
            ((MINISTER,), ImportStatus.WARNING, "it only holds records"),
            ((ReadTag("Новий"), MINISTER), ImportStatus.WARNING, "it only defines tags and holds records"),
        ],
    )
    def test_without_annotations_say_why(
        self, archive: Archive, path: Path, items: tuple[Problem, ...], status: ImportStatus, reason: str
    ) -> None:
        file = take(archive, path, *items).as_file_report()
        assert (file.status, file.annotations) == (status, 0)
        assert file.reason.startswith(f"no annotations were found in it: {reason}")

    @pytest.mark.parametrize("item", [document(TEXT), ReadTag("Новий"), MINISTER])
    def test_of_what_is_here_already_are_of_no_refusal(
        self, archive: Archive, path: Path, item: ReadDocument | ReadTag | ReadRecord
    ) -> None:
        take(archive, path, item)
        file = take(archive, path, item).as_file_report()
        assert file.status is ImportStatus.DUPLICATE
        assert file.reason.startswith("no annotations were found in it: ")
        assert file.reason.endswith(": 1 unchanged")

    def test_of_annotations_of_which_none_found_its_place_are_no_success(
        self, archive: Archive, path: Path, add_article: Add
    ) -> None:
        add_article(TEXT, url="https://visnyk.example/1")
        given = document(None, mark(0, 5, "X"), url="https://visnyk.example/1")
        file = take(archive, path, ReadTag("Новий"), given, mapping=TagMapping({"X": None})).as_file_report()
        assert (len(file.articles), file.status) == (1, ImportStatus.REFUSED)

    def test_that_are_refused_leave_nothing(self, archive: Archive, path: Path) -> None:
        tags, step = archive.tags.all(), archive.history.next_undo()
        actor = ReadRecord("r", RecordDraft(Kind.ACTOR, "Рада"))
        lost = document(None, mark(0, 5, "Новий"), title="Немає", collections=("Нова",))
        file = take(archive, path, ReadTag("Новий"), actor, lost).as_file_report()
        assert (file.status, file.articles) == (ImportStatus.REFUSED, ())
        assert (archive.tags.all(), archive.records.ids(), archive.collections.all()) == (tags, [], [])
        assert archive.history.next_undo() == step
        assert "new" not in file.reason

    def test_that_are_refused_after_some_batches_leave_nothing(self, archive: Archive, path: Path) -> None:
        tags, step = archive.tags.all(), archive.history.next_undo()
        many = [ReadTag(f"Тег {number}") for number in range(250)]
        records = [ReadRecord(f"r{number}", RecordDraft(Kind.ACTOR, f"Рада {number}")) for number in range(250)]
        lost = document(None, mark(0, 5, "Тег 1"), title="Немає")
        file = take(archive, path, *many, *records, lost).as_file_report()
        assert file.status is ImportStatus.REFUSED
        assert (archive.tags.all(), archive.records.ids()) == (tags, [])
        assert file.counts == (("article", "left out", 1), ("annotation", "left out", 1))
        assert (archive.history.next_undo(), archive.history.next_redo()) == (step, None)

    def test_of_the_same_file_once_more_say_that_nothing_is_new(self, archive: Archive, path: Path) -> None:
        items = (document(TEXT, words("18")), Problem("list.txt", "is no list"))
        assert take(archive, path, *items).as_file_report().status is ImportStatus.WARNING
        file = take(archive, path, *items).as_file_report()
        assert (file.status, [*map(str, file.notes)]) == (ImportStatus.DUPLICATE, ["list.txt: is no list"])

    def test_count_what_is_new(self, archive: Archive, path: Path) -> None:
        report = take(archive, path, document(TEXT, words("18"), words("Міністр")))
        assert (report.annotations, report.as_file_report().annotations) == (2, 2)
        assert report.as_file_report().status is ImportStatus.IMPORTED
        assert report.as_file_report().reader == "made-up"


class TestSteps:
    @pytest.fixture
    def many(self) -> list[ReadDocument]:
        return [document(f"Страйк номер {number} триває", mark(0, 6), name=str(number)) for number in range(230)]

    @pytest.fixture
    def half_way(
        self, archive: Archive, path: Path, many: list[ReadDocument]
    ) -> Iterator[Generator[Progress, None, MergeReport]]:
        """An import of 230 articles, marked once each, that has done the first batch."""
        work = take_in(archive, made_up(*many), path, TagMapping())
        while archive.annotations.count() == 0:
            next(work)
        assert archive.annotations.count() < 230
        yield work
        work.close()

    def test_all_is_one_step_that_can_be_undone(self, archive: Archive, path: Path, many: list[ReadDocument]) -> None:
        take(archive, path, *many, collection="Страйки")
        assert (archive.articles.count(), archive.annotations.count()) == (230, 230)
        assert archive.history.undo().name == "Import press.made"
        assert (archive.articles.count(), archive.annotations.count()) == (0, 0)
        assert {tag.name for tag in archive.tags.all()} == {"strike", "ministry", "killed"}

    def test_a_stop_leaves_whole_batches_and_taking_in_again_does_the_rest(
        self, archive: Archive, path: Path, many: list[ReadDocument], half_way: Generator[Progress, None, MergeReport]
    ) -> None:
        half_way.close()
        done = archive.annotations.count()
        assert run_to_end(archive.verify()) == ()
        report = take(archive, path, *many)
        assert report.counts["annotation", Outcome.UNCHANGED] == done
        assert (archive.articles.count(), archive.annotations.count()) == (230, 230)

    def test_undoing_it_meanwhile_ends_it(
        self, archive: Archive, half_way: Generator[Progress, None, MergeReport]
    ) -> None:
        archive.history.undo()
        with pytest.raises(StepUndone):
            run_to_end(half_way)

    def test_a_tag_that_is_deleted_meanwhile_comes_back(
        self, archive: Archive, half_way: Generator[Progress, None, MergeReport]
    ) -> None:
        strike = archive.tags.named("strike")
        done = archive.tags.delete(strike.id)
        report = run_to_end(half_way)
        assert (archive.annotations.count(), archive.tags.named("strike").id) == (230 - done, strike.id)
        assert report.counts["tag", Outcome.RESTORED] == 1

    def test_a_record_and_an_article_that_are_deleted_meanwhile_come_back(self, archive: Archive, path: Path) -> None:
        text = "Міністр. " * 150
        marks = [mark(9 * n, 9 * n + 7, "ministry", record="r") for n in range(150)]
        given = ReadRecord("r", RecordDraft(Kind.ACTOR, "Міністр")), document(text, *marks)
        work = take_in(archive, made_up(*given), path, TagMapping())
        while archive.annotations.count() == 0:
            next(work)
        archive.articles.delete(ids(archive))
        archive.records.delete(archive.records.all()[0].id)
        run_to_end(work)
        assert archive.annotations.count() == 150
        assert all_annotations(archive)[-1].record == archive.records.all()[0].id

    def test_a_long_document_is_more_than_one_batch(self, archive: Archive, path: Path) -> None:
        text = "слово " * 350
        marks = [mark(6 * n, 6 * n + 5) for n in range(350)]
        relations = tuple(ReadRelation("x", marks[0].key, marks[n].key) for n in range(1, 350))
        work = take_in(archive, made_up(document(text, *marks, relations=relations)), path, TagMapping())
        assert len({archive.annotations.count() for _ in work}) > 3
        assert len(archive.relations.all()) == 349


def test_a_format_that_does_all_itself_is_asked(archive: Archive, add_article: Add, path: Path) -> None:
    article = add_article(TEXT)

    def own(
        archive: Archive, path: Path, mapping: TagMapping, decisions: Decisions
    ) -> Generator[Progress, None, MergeReport]:
        yield Progress(0, 1, "")
        return replace(take(archive, path, document(TEXT, words("18"))), articles=(article.id,))

    report = run_to_end(take_in(archive, replace(made_up(), take_in=own), path, TagMapping(), "Завод"))
    assert report.articles == (article.id,)
    assert archive.collections.of_article(article.id) == ["Завод"]


@pytest.mark.parametrize("unit", list(Unit))
def test_the_hardest_text_keeps_its_words_in_every_unit(archive: Archive, path: Path, unit: Unit) -> None:
    raw = "\ufeffСтрайк 👩‍👩‍👧🔥\r\nКа\u0301ва, مرحبا بك\u2028і 2\u00a0500\rгрн\x00\r\n"
    marks = []
    for quote in ("👩‍👩‍👧🔥\r\nКа\u0301", "مرحبا", "بك\u2028і", "500\rгрн", "\x00\r\n"):
        start = raw.index(quote)
        marks.append(mark(_count(raw[:start], unit), _count(raw[: start + len(quote)], unit)))
    take(archive, path, document(raw, *marks, unit=unit))
    assert [one.quote for one in all_annotations(archive)] == ["👩‍👩‍👧🔥\nКа\u0301", "مرحبا", "بك\nі", "500\nгрн", "\n"]


def _count(text: str, unit: Unit) -> int:
    match unit:
        case Unit.CODE_POINTS:
            return len(text)
        case Unit.UTF16:
            return len(text.encode("utf-16-le")) // 2
        case Unit.BYTES:
            return len(text.encode())
