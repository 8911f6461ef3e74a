# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody's annotations of the same articles come into an archive: what is one thing, what differs, who decides."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from archivist.exchange import Decision, MergeLine, MergeReport, Outcome
from archivist.model import (
    Annotation,
    Article,
    ArticleDraft,
    ImportStatus,
    Kind,
    Node,
    NodeType,
    RecordDraft,
    Relation,
    Restriction,
    RestrictionKind,
    Status,
)
from archivist.store import Archive
from tests.exchange.bundle.two_archives import compared, handed_over, merged
from tests.exchange.conftest import HARD_TEXT
from tests.long_work import run_to_end

OURS, THEIRS, BOTH = Decision.OURS, Decision.THEIRS, Decision.BOTH


@pytest.fixture
def theirs(archive: Archive, articles: list[Article], tmp_path: Path) -> Iterator[Archive]:
    """Ihor's archive, which began as a copy of ours."""
    assert articles
    shutil.copytree(archive.folder, tmp_path / "theirs", ignore=shutil.ignore_patterns("*.lock*"))
    with Archive.open(tmp_path / "theirs", who="Ihor") as theirs:
        yield theirs


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Archive]:
    """An archive that has none of our ids."""
    with Archive.create(tmp_path / "stranger", who="Ihor") as stranger:
        stranger.tags.add("strike", "event")
        yield stranger


@pytest.fixture
def hard(articles: list[Article]) -> Article:
    return next(article for article in articles if article.outlet)


@pytest.fixture
def mark(archive: Archive, hard: Article) -> Annotation:
    """The annotation of the first “18”, with a note, attributes, a record and two relations."""
    return next(mark for mark in archive.annotations.of_article(hard.id) if mark.note)


def add(archive: Archive, body: str, **fields: Any) -> str:
    """An article that was read from another file than any other."""
    draft = ArticleDraft(body.split("\n", 1)[0], body, **fields)
    return archive.articles.add(draft, f"{archive.who} {fields}\n{body}".encode(), "text/plain").article


def line_of(report: MergeReport, what: str) -> MergeLine:
    [line] = [line for line in report.lines if line.what == what and line.conflict]
    return line


