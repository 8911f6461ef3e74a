# SPDX-License-Identifier: GPL-3.0-or-later
"""What others write as CoNLL-U or in columns with tags, and what is wrong with some of it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import FileDamaged, FileUnsafe
from archivist.exchange.conllu import FORMAT
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.incoming.taking_in import take_in
from archivist.exchange.items import Item, ReadDocument
from archivist.store import Archive
from tests.exchange.brought_back import documents_of, items_of, problems_of
from tests.long_work import run_to_end

Put = Callable[..., list[Item]]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes rows to a file, and reads it."""

    def put_and_read(*rows: str, name: str = "a.conllu", newline: str = "\n") -> list[Item]:
        (tmp_path / name).write_bytes("".join(row + newline for row in rows).encode())
        return items_of(FORMAT, tmp_path / name)

    return put_and_read


def word(id_: object, form: str, misc: str = "_") -> str:
    """A row of CoNLL-U."""
    return "\t".join((str(id_), form, *["_"] * 7, misc))


def marks(document: ReadDocument) -> list[tuple[str, str]]:
    """Label and words, which are those at the place."""
    assert document.text is not None
    for mark in document.annotations:
        assert mark.quote == document.text[mark.start : mark.end]
    return [(mark.label, mark.quote or "") for mark in document.annotations]


def only(items: list[Item]) -> ReadDocument:
    """The one document."""
    [document] = documents_of(items)
    return document


def test_a_text_from_its_tokens(put: Put) -> None:
    items = put(
        *("# newdoc id = d1", "# doc_title = Заголовок", "# author = О. К.", "# lang = uk", "# date = 2022-01-05"),
        *("# source = https://example.org/a", "# text = Я  тут, так", word(1, "Я"), word(2, "тут", "SpaceAfter=No")),
        *(word(3, ","), word(4, "так"), "", "# newpar", word(1, "Далі", "SpaceAfter=No"), word(2, "…"), ""),
        *("# text = І ще", word(1, "І", "SpacesAfter=\\s\\n"), word(2, "ще"), ""),
        *("# newdoc", word(1, "Друга"), "", "# newdoc", word(1, "Третя"), ""),
    )
    first, *others = documents_of(items)
    assert first.text == "Я  тут, так\nДалі… І \nще"
    assert (first.name, first.title, first.byline) == ("d1", "Заголовок", "О. К.")
    assert (first.language, first.published, first.url) == ("uk", "2022-01-05", "https://example.org/a")
    assert [(document.name, document.text) for document in others] == [("a 1", "Друга"), ("a 2", "Третя")]
    [problem] = problems_of(items)
    assert "no word in it is marked" in problem.what


def test_words_written_as_one_and_words_of_the_grammar_alone(put: Put) -> None:
    document = only(
        put(
            *(
                "# text = Минуло півроку.",
                word(1, "Минуло"),
                word("1.1", "вже"),
                word("2-3", "півроку", "SpaceAfter=No"),
            ),
            *(word(2, "пів", "NER=B-DATE"), word(3, "року", "NER=I-DATE|SpaceAfter=No"), word(4, ".")),
        )
    )
    assert document.text == "Минуло півроку."
    assert marks(document) == [("DATE", "півроку")]


def test_a_text_that_differs_is_told_of(put: Put) -> None:
    items = put("# text = Я там", word(1, "Я", "NE=B-X"), word(2, "тут"))
    assert only(items).text == "Я тут"
    [problem] = problems_of(items)
    assert problem.where == "a.conllu, line 1"
    assert "“Я тут”, but “# text” is “Я там”" in problem.what


