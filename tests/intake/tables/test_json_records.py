# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import FileDamaged, NoTextColumn
from archivist.intake.outcome import FileRead, Refusal
from archivist.intake.reader import ImportOptions
from archivist.intake.reading import read as read_file
from archivist.intake.registry import reader_for
from archivist.intake.tables.profile import TableProfile
from archivist.intake.tables.readers import read_json
from archivist.model import ArticleDraft, Unread

ITEMS = [{"title": f"Назва {number}", "text": f"Текст новини {number}"} for number in range(1, 4)]


def read(text: str | bytes, **options: Any) -> list[Any]:
    raw = text if isinstance(text, bytes) else text.encode()
    return list(read_json(raw, Path("a.json"), ImportOptions(**options)))


def titles(pieces: list[Any]) -> list[str]:
    return [piece.title for piece in pieces if isinstance(piece, ArticleDraft)]


def unread(pieces: list[Any]) -> list[Unread]:
    return [piece for piece in pieces if isinstance(piece, Unread)]


def dump(value: Any, **options: Any) -> str:
    return json.dumps(value, ensure_ascii=False, **options)


@pytest.mark.parametrize(
    "text",
    [
        dump(ITEMS),
        dump(ITEMS, indent=2),
        "\n".join(map(dump, ITEMS)),
        "\r\n\r\n".join(map(dump, ITEMS)),
        "\n".join(dump(item, indent=4) for item in ITEMS),
        dump({"status": "ok", "articles": ITEMS, "tags": [{"name": "a"}]}),
        dump({"data": {"page": 1, "news": ITEMS}}, indent=1),
        dump({"a1": ITEMS[0], "a2": ITEMS[1], "a3": ITEMS[2]}),
        dump([{"channel": "x", "posts": ITEMS[:2]}, {"channel": "y", "posts": ITEMS[2:]}]),
        "window.YTD.tweets.part0 = " + dump(ITEMS, indent=1),
        dump(ITEMS).encode("utf-16"),
        b"\xef\xbb\xbf" + dump(ITEMS).encode(),
    ],
)
def test_articles_are_found_wherever_they_lie(text: str | bytes) -> None:
    assert titles(read(text)) == ["Назва 1", "Назва 2", "Назва 3"]


def test_one_article_may_be_the_whole_document() -> None:
    (draft,) = read(dump({"title": "Потоп", "text": "Вода.", "comments": [{"text": "Який жах", "by": "x"}]}))
    assert draft.body == "Потоп\n\nВода."


def test_a_list_of_texts_is_as_many_articles() -> None:
    texts = [
        "Перший допис про воду, яка прийшла вночі до села. " * 3,
        "Другий допис про те, як усе скінчилося добре. " * 4,
    ]
    assert [draft.body for draft in read(dump(texts))] == texts


def test_what_is_said_above_the_list_is_of_all() -> None:
    drafts = read(dump({"name": "Вісник", "language": "uk", "title": "Експорт", "items": [{"text": "Один текст"}]}))
    assert [(draft.outlet, draft.language, draft.title) for draft in drafts] == [("Вісник", "uk", "Один текст")]


def test_an_export_of_telegram_is_read() -> None:
    messages = [
        {"id": 1, "type": "service", "date": "2022-01-05T10:00:00", "action": "create_channel", "text": ""},
        {
            "id": 2,
            "type": "message",
            "date": "2022-01-08T14:05:00",
            "date_unixtime": "1641643500",
            "text": [
                "Вода ",
                {"type": "bold", "text": "зайшла"},
                " у двори\n\n",
                {"type": "link", "text": "https://v.ua"},
            ],
            "text_entities": [{"type": "plain", "text": "Вода "}, {"type": "bold", "text": "зайшла"}],
        },
        {"id": 3, "type": "message", "date": "2022-01-09T14:05:00", "text": "Суша по всіх дворах", "text_entities": []},
    ]
    channel = {"name": "Вісник", "type": "public_channel", "id": 77, "messages": messages}
    for export in (channel, {"about": "Here is the data", "chats": {"about": "chats", "list": [channel]}}):
        service, first, second = read(dump(export, indent=1))
        assert service == Unread("row 1", "It has no text.")
        assert (first.body, first.outlet) == ("Вода зайшла у двори\n\nhttps://v.ua", "Вісник")
        assert (first.published, second.published, second.part) == ("2022-01-08", "2022-01-09", "3")


def test_paragraphs_in_a_list_are_parted() -> None:
    blocks = [{"type": "paragraph", "text": "Вода."}, {"type": "paragraph", "text": "Суша."}]
    assert read(dump({"content": blocks}))[0].body == "Вода.\n\nСуша."
    assert read(dump([{"content": ["Вода.", "Суша."]}]))[0].body == "Вода.\n\nСуша."


def test_a_broken_line_is_told_of_and_the_others_are_read() -> None:
    lines = [dump(item) for item in ITEMS]
    lines[1] = lines[1][:-5]
    pieces = read("\n".join(lines))
    assert titles(pieces) == ["Назва 1", "Назва 3"]
    (broken,) = unread(pieces)
    assert broken.part == "line 2"
    assert pieces[2].part == "row 3"


def test_a_broken_object_in_a_list_is_told_of_and_the_others_are_read() -> None:
    pieces = read(dump(ITEMS, indent=1).replace('"Назва 2"', "Назва 2"))
    assert titles(pieces) == ["Назва 1", "Назва 3"]
    assert unread(pieces)[0].part == "line 7"


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"meta": {"n": 3}, "articles": items}])
def test_of_a_file_that_breaks_off_what_is_there_is_read(indent: int | None, wrap: Any) -> None:
    text = dump(wrap(ITEMS), indent=indent)
    pieces = read(text[: text.index("новини 3")])
    assert titles(pieces) == ["Назва 1", "Назва 2"]
    assert "not JSON" in unread(pieces)[0].reason