class TestSameArticle:
    """An article is known by its id, else by its text."""

    def test_the_same_text_under_another_id_is_ours(self, archive: Archive, stranger: Archive, tmp_path: Path) -> None:
        ours, other = add(archive, HARD_TEXT), add(stranger, HARD_TEXT)
        tag = stranger.tags.named("strike").id
        mark = stranger.annotations.add_quote(other, "👩‍👩‍👧", tag)
        report = merged(archive, handed_over(stranger, tmp_path / "out"))
        assert archive.articles.ids(archive.articles.rows()) == [ours]
        [copy] = archive.annotations.of_article(ours)
        assert (copy.id, copy.start, copy.quote, copy.created_by) == (mark.id, mark.start, "👩‍👩‍👧", "Ihor")
        assert copy.tag.id == archive.tags.named("strike").id
        [line] = [line for line in report.lines if line.what == "article"]
        assert (line.id, line.outcome, line.conflict) == (ours, Outcome.MAPPED, None)
        assert report.as_file_report().status is ImportStatus.IMPORTED
        assert not merged(archive, tmp_path / "out").changed

    def test_what_it_is_otherwise_is_told_and_can_be_taken(
        self, archive: Archive, stranger: Archive, tmp_path: Path
    ) -> None:
        ours = add(archive, HARD_TEXT, captured="2022-02-01")
        add(stranger, HARD_TEXT, outlet="Вісник", captured="2023")
        path = handed_over(stranger, tmp_path / "out")
        conflict = line_of(merged(archive, path), "article").conflict
        assert conflict is not None
        assert (conflict.fields, conflict.choices) == ({"outlet": ("", "Вісник")}, (OURS, THEIRS))
        assert archive.articles.get(ours).outlet == ""
        report = merged(archive, path, OURS, ("article", ours, THEIRS))
        assert report.counts["article", Outcome.REPLACED] == 1
        assert archive.articles.get(ours).outlet == "Вісник"

    def test_a_text_that_was_corrected_here_is_still_known(
        self, archive: Archive, stranger: Archive, tmp_path: Path
    ) -> None:
        ours, other = add(archive, "Загинло 18 людей у порту"), add(stranger, "Загинло 18 людей у порту")
        archive.articles.revise(ours, "Вчора загинуло 18 людей у порту", archive.articles.provenance(ours))
        tag = stranger.tags.named("strike").id
        found, gone = (stranger.annotations.add_quote(other, words, tag).id for words in ("18 людей", "Загинло"))
        report = merged(archive, handed_over(stranger, tmp_path / "out"))
        assert archive.articles.count() == 1
        marks = {mark.id: mark for mark in archive.annotations.of_article(ours)}
        assert (marks[found].start, marks[found].status) == (15, Status.ANCHORED)
        assert (marks[gone].quote, marks[gone].status) == ("Загинло", Status.REVIEW)
        assert line_of(report, "article").detail.endswith("differs in text; ours is kept")

    def test_of_two_with_the_text_the_one_that_has_it_now_is_meant(
        self, archive: Archive, stranger: Archive, tmp_path: Path
    ) -> None:
        former, current = add(archive, "Новина"), add(archive, "Новина", section="2")
        archive.articles.revise(former, "Новіша", archive.articles.provenance(former))
        add(stranger, "Новина")
        assert merged(archive, handed_over(stranger, tmp_path / "out")).articles == (current,)

    def test_another_address_is_another_article(self, archive: Archive, stranger: Archive, tmp_path: Path) -> None:
        add(archive, "Телеграма агентства", url="https://a.example/1")
        other = add(stranger, "Телеграма агентства", url="https://b.example/1")
        merged(archive, handed_over(stranger, tmp_path / "out"))
        assert archive.articles.count() == 2
        assert archive.articles.get(other).url == "https://b.example/1"

    def test_what_the_bundle_tells_apart_stays_apart(self, archive: Archive, stranger: Archive, tmp_path: Path) -> None:
        ours = add(archive, "Те саме")
        others = [add(stranger, "Те саме"), add(stranger, "Те саме", section="2")]
        report = merged(archive, handed_over(stranger, tmp_path / "out"))
        assert archive.articles.count() == 2
        assert len(set(report.articles)) == 2
        assert ours in report.articles
        assert len({*others, *report.articles}) == 3
        assert not merged(archive, tmp_path / "out").changed

    def test_ours_that_the_bundle_holds_itself_is_no_other(
        self, archive: Archive, stranger: Archive, tmp_path: Path
    ) -> None:
        one = add(stranger, "Те саме")
        merged(archive, handed_over(stranger, tmp_path / "first"))
        two = add(stranger, "Те саме", section="2")
        merged(archive, handed_over(stranger, tmp_path / "second"))
        assert sorted(archive.articles.ids(archive.articles.rows())) == sorted([one, two])

    def test_one_that_was_deleted_here_comes_back(self, archive: Archive, stranger: Archive, tmp_path: Path) -> None:
        ours = add(archive, "Новина")
        archive.articles.delete([ours])
        add(stranger, "Новина")
        report = merged(archive, handed_over(stranger, tmp_path / "out"))
        assert report.articles == (ours,)
        assert report.counts["article", Outcome.RESTORED] == 1


def test_two_annotators_on_the_same_words_stay_apart(
    archive: Archive, theirs: Archive, mark: Annotation, tmp_path: Path
) -> None:
    copy = theirs.annotations.add(mark.article, mark.start, mark.end, mark.tag.id, note="інакше")
    report = merged(archive, handed_over(theirs, tmp_path / "out"))
    here = [one for one in archive.annotations.of_article(mark.article) if one.start == mark.start]
    assert {(one.id, one.created_by) for one in here if one.end == mark.end} == {(mark.id, "Olena"), (copy.id, "Ihor")}
    assert report.counts["annotation", Outcome.NEW] == 1
    assert report.conflicts == ()


