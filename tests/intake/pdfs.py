# SPDX-License-Identifier: GPL-3.0-or-later
"""Small PDFs, made for the tests: texts at places, in a font whose letters are all half as wide as high."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

SIZE = 10.0
LEADING = 12.0
WIDTH, HEIGHT = 600, 800
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_ID = b"0123456789abcdef"


@dataclass(frozen=True)
class Text:
    """A piece of text that begins at a place."""

    x: float
    y: float
    text: str
    size: float = SIZE
    bold: bool = False
    turned: bool = False


def column(x: float, y: float, *lines: str, size: float = SIZE, bold: bool = False) -> list[Text]:
    """Lines below each other."""
    return [Text(x, y - number * LEADING, line, size, bold) for number, line in enumerate(lines)]


def pdf(
    *pages: Sequence[Text],
    info: dict[str, str] | None = None,
    mapped: bool = True,
    attached: dict[str, bytes] | None = None,
    password: str | None = None,
) -> bytes:
    """A PDF of pages of texts in Windows-1251. mapped=False leaves out what says which letters they are."""
    streams = ["\n".join(map(_drawn, page)).encode("cp1251") for page in pages]
    return document([(stream, b"") for stream in streams], info, mapped=mapped, attached=attached, password=password)


def scan(width: int, height: int, *pictures: bytes) -> bytes:
    """A PDF of pictures, each on a page of its own; one byte of grey a dot."""
    images = [
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8" % (width, height)
        + b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)
        for packed in map(zlib.compress, pictures)
    ]
    return document([(b"q %d 0 0 %d 0 0 cm /Im Do Q" % (WIDTH, HEIGHT), image) for image in images])


def _drawn(piece: Text) -> str:
    font = "/B" if piece.bold else "/F"
    place = f"0 1 -1 0 {piece.x} {piece.y}" if piece.turned else f"1 0 0 1 {piece.x} {piece.y}"
    text = piece.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT {font} {piece.size} Tf {place} Tm ({text}) Tj ET"


def document(
    pages: Sequence[tuple[bytes, bytes]],
    info: dict[str, str] | None = None,
    *,
    mapped: bool = True,
    attached: dict[str, bytes] | None = None,
    password: str | None = None,
) -> bytes:
    """A PDF of streams that draw pages, each with the picture /Im, or b""."""
    owner, key = bytes(32), b""
    if password is not None:
        padded = (password.encode() + _PAD)[:32]
        key = hashlib.md5(padded + owner + bytes([252, 255, 255, 255]) + _ID, usedforsecurity=False).digest()[:5]
    objects: list[bytes] = []

    def add(value: bytes, stream: bytes | None = None) -> int:
        number = len(objects) + 1
        if stream is not None:
            hidden = _rc4(_object_key(key, number), stream) if key else stream
            value = b"<<%s/Length %d>>stream\n%s\nendstream" % (value, len(hidden), hidden)
        objects.append(value)
        return number

    table = add(b"", _to_unicode())
    unicode_map = b"/ToUnicode %d 0 R" % table if mapped else b""
    fonts = b"".join(b"/%s %d 0 R" % (name, add(_font(face, unicode_map))) for name, face in _FACES)
    names = b"".join(_attachment(add, name, data) for name, data in (attached or {}).items())
    first = len(objects) + 1
    parent = first + sum(3 if picture else 2 for _, picture in pages)
    kids = []
    for stream, picture in pages:
        images = b"/XObject<</Im %d 0 R>>" % add(picture) if picture else b""
        contents = add(b"", stream)
        page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources<</Font<<%s>>%s>>>>"
        kids.append(add(page % (parent, WIDTH, HEIGHT, contents, fonts, images)))
    add(b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids)))
    files = b"/Names<</EmbeddedFiles<</Names[%s]>>>>" % names if names else b""
    root = add(b"<</Type/Catalog/Pages %d 0 R%s>>" % (parent, files))
    trailer = b"/Root %d 0 R" % root
    if info:
        said = b"".join(b"/%s<%s>" % (name.encode(), _utf16(value).hex().encode()) for name, value in info.items())
        trailer += b"/Info %d 0 R" % add(b"<<%s>>" % said)
    if password is not None:
        user = _rc4(key, _PAD)
        hidden = b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (owner.hex().encode(), user.hex().encode())
        trailer += b"/Encrypt %d 0 R/ID[<%s><%s>]" % (add(hidden), _ID.hex().encode(), _ID.hex().encode())
    return _written(objects, trailer)


def _written(objects: Sequence[bytes], trailer: bytes) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj%s\nendobj\n" % (number, value)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n"
    return written + end % (len(places) + 1, table, len(places) + 1, trailer, len(written))


_FACES = ((b"F", b"Helvetica"), (b"B", b"Helvetica-Bold"))


def _font(face: bytes, unicode_map: bytes) -> bytes:
    return (
        b"<</Type/Font/Subtype/Type1/BaseFont/%s/FirstChar 0/LastChar 255/Widths[%s]/Encoding/WinAnsiEncoding%s>>"
        % (face, b"500 " * 256, unicode_map)
    )


def _to_unicode() -> bytes:
    """A table of the letters of Windows-1251; code 1 is the ligature fi, 2 a letter of private use."""
    codes = {code: bytes([code]).decode("cp1251", "replace") for code in range(32, 256)} | {1: "\ufb01", 2: "\ue001"}
    lines = [f"<{code:02X}> <{ord(char):04X}>" for code, char in codes.items()]
    parts = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    mapped = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def"
    return f"{head}\n1 begincodespacerange <00> <FF> endcodespacerange\n{mapped}\nendcmap end end".encode()


def _attachment(add, name: str, data: bytes) -> bytes:
    stream = add(b"/Type/EmbeddedFile", data)
    entry = add(b"<</Type/Filespec/F(%s)/UF(%s)/EF<</F %d 0 R>>>>" % (name.encode(), name.encode(), stream))
    return b"(%s) %d 0 R" % (name.encode(), entry)


def _utf16(text: str) -> bytes:
    return b"\xfe\xff" + text.encode("utf-16-be")


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + bytes(2), usedforsecurity=False).digest()[: len(key) + 5]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
