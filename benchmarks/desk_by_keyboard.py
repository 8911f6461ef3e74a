# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotate an article in the real window by keyboard alone, and take pictures on the way.

    python benchmarks/desk_by_keyboard.py ARTICLE PICTURES [--published EDTF] [--archive FOLDER]

An X server without a screen is started with a window manager, and the program in it on a new
archive; keys are sent as a keyboard sends them. What they did is read from the archive, never from
the program. Events and groups of people are not guessed by the program, so words that speak of
them are looked for in the article and tagged. Needs Xvfb, openbox, xdotool, setxkbmap, xclip and
ImageMagick's import. The archive is kept where it is named.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from archivist import paths
from archivist.model import Annotation, Kind
from archivist.store import Archive

Result = TypeVar("Result")

PROGRAMS = ("Xvfb", "openbox", "xdotool", "setxkbmap", "xclip", "import")
FULL, NARROW = (1600, 1000), (960, 720)  # px
PATIENCE = 20.0  # s, for what the program does in the background
MOMENT = 0.35  # s, for what shows in the window only

# Words that news of unrest are told with, and the keys of their tags in the codebook.
SPOKEN_OF = (
    ("мітинги", "h"), ("протести", "h"), ("акцій протесту", "h"),
    ("заворушення", "u"), ("сутички", "u"), ("захоплення", "u"), ("стріляти", "u"),
    ("пожежа", "i"),
    ("телефонні розмови", "l"), ("засідання", "l"), ("відеоконференції", "l"),
    ("у відставку", "k"), ("надзвичайного стану", "k"), ("миротворчі сили", "f"),
    ("протестувальники", "f"), ("правоохоронців", "f"), ("силовики", "f"),
)  # fmt: skip

# What actors are to be called, by the beginnings of words of which the first that is there decides:
# the text has them in some case, and a record is to be named in none.
CALLED = (
    ("мвс казах", "МВС Казахстану"), ("моз казах", "МОЗ Казахстану"),
    ("організаці", "Організація Договору про колективну безпеку"),
    ("ради безпеки", "Рада безпеки Казахстану"), ("ради колект", "Рада колективної безпеки ОДКБ"),
    ("токаєв", "Касим-Жомарт Токаєв"), ("путін", "Володимир Путін"), ("лукашенк", "Олександр Лукашенко"),
    ("пашинян", "Нікол Пашинян"), ("назарбаєв", "Нурсултан Назарбаєв"), ("кремл", "Кремль"),
    ("казахстан", "Казахстан"), ("росі", "Росія"), ("вірмені", "Вірменія"), ("білорус", "Білорусь"),
    ("жанаозен", "Жанаозен"), ("мангістау", "Мангістауська область"), ("уральськ", "Уральськ"),
    ("нур-султан", "Нур-Султан"), ("правоохорон", "правоохоронці"),
)  # fmt: skip


