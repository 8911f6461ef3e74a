# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotating by hand: tagging, edges, going from one to the next, and what is done with the one that is chosen."""

from __future__ import annotations

from functools import partial

from archivist.model import Article
from archivist.store import Archive
from benchmarks.reading_desk.accessible import Control
from benchmarks.reading_desk.by import By, pause
from benchmarks.reading_desk.desk import Desk, NotSo
from benchmarks.reading_desk.steps import CORRECTED, Step, section

PEOPLE, CLOSED, PORT = "троє людей", "Порт закрито до ранку", "Порт"
MINISTRY = "міністерство внутрішніх справ"
NAME = "Остап Кривенко"
TWO_SENTENCES = f"Загинули {PEOPLE}, повідомило {MINISTRY}. {CLOSED}, кораблі стоять на рейді."


def tag_selection(desk: Desk, by: By) -> None:
    by.select(PEOPLE)
    give_tag(desk, by, "missing", "4")
    desk.marks((PEOPLE, "missing"))


def choose_from_all_tags(desk: Desk, by: By) -> None:
    by.select(MINISTRY)
    if by.is_mouse:
        desk.click(desk.see("push button", "All tags…"))
    else:
        desk.press("T")
    by.take_offered("state body")
    desk.marks((MINISTRY, "state body"))


def sweep_with_tag_in_hand(desk: Desk, by: By) -> None:
    if by.is_mouse:
        desk.click(strip_button(desk, "person"))
    else:
        desk.press("F2")
        by.take_offered("person,")
    swept = [NAME, "Мер"]
    for words in swept:
        if by.is_mouse:
            start, end = by.place(words)
            first, last = desk.letters(start, start + 1)[0], desk.letters(end - 1, end)[0]
            desk.drag((first.left + 1, first.middle[1]), (last.left + last.width - 1, last.middle[1]))
        else:
            by.select(words)
            desk.press("Return")
    desk.marks(*((words, "person") for words in swept))
    desk.picture(f"tag-in-hand-{by.name}")
    if by.is_mouse:
        desk.click(desk.see("push button", "Put the tag down"))
    else:
        desk.press("Esc")
    desk.until("the tag put down", lambda: desk.find("push button", "Put the tag down") is None)


def two_level_keys(desk: Desk, by: By) -> None:
    by.select(PEOPLE)
    if by.is_mouse:
        desk.click(desk.see("push button", "All tags…"))
        by.take_offered("sailors killed")
    else:
        desk.press("2")
        desk.picture("two-level-keys-after-the-first")
        if desk.annotations:
            raise NotSo("the first key of two tagged already")
        desk.press("S")
    desk.marks((PEOPLE, "sailors killed"))


def first_of_two_keys(desk: Desk, by: By) -> None:
    by.select(PEOPLE)
    give_tag(desk, by, "wounded", "3")
    if not by.is_mouse:
        desk.press("Return")
    desk.marks((PEOPLE, "wounded"))


def repeat_last_tag(desk: Desk, by: By) -> None:
    by.select(NAME)
    give_tag(desk, by, "person", "A")
    by.select(PEOPLE)
    by.act("repeat_tag")
    desk.marks((NAME, "person"), (PEOPLE, "person"))


def move_edges(unit: str, desk: Desk, by: By) -> None:
    """Both edges, out and back in, by one unit; what is marked after each."""
    before = {"character": "людей", "word": PEOPLE, "sentence": TWO_SENTENCES}[unit]
    body = desk.body
    by.choose(before)
    for edge, side in (("start", "left"), ("start", "right"), ("end", "right"), ("end", "left")):
        was = _span(desk)
        _nudge(desk, by, edge, side, unit)
        desk.until(f"the {edge} moved to the {side} by a {unit}", lambda: _span(desk) != was)  # noqa: B023 - asked at once
        now = _span(desk)
        moved, stays = (0, 1) if edge == "start" else (1, 0)
        if now[stays] != was[stays] or (now[moved] > was[moved]) != (side == "right"):
            raise NotSo(f"the {edge} went {side} from {was} to {now}")
        if unit == "character" and abs(now[moved] - was[moved]) != 1:
            raise NotSo(f"the {edge} went further than a character: {was} to {now}")
        if unit == "word" and body[now[0] - 1 : now[0]].isalnum():
            raise NotSo(f"a word was cut: {body[now[0] : now[1]]}")


def _span(desk: Desk) -> tuple[int, int]:
    annotation = desk.annotations[0]
    return annotation.start, annotation.end


