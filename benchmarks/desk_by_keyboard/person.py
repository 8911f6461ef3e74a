# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does at the keyboard with one article. What it did is read from the archive, not from the window."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from archivist.language.dictionary_form import dictionary_form
from archivist.model import ActorType, Annotation, Kind, Relation, Suggestion
from archivist.store import Archive
from archivist.store.record_fields import RECORD_KINDS
from archivist.suggest import Suggester
from benchmarks.desk_by_keyboard.keyboard import FULL, MOMENT, NARROW, Keyboard
from benchmarks.desk_by_keyboard.reading import Mention, Reading

Result = TypeVar("Result")

PATIENCE = 20.0  # s, for what the program does in the background
# What the popup calls a type of relation, which is typed there.
SAID = {"counts-for": "counts for", "part-of": "part of", "cause": "cause of"}


class Person:
    """One person's way through an article that was read before."""

    def __init__(self, keyboard: Keyboard, folder: Path) -> None:
        self._keys = keyboard
        self._folder = folder
        self._pictured: set[str] = set()
        self.linked_at_once = 0  # to a record that is there, without a word typed
        self.made_at_once = 0  # records, called as was offered

    def bring_in(self, article: Path, published: str) -> None:
        """Import the article with its date."""
        keys = self._keys
        keys.press("ctrl+i")
        keys.tool("search", "--sync", "--onlyvisible", "--name", "^Import files$")
        time.sleep(3 * MOMENT)
        keys.write(str(article))
        keys.press("Return", wait=3 * MOMENT)
        keys.tool("search", "--sync", "--onlyvisible", "--name", "^Import$")
        time.sleep(4 * MOMENT)  # the first lines are read
        if published:
            keys.press("Tab")
            keys.write(published)
        keys.picture("import")
        keys.press("Return")
        self._wait("the article", lambda archive: archive.articles.count() == 1)
        keys.press("ctrl+3", wait=6 * MOMENT)  # the first look for suggestions reads the dictionaries
        keys.picture("suggestions")

    def settle_suggestions(self) -> None:
        """Reject one and take that back; accept all figures, which are offered with number, claimant and day."""
        keys = self._keys
        keys.press("ctrl+Home")
        keys.press("F4")
        keys.picture("no-suggestions")
        keys.press("F4", wait=3 * MOMENT)
        keys.press("ctrl+Down")
        keys.press("ctrl+BackSpace", wait=3 * MOMENT)
        keys.picture("suggestion-rejected")
        keys.press("ctrl+z", wait=4 * MOMENT)
        offered = self._read(_suggestions)
        first = next(number for number, each in enumerate(offered) if each.kind is Kind.FIGURE)
        self._to_the_top()
        keys.press("ctrl+Down", times=first + 1, wait=2 * MOMENT)
        keys.picture("figure-chosen")
        keys.press("ctrl+shift+Return")
        count = sum(each.kind is Kind.FIGURE for each in offered)
        self._wait("the figures", lambda archive: len(_annotations(archive)) == count)
        keys.picture("figures-accepted")

    def tag(self, reading: Reading) -> None:
        """Find the words of every mention, tag them by the key of their tag, and link them to their record."""
        tags = self._read(lambda archive: {tag.name: tag for tag in archive.tags.all()})
        body = self._read(body_of)
        self._keys.press("F4")  # what is offered would only be in the way of the eye
        for mention in reading.mentions:
            record = reading.records[mention.record]
            if record.kind is Kind.FIGURE:
                continue
            self._find(body, mention)
            self._keys.press(tags[record.tag].shortcut)
            place = (record.kind, mention.start, mention.end)
            self._wait(f"{mention.quote} tagged", lambda archive, place=place: place in _places(archive))
            self._link(mention, record.kind)
        self._keys.picture("tagged")

    def link_figures(self, reading: Reading) -> None:
        """Go through the annotations, and link each figure."""
        tags = self._read(lambda archive: {tag.name: tag for tag in archive.tags.all()})
        wanted = {
            (mention.start, mention.end): mention
            for mention in reading.mentions
            if reading.records[mention.record].kind is Kind.FIGURE
        }
        self._to_the_top()
        for annotation in self._read(_annotations):
            self._keys.press("alt+Down", wait=MOMENT / 3)
            mention = wanted.get((annotation.start, annotation.end))
            if annotation.tag.kind is not Kind.FIGURE or mention is None:
                continue
            tag = reading.records[mention.record].tag
            if annotation.tag.name != tag:
                self._keys.press("ctrl+t")
                self._keys.write(tags[tag].name)
                self._keys.press("Return")
            self._link(mention, Kind.FIGURE)
        self._keys.picture("linked")

    def relate(self, reading: Reading) -> None:
        """Go through the annotations, and relate each record where it is mentioned first."""
        firsts = {reading.mentions_of(source)[0]: source for _, source, _ in reading.relations}
        made = 0
        self._to_the_top()
        for annotation in self._read(_annotations):
            self._keys.press("alt+Down", wait=MOMENT / 2)
            name = next((source for each, source in firsts.items() if _is_of(annotation, each, reading)), None)
            for type_, source, target in reading.relations:
                if source == name:
                    made += 1
                    self._relate(annotation, SAID.get(type_, type_), target, made)
        self._keys.picture("related")

    def undo_and_redo(self) -> None:
        """Take back the last relations, and make them again."""
        there = len(self._read(_relations))
        for keys, wanted in (("ctrl+z", there - 2), ("ctrl+shift+z", there)):
            self._keys.press(keys)
            self._keys.press(keys)
            self._wait(f"{wanted} relations", lambda archive, n=wanted: len(_relations(archive)) == n)

    def look(self, window: str) -> None:
        """Pictures of the whole, in both colours and both sizes, with arcs and without."""
        keys = self._keys
        for size, (width, height) in (("full", FULL), ("narrow", NARROW)):
            keys.tool("windowsize", "--sync", window, str(width), str(height - 30))
            for theme, key in (("light", "ctrl+alt+1"), ("dark", "ctrl+alt+2")):
                keys.press(key, "ctrl+3", wait=3 * MOMENT)
                self._to_the_top()
                keys.picture(f"{size}-{theme}-article")
                keys.press("alt+Down", "alt+Down")
                keys.picture(f"{size}-{theme}-top")
                keys.press("shift+F4", wait=3 * MOMENT)
                keys.picture(f"{size}-{theme}-arcs")
                keys.press("shift+F4")
                keys.press("Escape", "ctrl+End", "alt+Up", wait=3 * MOMENT)
                keys.picture(f"{size}-{theme}-end")
                keys.press("F6", wait=3 * MOMENT)
                keys.picture(f"{size}-{theme}-records")
                keys.press("F6")

    def read_many(self) -> None:
        """Read all articles for what they seem to say, and look at the dialog."""
        keys = self._keys
        for theme, key in (("dark", "ctrl+alt+2"), ("light", "ctrl+alt+1")):
            keys.press(key, "ctrl+shift+r")
            keys.tool("search", "--sync", "--onlyvisible", "--name", "What the articles seem to say")
            time.sleep(MOMENT)
            keys.press("Down", "Down")
            keys.picture(f"read-many-{theme}")
            keys.press("Escape")

    def _find(self, body: str, mention: Mention) -> None:
        """Select the words by the find bar, which begins at the caret and knows no case."""
        pattern = re.escape(mention.quote)
        before = sum(each.start() < mention.start for each in re.finditer(pattern, body, re.IGNORECASE))
        self._to_the_top()
        self._keys.press("ctrl+f", wait=MOMENT / 2)
        self._keys.write(mention.quote, wait=MOMENT / 2)
        self._keys.press("Escape", wait=MOMENT / 2)
        self._to_the_top()
        self._keys.press("ctrl+f", wait=MOMENT / 2)
        if before:
            self._keys.press("Return", times=before, wait=MOMENT / 2)
        self._keys.press("Escape", wait=MOMENT / 2)

    def _link(self, mention: Mention, kind: Kind) -> None:
        """Link the chosen annotation: at once if the first record offered is right, else by typing its name."""
        keys, name = self._keys, mention.record
        place = (kind, mention.start, mention.end)
        annotation = self._read(lambda archive: _places(archive)[place])
        words = str(annotation.attributes.get("counted") or annotation.quote)
        offered, known = self._read(
            lambda archive: (_names(archive, archive.record_names.index(kind).find(words)), _all_names(archive, kind))
        )
        keys.press("r")
        if offered[:1] == [name]:
            self.linked_at_once += 1
            self._once("record-offered")
        elif name not in known and self._called(annotation, words) == name:
            self.made_at_once += 1
            self._once("record-called")
        else:
            keys.write(name)
            self._once("record-typed" if name in known else "record-new")
        keys.press("Return" if name in known else "ctrl+Return")
        self._wait(f"a record for {mention.quote}", lambda archive: _places(archive)[place].record is not None)

    def _called(self, annotation: Annotation, words: str) -> str:
        """What a new record of these words is offered to be called."""
        if annotation.tag.kind is Kind.FIGURE:
            return words
        is_person = annotation.tag.name == ActorType.PERSON if annotation.tag.name in list(ActorType) else None
        article = self._read(lambda archive: archive.articles.get(annotation.article))
        return dictionary_form(words, article.language, is_person=is_person, text=self._read(body_of))

    def _relate(self, annotation: Annotation, said: str, target: str, count: int) -> None:
        """Relate the chosen annotation: its other end by the name, and the type by its words."""
        keys = self._keys
        keys.press("ctrl+r")
        keys.write(target, wait=2 * MOMENT)
        if above := self._rows_above(annotation, target):
            keys.press("Down", times=above, wait=MOMENT / 2)
        self._once("relation-end")
        keys.press("Return")
        keys.write(said)
        self._once("relation-type")
        keys.press("Return")
        self._wait(f"{annotation.quote} {said} {target}", lambda archive: len(_relations(archive)) == count)

    def _rows_above(self, annotation: Annotation, target: str) -> int:
        """How many rows are offered before one that is the target: annotations that hold the words come first."""

        def ask(archive: Archive) -> int:
            fitting = [
                each
                for each in _annotations(archive)
                if each.id != annotation.id and target.casefold() in f"{each.quote} {each.tag.name}".casefold()
            ]
            names = _names(archive, [each.record or "" for each in fitting])
            return names.index(target) if target in names else len(fitting)

        return self._read(ask)

    def _once(self, name: str) -> None:
        if name not in self._pictured:
            self._pictured.add(name)
            time.sleep(2 * MOMENT)
            self._keys.picture(name)

    def _to_the_top(self) -> None:
        self._keys.press("ctrl+3", "Escape", "Escape", "ctrl+Home", wait=MOMENT / 2)

    def _read(self, question: Callable[[Archive], Result]) -> Result:
        with Archive.open(self._folder, read_only=True) as archive:
            return question(archive)

    def _wait(self, what: str, is_so: Callable[[Archive], bool]) -> None:
        """Wait until the archive holds what was done."""
        began = time.monotonic()
        while not self._read(is_so):
            if time.monotonic() - began > PATIENCE:
                self._keys.picture("stuck")
                raise SystemExit(f"waited in vain for {what}")
            time.sleep(0.05)


