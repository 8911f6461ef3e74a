# SPDX-License-Identifier: GPL-3.0-or-later
"""From the bytes of a text file to its text.

UTF-8, UTF-16 and encodings that switch by escape sequences are recognised by their form. Among the
others, the one whose reading is the likeliest text wins (letters.py, ideographs.py); measured on
Ukrainian and Russian sentences of 15 to 150 characters, this is right more often than
charset-normalizer, which is asked only where the text is in none of the encodings that are known here.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from math import inf
from pathlib import Path

from archivist.decoding.ideographs import IDEOGRAPHIC, ideographic_likelihood
from archivist.decoding.letters import log_likelihood
from archivist.decoding.signatures import binary_kind
from archivist.decoding.twice_encoded import once_encoded
from archivist.errors import EmptyFile, InvalidValue, NotText, WrongEncoding

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# One-byte encodings, each with the logarithm of how much rarer it is than the first.
_ONE_BYTE = {
    "cp1251": 0.0,
    "cp1252": -1.0,
    "koi8-r": -1.0,
    "koi8-u": -1.1,
    "cp1125": -1.9,
    "cp866": -2.0,
    "iso8859-5": -2.5,
    "mac-cyrillic": -3.0,
    "cp855": -4.0,
    "cp1250": -2.0,
    "iso8859-2": -2.5,
    "cp1254": -2.5,
    "cp1257": -3.0,
    "cp1258": -4.0,
    "cp1253": -4.0,
    "iso8859-7": -4.5,
    "cp1255": -4.0,
    "iso8859-8": -4.5,
    "cp1256": -4.0,
    "iso8859-6": -4.5,
    "cp874": -4.0,
    "cp850": -10.0,
    "cp852": -10.0,
    "mac-roman": -10.0,
    "cp737": -6.0,
    "iso8859-13": -4.5,
    "iso8859-4": -5.0,
    "ptcp154": -5.0,
}
_WITHOUT_UKRAINIAN_I = frozenset({"cp866", "koi8-r"})
_STAND_IN = re.compile("[а-яґєїў]i|i[а-яґєїў]")  # a Latin i in a Cyrillic word
_STAND_IN_NEEDLESS = -2.0  # for each, in an encoding that has the Cyrillic letter

_SAMPLE = 16 * 1024  # bytes
_PASSAGE = 1024
_FIRST_LOOK = 3 * 1024  # bytes, after which only the likeliest encodings are looked at
_SECOND_LOOKS = 8  # encodings
_BEFORE = 64
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_SUBSTANCE = re.compile(rb"[^\x00 \t\r\n\x1a\xef\xbb\xbf\xff\xfe]")
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_CONTROL_SHARE = 0.002  # more than this in a file of a one-byte encoding, and it is not a text
_STRAY_SHARE = 0.001  # the same for a file of flawless UTF-8, which is surely a text, NUL or not
_WHOLE_FOR_EACH_BROKEN = 5  # characters beyond ASCII in damaged UTF-8
_FAMILIAR = re.compile(
    "[\t\n\r -~\u00a0-\u024f\u0370-\u06ff\u0e00-\u0e7f\u2010-\u203a\u20a0-\u20bf\u2116\u2122\u3000-\u30ff\uff00-\uff9f]"
)
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff\uac00-\ud7a3]")
_AS_FAMILIAR = 0.9
_WIDEST = 4  # bytes a character
# By what marks an encoding says that other characters follow.
_SWITCHING = (
    (re.compile(rb"\x1b\$\)C"), ("iso2022_kr",)),
    (
        re.compile(rb"\x1b(?:\$[@B]|\$\([@BDOPQ]|\([IJ])"),
        ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_3"),
    ),
    (re.compile(rb"~\{(?:[!-w][!-~])+~\}"), ("hz",)),
)
_UNLIKELY = -4.4  # log-likelihood for each character beyond ASCII; in real texts it is -4.0 to -3.2
_DECLARATION_OUTWEIGHED = 12.0  # log-likelihood by which another encoding is likelier than the declared one
_SURE = 6.0  # log-likelihood by which an encoding outdoes all that would make another text
_ENOUGH_TO_DOUBT = 40  # of these characters


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that it was in, as Python names it."""

    text: str
    encoding: str
    guessed: bool = False  # by its letters, not by its form or because it was said
    doubtful: bool = False  # another encoding would be nearly as likely
    replaced: int = 0  # characters that could not be read, each now U+FFFD
    controls: int = 0  # characters that texts do not have, NUL and the like
    twice: bool = False  # it had been encoded twice