def test_many_texts_that_differ_are_not_all_told_of(put: Put) -> None:
    items = put(*(row for at in range(30) for row in ("# text = Я там", word(1, "Я", "NE=B-X"), "")))
    assert len(problems_of(items)) == 21
    assert problems_of(items)[-1].what.startswith("further sentences that differ")
    assert problems_of(items)[-1].what.endswith(": 10")


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("I-PER I-PER O I-LOC B-LOC", ["PER а б", "LOC г", "LOC ґ"]),  # IOB1
        ("B-PER I-PER O B-LOC B-LOC", ["PER а б", "LOC г", "LOC ґ"]),  # IOB2
        ("B-PER E-PER O S-LOC S-LOC", ["PER а б", "LOC г", "LOC ґ"]),  # IOBES
        ("B-PER L-PER O U-LOC U-LOC", ["PER а б", "LOC г", "LOC ґ"]),  # BILOU
        ("I-PER E-PER O E-LOC E-LOC", ["PER а б", "LOC г", "LOC ґ"]),  # IOE2
        ("B-PER I-LOC I-LOC O B-A-B", ["PER а", "LOC б в", "A-B ґ"]),
        ("PER PER _ LOC LOC", ["PER а б", "LOC г ґ"]),
    ],
)
def test_all_schemes_of_tags(put: Put, tags: str, expected: list[str]) -> None:
    rows = [word(at, form, f"NE={tag}") for at, (form, tag) in enumerate(zip("абвгґ", tags.split(), strict=True), 1)]
    assert [" ".join(mark) for mark in marks(only(put(*rows)))] == expected


def test_a_sentence_ends_what_is_marked(put: Put) -> None:
    document = only(put(word(1, "а", "NER=B-X"), "", word(1, "б", "NER=I-X")))
    assert marks(document) == [("X", "а"), ("X", "б")]


def test_brackets(put: Put) -> None:
    document = only(
        put(
            "# global.Entity = eid-etype-head-minspan-link",
            word(1, "Олена", "Entity=(e1-person-1-1,2-Q1(e2-name-1)"),
            *(word(2, "Коваль", "Entity=e1)"), word(3, "зі"), word(4, "Львова", "Entity=(e3[1/2]-place-1)")),
        )
    )
    assert marks(document) == [("person", "Олена Коваль"), ("name", "Олена"), ("place", "Львова")]
    assert [mark.attributes for mark in document.annotations] == [
        {"eid": "e1", "head": "1", "minspan": "1,2", "link": "Q1"},
        {"eid": "e2", "head": "1"},
        {"eid": "e3[1/2]", "head": "1", "part": "1/2"},
    ]


def test_brackets_that_do_not_fit_are_told_of(put: Put) -> None:
    items = put(
        word(1, "а", "Entity=(e1-x-1-"), word(2, "б", "Entity=e7)"), word(3, "в", "Entity=))"), word(4, "г", "NE=B-X")
    )
    assert marks(only(items)) == [("X", "г")]
    told = [problem.what for problem in problems_of(items)]
    assert len(told) == 3
    assert "“e7)” ends what has not begun" in told[0]
    assert "no sequence of brackets" in told[1]
    assert "“e1” begins and does not end" in told[2]


def test_columns_of_its_own(put: Put) -> None:
    document = only(
        put("# global.columns = ID FORM CORPUS:NE", "1\tОлена\tB-PER", "2\tу\tO", "3\tЛьвові\tB-LOC", name="a.conllup")
    )
    assert marks(document) == [("PER", "Олена"), ("LOC", "Львові")]


def test_words_with_tags(put: Put) -> None:
    first, second = documents_of(
        put(
            *(
                "-DOCSTART- -X- O O",
                "",
                "Олена NNP I-NP B-PER",
                "спить VB I-VP O",
                "",
                "У IN I-PP O",
                "Києві NN I-NP B-LOC",
            ),
            *("", "", "Так UH I-X O", "", "-DOCSTART- -X- O O", "", "Львів NN I-NP I-LOC", ""),
            *(),
            name="eng.conll",
            newline="\r\n",
        )
    )
    assert first.text == "Олена спить\nУ Києві\n\nТак"
    assert marks(first) == [("PER", "Олена"), ("LOC", "Києві")]
    assert first.annotations[1].where == "eng.conll, line 7"
    assert (second.name, second.text, marks(second)) == ("eng 2", "Львів", [("LOC", "Львів")])


