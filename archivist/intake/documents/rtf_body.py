# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of an RTF document as blocks: what is shown of it, in the order in which it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from archivist.intake.documents.headline import Block
from archivist.intake.documents.rtf_tokens import SYMBOL_FONT, Token, code_page, font_encoding, tokens
from archivist.intake.documents.symbols import symbol
from archivist.intake.documents.text import OfficeText, tidy

# Groups with no text of the document, and those with text for a list of their own.
_UNREAD = frozenset(
    ("colortbl", "pict", "objdata", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
     "footerf", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "nonshppict", "shprslt", "sp", "xe", "tc", "rxe",
     "annotation", "listtable", "revtbl", "comment", "keywords", "doccomm", "operator", "company", "manager",
     "category", "hlinkbase", "subject", "printim", "revtim", "buptim", "private", "themedata", "upr", "nonesttables")
)  # fmt: skip
_SHAPE = "shape"  # a drawing, of which only its text box is read
_NOWHERE = frozenset({"", _SHAPE})
_TOLD = frozenset({"title", "author", "creatim", "fonttbl", "stylesheet", "listtext", "pntext", "footnote"})
_KNOWN_OPTIONAL = frozenset({"ud", "nesttableprops"})  # of those that older readers shall pass over
_SYMBOL_WORDS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "_": "-", "-": "", "\n": "", "\r": "", "\t": "\t", "{": "{", "}": "}", "\\": "\\"}
_ENDS_OF_PARAGRAPH = frozenset({"par", "page", "sect", "column"})
_FONT_WORDS = frozenset({"f", "fcharset", "cpg"})
_TYPED_LABEL = re.compile(r"\s*([•·▪]|\d{1,3}[.)])\t")
_HEADING = re.compile(r"heading ([1-9])|заголовок ([1-9])", re.IGNORECASE)
_TITLE = re.compile("title|название|назва", re.IGNORECASE)
_TITLE_RANK = 10
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_ORDINARY = 0x20, 0x2FFF  # characters that are what they are
_SIGNED = 0x10000  # numbers beyond half of it are written as negative ones
_CYRILLIC_LANGUAGES = frozenset({1049, 1058, 1059, 1026})
_MOST_OPEN = 100_000  # groups in each other


@dataclass(frozen=True, slots=True)
class _State:
    """What a group has from the one around it."""

    into: str = "body"  # where text goes: body, or the name of a group that is told apart; "" for nowhere
    encoding: str = ""
    skipped: int = 1  # characters after one of Unicode that stand for it in older readers
    hidden: bool = False
    deleted: bool = False