def decode(raw: bytes, encoding: str | None = None, *, path: Path = Path()) -> Decoded:
    """The text of a file. path is for messages only.

    Raises EmptyFile, NotText, WrongEncoding, InvalidValue (an encoding that does not exist).
    """
    if not _SUBSTANCE.search(raw):
        raise EmptyFile(path)
    kind = binary_kind(raw)
    if kind:
        raise NotText(path, f"it is {kind}")
    decoded = _as_said(raw, encoding, path) if encoding else detect(raw, path=path)
    if not decoded.text or decoded.text.isspace():
        raise EmptyFile(path)
    return decoded


def known_encoding(name: str) -> str:
    """Python's name of a text encoding. Raises InvalidValue."""
    try:
        b"a".decode(name, "ignore")  # lookup() alone would take codecs that do not make text
        return codecs.lookup(name).name
    except (LookupError, ValueError) as error:
        possible = ", ".join(("utf-8", "utf-16", *_ONE_BYTE))
        raise InvalidValue("encoding", name, possible) from error


def _as_said(raw: bytes, encoding: str, path: Path) -> Decoded:
    name = known_encoding(encoding)
    try:
        return Decoded(raw.decode(name).removeprefix("\ufeff"), name)
    except UnicodeError as error:
        raise WrongEncoding(path, name) from error


def detect(raw: bytes, *, path: Path = Path()) -> Decoded:
    """The text in the encoding that it is most likely in. Raises NotText."""
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _replacing(raw, name)
    switched = _switching(raw)
    if switched:
        return switched
    try:
        text: str | None = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if controls:
        wide = _wide(raw, ideographs=text is None)
        if wide:
            return wide
        if text is not None and controls <= max(1, len(raw) * _STRAY_SHARE):
            return _of_utf8(text, controls)
        if b"\x00" in raw or controls > max(1, len(raw) * _CONTROL_SHARE):
            raise NotText(path, "it holds bytes that no text has")
    return _of_utf8(text) if text is not None else _damaged_utf8(raw) or _by_letters(raw)


def _of_utf8(text: str, controls: int = 0) -> Decoded:
    meant = once_encoded(text)
    return Decoded(meant or text, "utf-8", controls=controls, twice=bool(meant))


def contradicts(raw: bytes, encoding: str) -> str:
    """The encoding that a file is in rather than the one that it declares, "" where it may be that one.

    The declaration is believed unless the text is plainly another: only some encodings are known
    well enough to say so.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        sample = _sample(raw)
        if encoding not in _ONE_BYTE or not sample:
            return ""
        likelihood = _likelihoods(sample, encoding)
        best = max(likelihood, key=likelihood.__getitem__)
        return best if likelihood[best] - likelihood[encoding] > _DECLARATION_OUTWEIGHED else ""
    return "" if text.isascii() or encoding.startswith(("utf-8", "ascii")) else "utf-8"


def _replacing(raw: bytes, name: str) -> Decoded:
    text = raw.decode(name, "replace").removeprefix("\ufeff")
    # A text may hold U+FFFD of its own, which is then no loss of ours.
    own = raw.decode(name, "ignore").count("\ufffd")
    return Decoded(text, name, replaced=text.count("\ufffd") - own)


def _switching(raw: bytes) -> Decoded | None:
    """An encoding of ASCII bytes some of which stand for Chinese, Japanese or Korean characters."""
    for mark, names in _SWITCHING:
        if mark.search(raw):
            for name in names:
                try:
                    text = raw.decode(name)
                except UnicodeDecodeError:
                    continue
                if not text.isascii():
                    return Decoded(text, name)
    return None


def _wide(raw: bytes, *, ideographs: bool) -> Decoded | None:
    """UTF-16 or UTF-32 without a byte order mark: in the wrong order, or in another file, it is strange."""
    best, best_share = None, 0.8
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        sample = raw[: _SAMPLE & ~3].decode(name, "ignore")
        # Two letters that are taken for one character make an ideograph, so these tell less.
        familiar = len(_FAMILIAR.findall(sample))
        if ideographs:
            familiar += int(_AS_FAMILIAR * len(_IDEOGRAPHS.findall(sample)))
        share = familiar / max(1, len(sample)) if len(sample) * _WIDEST >= min(len(raw), _SAMPLE & ~3) else 0.0
        if share > best_share:
            best, best_share = name, share
    return _replacing(raw, best) if best else None


def _damaged_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with a few broken characters; in other encodings hardly any bytes happen to form UTF-8."""
    decoded = _replacing(raw, "utf-8")
    beyond_ascii = len(decoded.text) - len(decoded.text.encode("ascii", "ignore"))
    return decoded if beyond_ascii > _WHOLE_FOR_EACH_BROKEN * decoded.replaced else None