def article_of(archive: Archive) -> str:
    """The id of the only article."""
    return archive.articles.at_rows(archive.articles.rows())[0].id


def body_of(archive: Archive) -> str:
    """The text of the only article."""
    return archive.articles.revision(article_of(archive)).body


def _annotations(archive: Archive) -> list[Annotation]:
    return archive.annotations.of_article(article_of(archive))


def _places(archive: Archive) -> dict[tuple[Kind, int, int], Annotation]:
    return {(each.tag.kind, each.start, each.end): each for each in _annotations(archive)}


def _suggestions(archive: Archive) -> list[Suggestion]:
    return Suggester(archive).of_article(archive.articles.get(article_of(archive)))


def _relations(archive: Archive) -> list[Relation]:
    return archive.relations.all()


def _names(archive: Archive, records: Iterable[str]) -> list[str]:
    ids = list(records)
    found = archive.records.at(id_ for id_ in ids if id_)
    return [found[id_].name if id_ in found else "" for id_ in ids]


def _all_names(archive: Archive, kind: Kind) -> set[str]:
    return {record.name for record in archive.records.all(kind if kind in RECORD_KINDS else None)}


def _is_of(annotation: Annotation, mention: Mention, reading: Reading) -> bool:
    here = (annotation.tag.kind, annotation.start, annotation.end)
    return here == (reading.records[mention.record].kind, mention.start, mention.end)