def _nudge(desk: Desk, by: By, edge: str, side: str, unit: str) -> None:
    suffix = "" if unit == "word" else f"_{unit}"
    if not by.is_mouse:
        by.act(f"{edge}_{side}{suffix}")
        return
    edges, sides = desk.words.all(edge.capitalize()), desk.words.all(f"to the {side}")
    button = desk.until(
        f"the button of the {edge} to the {side}",
        lambda: desk.program.find(
            "push button", fits=lambda each: each.name.startswith(tuple(edges)) and each.name.endswith(tuple(sides))
        ),
    )
    desk.click(button, held={"character": "shift", "sentence": "ctrl"}.get(unit, ""))


def select_unit(action: str, wanted: str, desk: Desk, by: By) -> None:
    by.put_caret("внутрішніх" if action != "select_sentence" else "Загинули")
    by.act(action)
    start, end = by.place(wanted)
    reader = desk.reader()
    assert reader is not None
    desk.until(f"“{wanted}” selected", lambda: sorted(reader.selection()) == [start, end])


def double_click_selects_word(desk: Desk, by: By) -> None:
    start, end = by.place("рятувальників")
    if by.is_mouse:
        desk.click(desk.letters(start + 2, start + 3)[0], times=2)
    else:
        by.put_caret("рятувальників")
        desk.press("Alt+1")
    reader = desk.reader()
    assert reader is not None
    desk.until("the word selected", lambda: sorted(reader.selection()) == [start, end])


def next_and_previous(desk: Desk, by: By) -> None:
    for action, words in (
        ("next_annotation", PEOPLE),
        ("next_annotation", CLOSED),
        ("next_annotation", NAME),
        ("previous_annotation", CLOSED),
    ):
        by.act(action)
        chosen(desk, words)


def next_unreviewed(desk: Desk, by: By) -> None:
    """It waits since the text was corrected; the other article's waits as well."""
    by.act("next_unreviewed")
    desk.says("These words are no longer at their place in the text. Mark them again, or delete this annotation.")


def _make_waiting(archive: Archive, article: Article) -> None:
    body = archive.articles.revision(article.id).body
    archive.articles.revise(article.id, body.replace(NAME, "Семен Гай"), CORRECTED)


def retag(desk: Desk, by: By) -> None:
    by.choose(PEOPLE)
    by.act("retag")
    by.take_offered("wounded")
    desk.marks((PEOPLE, "wounded"))


def retag_by_key(desk: Desk, by: By) -> None:
    by.choose(PEOPLE)
    if by.is_mouse:
        desk.click(desk.see("push button", "Tag: {name}, {kind}"))
        by.take_offered("missing")
    else:
        by.act("retag")
        by.take_offered("missing")
    desk.marks((PEOPLE, "missing"))


def duplicate(desk: Desk, by: By) -> None:
    by.choose(PEOPLE)
    by.act("duplicate_annotation")
    desk.marks((PEOPLE, "killed"), (PEOPLE, "killed"))


def move_to_selection(desk: Desk, by: By) -> None:
    by.choose(PEOPLE)
    by.select(NAME)
    by.act("move_annotation")
    desk.marks((NAME, "killed"))


def go_to_note(desk: Desk, by: By) -> Control:
    """Choose the annotation of the people, and be in its note, which is given back."""
    by.choose(PEOPLE)
    field = desk.see("text", "Note")
    if by.is_mouse:
        desk.click(field)
    else:
        desk.press("N")
    desk.until("the note focused", lambda: field.is_focused)
    return field


def write_note(desk: Desk, by: By) -> None:
    go_to_note(desk, by)
    desk.write("звірити з міністерством 🌊")
    desk.press("Ctrl+3")
    desk.holds("the note", lambda archive: _notes(archive, desk) == ["звірити з міністерством 🌊"])


def _notes(archive: Archive, desk: Desk) -> list[str]:
    return [each.note for each in archive.annotations.of_article(desk.article)]


def click_through_overlaps(desk: Desk, by: By) -> None:
    """Three on one word: the pointer comes to each by clicking again, the keys by going on."""
    start, _ = by.place(PORT)
    seen = []
    for _ in range(3):
        if by.is_mouse:
            desk.click(desk.letters(start + 1, start + 2)[0])
        else:
            desk.press("Alt+Down")
        pause(2)
        seen.append(chosen_now(desk))
    if len(set(seen)) != 3:
        raise NotSo(f"three clicks came to {seen}")


def delete(desk: Desk, by: By) -> None:
    by.choose(PEOPLE)
    if by.is_mouse:
        by.push(desk.see("push button", "Delete annotation"))
    else:
        desk.press("Del")
    desk.marks((CLOSED, "decision"))
    by.act("undo")
    desk.marks((PEOPLE, "killed"), (CLOSED, "decision"))


