# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations shown by what Qt itself offers for that: three ways to colour stretches of a QTextEdit.

They do the least that is called showing annotations: a ground behind the words and an underline, without
lanes, ends and labels. Each fills its document as the reader does, apart from the widget, which is the
fastest way there is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from archivist.model import Annotation
from archivist.ui.reader.typesetting import Role, columns, typeset


def _form(annotation: Annotation) -> QTextCharFormat:
    form = QTextCharFormat()
    ground = QColor(annotation.tag.colour)
    ground.setAlpha(40)
    form.setBackground(ground)
    form.setFontUnderline(True)
    form.setUnderlineColor(QColor(annotation.tag.colour))
    return form


class PlainTextEdit(QTextEdit):
    """A read-only text edit set as the reader sets its text; it shows no annotations yet."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self.setFont(font)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self._shown: QTextDocument | None = None

    def show_article(self, text: str, annotations: Sequence[Annotation]) -> None:
        """Show a text with annotations; one UTF-16 unit a code point is all that is needed here."""
        document = self.filled(text, annotations)
        document.setParent(self)
        self.setDocument(document)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = document
        self.annotate(annotations)

    def filled(self, text: str, annotations: Sequence[Annotation]) -> QTextDocument:
        """The document, with whatever of the annotations is in it before it is shown."""
        del annotations
        return typeset(text, (Role.HEADLINE,), self.font(), columns(self.viewport().width(), self.font()), int)

    def annotate(self, annotations: Sequence[Annotation]) -> None:
        """Show annotations on the document that is shown."""

    def put_annotation(self, annotation: Annotation) -> None:
        """Show one more."""


class ExtraSelections(PlainTextEdit):
    """One extra selection for each annotation."""

    def annotate(self, annotations: Sequence[Annotation]) -> None:
        self.setExtraSelections([self._selection(each) for each in annotations])

    def put_annotation(self, annotation: Annotation) -> None:
        self.setExtraSelections([*self.extraSelections(), self._selection(annotation)])

    def _selection(self, annotation: Annotation) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = _cursor(self.document(), annotation)  # type: ignore[attr-defined]
        made.format = _form(annotation)  # type: ignore[attr-defined]
        return made


class CharacterFormats(PlainTextEdit):
    """The annotations as formats of the text itself."""

    def filled(self, text: str, annotations: Sequence[Annotation]) -> QTextDocument:
        document = super().filled(text, annotations)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for each in annotations:
            _cursor(document, each).mergeCharFormat(_form(each))
        cursor.endEditBlock()
        return document

    def put_annotation(self, annotation: Annotation) -> None:
        _cursor(self.document(), annotation).mergeCharFormat(_form(annotation))


class Highlighted(PlainTextEdit):
    """A QSyntaxHighlighter that knows the annotations."""

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self._highlighter: _Highlighter | None = None

    def annotate(self, annotations: Sequence[Annotation]) -> None:
        self._highlighter = _Highlighter(self.document())  # which deletes it along with itself
        self._highlighter.spans = [
            (each.start, each.end, _form(each)) for each in sorted(annotations, key=lambda each: each.start)
        ]
        self._highlighter.rehighlight()

    def put_annotation(self, annotation: Annotation) -> None:
        if self._highlighter is not None:
            self._highlighter.add(annotation)


class _Highlighter(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.spans: list[tuple[int, int, QTextCharFormat]] = []
        self._longest = 100  # code points

    def add(self, annotation: Annotation) -> None:
        place = bisect_left(self.spans, annotation.start, key=_start)
        self.spans.insert(place, (annotation.start, annotation.end, _form(annotation)))
        block = self.document().findBlock(annotation.start)
        while block.isValid() and block.position() < annotation.end:
            self.rehighlightBlock(block)
            block = block.next()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        begins = self.currentBlock().position()
        first = bisect_right(self.spans, begins - self._longest, key=_start)
        last = bisect_left(self.spans, begins + len(text), key=_start)
        for start, end, form in self.spans[first:last]:
            if end > begins:
                self.setFormat(max(0, start - begins), min(end - begins, len(text)) - max(0, start - begins), form)


def _start(span: tuple[int, int, QTextCharFormat]) -> int:
    return span[0]


def _cursor(document: QTextDocument, annotation: Annotation) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(annotation.start)
    cursor.setPosition(annotation.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


PEERS: dict[str, Callable[[QFont], PlainTextEdit]] = {
    "extra selections": ExtraSelections,
    "character formats": CharacterFormats,
    "QSyntaxHighlighter": Highlighted,
}