def test_numbers_are_kept_as_they_are_written() -> None:
    drafts = read('[{"id": 12345678901234567890123, "text": "Один текст"}, {"id": 1.10, "text": "Два тексти"}]')
    assert [draft.part for draft in drafts] == ["12345678901234567890123", "1.10"]


def test_a_profile_says_where_the_records_are() -> None:
    text = dump({"news": ITEMS, "archive": {"old": [{"text": "Дуже довгий старий текст " * 9}]}})
    assert titles(read(text)) == ["Назва 1", "Назва 2", "Назва 3"]
    old = read(text, profile=TableProfile(records="archive.old"))
    assert [draft.body[:5] for draft in old] == ["Дуже "]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[{" * 50_000, '{"a', '[{"text": "a'])
def test_hostile_and_broken_documents_are_refused(text: str) -> None:
    with pytest.raises(FileDamaged):
        read(text)


@pytest.mark.parametrize(
    "value", [{}, {"a": 1}, [1, 2, 3], [{"n": 1}, {"n": 2}], {"$schema": "x", "properties": {"a": {}}}]
)
def test_what_holds_no_texts_is_refused(value: Any) -> None:
    with pytest.raises(NoTextColumn):
        read(dump(value))


@pytest.mark.parametrize(
    ("raw", "name", "reader"),
    [
        (b'{"text": "a"}', "a.txt", "json"),
        (b' [\n {"text": "a"}]', "a", "json"),
        (b'["a", "b"]', "a.json", "json"),
        (b'["a", he said', "a.txt", "text"),
        (b"[[link]] to a page", "a.md", "markdown"),
        (b"[1] a footnote", "a.txt", "text"),
        (b"{curly} words", "a.txt", "text"),
    ],
)
def test_json_is_known_by_its_content(raw: bytes, name: str, reader: str) -> None:
    assert reader_for(raw, Path(name)).name == reader


def test_what_wordpress_renders_is_known_by_what_it_is_rendered_of() -> None:
    posts = [
        {
            "id": number,
            "date": "2022-01-08T00:30:00",
            "date_gmt": "2022-01-07T22:30:00",
            "title": {"rendered": f"Сорок дворів у воді &#8211; {number}"},
            "content": {"rendered": "<p>Вода зайшла у двори.</p>\n<p>Людей вивезли.</p>", "protected": False},
            "excerpt": {"rendered": "<p>Вода зайшла&hellip;</p>"},
        }
        for number in (1, 2)
    ]
    first, _ = read(dump(posts))
    assert first.title == "Сорок дворів у воді – 1"
    assert first.body == "Сорок дворів у воді – 1\n\nВода зайшла у двори.\n\nЛюдей вивезли."
    assert first.published == "2022-01-08"


def test_a_date_above_the_list_is_that_of_its_articles_only_where_there_are_several() -> None:
    one, other = ({"date": f"2022-01-0{day}", "posts": [{"text": f"Вода зайшла у двір {day}"}]} for day in (8, 9))
    assert [draft.published for draft in read(dump([one, other]))] == ["2022-01-08", "2022-01-09"]
    assert [draft.published for draft in read(dump(one))] == [""]


def test_dates_that_are_not_understood_are_told_of() -> None:
    items = [{"title": f"Назва {day}", "text": f"Вода зайшла у двір {day}", "pub_date": f"{day}-го"} for day in (8, 9)]
    assert [draft.published for draft in read(dump(items))] == ["", ""]
    assert "“pub_date” is not understood as dates: “8-го”" in read(dump(items))[0].warnings[0]


@pytest.mark.parametrize(
    "mention",
    [
        {"start": 0, "end": 5, "type": "x"},
        {"begin": 0, "end": 5},
        {"start_offset": 1, "end_offset": 2, "label": "x"},
        {"type": "x", "trigger": {"start": 0, "end": 1}},
    ],
)
def test_what_marks_words_is_told_of_as_it_is_not_taken(mention: dict[str, Any]) -> None:
    [draft] = read(dump([{"text": "Страйк на заводі", "mentions": [mention], "tags": ["a"]}]))
    assert draft.body == "Страйк на заводі"
    [told] = draft.warnings
    assert told.startswith("What “mentions” marks in the text was not taken")


def test_lists_that_mark_no_words_are_not_told_of() -> None:
    others = [[{"start": 1.5, "end": 2.0}], [{"start": True, "end": 2}], [{"start": 3, "end": 3}], [1, 2], [{"end": 2}]]
    for other in others:
        [draft] = read(dump([{"text": "Страйк на заводі", "other": other}]))
        assert draft.warnings == ()


@pytest.mark.parametrize("raw", [b"{", b'{made": 1}', b"Shelling went on.", b'{"text": "Shel', b"[1, 2"])
def test_what_is_called_json_and_is_none_is_no_plain_text(raw: bytes) -> None:
    refused = read_file(raw, Path("news.json"), ImportOptions())
    assert isinstance(refused, Refusal)
    assert ("news.json" in refused.reason, refused.reader) == (True, "json")
    as_text = read_file(raw, Path("news.json"), ImportOptions(format="text"))
    assert isinstance(as_text, FileRead)
    assert as_text.drafts[0].body == raw.decode()
