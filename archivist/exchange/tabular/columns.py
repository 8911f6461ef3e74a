# SPDX-License-Identifier: GPL-3.0-or-later
"""What the columns of a table of annotations are called, and what may stand in them, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from archivist.exchange.tables import FIGURE
from archivist.model import Kind

# A name is compared without its letter case, with one space for each run of spaces, _ and -.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "article": (
        *("article", "article id", "document", "document id", "document name", "doc", "doc id", "file", "file name"),
        *("стаття", "ід статті", "документ", "файл", "статья", "ид статьи", "id статьи", "id статті"),
    ),
    "title": ("title", "article title", "headline", "заголовок", "назва статті", "название статьи", "заглавие"),
    "url": ("url", "link", "address", "article url", "адреса", "посилання", "адрес", "ссылка"),
    "id": ("id", "annotation id", "uuid", "identifier", "ід", "ідентифікатор", "ид", "идентификатор"),
    "start": ("start", "begin", "from", "start offset", "start char", "offset start", "початок", "начало"),
    "end": ("end", "stop", "to", "end offset", "end char", "offset end", "кінець", "конец"),
    "quote": (
        *("quote", "exact", "words", "span", "span text", "fragment", "marked text", "covered text", "text"),
        *("цитата", "слова", "фрагмент", "текст"),
    ),
    "tag": ("tag", "label", "code", "category", "тег", "мітка", "код", "категорія", "метка", "категория"),
    "kind": ("kind", "вид", "різновид", "разновидность"),
    "note": (
        *("note", "notes", "comment", "comments", "memo", "remark", "примітка", "примітки", "коментар"),
        *("примечание", "примечания", "комментарий"),
    ),
    "annotator": (
        *("annotator", "coder", "annotated by", "created by", "user", "анотатор", "кодувальник", "користувач"),
        *("аннотатор", "кодировщик", "пользователь", "хто", "кто"),
    ),
    "created": ("created at", "created", "створено", "создано"),
    "modified": ("modified at", "modified", "updated at", "changed at", "змінено", "изменено"),
    "status": ("status",),
    "prefix": ("prefix",),
    "suffix": ("suffix",),
    "record": ("record",),
    "record_name": ("record name",),
    "tag_id": ("tag id",),
    "further": ("further attributes",),
    **{field.name: (field.name.replace("_", " "),) for field in FIGURE},
}
_KINDS: dict[Kind, tuple[str, ...]] = {
    Kind.ACTOR: ("actor", "actors", "діяч", "учасник", "деятель", "участник", "актор"),
    Kind.EVENT: ("event", "events", "подія", "події", "событие", "события"),
    Kind.FIGURE: ("figure", "figures", "number", "показник", "число", "цифра", "показатель"),
    Kind.DATE: ("date", "dates", "time", "дата", "час", "время"),
}
_SPACES = re.compile(r"[\s_-]+")


def known_columns(header: Sequence[str]) -> dict[str, int]:
    """The places of the columns that say something here, by what they say; of two that say the same the first."""
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        meaning = _MEANINGS.get(_plain(name))
        if meaning is not None:
            found.setdefault(meaning, place)
    return found


def holds_annotations(header: Sequence[str]) -> bool:
    """Whether a table with this header surely has a marked place of a text in each row."""
    found = known_columns(header).keys()
    is_of_an_article = bool(found & {"article", "title", "url", "id"})
    is_place = {"start", "end"} <= found and bool(found & {"quote", "tag"})
    return is_of_an_article and (is_place or ({"quote", "tag"} <= found and _names_a_quote(header)))


def may_hold_annotations(header: Sequence[str]) -> bool:
    """Whether a table with this header can be read as one of annotations."""
    found = known_columns(header).keys()
    return bool(found & {"article", "title", "url", "id"}) and ({"start", "end"} <= found or "quote" in found)


def kind_of(word: str) -> Kind | None:
    """The kind that a cell names."""
    return _OF_KIND.get(_plain(word))


def _names_a_quote(header: Sequence[str]) -> bool:
    """Whether a column is surely one of marked words, and not one of whole texts."""
    return any(_MEANINGS.get(_plain(name)) == "quote" and _plain(name) not in ("text", "текст") for name in header)


def _plain(name: str) -> str:
    return _SPACES.sub(" ", name).strip().casefold()


def _by_name(names: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    return {name: meaning for meaning, several in names for name in several}


_MEANINGS = _by_name(_COLUMNS.items())
_OF_KIND = {word: kind for kind, words in _KINDS.items() for word in words}
