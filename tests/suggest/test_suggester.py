# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from itertools import pairwise

import pytest

from archivist.model import Alias, ArticleDraft, Kind, Provenance, RecordDraft, Suggestion
from archivist.store import Archive
from archivist.suggest import Suggester, accept

BODY = """Повінь у Гориквіті

Міністр Остап Гречаник заявив, що 12 людей загинуло. Станом на 5 березня понад 300 осіб евакуйовано.
Гречаника чекають у Гориквіті. 18 будинків зруйновано."""


@pytest.fixture
def article(add_article):
    return add_article(BODY, language="uk", published="2024-03-06")


@pytest.fixture
def minister(archive):
    return archive.records.add(
        RecordDraft(Kind.ACTOR, "Остап Гречаник", type="person", aliases=(Alias("Ostap Hrechanyk", "en"),))
    )


def offered(archive, article, kind=None):
    kinds = tuple(Kind) if kind is None else (kind,)
    return Suggester(archive).of_article(article, kinds)


def quotes(suggestions):
    return [each.quote for each in suggestions]


def test_every_reader_is_heard(archive, article, minister):
    found = offered(archive, article)
    assert {"mention", "figure", "date", "guess"} <= {each.source for each in found}
    assert all(article.title and BODY[each.start : each.end] == each.quote for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)


def test_mentions_bear_their_record_in_any_form(archive, article, minister):
    mentions = [each for each in offered(archive, article, Kind.ACTOR) if each.record == minister.id]
    assert [each.quote.split()[-1] for each in mentions] == ["Гречаник", "Гречаника"]


def test_figures_know_their_day_and_their_source(archive, article):
    figures = {each.quote: each.attributes for each in offered(archive, article, Kind.FIGURE)}
    said = figures["понад 300 осіб"]
    assert (said["value"], said["approximation"], said["as_of"]) == (300, "more_than", "2024-03-05")
    assert figures["12 людей"]["value"] == 12


def test_a_paragraph_in_another_language_is_read_by_its_own_rules(archive, add_article):
    body = "Слідчі розповіли про обшук.\n«Мы обнаружили 17 миллионов гривен 5 марта», — объявил он.\nЇх вилучили."
    found = offered(archive, add_article(body, language="uk", published="2024-03-06"))
    (figure,) = [each for each in found if each.kind is Kind.FIGURE]
    (date,) = [each for each in found if each.kind is Kind.DATE]
    assert (figure.quote, figure.attributes["value"], figure.attributes["unit"]) == (
        "17 миллионов гривен", 17_000_000, "UAH",
    )  # fmt: skip
    assert (date.quote, date.attributes["edtf"]) == ("5 марта", "2024-03-05")
    assert all(body[each.start : each.end] == each.quote for each in found)


def test_a_kind_alone_can_be_asked_for(archive, article):
    assert {each.kind for each in offered(archive, article, Kind.DATE)} == {Kind.DATE}
    assert quotes(offered(archive, article, Kind.DATE)) == ["5 березня"]


def test_what_is_marked_is_not_offered(archive, article):
    before = quotes(offered(archive, article, Kind.FIGURE))
    archive.annotations.add_quote(article.id, "понад 300", archive.tags.named("killed").id)
    assert quotes(offered(archive, article, Kind.FIGURE)) == [each for each in before if each != "понад 300 осіб"]


def test_a_link_is_offered_for_the_very_words_that_are_marked(archive, article, minister):
    tag = archive.tags.named("ministry").id
    marked = archive.annotations.add_quote(article.id, "Гречаника", tag)
    (offer,) = [each for each in offered(archive, article, Kind.ACTOR) if each.quote == "Гречаника"]
    assert (offer.record, offer.tag) == (minister.id, tag)
    assert accept(archive, [(article.id, offer)]) == [marked.id]
    assert archive.annotations.get(marked.id).record == minister.id
    assert "Гречаника" not in quotes(offered(archive, article, Kind.ACTOR))


def test_what_was_rejected_stays_away_until_that_is_undone(archive, article):
    figure = offered(archive, article, Kind.FIGURE)[0]
    archive.rejections.add_many([(article.id, figure)])
    assert figure not in offered(archive, article, Kind.FIGURE)
    archive.history.undo()
    assert figure in offered(archive, article, Kind.FIGURE)


def test_words_that_were_tagged_before_are_offered_elsewhere(archive, article, add_article):
    tag = archive.tags.named("strike").id
    other = add_article("Страйк докерів у порту", language="uk")
    archive.annotations.add_quote(other.id, "Страйк докерів", tag)
    third = add_article("Місто говорить про страйк докерів", language="uk")
    (offer,) = offered(archive, third, Kind.EVENT)
    assert (offer.quote, offer.tag, offer.source) == ("страйк докерів", tag, "seen")


