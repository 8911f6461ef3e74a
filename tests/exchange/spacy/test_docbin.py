# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgpack
import numpy as np
import pytest

from archivist.errors import ArchivistError, FileDamaged, FileUnsafe
from archivist.exchange.items import Item, Problem, ReadDocument
from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.exchange.spacy import FORMAT
from archivist.exchange.spacy import message as message_module
from archivist.exchange.spacy.docbin_writing import SPAN
from archivist.exchange.spacy.spans import _SPAN_WITHOUT_ID
from archivist.exchange.spacy.strings import string_id
from archivist.model import Article
from archivist.store import Archive
from tests.long_work import run_to_end

Add = Callable[..., Article]

WORDS = ["Уряд", "і", "профспілка", "ORG"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "docs.spacy"


def fields(**changed: object) -> dict[str, Any]:
    """A DocBin of one document, “Уряд і профспілка ORG”, by its fields."""
    ids = np.array([string_id(word) for word in WORDS], "<u8")
    return {
        "version": "0.1",
        "attrs": [65],
        "tokens": ids.tobytes(),
        "spaces": np.array([True, True, True, False]).tobytes(),
        "lengths": np.array([4], "<i4").tobytes(),
        "strings": [*WORDS, "хто", "Q42", "s1"],
        "cats": [{}],
        "flags": [{"has_unknown_spaces": False}],
        "span_groups": [b""],
        **changed,
    }


def with_columns(**columns: list[int]) -> dict[str, object]:
    """Further attributes of the tokens, by the names of their symbols."""
    rows = np.array([[string_id(word) for word in WORDS], *columns.values()], "<u8").T
    return {"attrs": [65, *map(string_id, columns)], "tokens": np.ascontiguousarray(rows).tobytes()}


def read(file: Path, message: object) -> list[Item]:
    file.write_bytes(zlib.compress(message if isinstance(message, bytes) else msgpack.packb(message)))
    assert FORMAT.read is not None
    return list(FORMAT.read(file))


def document(items: list[Item]) -> ReadDocument:
    (found,) = (item for item in items if isinstance(item, ReadDocument))
    return found


def marks(items: list[Item]) -> list[tuple[int, int, str]]:
    return [(mark.start, mark.end, mark.label) for mark in document(items).annotations]


def problems(items: list[Item]) -> list[str]:
    of_documents = [problem for item in items if isinstance(item, ReadDocument) for problem in item.problems]
    alone = [item for item in items if isinstance(item, Problem)]
    return [f"{problem.where}: {problem.what}" for problem in [*of_documents, *alone]]


def group(*spans: bytes, name: str = "sc") -> bytes:
    return msgpack.packb({"name": name, "attrs": {}, "spans": list(spans)})


def span(first: int, after: int, label: str = "хто", knowledge: str = "", id_: str = "") -> bytes:
    return SPAN.pack(string_id(id_), string_id(knowledge), string_id(label), first, after, 0, 0)


def test_words_with_their_spaces_are_the_text(file: Path) -> None:
    items = read(file, fields())
    assert document(items).text == "Уряд і профспілка ORG"
    assert not problems(items)


def test_where_spaces_are_unknown_every_word_has_one(file: Path) -> None:
    assert document(read(file, fields(flags=[{"has_unknown_spaces": True}]))).text == "Уряд і профспілка ORG "


def test_fields_that_older_versions_did_not_have_may_lack(file: Path) -> None:
    older = {name: value for name, value in fields().items() if name not in ("flags", "span_groups", "version")}
    assert document(read(file, older)).text == "Уряд і профспілка ORG"


@pytest.mark.parametrize(
    "packed",
    [
        msgpack.packb({group(span(0, 1), span(1, 3)): ["sc"]}),
        msgpack.packb([group(span(0, 1), span(1, 3))]),
        msgpack.packb({group(*(_SPAN_WITHOUT_ID.pack(0, string_id("хто"), *place, 0, 0)
                               for place in ((0, 1), (1, 3)))): ["sc"]}),
    ],
    ids=["by name", "a list", "without ids"],
)  # fmt: skip
def test_groups_of_spans_are_read_as_every_version_packs_them(file: Path, packed: bytes) -> None:
    items = read(file, fields(span_groups=[packed]))
    assert marks(items) == [(0, 4, "хто"), (5, 17, "хто")]
    assert [mark.attributes for mark in document(items).annotations] == [{"span group": "sc"}] * 2


def test_a_group_with_two_names_is_two_groups(file: Path) -> None:
    items = read(file, fields(span_groups=[msgpack.packb({group(span(0, 1)): ["sc", "інша"]})]))
    assert [mark.attributes["span group"] for mark in document(items).annotations] == ["sc", "інша"]


def test_ids_of_spans_are_kept(file: Path) -> None:
    packed = msgpack.packb({group(span(0, 1, knowledge="Q42", id_="s1")): ["sc"]})
    (mark,) = document(read(file, fields(span_groups=[packed]))).annotations
    assert (mark.key, mark.attributes) == ("s1", {"span group": "sc", "span id": "s1", "kb_id": "Q42"})


def test_entities_are_runs_of_tokens(file: Path) -> None:
    who, org = string_id("хто"), string_id("ORG")
    columns = with_columns(ENT_IOB=[3, 2, 3, 1], ENT_TYPE=[who, 0, org, org], ENT_KB_ID=[string_id("Q42"), 0, 0, 0])
    items = read(file, fields(**columns))
    assert marks(items) == [(0, 4, "хто"), (7, 21, "ORG")]
    assert document(items).annotations[0].attributes == {"kb_id": "Q42"}


def test_two_entities_may_touch_and_one_may_be_blocked(file: Path) -> None:
    who = string_id("хто")
    items = read(file, fields(**with_columns(ENT_IOB=[3, 3, 3, 0], ENT_TYPE=[who, who, 0, 0])))
    assert marks(items) == [(0, 4, "хто"), (5, 6, "хто")]


def test_what_is_said_of_single_words_is_told(file: Path) -> None:
    items = read(file, fields(**with_columns(POS=[92, 0, 0, 0], LEMMA=[0, 0, 0, 0], NORM=[1, 2, 3, 4])))
    assert problems(items) == ["docs.spacy: what it says of single words is not read: POS"]


def test_categories_and_user_data_are_told(file: Path) -> None:
    items = read(file, fields(cats=[{"важливе": 1.0}], user_data=[msgpack.packb({"своє": 1})]))
    assert problems(items) == [
        "document 1: its user data are not read: своє",
        "document 1: its categories are about the whole text and are not read: важливе",
    ]


def test_fields_that_are_not_known_are_told(file: Path) -> None:
    """As of a file in which a length is wrong, so that all after it is taken for something else."""
    items = read(file, fields(**{"spans": [], "064eb7cf": 1}))
    assert [item.what for item in items if isinstance(item, Problem)] == [
        "2 of its fields are not known and were not read: 064eb7cf, spans"
    ]


def test_a_version_that_is_not_known_is_told(file: Path) -> None:
    items = read(file, fields(version="9"))
    assert document(items).text
    assert problems(items) == ["docs.spacy: it is of a version that is not known, 9; look at what was read"]


# What is wrong


@pytest.mark.parametrize(("first", "after"), [(2, 1), (1, 1), (-1, 2), (2, 5)])
def test_a_span_of_no_words_costs_only_itself(file: Path, first: int, after: int) -> None:
    packed = msgpack.packb({group(span(first, after), span(0, 1)): ["sc"]})
    items = read(file, fields(span_groups=[packed]))
    assert marks(items) == [(0, 4, "хто")]
    assert problems(items) == [f"document 1, span 1: its place, token {first} to {after}, holds no words"]


@pytest.mark.parametrize(
    "packed", [b"\xc1", msgpack.packb([b"\xc1"]), msgpack.packb([7]), msgpack.packb({group(b"short"): ["sc"]})]
)
def test_groups_that_cannot_be_read_cost_only_themselves(file: Path, packed: bytes) -> None:
    items = read(file, fields(span_groups=[packed]))
    assert document(items).text == "Уряд і профспілка ORG"
    assert len(problems(items)) == 1


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"strings": ["хто"]}, "document 1: it has a word that is not among the strings of the file"),
        (with_columns(ENT_IOB=[1, 2, 2, 2]), "document 1: token 1 continues an entity that has not begun"),
    ],
)
def test_a_document_that_is_wrong_is_told(file: Path, changed: dict[str, object], told: str) -> None:
    items = read(file, fields(**changed))
    assert problems(items) == [told]
    assert not [item for item in items if isinstance(item, ReadDocument)]


