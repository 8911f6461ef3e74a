# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to damage a file, and small whole files of every format to damage."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable

_TEXT = (
    "Прорвало греблю біля Ожвина\n\nРятувальники вивезли 18 людей із трьох сіл.\n\nМіст закрили 9 січня 2022 року.\n"
)
_PAGE = (
    "<html><head><title>Гребля</title><meta charset=utf-8></head>"
    f"<body><article><h1>Гребля</h1><p>{_TEXT * 3}</p></article></body></html>"
)
_FEED = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Хвиля</title>'
    "<item><title>Гребля</title><link>http://example.org/1</link><description>Прорвало греблю.</description></item>"
    "</channel></rss>"
)
_LETTER = (
    "From: a@example.org\r\nTo: b@example.org\r\nSubject: =?utf-8?b?0JPRgNC10LHQu9GP?=\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    f"{_TEXT}\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{_PAGE}\r\n--x--\r\n"
)
_MHTML = (
    "From: <Saved by Blink>\r\nSubject: page\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="y"\r\n\r\n--y\r\nContent-Type: text/html\r\n'
    f"Content-Location: http://example.org/\r\n\r\n{_PAGE}\r\n--y--\r\n"
)
_WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
    "WARC-Target-URI: http://example.org/\r\nWARC-Date: 2022-01-09T10:00:00Z\r\n"
    "Content-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n{body}\r\n\r\n"
)
_DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>Прорвало греблю</w:t></w:r></w:p></w:body></w:document>"
)
_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R
/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F 12 Tf 20 100 Td (The dam broke) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF
"""
_OPEN = "http://schemas.openxmlformats.org"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<Types xmlns="{_OPEN}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_OPEN}/package/2006/relationships"><Relationship Id="r" Target="word/document.xml" '
    f'Type="{_OPEN}/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def _zip(**members: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(zipfile.ZipInfo(name.replace("__", "/").replace("_DOT_", ".")), content)
    return file.getvalue()


def _warc() -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{_PAGE}"
    return _WARC.format(length=len(body.encode()), body=body).encode()


OWN: dict[str, bytes] = {
    "own.txt": _TEXT.encode(),
    "own-cp1251.txt": _TEXT.encode("cp1251"),
    "own.md": f"# Гребля\n\n{_TEXT}\n- раз\n- два\n".encode(),
    "own.html": _PAGE.encode(),
    "own.html.gz": gzip.compress(_PAGE.encode(), mtime=0),
    "own.mhtml": _MHTML.encode(),
    "own.eml": _LETTER.encode(),
    "own.mbox": ("From a@example.org Sun Jan  9 10:00:00 2022\n" + _LETTER.replace("\r\n", "\n") + "\n").encode() * 3,
    "own.warc": _warc(),
    "own.warc.gz": gzip.compress(_warc(), mtime=0),
    "own.rss": _FEED.encode(),
    "own.json": json.dumps([{"title": "Гребля", "text": _TEXT, "date": "2022-01-09"}] * 3).encode(),
    "own.jsonl": b"\n".join([json.dumps({"title": "Гребля", "text": _TEXT}).encode()] * 3),
    "own.csv": ("title,text,date\n" + '"Гребля","Прорвало, ""греблю""",2022-01-09\n' * 3).encode(),
    "own.rtf": rb"{\rtf1\ansi\ansicpg1251 {\b \'c3\'f0\'e5\'e1\'eb\'ff}\par \u1043?\u1088?\u1077?\par}",
    "own.ris": f"TY  - NEWS\nTI  - Гребля\nAB  - {' '.join(_TEXT.split() * 12)}\nPY  - 2022\nER  - \n".encode(),
    "own.zip": _zip(a_DOT_txt=_TEXT, b_DOT_html=_PAGE, c_DOT_eml=_LETTER),
    "own.docx": _zip(
        **{"[Content_Types]_DOT_xml": _TYPES, "_rels__DOT_rels": _RELATIONS},
        word__document_DOT_xml=_DOCUMENT,
    ),
    "own.pdf": _PDF,
}


def mutated(raw: bytes, other: bytes, chance: random.Random) -> bytes:
    """A file with one to four kinds of damage; `other` is another file, parts of which may get into it."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        raw = chance.choice(_DAMAGE)(raw, other, chance)
    return raw


def _truncated(raw: bytes, _other: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def _bits_flipped(raw: bytes, _other: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(raw)
    for _ in range(min(len(damaged), chance.choice((1, 2, 8, 64)))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _spliced(raw: bytes, other: bytes, chance: random.Random) -> bytes:
    at, start = chance.randrange(len(raw) + 1), chance.randrange(len(other) + 1)
    return raw[:at] + other[start : start + chance.choice((8, 200, 5000))] + raw[at:]


def _doubled(raw: bytes, _other: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(raw) + 1)
    chunk = raw[start : start + chance.choice((4, 64, 1024))]
    return raw[:start] + chunk * chance.choice((2, 10, 200)) + raw[start + len(chunk) :]


def _cut_out(raw: bytes, _other: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(raw) + 1)
    return raw[:start] + raw[start + chance.choice((1, 16, 512)) :]


def _head_damaged(raw: bytes, _other: bytes, chance: random.Random) -> bytes:
    head = bytearray(raw[:64])
    for _ in range(min(len(head), 4)):
        head[chance.randrange(len(head))] = chance.randrange(256)
    return bytes(head) + raw[64:]


def _tail_damaged(raw: bytes, _other: bytes, chance: random.Random) -> bytes:
    tail = bytearray(raw[-128:])
    for _ in range(min(len(tail), 4)):
        tail[chance.randrange(len(tail))] = chance.randrange(256)
    return raw[:-128] + bytes(tail)


def _numbers_changed(raw: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Lengths and offsets that lead elsewhere."""
    digits = [at for at in range(min(len(raw), 20_000)) if 0x30 <= raw[at] <= 0x39]
    if not digits:
        return raw
    at = chance.choice(digits)
    return raw[:at] + chance.choice((b"0", b"9", b"-1", b"99999999999", b"4294967295")) + raw[at + 1 :]


def _bytes_put_in(raw: bytes, _other: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    junk = (
        b"\x00",
        b"\x00" * 300,
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"<" * 100,
        b"{" * 2000,
        b"(" * 500,
        b"\r",
        b"\x80" * 9,
    )
    return raw[:at] + chance.choice(junk) + raw[at:]


_DAMAGE: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    _truncated, _bits_flipped, _bits_flipped, _spliced, _doubled, _cut_out, _head_damaged, _tail_damaged,
    _numbers_changed, _bytes_put_in,
)  # fmt: skip