class Keyboard:
    """Keys to whatever has the focus, and pictures of the whole screen."""

    def __init__(self, environment: dict[str, str], pictures: Path) -> None:
        self._environment = environment
        self._pictures = pictures
        self.taken: list[Path] = []

    def press(self, *keys: str, times: int = 1, wait: float = MOMENT) -> None:
        """Press keys one after the other, then give the window a moment."""
        self.tool("key", "--clearmodifiers", "--delay", "12", "--repeat", str(times), *keys)
        time.sleep(wait)

    def write(self, text: str, *, wait: float = MOMENT) -> None:
        """Put a text where the caret is: pasted, because typing Cyrillic would change the keyboard."""
        subprocess.run(
            ("xclip", "-selection", "clipboard", "-in"),
            input=text.encode(), env=self._environment, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        self.press("ctrl+v", wait=wait)

    def picture(self, name: str) -> None:
        """Take a picture of the screen."""
        path = self._pictures / f"{len(self.taken) + 1:02}-{name}.png"
        subprocess.run(("import", "-window", "root", str(path)), env=self._environment, check=True)
        self.taken.append(path)

    def tool(self, *arguments: str) -> str:
        """What xdotool says."""
        done = subprocess.run(("xdotool", *arguments), env=self._environment, check=True, capture_output=True)
        return done.stdout.decode().strip()


class Driver:
    """One person's way through an article."""

    def __init__(self, keyboard: Keyboard, folder: Path) -> None:
        self._keys = keyboard
        self._folder = folder

    def bring_in(self, article: Path, published: str) -> None:
        """Import the article with its date."""
        keys = self._keys
        keys.press("ctrl+i", wait=2 * MOMENT)
        keys.write(str(article))
        keys.press("Return", wait=2 * MOMENT)
        keys.tool("search", "--sync", "--onlyvisible", "--name", "^Import$")
        time.sleep(4 * MOMENT)  # the first lines are read
        if published:
            keys.press("Tab")
            keys.write(published)
        keys.picture("import")
        keys.press("Return")
        self._wait("the article", lambda archive: archive.articles.count() == 1)
        keys.press("ctrl+3", wait=4 * MOMENT)  # the first look for suggestions reads the dictionaries
        keys.picture("suggestions")

    def settle_suggestions(self) -> None:
        """Reject one and take that back, accept one, then all there are, kind by kind."""
        keys = self._keys
        keys.press("ctrl+Home")
        keys.press("F4")
        keys.picture("no-suggestions")
        keys.press("F4", wait=2 * MOMENT)
        keys.press("ctrl+Down")
        keys.picture("suggestion-chosen")
        keys.press("ctrl+BackSpace", wait=2 * MOMENT)
        keys.picture("suggestion-rejected")
        keys.press("ctrl+z", wait=3 * MOMENT)
        keys.press("ctrl+Home", "ctrl+Down")
        keys.press("ctrl+Return")
        self._wait("an accepted suggestion", lambda archive: len(_annotations(archive)) == 1)
        keys.picture("suggestion-accepted")
        count = 1
        for _ in Kind:
            keys.press("ctrl+Down", wait=2 * MOMENT)
            keys.press("ctrl+shift+Return", wait=4 * MOMENT)
            before, count = count, len(self._annotations())
            keys.picture(f"kind-accepted-{count}")
            if count == before:
                break

    def tag_words(self) -> None:
        """Look for words that speak of events, and tag them by their keys."""
        keys = self._keys
        body = self._read(_body).casefold()
        for words, key in SPOKEN_OF:
            if words not in body:
                continue
            before = len(self._annotations())
            keys.press("ctrl+f")
            keys.write(words)
            keys.press("Escape")
            keys.press(key)
            self._wait(f"{words} tagged", lambda archive, n=before: len(_annotations(archive)) == n + 1)
        keys.picture("tagged")

    def link(self) -> None:
        """Go through the annotations and link each to the record that is offered, or to a new one."""
        keys = self._keys
        self._to_the_top()
        pictured: set[str] = set()
        for number, each in enumerate(self._annotations()):
            keys.press("alt+Down", wait=MOMENT / 3)
            if each.tag.kind is Kind.DATE or each.record is not None:
                continue
            known = self._read(lambda archive: {record.name for record in archive.records.all()})
            name = _called(each.quote)
            keys.press("r" if number % 2 else "ctrl+l")
            new = bool(name) and name not in known
            if new:
                keys.write(name)
            self._once(keys, pictured, "record-new" if new else "record-known" if known else "record-first")
            for _ in range(4):  # an Enter that comes before the answer makes nothing that was not seen
                keys.press("ctrl+Return" if new else "Return", wait=MOMENT)
                if self._read(lambda archive, id_=each.id: _has_record(archive, id_)):
                    break
            self._wait(f"a record for {each.quote}", lambda archive, id_=each.id: _has_record(archive, id_))
        keys.picture("linked")

    @staticmethod
    def _once(keys: Keyboard, pictured: set[str], name: str) -> None:
        if name not in pictured:
            pictured.add(name)
            keys.picture(name)

    def relate(self) -> None:
        """Relate a chosen annotation by the list of the other ends, and neighbours by holding one."""
        keys = self._keys
        self._to_the_top()
        keys.press("alt+Down")
        keys.press("ctrl+r", wait=2 * MOMENT)
        keys.picture("relation-end")
        keys.press("Return", wait=2 * MOMENT)
        keys.picture("relation-type")
        keys.press("Return")
        self._wait("a relation", lambda archive: len(_relations(archive)) == 1)
        for number in range(2, 6):
            keys.press("alt+Down", times=2)
            keys.press("e")
            keys.press("alt+Down", times=3)
            if number == 2:
                keys.picture("relation-held")
            keys.press("Return", wait=2 * MOMENT)
            keys.press("Return")
            self._wait("a relation more", lambda archive, n=number: len(_relations(archive)) == n)

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
                keys.press(key, "ctrl+3", wait=2 * MOMENT)
                self._to_the_top()
                keys.press("alt+Down", "alt+Down")
                keys.picture(f"{size}-{theme}-top")
                keys.press("shift+F4", wait=2 * MOMENT)
                keys.picture(f"{size}-{theme}-arcs")
                keys.press("shift+F4")
                keys.press("Escape", "ctrl+End", "alt+Up", wait=2 * MOMENT)
                keys.picture(f"{size}-{theme}-end")

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

    def _to_the_top(self) -> None:
        self._keys.press("ctrl+3", "Escape", "Escape", "ctrl+Home")

    def _annotations(self) -> list[Annotation]:
        return self._read(_annotations)

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


def _called(quote: str) -> str:
    """What the record is to be called that these words speak of, "" where the words themselves will do."""
    words = f" {' '.join(quote.split()).casefold()}"
    return next((name for beginning, name in CALLED if f" {beginning}" in words), "")


def _body(archive: Archive) -> str:
    return archive.articles.revision(_article(archive)).body


def _article(archive: Archive) -> str:
    return archive.articles.at_rows(archive.articles.rows())[0].id


def _annotations(archive: Archive) -> list[Annotation]:
    return archive.annotations.of_article(_article(archive))


def _relations(archive: Archive) -> list[object]:
    return list(archive.relations.of_article(_article(archive)))


def _has_record(archive: Archive, annotation_id: str) -> bool:
    return archive.annotations.get(annotation_id).record is not None


@contextmanager
def screen(home: Path) -> Iterator[dict[str, str]]:
    """An X server with a window manager; the environment to use it in, with folders of its own."""
    environment = os.environ | {
        "DISPLAY": f":{random.randint(200, 900)}",  # likely to be free
        "QT_QPA_PLATFORM": "xcb",
        "LANG": "C.UTF-8",
        **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")},
    }
    width, height = FULL
    with _running("Xvfb", environment["DISPLAY"], "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"):
        for _ in range(200):
            asked = subprocess.run(("xdotool", "getdisplaygeometry"), env=environment, capture_output=True, check=False)
            if asked.returncode == 0:
                break
            time.sleep(0.05)
        # With these two layouts Cyrillic is on the keyboard; xdotool would otherwise remap keys and lose letters.
        subprocess.run(("setxkbmap", "us,ua"), env=environment, check=True)
        with _running("openbox", environment=environment):
            yield environment


@contextmanager
def _running(*command: str, environment: dict[str, str] | None = None) -> Iterator[None]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def drive(article: Path, published: str, folder: Path, pictures: Path) -> None:
    """Do it all."""
    pictures.mkdir(parents=True, exist_ok=True)
    Archive.create(folder, codebook=paths.data() / "codebook.json").close()
    with tempfile.TemporaryDirectory() as home, screen(Path(home)) as environment:
        program = (sys.executable, "-m", "archivist", "--archive", str(folder))
        with _running(*program, environment=environment):
            keyboard = Keyboard(environment, pictures)
            window = keyboard.tool("search", "--sync", "--onlyvisible", "--name", "Archivist$").splitlines()[0]
            width, height = FULL
            keyboard.tool("windowactivate", "--sync", window)
            keyboard.tool("windowmove", window, "0", "0")
            keyboard.tool("windowsize", "--sync", window, str(width), str(height - 30))
            keyboard.press("ctrl+alt+1")
            driver = Driver(keyboard, folder)
            for step in (
                lambda: driver.bring_in(article, published),
                driver.read_many,
                driver.settle_suggestions,
                driver.tag_words,
                driver.link,
                driver.relate,
                driver.undo_and_redo,
                lambda: driver.look(window),
            ):
                step()
            keyboard.press("ctrl+q", wait=2.0)
    with Archive.open(folder, read_only=True) as archive:
        annotations = _annotations(archive)
        kinds = Counter(each.tag.kind.value for each in annotations)
        linked = Counter(each.tag.kind.value for each in annotations if each.record)
        for kind in Kind:
            print(f"{kind}: {kinds[kind]} annotated, {linked[kind]} linked")
        print(f"{archive.records.count()} records, {len(_relations(archive))} relations")
    print(f"{len(keyboard.taken)} pictures in {pictures}")


def main() -> int:
    """Read the command line, and drive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path)
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--published", default="")
    parser.add_argument("--archive", type=Path)
    given = parser.parse_args()
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing:
        print(f"not installed: {', '.join(missing)}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.archive or Path(scratch) / "archive"
        drive(given.article.resolve(), given.published, folder, given.pictures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
