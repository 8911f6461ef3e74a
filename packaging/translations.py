# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring resources/i18n/*.ts up to date with the texts in the sources: `make translations`.

What is translated stays. A text that is new gets the translation of the same words elsewhere, as
unfinished, if there is one; a text that is gone stays as vanished, until `--no-obsolete` drops it.
The files are Qt's own format (TS 2.1), so that Qt Linguist opens them. pyside6-lupdate is not used
as it passes over some texts.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
SOURCES = ROOT / "archivist" / "ui"

FORMS = {"uk": 3}  # how many forms a text with a number has, by language


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is shown; the context is the class that shows it."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """What a file of translations says of a text: one form, or as many as a plural has."""

    text: Text
    forms: tuple[str, ...]
    state: str = ""  # "", "unfinished" or "vanished"
    files: tuple[str, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether it can be shown."""
        return not self.state and all(self.forms)


class _Finder(ast.NodeVisitor):
    """Calls of tr(), and templates of a ui.rewording, in a module, under the names of the classes they stand in."""

    def __init__(self) -> None:
        self.found: list[Text] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        if self._classes and [getattr(target, "id", "") for target in node.targets] == ["TEMPLATES"]:
            self.found += [Text(self._classes[-1], template) for template in ast.literal_eval(node.value)]
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
            texts = [ast.literal_eval(each) for each in node.args[:2]]  # what is no literal cannot be translated
            source, comment = (*texts, "")[:2]
            self.found.append(Text(self._classes[-1], source, comment, plural=len(node.args) > 2))  # noqa: PLR2004
        self.generic_visit(node)


def texts_of(module: Path) -> list[Text]:
    """The texts of a module, in their order."""
    finder = _Finder()
    finder.visit(ast.parse(module.read_text(encoding="utf-8")))
    return finder.found


def texts_in_sources(folder: Path = SOURCES) -> dict[Text, tuple[str, ...]]:
    """Every text of the desktop and the files that it is in, relative to the folder of translations."""
    found: dict[Text, list[str]] = {}
    for module in sorted(folder.rglob("*.py")):
        name = f"../../{module.relative_to(folder.parents[1]).as_posix()}"
        for text in texts_of(module):
            files = found.setdefault(text, [])
            if name not in files:
                files.append(name)
    return {text: tuple(files) for text, files in found.items()}


def read(path: Path) -> list[Message]:
    """The messages of a file of translations."""
    return list(_messages(etree.parse(path).getroot()))


def _messages(root: etree._Element) -> Iterator[Message]:
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            plural = message.get("numerus") == "yes"
            text = Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                plural=plural,
            )
            forms = [form.text for form in translation.iter("numerusform")] if plural else [translation.text]
            yield Message(text, tuple(form or "" for form in forms), translation.get("type", ""))


def merged(texts: Mapping[Text, tuple[str, ...]], known: Iterable[Message], forms: int) -> list[Message]:
    """What a file holds for these texts: what was translated, what is new and what has vanished."""
    known = list(known)
    by_text = {message.text: message for message in known}
    by_words = {(message.text.source, message.text.plural): message.forms for message in known if all(message.forms)}
    found = []
    for text, files in texts.items():
        old = by_text.get(text)
        if old is not None:
            found.append(Message(text, old.forms, old.state if old.state != "vanished" else "unfinished", files))
        else:
            empty = ("",) * (forms if text.plural else 1)
            found.append(Message(text, by_words.get((text.source, text.plural), empty), "unfinished", files))
    gone = [message for message in known if message.text not in texts and any(message.forms)]
    return found + [Message(message.text, message.forms, "vanished") for message in gone]


def written(messages: Iterable[Message], language: str) -> str:
    """The file of these messages."""
    by_context: dict[str, list[Message]] = {}
    for message in messages:
        by_context.setdefault(message.text.context, []).append(message)
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}">']
    for name, found in sorted(by_context.items()):
        lines += ["<context>", f"    <name>{name}</name>"]
        for message in found:
            lines += _lines(message)
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _lines(message: Message) -> Iterator[str]:
    text = message.text
    yield '    <message numerus="yes">' if text.plural else "    <message>"
    for file in message.files:
        yield f'        <location filename="{file}"/>'
    yield f"        <source>{escape(text.source)}</source>"
    if text.comment:
        yield f"        <comment>{escape(text.comment)}</comment>"
    state = f' type="{message.state}"' if message.state else ""
    if text.plural:
        yield f"        <translation{state}>"
        for form in message.forms:
            yield f"            <numerusform>{escape(form)}</numerusform>"
        yield "        </translation>"
    else:
        yield f"        <translation{state}>{escape(message.forms[0])}</translation>"
    yield "    </message>"


def main(arguments: list[str]) -> int:
    """Rewrite every file of translations; 1 if something in one is left to do."""
    to_do = 0
    texts = texts_in_sources()
    for language, forms in FORMS.items():
        path = FOLDER / f"archivist_{language}.ts"
        messages = merged(texts, read(path) if path.exists() else (), forms)
        if "--no-obsolete" in arguments:
            messages = [message for message in messages if message.state != "vanished"]
        path.write_text(written(messages, language), encoding="utf-8")
        for message in messages:
            if not message.finished:
                to_do += 1
                print(f"{message.state or 'unfinished'}: {message.text.context}: {message.text.source}")
        print(f"{path.name}: {len(messages)} texts, {to_do} to do")
    return 1 if to_do else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
