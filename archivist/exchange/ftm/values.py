# SPDX-License-Identifier: GPL-3.0-or-later
"""Values as FollowTheMoney has them: its programs change or drop without a word what is otherwise.

followthemoney.tech/docs and the types of followthemoney 4.11: texts are in NFC, without control
characters and characters that have no width, and of bounded length; dates are ISO 8601 up to any
precision; addresses of the web have a host that can be one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from urllib.parse import ParseResult, urlparse, urlunparse

from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.model import Loss

LONGEST_TEXT = 65_000  # code points
_LONGEST_STRING, _LONGEST_NAME, _LONGEST_ADDRESS, _LONGEST_URL = 1024, 384, 250, 4096
_SPACES = re.compile("[\u2000-\u200a\u2028\u2029\u0a00\u1680\u202f\u205f\u3000]")
_DELETED = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u061c\u2060-\u2064\xad\ufeff\ud800-\udfff]")
_QUOTED = re.compile("""["'](.*)["']""")
_LINES = re.compile(r"\r\n|\n|<BR/>|<BR>|\t|ESQ\.,|ESQ,|;")
_COMMAS = re.compile(r",\s?[,.]")
_LABEL = re.compile(r"(?=.*[^\W_])[\w-]{1,63}")
_DAY = re.compile(r"([1-9]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)[?~%]?", re.ASCII)  # 2022-21 is a spring
_MOMENT = re.compile(r"([1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:Z|\+00:?00)?", re.ASCII)
_WHY_CHANGED = (
    "are written as FollowTheMoney has them: without control characters and characters of no width, without white "
    "space and quotation marks around them, and only as long as they may be"
)
_WHY_DROPPED = "FollowTheMoney has no such values, and its programs would drop them without a word"
_WHY_REDUCED = "are written without what FollowTheMoney cannot say of a date: doubt, and a span of several months"
# Those languages that FollowTheMoney knows, of which ISO 639-1 has codes, by these.
_LANGUAGES = {
    code[:2]: code[3:]
    for line in (
        "af:afr am:amh ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa",
        "et:est fa:fas fi:fin fr:fra ga:gle he:heb hi:hin hr:hrv hu:hun hy:hye id:ind is:isl it:ita ja:jpn ka:kat",
        "kk:kaz km:khm kn:kan ko:kor ky:kir lb:ltz lo:lao lt:lit lv:lav mk:mkd mn:mon ms:msa mt:mlt my:mya ne:nep",
        "nl:nld no:nor pl:pol ps:pus pt:por ro:ron ru:rus si:sin sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa ta:tam",
        "te:tel tg:tgk th:tha tk:tuk tl:tgl tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho",
    )
    for code in line.split()
}


class Values:
    """Makes values, and counts those that are not as they were; each is told as `what` it is. "" for none."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()

    def losses(self) -> list[Loss]:
        """What is not as it was."""
        return [Loss(what, count, why) for (what, why), count in sorted(self._counts.items())]

    def text(self, what: str, value: str) -> str:
        """A text of several lines."""
        return self._made(what, value, lambda text: cut(text, LONGEST_TEXT))

    def string(self, what: str, value: str) -> str:
        """A short text."""
        return self._made(what, value, lambda text: cut(text, _LONGEST_STRING))

    def name(self, what: str, value: str) -> str:
        """What something is called."""
        return self._made(what, value, _name)

    def address(self, what: str, value: str) -> str:
        """A place."""
        return self._made(what, value, _address)

    def url(self, what: str, value: str) -> str:
        """An address of the web."""
        return self._made(what, value, _url)

    def language(self, value: str) -> str:
        """A language, by its code of ISO 639-1."""
        found = _LANGUAGES.get(value, "")
        if value and not found:
            self._counts["languages", _WHY_DROPPED] += 1
        return found

    def date(self, what: str, edtf: str) -> str:
        """A date, as exact as it can be said."""
        value, is_exact = _date(edtf.strip())
        self._tell_date(what, edtf, value, is_exact=is_exact)
        return value

    def dates(self, what: str, edtf: str) -> dict[str, str]:
        """The properties of when something was: a day, or from when until when."""
        first, slash, last = edtf.partition("/")
        if not slash:
            value = self.date(what, edtf)
            return {"date": value} if value else {}
        found = {"startDate": _date(first.strip()), "endDate": _date(last.strip())}
        values = {name: value for name, (value, _) in found.items() if value}
        exact = all(is_exact for _, is_exact in found.values())
        self._tell_date(what, edtf, "".join(values.values()), is_exact=exact)
        return values

    def _tell_date(self, what: str, edtf: str, value: str, *, is_exact: bool) -> None:
        if edtf and not value:
            self._counts[what, _WHY_DROPPED] += 1
        elif edtf and not is_exact:
            self._counts[what, _WHY_REDUCED] += 1

    def _made(self, what: str, value: str, make: Callable[[str], str]) -> str:
        made = make(plain(value)) if value else ""
        if made != value:
            self._counts[what, _WHY_CHANGED if made else _WHY_DROPPED] += 1
        return made


def plain(text: str) -> str:
    """A text without what FollowTheMoney takes off every text."""
    return _DELETED.sub("", _SPACES.sub(" ", unicodedata.normalize("NFC", text))).strip()


def cut(text: str, length: int) -> str:
    """The beginning of a plain text; nothing is left to be taken off it."""
    return text if len(text) <= length else plain(text[:length])


def _name(text: str) -> str:
    while text != (bare := " ".join(_QUOTED.sub(r"\1", text).split())):
        text = bare
    return cut(text, _LONGEST_NAME) if len(text) <= _LONGEST_NAME else _name(cut(text, _LONGEST_NAME))


def _address(text: str) -> str:
    while text != (bare := " ".join(_COMMAS.sub(", ", _LINES.sub(", ", text)).split())):
        text = bare
    return text if len(text) <= _LONGEST_ADDRESS else _address(cut(text, _LONGEST_ADDRESS))


def _url(text: str) -> str:
    try:
        parsed = urlparse(text)
        host = parsed.hostname or ""
        _ = parsed.port  # raises where it is none
    except ValueError:
        return ""
    labels = host.split(".")
    is_host = (
        len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) and len(labels[-1]) > 1 and not labels[-1].isdigit()
    )
    if parsed.scheme not in ("http", "https") or not is_host or re.search(r"\s", text):
        return ""
    made: str = urlunparse(ParseResult(*parsed[:2], parsed.path or "/", *parsed[3:]))
    return made if len(made) <= _LONGEST_URL else ""


def _date(edtf: str) -> tuple[str, bool]:
    """The date, and whether that is all that was said."""
    moment, day = _MOMENT.fullmatch(edtf), _DAY.fullmatch(edtf)
    if moment:
        return moment[1], True
    try:
        whole = date_range(edtf) if edtf else None
    except InvalidDate:
        return "", False
    if whole is None:
        return "", True
    if day:
        return day[1], day[1] == edtf
    return _common(whole.first, whole.last), False


def _common(earliest: str, latest: str) -> str:
    """The month or the year in which two days are."""
    for length in (10, 7, 4):
        if earliest[:length] == latest[:length] and _DAY.fullmatch(earliest[:length]):
            return earliest[:length]
    return ""