@dataclass
class RtfBody:
    """Reads a document. What it says of itself is in `info`, by the names of RTF."""

    text: OfficeText = field(default_factory=OfficeText)
    info: dict[str, str] = field(default_factory=dict)
    changed: bool = False
    hidden: bool = False
    comments: int = 0
    is_cut_off: bool = False
    encoding: str = "cp1252"
    replaced: int = 0  # characters that could not be decoded

    def __post_init__(self) -> None:
        self._state = _State()
        self._open: list[_State] = []
        self._at_start = self._optional = False  # of a group; whether it may be passed over
        self._bytes = bytearray()
        self._high = 0  # the first half of a pair of code units
        self._to_skip = 0
        self._paragraph: list[str] = []
        self._told: list[str] = []
        self._label: str | None = None
        self._style, self._rank, self._in_table = 0, 0, False
        self._fonts: dict[int, str] = {}
        self._font: dict[str, int] = {}
        self._headings: dict[int, int] = {}
        self._cell: list[Block] = []
        self._row: list[list[Block]] = []
        self._rows: list[list[list[Block]]] = []
        self._date: dict[str, int] = {}

    def read(self, raw: bytes) -> list[Block]:
        """The blocks of a file."""
        for token in tokens(raw):
            self._take(token)
            if len(self._open) > _MOST_OPEN:
                break
        self._flush()
        self.is_cut_off = bool(self._open)
        self._end_paragraph()
        self._end_table()
        return self.text.finished()

    def _take(self, token: Token) -> None:
        if token.kind == "text":
            if len(token.raw) <= self._to_skip:
                self._to_skip -= len(token.raw)
            else:
                self._add_bytes(token.raw)
            return
        if token.kind == "symbol" and token.value == "*":
            self._optional = self._at_start
            return
        self._flush()
        if token.kind == "brace":
            self._open_group() if token.value == "{" else self._close_group()
        elif token.kind == "symbol":
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._add(_SYMBOLS.get(token.value, ""))
            self._at_start = False
        else:
            self._word(token.value, token.number)
            self._at_start = self._optional = False

    # Groups

    def _open_group(self) -> None:
        self._open.append(self._state)
        self._at_start, self._optional, self._to_skip = True, False, 0

    def _close_group(self) -> None:
        if not self._open:
            return
        outer = self._open.pop()
        if self._state.into != outer.into and self._state.into in _TOLD:
            self._end_told(self._state.into)
        elif self._state.into == "stylesheet":
            self._end_style()
        elif self._state.into == "fonttbl":
            self._end_font("".join(self._told))
        self._state, self._to_skip, self._at_start = outer, 0, False

    def _begin_group(self, word: str) -> bool:
        """Whether the first word of a group says where its text belongs."""
        into = self._state.into
        if word == "shptxt" and into == _SHAPE:
            self._end_paragraph()
            self._state = replace(self._state, into="body")
        elif word == "shpinst":
            self._state = replace(self._state, into=into and _SHAPE)
        elif word in _TOLD:
            # A list in a note has its numbers there.
            self._state = replace(self._state, into=word if into not in ("", _SHAPE, "footnote") else "")
            if into != "footnote":
                self._told.clear()
        elif word in _UNREAD or (self._optional and word not in _KNOWN_OPTIONAL):
            self.comments += word == "annotation"
            self._state = replace(self._state, into="")
        else:
            return False
        return True

    def _end_told(self, into: str) -> None:
        told = tidy("".join(self._told))
        self._told.clear()
        if into == "footnote":
            self._paragraph.append(self.text.note(told))
        elif into in ("listtext", "pntext"):
            self._label = told
        elif into == "creatim" and len(self._date) == len(("yr", "mo", "dy")):
            self.info[into] = f"{self._date['yr']:04}-{self._date['mo']:02}-{self._date['dy']:02}"
        elif into in ("title", "author"):
            self.info[into] = told

    def _end_font(self, name: str) -> None:
        if "f" in self._font:
            encoding = font_encoding(self._font.get("fcharset"), self._font.get("cpg"), name.strip())
            self._fonts[self._font["f"]] = encoding
        self._font = {}
        self._told.clear()

    def _end_style(self) -> None:
        name = "".join(self._told).strip("; ")
        heading = _HEADING.match(name)
        if heading:
            self._headings[self._style] = _TITLE_RANK - int(heading[1] or heading[2])
        elif _TITLE.fullmatch(name):
            self._headings[self._style] = _TITLE_RANK
        self._style = 0
        self._told.clear()

    # Words

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            self._unicode(number or 0)
            return
        if self._at_start and self._begin_group(word):
            return
        into = self._state.into
        if into == "fonttbl" and word in _FONT_WORDS:
            if word == "f" and self._font:
                self._end_font("".join(self._told))
            self._font[word] = number or 0
        elif into == "creatim" and word in ("yr", "mo", "dy"):
            self._date[word] = number or 0
        elif word in _SYMBOL_WORDS:
            self._add(_SYMBOL_WORDS[word])
        elif word in _FORMATTING:
            _FORMATTING[word](self, number)
        elif into == "body" and word in _STRUCTURE:
            _STRUCTURE[word](self)
        elif into and word in _ENDS_OF_PARAGRAPH:
            self._end_paragraph() if into == "body" else self._told.append(" ")

    def _unicode(self, number: int) -> None:
        code = number + _SIGNED if number < 0 else number
        self._to_skip = self._state.skipped
        if code in _HIGH:
            self._high = code
            return
        if code in _LOW and self._high:
            code = 0x10000 + ((self._high - _HIGH.start) << 10) + code - _LOW.start
        self._high = 0
        self._add(chr(code) if _ORDINARY[0] <= code < _ORDINARY[1] else symbol(f"{code:x}"), skips=False)

    def set_font(self, number: int | None) -> None:
        if self._state.into != "fonttbl":
            self._state = replace(self._state, encoding=self._fonts.get(number or 0, ""))

    def set_code_page(self, number: int | None) -> None:
        self.encoding = code_page(number or 0) or self.encoding

    def set_macintosh(self, _number: int | None) -> None:
        self.encoding = "mac-roman"

    def set_dos(self, _number: int | None) -> None:
        self.encoding = "cp437"

    def set_language(self, number: int | None) -> None:
        if number in _CYRILLIC_LANGUAGES and self.encoding == "cp1252":
            self.encoding = "cp1251"

    def set_skipped(self, number: int | None) -> None:
        self._state = replace(self._state, skipped=max(0, 1 if number is None else number))

    def set_hidden(self, number: int | None) -> None:
        self._state = replace(self._state, hidden=number != 0)

    def set_deleted(self, number: int | None) -> None:
        self.changed |= number != 0
        self._state = replace(self._state, deleted=number != 0)

    def set_inserted(self, number: int | None) -> None:
        self.changed |= number != 0

    def set_style(self, number: int | None) -> None:
        self._style = number or 0

    def set_outline(self, number: int | None) -> None:
        self._rank = max(0, _TITLE_RANK - 1 - (number or 0))

    def set_plain(self, _number: int | None) -> None:
        self._state = replace(self._state, hidden=False, deleted=False, encoding=self._fonts.get(0, ""))

    def begin_paragraph_format(self, _number: int | None = None) -> None:
        self._style, self._rank, self._in_table = 0, 0, False

    def begin_table(self, _number: int | None = None) -> None:
        self._in_table = True

    def end_cell(self) -> None:
        self._in_table = True
        self._end_paragraph()
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        self._in_table = True
        self._end_paragraph()
        if self._row:
            self._rows.append(self._row)
        self._row, self._cell = [], []

    # Text

    def _add_bytes(self, raw: bytes) -> None:
        skipped = min(self._to_skip, len(raw))
        self._to_skip -= skipped
        self._bytes += raw[skipped:]

    def _flush(self) -> None:
        """Decode what was added, which may be several bytes for a character."""
        if not self._bytes:
            return
        raw, encoding = bytes(self._bytes), self._state.encoding or self.encoding
        self._bytes.clear()
        if self._state.into in _NOWHERE:
            return
        if encoding == SYMBOL_FONT:
            self._add("".join(symbol(f"{0xF000 + byte:x}") if byte > ord("~") else chr(byte) for byte in raw))
            return
        try:
            self._add(raw.decode(encoding))
        except UnicodeDecodeError:
            text = raw.decode(encoding, "replace")
            self.replaced += text.count("\ufffd")
            self._add(text)

    def _add(self, text: str, *, skips: bool = True) -> None:
        if skips:
            self._to_skip = 0
        self._at_start = False
        state = self._state
        if not text or state.into in _NOWHERE:
            return
        if state.hidden or state.deleted:
            self.hidden |= state.hidden and bool(text.strip())
        elif state.into == "body":
            self._paragraph.append(text)
        else:
            self._told.append(text)

    def _end_paragraph(self) -> None:
        text, label = "".join(self._paragraph), self._label
        self._paragraph.clear()
        self._label = None
        typed = _TYPED_LABEL.match(text) if label is None else None
        if typed:
            label, text = typed[1], text[typed.end() :]
        if self._in_table:
            if tidy(text):
                self._cell.append(Block(tidy(f"{_mark(label)} {text}")))
            return
        self._end_table()
        rank = self._rank or self._headings.get(self._style, 0)
        if label is None or not text.strip():
            self.text.paragraph(text, rank)
        elif rank:
            self.text.paragraph(text if _mark(label) == "-" else f"{label} {text}", rank)
        else:
            self.text.item(text, _mark(label))

    def _end_table(self) -> None:
        if self._row or self._cell:
            self._rows.append([*self._row, self._cell])
        if self._rows:
            self.text.table(self._rows)
        self._rows, self._row, self._cell = [], [], []


def _mark(label: str | None) -> str:
    """The label of an item, “-” where it is a bullet of whatever form."""
    if label is None:
        return ""
    return label if any(char.isalnum() for char in label) else "-"


_FORMATTING: dict[str, Callable[[RtfBody, int | None], None]] = {
    "f": RtfBody.set_font,
    "ansicpg": RtfBody.set_code_page,
    "mac": RtfBody.set_macintosh,
    "pc": RtfBody.set_dos,
    "deflang": RtfBody.set_language,
    "uc": RtfBody.set_skipped,
    "v": RtfBody.set_hidden,
    "htmlrtf": RtfBody.set_hidden,
    "deleted": RtfBody.set_deleted,
    "revised": RtfBody.set_inserted,
    "plain": RtfBody.set_plain,
    "s": RtfBody.set_style,
    "outlinelevel": RtfBody.set_outline,
    "pard": RtfBody.begin_paragraph_format,
    "intbl": RtfBody.begin_table,
}
_STRUCTURE: dict[str, Callable[[RtfBody], None]] = {
    "cell": RtfBody.end_cell,
    "nestcell": RtfBody.end_cell,
    "row": RtfBody.end_row,
    "nestrow": RtfBody.end_row,
}