def test_words_without_a_tag_are_told_of(put: Put) -> None:
    items = put("Олена\tB-PER", "спить", "# коментар", "у\tДніпрі", name="a.iob")
    assert only(items).text == "Олена спить у"
    assert [problem.where for problem in problems_of(items)] == [f"a.iob, line {at}" for at in (2, 3, 4)]


def test_a_file_of_nothing_but_texts_says_so(put: Put) -> None:
    items = put("Олена O", "спить O", name="a.bio")
    [problem] = problems_of(items)
    assert "no word in it has another tag than O" in problem.what


def test_an_import_without_annotations_says_why(put: Put, tmp_path: Path, archive: Archive) -> None:
    put("# newdoc id = x", word(1, "Олена").replace("_", "PROPN", 1))
    report = run_to_end(take_in(archive, FORMAT, tmp_path / "a.conllu", TagMapping()))
    assert (len(report.articles), report.annotations) == (1, 0)
    told = report.as_file_report()
    assert told.status == "warning"
    assert "no word in it is marked" in told.reason
    assert "lemmas, parts of speech and trees are not taken in" in told.reason


def test_grammar_that_is_left_out_is_told_of(put: Put) -> None:
    [problem] = problems_of(put(word(1, "Олена", "NE=B-PER").replace("_", "олена", 1)))
    assert problem.what == "lemmas, parts of speech and trees were left out"


# What is wrong with a file


def test_a_row_that_is_none_is_told_of_and_the_rest_is_read(put: Put) -> None:
    items = put(word(1, "Олена", "NE=B-PER"), "друга\tрядок", word("x", "ні"), word(2, "спить"), "3\tдо")
    assert only(items).text == "Олена спить до"
    assert [problem.where for problem in problems_of(items)] == [f"a.conllu, line {at}" for at in (2, 3, 5)]


LETTERS = ["Олена", "поїхала", "до", "Львова", "розповісти", "їм", "як", "ґрунт", "і", "щілини", "з'їли", "стежку"]


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "koi8-u"])
def test_a_file_in_another_encoding_is_read_by_its_letters(tmp_path: Path, encoding: str) -> None:
    rows = [word(number, letters, "NE=B-PER" if number == 1 else "_") for number, letters in enumerate(LETTERS, 1)]
    (tmp_path / "a.conllu").write_bytes("\n".join([*rows, ""]).encode(encoding))
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(tmp_path / "a.conllu")
    assert marks(only(items_of(FORMAT, tmp_path / "a.conllu"))) == [("PER", "Олена")]


def test_an_encoding_that_a_person_names_holds(tmp_path: Path) -> None:
    (tmp_path / "a.iob").write_bytes("Львів B-LOC\n".encode("koi8-u"))
    named = FORMAT.in_encoding("koi8-u")
    assert marks(only(items_of(named, tmp_path / "a.iob"))) == [("LOC", "Львів")]
    (tmp_path / "b.iob").write_bytes("Київ B-LOC\n".encode())
    assert marks(only(items_of(named, tmp_path / "b.iob"))) == [("LOC", "Київ")]


def test_what_is_guessed_and_what_is_damaged_is_told(tmp_path: Path) -> None:
    rows = [word(number, letters) for number, letters in enumerate(LETTERS, 1)]
    (tmp_path / "a.conllu").write_bytes("\n".join(rows).encode("cp1251"))
    told = [problem.what for problem in problems_of(items_of(FORMAT, tmp_path / "a.conllu"))]
    assert any("read as cp1251" in what for what in told)
    damaged = "\n".join(rows).encode().replace("ґ".encode(), b"\xd2", 1)
    (tmp_path / "b.conllu").write_bytes(damaged)
    items = items_of(FORMAT, tmp_path / "b.conllu")
    assert only(items).text == " ".join(LETTERS).replace("ґ", "\ufffd")
    assert any("could not be read" in problem.what for problem in problems_of(items))


