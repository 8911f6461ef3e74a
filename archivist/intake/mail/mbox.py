# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailboxes: letters one after the other in a file (mbox), each an article.

Source: RFC 4155, and the variants mboxo and mboxrd, in which lines of a letter that begin with
“From ” have a “>” before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from archivist.intake.mail.mail import looks_like_letter, read_mail
from archivist.intake.members import read_member
from archivist.intake.reader import ImportOptions, Reader
from archivist.model import ArticleDraft, Unread

_EXTENSIONS = (".mbox", ".mbx")
_LINE = rb"From [^\r\n]{0,300}?\b(?:\d{1,2}:\d\d|(?:19|20)\d\d)\b[^\r\n]{0,60}\r?\n"
_FIRST = re.compile(_LINE + rb"(?=[!-9;-~]{1,76}[ \t]*:|>From )")
_NEXT = re.compile(rb"(?:\r?\n|\A)(?=" + _LINE + rb"(?:[!-9;-~]{1,76}[ \t]*:|>From ))")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mbox(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The letters in a mailbox, numbered from 1; of a single one, no piece but the whole file."""
    letters = list(_letters(raw))
    if len(letters) == 1:
        return read_mail(letters[0], path, options)
    pieces: list[ArticleDraft | Unread] = []
    for number, letter in enumerate(letters, 1):
        pieces += read_member(f"letter {number}", letter, path, options, suffix=".eml")
    return pieces


def _letters(raw: bytes) -> Iterator[bytes]:
    """The letters, without the lines that part them and with their own lines as they were."""
    start = 0
    while start < len(raw):
        line_end = raw.find(b"\n", start) + 1 or len(raw)
        following = _NEXT.search(raw, line_end)
        end = following.end() if following else len(raw)
        yield _QUOTED.sub(rb"\1", raw[line_end:end])
        start = end


def _sniff(raw: bytes, path: Path) -> bool:  # noqa: ARG001 - the contract
    first = _FIRST.match(raw)
    return first is not None and looks_like_letter(raw[first.end() :], named=True)


MBOX = Reader("mbox", "Mailbox (mbox)", _EXTENSIONS, "application/mbox", _sniff, read_mbox)
