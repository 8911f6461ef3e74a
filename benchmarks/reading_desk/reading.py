# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading: labels, lanes, filters, the overview, size and width, two texts, originals, scripts, citations."""

from __future__ import annotations

import subprocess
from functools import partial

from archivist.model import Article, ArticleDraft, Provenance, RecordDraft
from archivist.store import Archive
from benchmarks.reading_desk.accessible import Box
from benchmarks.reading_desk.by import By, pause
from benchmarks.reading_desk.desk import Desk, NotSo, is_right_to_left
from benchmarks.reading_desk.hands import chosen, give_tag
from benchmarks.reading_desk.seeing import columns_differ, copy_of, differ
from benchmarks.reading_desk.steps import CORRECTED, Step, add_article, open_article, section
from benchmarks.reading_desk.texts import SCRIPTS, long_paragraph, long_text

_INDEXING_S = 120
PEOPLE, CLOSED, PORT, NAME = "троє людей", "Порт закрито до ранку", "Порт", "Остап Кривенко"


def stay_with_lines(desk: Desk, by: By) -> None:
    """The labels beside a line move with it, pixel by pixel, when the text is scrolled."""
    by.choose("Бригада 5 ")
    words = "Абзац 6."
    start, _ = by.place(words)
    before, box = copy_of(desk), desk.letters(start, start + 1)[0]
    reader = desk.see("text", "Article text")
    if by.is_mouse:
        desk.point(*desk.pixels(reader.box).middle)
        desk.tool("click", "5")
    else:
        bar = desk.see("scroll bar", within=reader)
        desk.press("Esc", "Ctrl+Home")
        del bar
    pause(3)
    moved = desk.letters(start, start + 1)[0].top - box.top
    if by.is_mouse and moved >= 0:
        raise NotSo("the wheel did not scroll")
    around = desk.pixels(reader.box)
    strip = Box(around.left + around.width // 2, box.top - 40, around.width // 2 - 40, 60)
    apart = columns_differ(before, copy_of(desk), strip, moved)
    if by.is_mouse and apart > 0.02:
        raise NotSo(f"{apart:.0%} of what is beside the lines did not move with them")


def see_lanes(desk: Desk, by: By) -> None:
    """Overlapping annotations are told apart: under one word lie several lines of their colours."""
    by.choose(PORT)
    chosen(desk, PORT)
    start, _ = by.place(PORT)
    box = desk.letters(start + 1, start + 2)[0]
    below = Box(box.left + 2, box.top + box.height * 2 // 3, 4, box.height // 2)
    colours = copy_of(desk).colours(below)
    if len(colours) < 4:
        raise NotSo(f"under the word are only the colours {colours}")


def filter_annotations(desk: Desk, by: By) -> None:
    """By kind, tag, annotator and state: how many of all are shown is said, and they are painted no more."""
    by.act("filter_annotations")
    for purpose, wanted, shown in (
        ("Kind", desk.words.all("Figures")[0], 1),
        ("Tag", "person", 1),
        ("Annotator", "", 4),
        ("State", desk.words.all("With a note")[0], 1),
    ):
        choice = desk.until(
            f"the choice {purpose}",
            lambda: desk.program.find(
                "combo box",
                fits=lambda each: each.description in desk.words.all(purpose),  # noqa: B023 - asked at once
            ),
        )
        value = wanted or desk.annotations[0].created_by
        by.pick(choice, value)
        pause(2)
        desk.until(
            f"{shown} of 4 said for {value}",
            lambda: desk.program.find(
                "label",
                fits=lambda each: each.name.startswith(f"{shown} ") and "4" in each.name,  # noqa: B023
            ),
        )
        desk.picture(f"filter-{purpose.lower()}-{by.name}")
        everything = {"Kind": "Every kind", "Tag": "Every tag", "Annotator": "Every annotator", "State": "Every state"}
        by.pick(choice, desk.words.all(everything[purpose])[0])
    by.push(desk.see("push button", "Show all annotations"))
    desk.gone("push button", "Show all annotations")


def _four(archive: Archive, article: Article) -> None:
    first = archive.annotations.of_article(article.id)[0]
    archive.annotations.update(first.id, note="звірити")


def use_overview(desk: Desk, by: By) -> None:
    overview = desk.see("filler", "Overview of the article")
    box = desk.pixels(overview.box)
    reader = desk.see("text", "Article text")
    first = reader.letter(0).top
    if by.is_mouse:
        desk.click(Box(box.left, box.top + box.height - 60, box.width, 4))
    else:
        desk.press("Ctrl+End")
    desk.until("the end in view", lambda: reader.letter(0).top < first - 200)
    before = copy_of(desk)
    if len(before.colours(box)) < 3:
        raise NotSo("the overview shows nothing")
    by.act("show_minimap")
    desk.gone("filler", "Overview of the article")
    by.act("show_minimap")
    desk.see("filler", "Overview of the article")


def go_through_hits(desk: Desk, by: By) -> None:
    """Those of a search, which the overview shows as well; then those of words looked for in the article."""
    box = desk.pixels(desk.see("filler", "Overview of the article").box)
    bare = copy_of(desk).colours(box)
    desk.until("the index", lambda: desk.find("progress bar") is None, _INDEXING_S)
    if not by.is_mouse:
        by.act("search_archive")
    by.fill(desk.see("text", "Search the archive"), f"оболонь{by.name}")
    desk.press("Return")
    _hit_of_three(desk, "Hit {number} of {count}", 1)
    pause(4)
    if copy_of(desk).colours(box) <= bare:
        raise NotSo("the overview does not show the hits")
    desk.picture(f"hits-{by.name}")
    _go_on(desk, by)
    _hit_of_three(desk, "Hit {number} of {count}", 2)
    by.act("clear_search")
    desk.press("Ctrl+3", "Ctrl+Home")
    by.act("find_in_article")
    by.fill(desk.see("text", "Find in this article"), "оболонь")
    _hit_of_three(desk, "{number} of {count}", 1)
    _go_on(desk, by)
    _hit_of_three(desk, "{number} of {count}", 2)
    desk.picture(f"find-in-the-article-{by.name}")
    desk.press("Esc")


def _go_on(desk: Desk, by: By) -> None:
    """To the next hit."""
    if by.is_mouse:
        desk.click(desk.see("push button", "Next hit"))
    else:
        by.act("next_hit")


def _hit_of_three(desk: Desk, source: str, number: int) -> None:
    said = [form.format(number=number, count=3) for form in desk.words.all(source)]
    desk.until(said[0], lambda: desk.program.find("label", fits=lambda each: each.name in said))


def _hidden_words(archive: Archive, article: Article) -> None:
    """Words that no other article has, in three places of a long text."""
    by = article.title.rsplit(", ", 1)[1]
    body = archive.articles.revision(article.id).body
    for place in ("Абзац 3.", "Абзац 30.", "Абзац 55."):
        body = body.replace(place, f"{place} Оболонь{by} біля греблі.")
    archive.articles.revise(article.id, body, CORRECTED)


def change_type(desk: Desk, by: By) -> None:
    reader = desk.see("text", "Article text")

    def width() -> int:
        return reader.letter(3).left - reader.letter(0).left

    before = width()
    for _ in range(2):
        by.act("zoom_in")
    desk.until("larger letters", lambda: width() > before)
    for _ in range(4):
        by.act("zoom_out")
    desk.until("smaller letters", lambda: width() < before)
    by.act("zoom_reset")
    desk.until("the usual size", lambda: width() == before)
    if by.is_mouse:
        desk.point(*desk.pixels(reader.box).middle)
        with desk.holding("ctrl"):
            desk.tool("click", "--repeat", "2", "4")
        desk.until("larger by the wheel", lambda: width() > before)
        by.act("zoom_reset")


def change_width(desk: Desk, by: By) -> None:
    reader = desk.see("text", "Article text")
    end = len(desk.body) - 1

    def last() -> int:
        return reader.letter(end).top

    before = last()
    for _ in range(3):
        by.act("narrow_text")
    desk.until("narrower lines", lambda: last() > before)
    for _ in range(3):
        by.act("widen_text")
    desk.until("the lines as before", lambda: last() == before)


def focus_on_article(desk: Desk, by: By) -> None:
    reader = desk.see("text", "Article text")
    width = reader.box.width
    by.act("focus_mode")
    desk.until("nothing but the article", lambda: reader.box.width > width and desk.find("table", "Articles") is None)
    desk.picture(f"focus-{by.name}")
    if by.is_mouse:
        by.act("focus_mode")
    else:
        desk.press("F12")
    desk.see("table", "Articles")


def read_side_by_side(desk: Desk, by: By) -> None:
    """Choosing an annotation in one lights those of its record in both."""
    by.act("keep_beside")
    pane = desk.see("text", "The article beside")
    here, beside = desk.article, desk.body
    desk.article = desk.ask(lambda archive: _other_half(archive, here))
    open_article(desk, by)
    place = beside.index(NAME)
    box = desk.pixels(pane.letter(place + 2))
    around = Box(box.left - 12, box.top - 2, 40, box.height + 6)
    before = copy_of(desk)
    by.choose(NAME)
    chosen(desk, NAME)
    pause(4)
    if not differ(before, copy_of(desk), around):
        raise NotSo("the record was not lit in the article beside")
    desk.picture(f"side-by-side-lit-{by.name}")
    by.push(desk.see("push button", "Close what is beside the article"))
    desk.gone("text", "The article beside")


def _other_half(archive: Archive, article: str) -> str:
    ours = archive.annotations.of_article(article)[0].record
    assert ours is not None
    return next(each.article for each in archive.records.articles(ours) if each.article != article)


def _two_of_one_record(archive: Archive, article: Article) -> None:
    body = f"{article.title}, продовження\n\nДиректор заводу {NAME} заговорив. Інше зібрання слухало."
    other = add_article(archive, body)
    person = archive.tags.named("person")
    record = archive.records.add(RecordDraft(kind=person.kind, name=f"{NAME} {article.title}"))
    for each in (article, other):
        archive.annotations.add_quote(each.id, NAME, person.id, record=record.id)


def see_original_page(desk: Desk, by: By) -> None:
    """Without scripts, pictures and links; beside its text."""
    desk.article = desk.ask(lambda archive: _titled(archive, f"Сторінка {by.name}"))
    open_article(desk, by)
    by.act("show_original")
    desk.says("Original: {title}")
    desk.picture(f"original-page-{by.name}")
    if any("СКРИПТ" in each for each in _texts(desk)):
        raise NotSo("a script of the page ran")
    by.push(desk.see("push button", "Close what is beside the article"))


def see_original_image(desk: Desk, by: By) -> None:
    desk.article = desk.ask(lambda archive: _titled(archive, f"Знімок {by.name}"))
    open_article(desk, by)
    before = copy_of(desk)
    by.act("show_original")
    desk.says("Original: {title}")
    pause(4)
    if not any(colour[0] > 200 and colour[1] < 60 and colour[2] < 60 for colour in copy_of(desk).most_common()):
        raise NotSo("the image is not seen")
    del before
    desk.picture(f"original-image-{by.name}")
    by.push(desk.see("push button", "Close what is beside the article"))


def _texts(desk: Desk) -> list[str]:
    return [control.text for control in desk.program.all("text")]


def _titled(archive: Archive, title: str) -> str:
    return next(each.id for each in archive.articles.at_rows(archive.articles.rows()) if each.title == title)


def _page(archive: Archive, article: Article) -> None:
    title = f"Сторінка {article.title.rsplit(', ', 1)[1]}"
    raw = (
        f"<html><body><h1>{title}</h1><p>Вода <b>прорвала</b> греблю.</p>"
        "<p id=x></p><script>document.getElementById('x').textContent='СКРИПТ'</script>"
        "<img src='http://example.org/a.png'><table border=1><tr><td>насос<td>два</table></body></html>"
    )
    draft = ArticleDraft(title=title, body=f"{title}\n\nВода прорвала греблю.", language="uk",
                         provenance=Provenance("page.html", "web-page", "1", "utf-8"))  # fmt: skip
    archive.articles.add(draft, raw.encode(), "text/html")


def _image(archive: Archive, article: Article) -> None:
    title = f"Знімок {article.title.rsplit(', ', 1)[1]}"
    raw = subprocess.run(
        ("convert", "-size", "400x300", "xc:#ff0000", "-comment", title, "png:-"), check=True, capture_output=True
    ).stdout
    draft = ArticleDraft(title=title, body=f"{title}\n\nПідпис під знімком греблі.", language="uk",
                         provenance=Provenance("picture.png", "image", "1", ""))  # fmt: skip
    archive.articles.add(draft, raw + title.encode(), "image/png")


def select_in_script(words: str, desk: Desk, by: By) -> None:
    """Selected, tagged and painted to the letter."""
    by.select(words)
    give_tag(desk, by, "person", "A")
    desk.marks((words, "person"))
    start, end = by.place(words)
    if by.is_mouse:
        desk.press("Esc", "Esc")
    at = (start + end) // 2 if is_right_to_left(words) else start  # of one sign the first code point tells the place
    desk.click(desk.letters(at, at + 1)[0]) if by.is_mouse else by.choose(words)
    chosen(desk, words)


def in_long_paragraph(desk: Desk, by: By) -> None:
    """At the end of 200,000 letters in one paragraph."""
    if by.is_mouse:
        overview = desk.pixels(desk.see("filler", "Overview of the article").box)
        desk.click(Box(overview.left, overview.top + overview.height - 4, overview.width, 2))
        pause(4)
    number = desk.body.rstrip(".").count("довгого звіту") - 3
    words = f"Рядок {number} довгого"
    by.select(words)
    give_tag(desk, by, "statement", "J")
    desk.marks((words, "statement"))


def copy_with_citation(desk: Desk, by: By) -> None:
    by.select(PEOPLE)
    by.act("copy_citation")
    desk.says("Copied with its citation.")
    start, end = by.place(PEOPLE)
    copied = desk.clipboard()
    title = desk.ask(lambda archive: archive.articles.get(desk.article).title)
    for part in (PEOPLE, title, "Вісник", "2024", desk.address(start, end)):
        if part not in copied:
            raise NotSo(f"“{part}” is not in what was copied: {copied}")


def follow_link(desk: Desk, by: By) -> None:
    """From the clipboard, and from the search field."""
    start, end = by.place(NAME)
    desk.put_on_clipboard(desk.address(start, end))
    by.act("go_to_address")
    reader = desk.see("text", "Article text")
    desk.until("the passage selected", lambda: sorted(reader.selection()) == [start, end])
    by.put_caret("Вода")
    field = desk.see("text", "Search the archive")
    if not by.is_mouse:
        by.act("search_archive")
    by.fill(field, desk.address(start, end))
    desk.press("Return")
    desk.until("the passage selected again", lambda: sorted(reader.selection()) == [start, end])
    if not by.is_mouse:
        by.act("search_archive")
    by.fill(field, "")
    desk.press("Return")


BESIDE = f"Директор заводу {NAME} мовчить уже третій день. Школу зачинили, дітей вивезли автобусами."
FOUR = (("троє людей", "killed"), ("Мер", "person"), (CLOSED, "decision"), ("міністерство", "state body"))
OVERLAPS = ((PORT, "place"), (CLOSED, "decision"), ("Порт закрито", "statement"))
BRIGADES = tuple((f"Бригада {number} ", "group") for number in range(2, 12))
MASTERS = tuple((f"майстер {number} ", "person") for number in range(2, 50, 5))
STEPS = section(
    "Reading",
    (
        Step("labels stay with their lines", stay_with_lines, long_text(40), BRIGADES),
        Step("lanes of overlaps", see_lanes, marks=OVERLAPS),
        Step("filter by kind, tag, annotator, state", filter_annotations, marks=FOUR, prepare=_four),
        Step("overview", use_overview, long_text(60), MASTERS),
        Step("hits, in the overview as well", go_through_hits, long_text(60), prepare=_hidden_words),
        Step("type", change_type),
        Step("width of the lines", change_width),
        Step("focus on the article", focus_on_article),
        Step("side by side, one record lit in both", read_side_by_side, BESIDE, prepare=_two_of_one_record),
        Step("original page", see_original_page, prepare=_page),
        Step("original image", see_original_image, prepare=_image),
        Step("Hebrew", partial(select_in_script, "שלושה בני אדם"), SCRIPTS),
        Step("Arabic", partial(select_in_script, "الميناء"), SCRIPTS),
        Step("emoji", partial(select_in_script, "👩‍👩‍👧‍👦"), SCRIPTS),
        Step("combining marks", partial(select_in_script, "Ґе́ник"), SCRIPTS),
        Step("a paragraph of 200,000 letters", in_long_paragraph, long_paragraph(200_000)),
        Step("copy with citation", copy_with_citation),
        Step("archivist:// link", follow_link),
    ),
)  # fmt: skip
