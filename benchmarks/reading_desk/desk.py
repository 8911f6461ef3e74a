# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a person has it before her: what shows in it, where; and the archive behind it, read afresh."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from archivist.model import Annotation
from archivist.passage_address import PassageAddress
from archivist.store import Archive
from archivist.text import Utf16Map
from archivist.ui.translation import Language
from benchmarks.reading_desk.accessible import Box, Control, Focus, programs
from benchmarks.reading_desk.bus import Bus, BusError
from benchmarks.reading_desk.screen import Look, window
from benchmarks.reading_desk.words import Words, bare, keysym

Result = TypeVar("Result")

PATIENCE_S = 10
START_S = 90
MOMENT_S = 0.12


class NotSo(Exception):
    """What was done had not the effect that it should have."""


class Desk:
    """One window on one archive."""

    def __init__(self, environment: dict[str, str], bus: Bus, folder: Path, look: Look, pictures: Path) -> None:
        self.environment = environment
        self.folder = folder
        self.look = look
        self.words = Words(Language(look.language))
        self.article = ""  # id of the one that a step is about
        self.taken: list[Path] = []
        self._bus = bus
        self._focus = Focus(bus)
        self._pictures = pictures
        self._program: Control | None = None
        self._running = ExitStack()
        self._process: subprocess.Popen[str] | None = None

    # The program

    def start(self, *more: str) -> None:
        """Start the program and wait until its window is there, over the whole screen."""
        known = {each.program for each in programs(self._bus)}
        self._process = self._running.enter_context(window(self.environment, self.folder, *more))
        self._program = self.until(
            "the program",
            lambda: next((each for each in programs(self._bus) if each.program not in known), None),
            START_S,
        )
        self.until("the article", self.reader, START_S)
        number = self.tool("search", "--sync", "--onlyvisible", "--name", "– Archivist$").splitlines()[0]
        width, height = self.look.size
        self.tool("windowmove", number, "0", "0")
        self.tool("windowsize", number, str(width), str(height - 24))
        self.tool("windowfocus", "--sync", number)
        time.sleep(0.5)

    def stop(self) -> None:
        """End the program as a person does."""
        self.press("Ctrl+Q")
        assert self._process is not None
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(PATIENCE_S)
        self._running.close()

    @property
    def program(self) -> Control:
        assert self._program is not None
        return self._program

    # What shows

    def windows(self) -> list[Control]:
        """The windows and dialogs of the program, as far as they show."""
        found = [each for each in self.program.children() if each.is_showing]
        popup = self._popup()
        return found if popup is None or popup in found else [*found, popup]

    def _popup(self) -> Control | None:
        """The window of what has the focus."""
        try:
            focused = self._focus.control
            return focused.window() if focused is not None and focused.is_showing and focused.is_focused else None
        except BusError:
            return None

    def find(self, role: str = "", *sources: str, within: Control | None = None) -> Control | None:
        """What shows first with a role and one of the texts, which are given in English."""
        patterns = [self.words.pattern(source) for source in sources]

        def fits(control: Control) -> bool:
            return not patterns or any(pattern.fullmatch(control.name) for pattern in patterns)

        for place in [within] if within is not None else reversed(self.windows()):
            found = place.find(role, fits=fits)
            if found is not None:
                return found
        return None

    def is_under_hand(self, source: str) -> bool:
        """Whether what was focused last is called so: of a menu, the item that Enter or a click takes."""
        control = self._focus.control
        try:
            return control is not None and bare(control.name) in self.words.all(source)
        except BusError:  # what was focused is gone
            return False

    def see(self, role: str = "", *sources: str, within: Control | None = None) -> Control:
        """The same, waited for."""
        what = f"{role or 'something'} “{' / '.join(sources)}”"
        return self.until(what, lambda: self.find(role, *sources, within=within))

    def gone(self, role: str = "", *sources: str) -> None:
        """Wait until that shows no more."""
        self.until(f"no {role} “{sources}”", lambda: self.find(role, *sources) is None)

    def says(self, source: str, *, within: Control | None = None) -> str:
        """Wait until a text stands somewhere, in a label, a button or a field; returns all that stands there."""
        pattern = self.words.pattern(source)

        def said() -> str | None:
            for place in [within] if within is not None else reversed(self.windows()):
                for control in place.walk():
                    for text in (control.name, control.description):
                        if pattern.search(text):
                            return text
            return None

        return self.until(f"“{source}” is said", said)

    def reader(self) -> Control | None:
        """The article."""
        return self.find("text", "Article text")

    @property
    def body(self) -> str:
        """The current text of the article that a step is about."""
        return self.ask(lambda archive: archive.articles.revision(self.article).body)

    def letters(self, start: int, end: int) -> list[Box]:
        """Where letters of the article stand on the screen, in its pixels; from code points of its text.

        What is told begins where the caret stands before a letter: one of a script that is written
        from right to left lies to the left of that.
        """
        body = self.body
        places = Utf16Map(body)
        reader = self.reader()
        if reader is None:
            raise NotSo("no article is shown")
        boxes = []
        for at in range(start, end):
            box = self.pixels(reader.letter(places.to_utf16(at)))
            boxes.append(box._replace(left=box.left - box.width) if is_right_to_left(body[at]) else box)
        return boxes

    def pixels(self, box: Box) -> Box:
        """A rectangle in pixels of the screen; assistive programs are told it unscaled."""
        return Box(*(round(each * self.look.scale) for each in box))

    # Waiting and asking

    def until(self, what: str, ask: Callable[[], Result | None], patience: float = PATIENCE_S) -> Result:
        """Wait for an answer that is not nothing. Raises NotSo when it does not come."""
        deadline = time.monotonic() + patience
        while True:
            try:
                answer = ask()
            except BusError:
                answer = None
            if answer:
                return answer
            if time.monotonic() > deadline:
                raise NotSo(f"waited in vain for {what}")
            time.sleep(0.05)

    def ask(self, question: Callable[[Archive], Result]) -> Result:
        """What the archive on the disk answers."""
        with Archive.open(self.folder, read_only=True) as archive:
            return question(archive)

    def holds(self, what: str, question: Callable[[Archive], object]) -> None:
        """Wait until the archive on the disk is so."""
        self.until(what, lambda: self.ask(question))

    @property
    def annotations(self) -> list[Annotation]:
        """Those of the article that a step is about."""
        return self.ask(lambda archive: archive.annotations.of_article(self.article))

    def marks(self, *wanted: tuple[str, str]) -> None:
        """Wait until the article has just these annotations, each by its words and its tag, in their order."""

        def found() -> list[tuple[str, str]]:
            return [(each.quote, each.tag.name) for each in self.annotations]

        try:
            self.until("annotations", lambda: sorted(found()) == sorted(wanted))
        except NotSo:
            raise NotSo(f"the article has {found()}, not {list(wanted)}") from None

    def told(self, *command: str) -> dict[str, Any]:
        """What a command says with --json, while the window is open."""
        asked = (sys.executable, "-m", "archivist", "--archive", str(self.folder), *command, "--json")
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotSo(f"archivist {' '.join(command)}: {done.stderr}")
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    def address(self, start: int = 0, end: int = 0) -> str:
        """The address of a passage of the article that a step is about."""
        return str(PassageAddress(self.article, 1 if end else 0, start, end))

    # The hands

    def tool(self, *arguments: str) -> str:
        """What xdotool says."""
        done = subprocess.run(("xdotool", *arguments), env=self.environment, check=True, capture_output=True)
        return done.stdout.decode().strip()

    def press(self, *keys: str, times: int = 1, wait: float = MOMENT_S) -> None:
        """Press keys one after the other, as Qt writes them."""
        if times:
            self.tool("key", "--clearmodifiers", "--delay", "12", "--repeat", str(times), *map(keysym, keys))
            time.sleep(wait)

    def write(self, text: str, wait: float = MOMENT_S) -> None:
        """Put a text where the caret is: pasted, because typing Cyrillic would change the keyboard."""
        self.put_on_clipboard(text)
        self.press("Ctrl+V", wait=wait)

    def give_file(self, path: Path) -> None:
        """Name a file to the file dialog that is opening: its name is typed by whoever has hands."""
        self.until("the file dialog", lambda: self.find("file chooser") or self.find("dialog"))
        time.sleep(8 * MOMENT_S)
        self.press("Ctrl+A")
        self.write(str(path), wait=3 * MOMENT_S)
        self.press("Return")

    def put_on_clipboard(self, text: str) -> None:
        """Copy a text, in another program."""
        subprocess.run(
            ("xclip", "-selection", "clipboard", "-in"),
            input=text.encode(), env=self.environment, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def clipboard(self) -> str:
        """What was copied."""
        asked = ("xclip", "-selection", "clipboard", "-out")
        return subprocess.run(asked, env=self.environment, check=True, capture_output=True).stdout.decode()

    def point(self, x: int, y: int) -> None:
        """Move the pointer there."""
        self.tool("mousemove", str(x), str(y))

    def click(self, where: Control | Box, *, button: int = 1, times: int = 1, held: str = "") -> None:
        """Click into the middle of a control or a rectangle of the screen, perhaps with a key held."""
        box = self.pixels(where.box) if isinstance(where, Control) else where
        self.point(*box.middle)
        with self.holding(held):
            self.tool("click", "--repeat", str(times), "--delay", "60", str(button))
        time.sleep(MOMENT_S)

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 6) -> None:
        """Press the button of the mouse at a point, and let it go at another."""
        self.point(*start)
        self.tool("mousedown", "1")
        for step in range(1, steps + 1):
            self.point(*(round(one + (other - one) * step / steps) for one, other in zip(start, end, strict=True)))
            time.sleep(0.02)
        self.tool("mouseup", "1")
        time.sleep(MOMENT_S)

    @contextmanager
    def holding(self, key: str) -> Iterator[None]:
        """A key that is held down."""
        if key:
            self.tool("keydown", key)
        try:
            yield
        finally:
            if key:
                self.tool("keyup", key)

    def picture(self, name: str) -> Path:
        """Take a picture of the screen."""
        path = self._pictures / f"{len(self.taken) + 1:03}-{name}.png"
        subprocess.run(("import", "-window", "root", str(path)), env=self.environment, check=True)
        self.taken.append(path)
        return path


def is_right_to_left(words: str) -> bool:
    """Whether words are of a script that is written from right to left."""
    return any("\u0590" <= letter <= "\u08ff" for letter in words)