def test_a_full_name_goes_before_the_surname_that_was_tagged_before(archive, article, add_article):
    other = add_article("Про Гречаника говорять усі.", language="uk")
    archive.annotations.add_quote(other.id, "Гречаника", archive.tags.named("ministry").id)
    actors = quotes(offered(archive, article, Kind.ACTOR))
    assert "Остап Гречаник" in actors
    assert "Гречаника" in actors


def test_no_two_of_one_kind_share_words(archive, article, minister, add_article):
    other = add_article("Міністр Остап Гречаник", language="uk")
    archive.annotations.add_quote(other.id, "Міністр Остап Гречаник", archive.tags.named("ministry").id)
    for kind in Kind:
        spans = [(each.start, each.end) for each in offered(archive, article, kind)]
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_accepting_is_one_step(archive, article):
    offers = [(article.id, each) for each in offered(archive, article)]
    made = accept(archive, offers)
    assert len(made) == len(offers)
    assert archive.annotations.count() == len(offers)
    archive.history.undo()
    assert archive.annotations.count() == 0
    archive.history.redo()
    assert archive.annotations.count() == len(offers)


def test_accepting_nothing_leaves_no_step(archive):
    before = archive.history.next_undo()
    assert accept(archive, []) == []
    assert archive.history.next_undo() == before


def test_what_a_reader_says_of_its_offer_does_not_stay_with_the_words(archive, article):
    guess = next(each for each in offered(archive, article, Kind.ACTOR) if "type" in each.attributes)
    (made,) = accept(archive, [(article.id, guess)])
    assert dict(archive.annotations.get(made).attributes) == {}


@pytest.mark.parametrize(
    ("kind", "attributes", "names", "expected"),
    [
        (Kind.FIGURE, {"counted": "загиблі", "unit": "осіб"}, ["people", "killed"], "killed"),
        (Kind.FIGURE, {"counted": "погибшие военные", "unit": "человек"}, ["people", "killed"], "killed"),
        (Kind.FIGURE, {"counted": "protesters", "unit": "people"}, ["quantity", "people"], "people"),
        (Kind.FIGURE, {"unit": "%"}, ["people", "share"], "share"),
        (Kind.FIGURE, {"unit": "UAH"}, ["people", "money"], "money"),
        (Kind.FIGURE, {"unit": "день"}, ["people", "quantity"], "quantity"),
        (Kind.FIGURE, {"unit": "день"}, ["число"], "число"),
        (Kind.FIGURE, {"counted": "поранені", "unit": "осіб"}, ["поранені", "люди"], "поранені"),
        (Kind.ACTOR, {"type": "person"}, ["place", "person"], "person"),
        (Kind.ACTOR, {"type": "state body"}, ["person", "organisation"], "organisation"),
        (Kind.ACTOR, {}, ["place", "person"], "actor"),
        (Kind.ACTOR, {"type": "group"}, ["place", "person"], "actor"),
        (Kind.ACTOR, {}, ["place", "учасник"], "учасник"),
        (Kind.ACTOR, {"type": "person"}, ["place"], "place"),
        (Kind.DATE, {"edtf": "2024"}, [], "date"),
    ],
)
def test_the_tag_says_what_was_suggested(tmp_path, kind, attributes, names, expected):
    with Archive.create(tmp_path / "tags") as archive:
        for name in names:
            archive.tags.add(name, kind)
        article = archive.articles.add(ArticleDraft("слово", "слово", language="uk"), b"x", "text/plain").article
        offer = Suggestion(0, 5, "слово", kind, attributes, 1.0, "figure")
        (made,) = accept(archive, [(article, offer)])
        assert archive.annotations.get(made).tag.name == expected


def test_a_record_keeps_its_usual_tag(archive, article, minister):
    office = archive.tags.add("office", "actor").id
    archive.annotations.add_quote(article.id, "Остап Гречаник", office, record=minister.id)
    (offer,) = [each for each in offered(archive, article, Kind.ACTOR) if each.record == minister.id]
    (made,) = accept(archive, [(article.id, offer)])
    assert archive.annotations.get(made).tag.id == office


def test_what_waits_for_review_stands_in_no_way(archive, article):
    start = BODY.index("18 будинків")
    archive.annotations.add(article.id, start, start + 11, archive.tags.named("killed").id)
    # The words that were marked are gone; others stand at their place.
    body = BODY.replace("18 будинків зруйновано", "40 мостів зруйновано")
    archive.articles.revise(article.id, body, Provenance("by hand", "hand", "1", None))
    assert "40 мостів" in quotes(offered(archive, article, Kind.FIGURE))