FIGURE = {"value": 18, "approximation": "about", "counted": "людей", "as_of": "2022-01-06", "sources": ["а", "б"]}
Change = Callable[[Archive, Annotation], object]
CHANGES: dict[str, tuple[Change, tuple[Any, Any]]] = {
    "span": (
        lambda archive, mark: archive.annotations.update(mark.id, start=mark.start, end=mark.end + 6),
        ({"start": 32, "end": 34}, {"start": 32, "end": 40}),
    ),
    "tag": (lambda archive, mark: archive.annotations.update(mark.id, tag=other_tag(archive)), ("killed", "wounded")),
    "note": (lambda archive, mark: archive.annotations.update(mark.id, note="інше"), ("-2 рядки\nдругий", "інше")),
    "attributes": (
        lambda archive, mark: archive.annotations.update(mark.id, attributes={"value": 19}),
        (FIGURE, {"value": 19}),
    ),
    "record": (
        lambda archive, mark: archive.annotations.update(mark.id, record=other_record(archive)),
        ("Загиблі", "Поранені"),
    ),
}


def other_tag(archive: Archive) -> str:
    return archive.tags.add("wounded", "figure").id


def other_record(archive: Archive) -> str:
    return archive.records.add(RecordDraft(Kind.FIGURE, "Поранені")).id


def value(side: Any) -> Any:
    return side["name"] if isinstance(side, dict) and "name" in side else side


def state(mark: Annotation) -> tuple[object, ...]:
    return (mark.start, mark.end, mark.quote, mark.tag.id, mark.note, mark.attributes, mark.record, mark.status)


@pytest.mark.parametrize("field", list(CHANGES))
class TestAnnotationThatDiffers:
    """In one field after the other: both sides are told, and what is wanted is done."""

    @pytest.fixture
    def changed(self, theirs: Archive, mark: Annotation, field: str) -> Annotation:
        CHANGES[field][0](theirs, mark)
        return theirs.annotations.get(mark.id)

    @pytest.fixture
    def path(self, theirs: Archive, changed: Annotation, tmp_path: Path) -> Path:
        assert theirs.annotations.get(changed.id) == changed
        return handed_over(theirs, tmp_path / "out")

    def test_both_sides_are_told_and_ours_is_kept(
        self, archive: Archive, path: Path, mark: Annotation, changed: Annotation, field: str
    ) -> None:
        line = line_of(merged(archive, path), "annotation")
        assert (line.id, line.outcome) == (mark.id, Outcome.CONFLICT)
        assert line.conflict is not None
        assert tuple(map(value, line.conflict.fields[field])) == CHANGES[field][1]
        assert set(line.conflict.fields) == ({"span", "quote"} if field == "span" else {field})
        assert line.conflict.choices == (OURS, THEIRS, BOTH)
        assert line.conflict.marks is not None
        assert [state(side)[:3] for side in line.conflict.marks] == [state(mark)[:3], state(changed)[:3]]
        assert archive.annotations.get(mark.id) == mark

    def test_theirs_is_taken_and_undone_in_one_step(
        self, archive: Archive, path: Path, mark: Annotation, changed: Annotation
    ) -> None:
        count = archive.annotations.count()
        report = merged(archive, path, THEIRS)
        assert state(archive.annotations.get(mark.id)) == state(changed)
        assert (report.counts["annotation", Outcome.REPLACED], archive.annotations.count()) == (1, count)
        assert report.as_file_report().status is ImportStatus.IMPORTED
        assert not merged(archive, path).changed
        assert archive.history.undo().name == "Import bundle out"
        assert archive.annotations.get(mark.id) == mark
        assert run_to_end(archive.verify()) == ()

    def test_theirs_is_put_beside_ours(
        self, archive: Archive, path: Path, mark: Annotation, changed: Annotation
    ) -> None:
        report = merged(archive, path, BOTH)
        assert archive.annotations.get(mark.id) == mark
        [line] = [line for line in report.lines if line.outcome is Outcome.BOTH]
        beside = archive.annotations.get(line.id)
        assert beside.id != mark.id
        assert state(beside) == state(changed)
        assert (beside.created_by, beside.created_at) == (changed.created_by, changed.created_at)
        assert report.as_file_report().annotations == 1
        again = merged(archive, path)
        assert (again.changed, again.conflicts) == (False, ())
        assert again.counts["annotation", Outcome.MAPPED] == 1

    def test_one_is_decided_otherwise_than_the_rest(
        self, archive: Archive, path: Path, mark: Annotation, changed: Annotation
    ) -> None:
        merged(archive, path, THEIRS, ("annotation", mark.id, OURS))
        assert archive.annotations.get(mark.id) == mark
        merged(archive, path, OURS, ("annotation", mark.id, THEIRS))
        assert state(archive.annotations.get(mark.id)) == state(changed)