def _by_letters(raw: bytes) -> Decoded:
    """The text in the encoding in which it is the likeliest."""
    sample = _sample(raw)
    likelihood = _likelihoods(sample)
    best = max(likelihood, key=likelihood.__getitem__)
    beyond_ascii = len(_BEYOND_ASCII.findall(sample))
    doubtful = likelihood[best] - _second(sample, likelihood, best) < _SURE
    start = _BEYOND_ASCII.search(raw)
    ideographic = _ideographic(raw[start.start() :][:_SAMPLE], likelihood[best]) if start else ""
    if ideographic:
        best, doubtful = ideographic, False
    elif beyond_ascii >= _ENOUGH_TO_DOUBT and likelihood[best] < _UNLIKELY * beyond_ascii:
        # Takes time to import and is hardly ever needed.
        from charset_normalizer import from_bytes

        foreign = from_bytes(sample).best()
        best, doubtful = foreign.encoding if foreign else best, True
    text = raw.decode(best, "replace")
    if best == "cp1125" and text == raw.decode("cp866", "replace"):
        best = "cp866"  # better known; they differ in the letters of Ukrainian only
    return Decoded(text, codecs.lookup(best).name, guessed=True, doubtful=doubtful, replaced=text.count("\ufffd"))


def _ideographic(sample: bytes, likelihood: float) -> str:
    """The encoding of two bytes a character in which a text is likelier than that; "" where there is none."""
    found = {name: ideographic_likelihood(sample, name) for name in IDEOGRAPHIC}
    best = max(found, key=found.__getitem__)
    return best if found[best] > likelihood else ""


def _likelihoods(sample: bytes, wanted: str = "") -> dict[str, float]:
    """How likely a text is in the encodings that come into question, and in the one that is wanted."""
    start = sample[:_FIRST_LOOK]
    found = {name: _likelihood(start, name) for name in _ONE_BYTE}
    if len(sample) <= _FIRST_LOOK:
        return found
    likeliest = sorted(found, key=found.__getitem__, reverse=True)[:_SECOND_LOOKS]
    return {name: _likelihood(sample, name) for name in {*likeliest, *([wanted] if wanted else [])}}


def _second(sample: bytes, likelihood: dict[str, float], best: str) -> float:
    """How likely the likeliest of the encodings is that would make another text of the bytes."""
    text = sample.decode(best, "replace")
    others = (value for name, value in likelihood.items() if sample.decode(name, "replace") != text)
    return max(others, default=-inf)


def _sample(raw: bytes) -> bytes:
    """The passages that tell something, up to the size of a sample."""
    passages, size, position = [], 0, 0
    while size < _SAMPLE and (match := _BEYOND_ASCII.search(raw, position)):
        start = max(position, match.start() - _BEFORE)
        position = min(len(raw), match.start() + _PASSAGE)
        passages.append(raw[start:position])
        size += position - start
    return b"\n".join(passages)


def _likelihood(sample: bytes, name: str) -> float:
    text = sample.decode(name, "replace")
    total = _ONE_BYTE[name] + log_likelihood(text)
    if name not in _WITHOUT_UKRAINIAN_I:
        total += _STAND_IN_NEEDLESS * len(_STAND_IN.findall(text))
    return total
