# SPDX-License-Identifier: GPL-3.0-or-later
"""What columns are called that hold the parts of articles, in Ukrainian, Russian and English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# The parts of an article that a column can hold; `id` tells the rows apart.
FIELDS: Final = (
    "title", "standfirst", "body", "byline", "outlet", "section", "url", "language", "published", "captured", "id",
)  # fmt: skip

ENCLOSING: Final = "/"  # begins the name of what is said once, of all the articles of a file
_OF_ALL: Final = frozenset({"outlet", "language", "published"})
# Ends of dotted names that say in which form it is given what the part before is: WordPress, JSON of XML.
_FORMS: Final = frozenset({"rendered", "value", "text", "#text", "$t", "_text", "__cdata", "$date"})

# By field, the surest first. A name is lower case, its words apart by one space.
_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "body": (
        "full text", "fulltext", "article text", "article body", "body text", "main text", "maintext", "body", "text",
        "content", "contents", "article", "message", "post", "post text", "message text", "story", "news text",
        "clean text", "plain text", "raw text", "html", "body html", "content html", "raw html", "transcript",
        "document", "passage", "sentence", "повний текст", "текст статті", "текст новини", "текст", "зміст",
        "стаття", "тіло", "допис", "повідомлення", "полный текст", "текст статьи", "текст новости", "содержание",
        "содержимое", "статья", "тело", "пост", "сообщение", "публікація", "публикация", "новина", "новость",
    ),
    "title": (
        "headline", "title", "article title", "news title", "post title", "heading", "header", "subject", "caption",
        "заголовок", "назва", "назва статті", "заголовок статті", "название", "название статьи", "заголовок статьи",
        "заголовок новости", "заголовок новини",
    ),
    "standfirst": (
        "standfirst", "lead", "lede", "deck", "dek", "subtitle", "sub title", "subheadline", "subhead", "subheading",
        "kicker", "підзаголовок", "лід", "анонс", "подзаголовок", "лид", "вступ",
    ),
    "byline": (
        "byline", "author", "authors", "author name", "writer", "writers", "journalist", "reporter", "creator",
        "creators", "contributor", "by", "автор", "автори", "авторы", "журналіст", "журналист", "кореспондент",
        "корреспондент", "from",
    ),
    "outlet": (
        "outlet", "newspaper", "publication name", "publication title", "publisher", "source name", "site name",
        "sitename", "media", "media name", "medium", "channel", "channel name", "channel title", "source",
        "publication", "journal", "agency", "site", "website", "domain", "source domain", "feed", "resource",
        "видання", "видавець", "джерело", "назва видання", "канал", "змі", "газета", "сайт", "агентство",
        "издание", "источник", "сми", "название издания", "ресурс", "журнал",
    ),
    "section": (
        "section", "rubric", "rubrics", "category", "categories", "desk", "topic", "topics", "theme", "sections",
        "рубрика", "рубрики", "розділ", "категорія", "раздел", "категория", "тема", "тематика",
    ),
    "url": (
        "url", "article url", "page url", "source url", "news url", "web url", "original url", "link", "permalink",
        "uri", "href", "address", "web link", "посилання", "лінк", "адреса", "ссылка", "ссылка на статью", "адрес",
    ),
    "language": ("language", "lang", "locale", "in language", "мова", "язык"),
    "published": (
        "published", "date published", "published date", "published at", "published on", "date publish",
        "publish date", "publish time", "publication date", "publication time", "pub date", "pubdate", "published time",
        "release date", "issued", "posted at", "posted on", "post date", "article date", "news date", "date",
        "date time", "datetime", "date unixtime", "created at", "created", "created utc", "date created", "timestamp",
        "time", "day", "дата публікації", "опубліковано", "дата виходу", "дата публикации", "опубликовано",
        "дата выхода", "дата", "дата і час", "дата и время", "час", "время",
    ),
    "captured": (
        "captured", "captured at", "date captured", "capture date", "crawled", "crawled at", "crawl date",
        "date crawled", "scraped", "scraped at", "scrape date", "date scraped", "fetched", "fetched at",
        "retrieved", "retrieved at", "retrieval date", "date retrieved", "downloaded at", "date download",
        "download date", "collected at", "accessed", "access date", "date accessed", "accessed at", "saved at",
        "дата збору", "дата завантаження", "збережено", "завантажено", "дата сбора", "дата загрузки", "сохранено",
    ),
    "id": (
        "id", "uuid", "guid", "article id", "news id", "doc id", "document id", "docid", "message id", "post id",
        "item id", "record id", "row id", "key", "no", "nr", "№", "n", "#", "номер", "ідентифікатор",
        "идентификатор", "код",
    ),
}  # fmt: skip
# Names that stand for the text where there is no better one.
_FALLBACK_NAMES: Final = (
    "description", "summary", "abstract", "abstract note", "snippet", "excerpt", "lead", "caption", "comment",
    "опис", "короткий опис", "анотація", "анонс", "описание", "краткое описание", "аннотация", "резюме",
)  # fmt: skip
# A column with places in the text: the text is then that of a corpus, whose offsets must go on to hold.
_ANNOTATIONS: Final = frozenset(
    ("spans", "span", "entities", "label", "labels", "offsets", "annotations", "ner", "ner tags", "tags spans",
     "trigger words", "relations")
)  # fmt: skip

_CAMEL = re.compile(r"(?<=[a-zа-яіїєґ0-9])(?=[A-ZА-ЯІЇЄҐ])")
_MARKS = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def words_of(name: str) -> str:
    """A column's name in lower case, its words apart by one space: “datePublished” as “date published”."""
    spaced = _MARKS.sub(" ", _CAMEL.sub(" ", name)).strip().casefold()
    return spaced or name.strip().casefold()


def rank(name: str, field: str) -> int | None:
    """How surely a column of this name holds the field, 0 the surest; None where the name does not say so.

    Of a dotted name all of it counts, or else its last part, or for a name the part before it:
    “source.name” is the source, “meta.title” the title.
    """
    names = _NAMES[field]
    what, _, form = name.rpartition(".")
    if what and form in _FORMS and (of_what := rank(what, field)) is not None:
        return of_what
    whole = words_of(name)
    if name.startswith(ENCLOSING):
        if field not in _OF_ALL:
            return None
        if whole in names:
            return names.index(whole)
        return len(names) if (field, whole) == ("outlet", "name") else None
    if whole in names:
        return names.index(whole)
    parts = [words_of(part) for part in name.replace("/", ".").split(".") if part]
    if len(parts) < 2:  # noqa: PLR2004
        return None
    if parts[-1] == "name" and parts[-2] in names:
        return len(names) + names.index(parts[-2])
    return 2 * len(names) + names.index(parts[-1]) if parts[-1] in names else None


def fallback_rank(name: str) -> int | None:
    """How surely a column holds the text where none is called so; None where its name does not say so."""
    what, _, form = name.rpartition(".")
    words = words_of((what if what and form in _FORMS else name).rpartition(".")[2])
    return _FALLBACK_NAMES.index(words) if words in _FALLBACK_NAMES else None


def is_known(name: str) -> bool:
    """Whether a cell reads like the name of a column."""
    return any(rank(name, field) is not None for field in FIELDS) or fallback_rank(name) is not None


def has_places(columns: tuple[str, ...]) -> bool:
    """Whether a table holds places in its texts."""
    return any(words_of(column.rpartition(".")[2]) in _ANNOTATIONS for column in columns)