class TestAnnotationThatDiffersFurther:
    """What could be lost by a decision."""

    def test_who_made_it_stays(self, archive: Archive, theirs: Archive, mark: Annotation, tmp_path: Path) -> None:
        theirs.annotations.update(mark.id, note="інше")
        merged(archive, handed_over(theirs, tmp_path / "out"), THEIRS)
        taken = archive.annotations.get(mark.id)
        assert (taken.created_by, taken.created_at) == (mark.created_by, mark.created_at)

    def test_a_link_that_theirs_has_not_stays(
        self, archive: Archive, theirs: Archive, mark: Annotation, tmp_path: Path
    ) -> None:
        theirs.annotations.update(mark.id, note="інше", record="")
        merged(archive, handed_over(theirs, tmp_path / "out"), THEIRS)
        taken = archive.annotations.get(mark.id)
        assert (taken.note, taken.record) == ("інше", mark.record)

    def test_its_place_stays_where_the_words_of_theirs_are_not_here(
        self, archive: Archive, theirs: Archive, mark: Annotation, tmp_path: Path
    ) -> None:
        body = theirs.articles.revision(mark.article).body.replace("18 людей, ще 18", "19 чоловіків")
        theirs.articles.revise(mark.article, body, theirs.articles.provenance(mark.article))
        at = body.index("19")
        theirs.annotations.update(mark.id, start=at, end=at + 2, note="інше")
        report = merged(archive, handed_over(theirs, tmp_path / "out"), THEIRS)
        taken = archive.annotations.get(mark.id)
        assert (taken.start, taken.quote, taken.status, taken.note) == (mark.start, "18", Status.ANCHORED, "інше")
        line = next(line for line in report.lines if line.id == mark.id)
        assert line.detail == "was taken, but for its place, which is not found"
        assert run_to_end(archive.verify()) == ()

    def test_ours_is_kept_where_theirs_only_has_lost_its_place(
        self, archive: Archive, theirs: Archive, mark: Annotation, tmp_path: Path
    ) -> None:
        theirs.articles.revise(mark.article, "Зовсім інше", theirs.articles.provenance(mark.article))
        assert theirs.annotations.get(mark.id).status is Status.REVIEW
        report = merged(archive, handed_over(theirs, tmp_path / "out"), THEIRS)
        assert archive.annotations.get(mark.id) == mark
        assert report.counts["annotation", Outcome.CONFLICT] == 6
        assert report.counts["annotation", Outcome.REPLACED] == 0

    def test_a_third_version_is_compared_with_the_one_beside_ours(
        self, archive: Archive, theirs: Archive, mark: Annotation, tmp_path: Path
    ) -> None:
        theirs.annotations.update(mark.id, note="друга")
        merged(archive, handed_over(theirs, tmp_path / "second"), BOTH)
        theirs.annotations.update(mark.id, note="третя")
        third = handed_over(theirs, tmp_path / "third")
        line = line_of(merged(archive, third), "annotation")
        assert line.id != mark.id
        assert line.conflict is not None
        assert line.conflict.fields == {"note": ("друга", "третя")}
        merged(archive, third, BOTH)
        notes = {one.note for one in archive.annotations.of_article(mark.article) if one.end == mark.end}
        assert notes == {mark.note, "друга", "третя"}
        assert not merged(archive, third, BOTH).changed

    def test_what_was_beside_ours_and_was_deleted_can_come_back(
        self, archive: Archive, theirs: Archive, mark: Annotation, tmp_path: Path
    ) -> None:
        theirs.annotations.update(mark.id, note="друга")
        path = handed_over(theirs, tmp_path / "second")
        [beside] = [line.id for line in merged(archive, path, BOTH).lines if line.outcome is Outcome.BOTH]
        archive.annotations.delete(beside)
        assert line_of(merged(archive, path), "annotation").id == mark.id
        merged(archive, path, BOTH)
        assert archive.annotations.get(beside).note == "друга"

    def test_its_relations_are_those_of_the_one_beside_ours_too(
        self, archive: Archive, theirs: Archive, mark: Annotation, tmp_path: Path
    ) -> None:
        node = Node(NodeType.ANNOTATION, mark.id)
        before = archive.relations.of(node)
        theirs.annotations.update(mark.id, note="друга")
        theirs.relations.add("claimant", node, Node(NodeType.RECORD, theirs.records.find("Міністерство").id))
        path = handed_over(theirs, tmp_path / "out")
        report = merged(archive, path, BOTH)
        [beside] = [line.id for line in report.lines if line.outcome is Outcome.BOTH]
        assert archive.relations.of(node) == before
        there = archive.relations.of(Node(NodeType.ANNOTATION, beside))
        wanted = [ends(relation, mark.id) for relation in theirs.relations.of(node)]
        assert sorted(ends(relation, beside) for relation in there) == sorted(wanted)
        assert not merged(archive, path).changed