@pytest.mark.parametrize("user_data", [b"\xc1", 7, msgpack.packb(7), msgpack.packb({"archivist": "{"})])
def test_user_data_that_cannot_be_read_cost_only_themselves(file: Path, user_data: object) -> None:
    items = read(file, fields(user_data=[user_data]))
    assert document(items).text == "Уряд і профспілка ORG"
    assert len(problems(items)) == (0 if user_data == 7 or user_data == msgpack.packb(7) else 1)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (b"", "it is no whole MessagePack"),
        (b"\x93\x01\x02\x03", "it is no whole MessagePack"),
        (b"\x81\x01\x02", "a field of it has no name"),
        (msgpack.packb(fields())[:-100], "it is no whole MessagePack|it breaks off"),
        (fields(attrs=[77]), "its “attrs” are no list with that of words"),
        (fields(attrs="x"), "its “attrs” are no list with that of words"),
        ({"attrs": [65]}, "it has no “strings”"),
        (fields(strings=7), "its “strings” cannot be read"),
        (fields(tokens=b"123"), "its “tokens” is no array of uint64"),
        (fields(tokens="123"), "its “tokens” is no array of uint64"),
        (fields(lengths=np.array([5], "<i4").tobytes()), "its “lengths” do not fit"),
        (fields(lengths=np.array([-1, 5], "<i4").tobytes()), "its “lengths” do not fit"),
        (fields(spaces=b""), "its “lengths” do not fit"),
        (b"\x81\xa5attrs\xdd\xff\xff\xff\xff\x01", "it is no whole MessagePack"),
        (b"\x81\xa6tokens\xc6\xff\xff\xff\xff\x01", "it breaks off"),
    ],
)
def test_a_message_that_is_wrong_is_refused(file: Path, message: object, told: str) -> None:
    with pytest.raises(FileDamaged, match=told):
        read(file, message)