def test_what_is_neither_is_refused(tmp_path: Path) -> None:
    assert FORMAT.recognises is not None
    (tmp_path / "a.conll").write_text("просто текст\nбез стовпців\n", encoding="utf-8")
    assert not FORMAT.recognises(tmp_path / "a.conll")
    with pytest.raises(FileDamaged, match="neither the ten columns"):
        items_of(FORMAT, tmp_path / "a.conll")
    (tmp_path / "a.txt").write_text(word(1, "так"), encoding="utf-8")
    assert not FORMAT.recognises(tmp_path / "a.txt")
    assert not FORMAT.recognises(tmp_path / "nothing.conllu")
    (tmp_path / "x.zip").write_bytes(b"PK\x05\x06" + b"\0" * 18)
    with pytest.raises(FileDamaged, match="no file in it ends in"):
        items_of(FORMAT, tmp_path / "x.zip")


def test_files_in_a_zip_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr("in/a.conllu", word(1, "Олена", "NE=B-PER"))
        packed.writestr("in/b.iob", "Львів B-LOC\n")
        packed.writestr("in/README.md", "так")
    assert [marks(document) for document in documents_of(items_of(FORMAT, tmp_path / "x.zip"))] == [
        *([("PER", "Олена")], [("LOC", "Львів")]),
    ]
    with zipfile.ZipFile(tmp_path / "y.zip", "w") as packed:
        packed.writestr("../a.conllu", word(1, "Олена", "NE=B-PER"))
    with pytest.raises(FileUnsafe):
        items_of(FORMAT, tmp_path / "y.zip")


def test_a_line_without_an_end_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_bytes(f"{word(1, 'Олена', 'NE=B-PER')}\n\n".encode() + b"x" * (18 << 20))
    items = items_of(FORMAT, tmp_path / "a.conllu")
    assert marks(only(items)) == [("PER", "Олена")]
    assert "the line has no end" in problems_of(items)[0].what


def test_what_we_noted_and_cannot_be_understood_is_told_of(put: Put) -> None:
    items = put(
        *("# global.archivist.tag.1 = {}", "# global.archivist.record.1 = [", "# newdoc id = x"),
        *("# archivist.article = 1", "# archivist.relation.1 = {}", '# archivist.annotation.1 = {"id": "x"}'),
        *('# archivist.annotation.2 = {"span": [0, 5], "label": "X"}', word(1, "Олена", "NE=B-PER|NEId=1")),
    )
    assert marks(only(items)) == [("PER", "Олена")]
    assert sorted(problem.where for problem in problems_of(items)) == [
        f"a.conllu, line {at}" for at in (1, 2, 4, 5, 6, 7)
    ]


@pytest.mark.parametrize("comment", ["# text = Так", "# sent_id = 2", '# archivist.annotation.1 = {"id'])
def test_a_file_that_breaks_off_before_its_words_is_told(put: Put, comment: str) -> None:
    items = put("# CC BY", "", "# newdoc id = d1", word(1, "Так"), "", comment)
    told = [problem for problem in problems_of(items) if "a sentence without words" in problem.what]
    assert [problem.where for problem in told] == ["a.conllu, line 6"]
    items = put("# CC BY", "", word(1, "Так"), "")
    assert not any("without words" in problem.what for problem in problems_of(items))


def test_one_broken_file_of_several_does_not_keep_the_others_out(put: Put, tmp_path: Path) -> None:
    put(word(1, "Київ", "NE=B-LOC"), "", name="b.conllu")
    (tmp_path / "a.conllu").write_bytes(b"1\t\0\x01\x02\xff\0\0\0")
    items = items_of(FORMAT, tmp_path)
    assert marks(only(items)) == [("LOC", "Київ")]
    [problem] = problems_of(items)
    assert (problem.where, "not a text file" in problem.what) == ("a.conllu", True)