def ends(relation: Relation, annotation: str) -> tuple[str, ...]:
    """A relation with the annotation by a word."""
    return (relation.type, *("it" if end.id == annotation else end.id for end in (relation.source, relation.target)))


class TestOtherThings:
    """Records, relations, tags and articles that differ."""

    def test_a_record(self, archive: Archive, theirs: Archive, tmp_path: Path) -> None:
        ours = archive.records.find("Міністерство")
        other = theirs.records.update(ours.id, name="МВС", aliases=(), note="інше")
        path = handed_over(theirs, tmp_path / "out")
        line = line_of(merged(archive, path), "record")
        assert line.conflict is not None
        assert line.conflict.fields["name"] == ("Міністерство", "МВС")
        aliases = [{"name": "Ministry", "language": "en"}, {"name": "وزارة", "language": ""}]
        assert line.conflict.fields["aliases"] == (aliases, [])
        assert line.conflict.choices == (OURS, THEIRS)
        assert not merged(archive, path, BOTH).changed
        assert merged(archive, path, THEIRS).counts["record", Outcome.REPLACED] == 1
        assert archive.records.get(ours.id).draft == other.draft
        archive.history.undo()
        assert archive.records.get(ours.id).draft == ours.draft

    def test_a_record_that_cannot_be_a_part(self, archive: Archive, theirs: Archive, tmp_path: Path) -> None:
        wave, strike = (archive.records.find(name) for name in ("Хвиля страйків", "Страйк"))
        archive.records.update(strike.id, parent=None)
        archive.records.update(wave.id, parent=strike.id)
        theirs.records.update(strike.id, note="інше")
        theirs.records.update(wave.id, note="інше")
        report = merged(archive, handed_over(theirs, tmp_path / "out"), THEIRS)
        assert report.counts["record", Outcome.REPLACED] == 2
        assert [archive.records.get(one.id).draft.note for one in (wave, strike)] == ["інше", "інше"]
        assert run_to_end(archive.verify()) == ()

    def test_a_relation(self, archive: Archive, theirs: Archive, tmp_path: Path) -> None:
        [ours] = [relation for relation in archive.relations.all() if relation.type == "participant"]
        theirs.relations.update(ours.id, note="ні")
        path = handed_over(theirs, tmp_path / "out")
        line = line_of(merged(archive, path), "relation")
        assert line.conflict is not None
        assert line.conflict.fields == {"note": ("=так", "ні")}
        assert merged(archive, path, THEIRS).counts["relation", Outcome.REPLACED] == 1
        assert archive.relations.get(ours.id).note == "ні"

    def test_a_relation_that_is_here_already(self, archive: Archive, theirs: Archive, tmp_path: Path) -> None:
        [ours] = [relation for relation in archive.relations.all() if relation.type == "participant"]
        archive.relations.add("place", ours.source, ours.target)
        theirs.relations.update(ours.id, type="place")
        report = merged(archive, handed_over(theirs, tmp_path / "out"), THEIRS)
        assert archive.relations.get(ours.id) == ours
        assert line_of(report, "relation").detail.startswith("differs in type; ours is kept: ")

    def test_a_tag(self, archive: Archive, theirs: Archive, tmp_path: Path) -> None:
        ours, parent = archive.tags.named("killed"), theirs.tags.add("people", "figure")
        theirs.tags.update(ours.id, name="dead", shortcut="d", parent=parent.id)
        path = handed_over(theirs, tmp_path / "out")
        line = line_of(merged(archive, path), "tag")
        assert line.conflict is not None
        assert line.conflict.fields == {"name": ("killed", "dead"), "shortcut": ("k", "d"), "parent": (None, "people")}
        assert merged(archive, path, THEIRS).counts["tag", Outcome.REPLACED] == 1
        taken = archive.tags.get(ours.id)
        assert (taken.name, taken.shortcut, taken.parent) == ("dead", "d", parent.id)

    def test_a_tag_whose_name_another_one_has_here(self, archive: Archive, theirs: Archive, tmp_path: Path) -> None:
        ours = archive.tags.named("killed")
        theirs.tags.update(ours.id, name="dead", description="Загиблі")
        archive.tags.add("dead", "event")
        report = merged(archive, handed_over(theirs, tmp_path / "out"), THEIRS)
        assert (archive.tags.get(ours.id).name, archive.tags.get(ours.id).description) == ("killed", "Загиблі")
        line = line_of(report, "tag")
        assert line.outcome is Outcome.REPLACED
        assert line.detail.startswith("differs in name; ours is kept: ")

    def test_a_tag_stays_of_its_kind(self, archive: Archive, theirs: Archive, mark: Annotation, tmp_path: Path) -> None:
        theirs.tags.update(mark.tag.id, kind="event")
        report = merged(archive, handed_over(theirs, tmp_path / "out"), THEIRS)
        line = line_of(report, "tag")
        assert line.conflict is not None
        assert (line.outcome, line.conflict.choices) == (Outcome.CONFLICT, (OURS,))
        assert archive.tags.get(mark.tag.id).kind is Kind.FIGURE
        assert archive.annotations.get(mark.id).record == mark.record

    def test_an_article(self, archive: Archive, theirs: Archive, hard: Article, tmp_path: Path) -> None:
        theirs.articles.update(hard.id, outlet="Голос", published="2023")
        theirs.articles.restrict([hard.id], Restriction(RestrictionKind.REDACTED, "", "прохання"))
        path = handed_over(theirs, tmp_path / "out")
        line = line_of(merged(archive, path), "article")
        assert line.conflict is not None
        assert line.conflict.fields["outlet"] == ("=Вісник", "Голос")
        assert line.conflict.fields["restriction"] == (None, {"kind": "redacted", "until": "", "reason": "прохання"})
        report = merged(archive, path, THEIRS)
        taken = archive.articles.get(hard.id)
        assert (taken.outlet, taken.published, taken.restriction) == ("Голос", "2023", None)
        assert line_of(report, "article").detail == "differs in restriction; ours is kept"

    def test_a_text_is_not_replaced(self, archive: Archive, theirs: Archive, hard: Article, tmp_path: Path) -> None:
        theirs.articles.revise(hard.id, f"Новий початок. {HARD_TEXT}", theirs.articles.provenance(hard.id))
        before = archive.annotations.of_article(hard.id)
        report = merged(archive, handed_over(theirs, tmp_path / "out"), THEIRS)
        line = line_of(report, "article")
        assert line.conflict is not None
        assert line.conflict.choices == (OURS,)
        assert line.outcome is Outcome.CONFLICT
        assert archive.articles.revision(hard.id).body == HARD_TEXT
        assert archive.annotations.of_article(hard.id) == before


def test_a_comparison_tells_what_each_decision_would_come_to(
    archive: Archive, theirs: Archive, mark: Annotation, tmp_path: Path
) -> None:
    theirs.annotations.update(mark.id, note="інше")
    theirs.annotations.add_quote(mark.article, "заводі", theirs.tags.named("strike").id)
    path = handed_over(theirs, tmp_path / "out")
    for decision, outcome in ((OURS, Outcome.CONFLICT), (THEIRS, Outcome.REPLACED), (BOTH, Outcome.BOTH)):
        counts = compared(archive, path, decision).counts
        assert (counts["annotation", outcome], counts["annotation", Outcome.NEW]) == (1, 1)
        assert counts["annotation", Outcome.UNCHANGED] == 5