def test_a_list_that_is_too_short_is_told_where_it_ends(file: Path) -> None:
    lengths = np.array([2, 2], "<i4").tobytes()
    items = read(file, fields(lengths=lengths))
    assert [item.text for item in items if isinstance(item, ReadDocument)] == ["Уряд і ", "профспілка ORG"]


@pytest.mark.parametrize(
    ("content", "error", "told"),
    [
        (b"no zlib", FileDamaged, "it cannot be unpacked"),
        (zlib.compress(msgpack.packb(fields()))[:-20], FileDamaged, "it breaks off"),
        (b"", FileDamaged, "it breaks off"),
    ],
)
def test_a_file_that_cannot_be_unpacked_is_refused(
    file: Path, content: bytes, error: type[ArchivistError], told: str
) -> None:
    file.write_bytes(content)
    assert FORMAT.read is not None
    with pytest.raises(error, match=told):
        list(FORMAT.read(file))


def test_a_bomb_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message_module, "_LARGE", 1 << 20)
    file.write_bytes(zlib.compress(b"\0" * (8 << 20)))
    assert FORMAT.read is not None
    with pytest.raises(FileUnsafe, match="it would grow"):
        list(FORMAT.read(file))


def test_nothing_is_left_beside_what_is_written(archive: Archive, add_article: Add, file: Path) -> None:
    article = add_article("Уряд ORG nsubj")
    archive.annotations.add(article.id, 5, 8, archive.tags.all()[0].id)
    assert FORMAT.write is not None
    before = set(file.parent.iterdir())
    run_to_end(FORMAT.write(Contents(archive, Selection((article.id,))), file))
    assert set(file.parent.iterdir()) - before == {file}
    assert FORMAT.read is not None
    (found,) = (item for item in FORMAT.read(file) if isinstance(item, ReadDocument))
    assert [(mark.start, mark.end) for mark in found.annotations] == [(5, 8)]