def let_go(desk: Desk, by: By) -> None:
    by.choose(PEOPLE)
    chosen(desk, PEOPLE)
    by.act("unselect")
    desk.until("nothing chosen", lambda: not chosen_now(desk))


def use_context_menu(desk: Desk, by: By) -> None:
    """The menu of the article at the pointer or the caret."""
    by.choose(PEOPLE)
    if by.is_mouse:
        start, _ = by.place(PEOPLE)
        desk.click(desk.letters(start + 2, start + 3)[0], button=3)
    else:
        desk.press("Menu")
    pause()
    desk.picture(f"menu-of-the-article-{by.name}")
    by.take_from_menu("Dupl&icate")
    desk.marks((PEOPLE, "killed"), (PEOPLE, "killed"))


def give_tag(desk: Desk, by: By, tag: str, key: str) -> None:
    """Tag what is selected: by the key, or by a click in the strip; what has no room there is under All tags."""
    if not by.is_mouse:
        desk.press(key)
        return
    strip = desk.see("", "Tags and their keys")
    button = strip.find("push button", fits=lambda each: each.name.startswith(f"{tag},"))
    if button is not None and button.box.width and strip.box.holds(button.box):
        desk.click(button)
    else:
        desk.click(desk.see("push button", "All tags…"))
        by.take_offered(f"{tag},")


def strip_button(desk: Desk, tag: str) -> Control:
    """The button of a tag below the article."""
    strip = desk.see("", "Tags and their keys")
    return desk.until(
        f"the tag {tag}", lambda: strip.find("push button", fits=lambda each: each.name.startswith(f"{tag},"))
    )


def chosen_now(desk: Desk) -> str:
    """What the article says is chosen in it, "" where nothing is."""
    reader = desk.reader()
    said = reader.description if reader is not None else ""
    return said if desk.words.pattern("Chosen: {tag}, “{words}”").fullmatch(said) else ""


def chosen(desk: Desk, words: str) -> None:
    """Wait until the annotation on words is the chosen one."""
    desk.until(f"“{words}” chosen", lambda: f"“{words}”" in chosen_now(desk) or f"«{words}»" in chosen_now(desk))


def _three_levels(archive: Archive, _article: Article) -> None:
    known = {tag.name for tag in archive.tags.all()}
    for name, parent, keys in (("sailors killed", "killed", "2s"), ("rescuers wounded", "wounded", "3r")):
        if name not in known:
            archive.tags.add(name, "figure", shortcut=keys, parent=archive.tags.named(parent).id)


ONE = ((PEOPLE, "killed"),)
OVERLAPS = ((PORT, "place"), (CLOSED, "decision"), ("Порт закрито", "statement"))
SENTENCE = f"Загинули {PEOPLE}, повідомило {MINISTRY}."
THREE = ((PEOPLE, "killed"), (CLOSED, "decision"), (NAME, "person"))
STEPS = section(
    "Hands",
    (
        Step("select then tag", tag_selection),
        Step("choose from all tags", choose_from_all_tags),
        Step("tag in hand and sweep", sweep_with_tag_in_hand),
        Step("repeat the last tag", repeat_last_tag),
        Step("edges by character", partial(move_edges, "character"), marks=(("людей", "killed"),)),
        Step("edges by word", partial(move_edges, "word"), marks=ONE),
        Step("edges by sentence", partial(move_edges, "sentence"), marks=((TWO_SENTENCES, "killed"),)),
        Step("select the word", partial(select_unit, "select_word", "внутрішніх")),
        Step("select the noun phrase", partial(select_unit, "select_noun_phrase", MINISTRY)),
        Step("select the sentence", partial(select_unit, "select_sentence", SENTENCE)),
        Step("select a word by double click", double_click_selects_word),
        Step("next and previous", next_and_previous, marks=THREE),
        Step("next for review", next_unreviewed, marks=THREE, prepare=_make_waiting),
        Step("retag", retag, marks=ONE),
        Step("retag in the inspector", retag_by_key, marks=ONE),
        Step("duplicate", duplicate, marks=ONE),
        Step("move to the selected words", move_to_selection, marks=ONE),
        Step("note by one key", write_note, marks=ONE),
        Step("click through overlaps", click_through_overlaps, marks=OVERLAPS),
        Step("delete and undo", delete, marks=((PEOPLE, "killed"), (CLOSED, "decision"))),
        Step("let go of the chosen one", let_go, marks=ONE),
        Step("menu of the article", use_context_menu, marks=ONE),
        Step("keys of two levels", two_level_keys, prepare=_three_levels),
        Step("the first of two keys", first_of_two_keys, prepare=_three_levels),
    ),
)  # fmt: skip
