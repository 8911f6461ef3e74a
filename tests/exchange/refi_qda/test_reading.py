# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects and codebooks as other programs write them, whole and damaged."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, FileDamaged, FileEncrypted, FileUnsafe, UnsupportedFile
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadRelation, ReadTag, Unit
from archivist.exchange.refi_qda import FORMAT
from tests.exchange.refi_qda.conftest import (
    CODE,
    CODES,
    OTHER,
    SOURCE,
    TEXT,
    USER,
    Pack,
    project_of,
    read,
    selection,
    text_source,
)

SECOND = "55555555-5555-4555-8555-555555555555"
NOTE = "66666666-6666-4666-8666-666666666666"
THIRD = "77777777-7777-4777-8777-777777777777"


def documents(items: list[Item]) -> list[ReadDocument]:
    return [item for item in items if isinstance(item, ReadDocument)]


def the_document(path: Path) -> ReadDocument:
    [document] = documents(read(path))
    return document


def the_annotation(path: Path) -> ReadAnnotation:
    [annotation] = the_document(path).annotations
    return annotation


def problems(items: list[Item]) -> list[str]:
    inside = [problem for document in documents(items) for problem in document.problems]
    return [f"{item.where}: {item.what}" for item in (*items, *inside) if isinstance(item, Problem)]


# What others write


def test_a_selection_with_its_coding(pack: Pack) -> None:
    [tag, lower, document] = read(
        pack(project_of(text_source(selection(9, 18, name="на заводі", more="<Description>гучно</Description>"))))
    )
    assert tag == ReadTag("Подія", colour="#ff0000", description="Що сталося")
    assert lower == ReadTag("Страйк", parent="Подія")
    assert isinstance(document, ReadDocument)
    assert (document.text, document.name, document.title, document.id) == (TEXT, "Стаття", "Стаття", "")
    assert document.annotations == (
        ReadAnnotation(
            OTHER,
            9,
            18,
            "Подія",
            "line 9",
            quote="на заводі",
            note="гучно",
            annotator="Олена",
            created_at="2024-05-06T07:00:00.000Z",
        ),
    )


@pytest.mark.parametrize("name", ["Project.qde", "project.qde", "Мій проєкт.qde", "inside/project.qde"])
@pytest.mark.parametrize("folder", ["sources", "Sources", ""])
def test_names_of_document_and_folder_vary(pack: Pack, name: str, folder: str) -> None:
    base = name.rpartition("/")[0]
    beside = "/".join(filter(None, (base, folder, f"{SOURCE.upper()}.TXT")))
    path = pack(project_of(text_source(selection(0, 6))), {beside: TEXT}, name=name)
    assert the_document(path).text == TEXT


@pytest.mark.parametrize("path", [f"{SOURCE}.txt", f"internal:///{SOURCE}.txt", f"relative:///x/{SOURCE}.txt"])
def test_paths_are_written_in_several_ways(pack: Pack, path: str) -> None:
    assert the_document(pack(project_of(text_source("", path=path)))).text == TEXT


def test_an_unpacked_project_and_its_document_alone(pack: Pack, tmp_path: Path) -> None:
    path = pack(project_of(text_source(selection(0, 6))))
    shutil.unpack_archive(path, tmp_path / "folder", "zip")
    assert read(tmp_path / "folder") == read(path)
    alone = tmp_path / "alone.qde"
    shutil.copy(tmp_path / "folder" / "project.qde", alone)
    document = the_document(alone)
    assert document.text is None
    assert len(document.annotations) == 1
    assert "is not in the project" in document.problems[0].what


def test_a_text_inside_the_document(pack: Pack) -> None:
    source = f'<TextSource guid="{SOURCE}" name="с"><PlainTextContent>{TEXT}</PlainTextContent>{selection(0, 6)}'
    document = the_document(pack(project_of(source + "</TextSource>"), {}))
    assert document.text == TEXT
    assert len(document.annotations) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_mark_before_a_text_is_none_of_its_characters(pack: Pack, encoding: str) -> None:
    path = pack(project_of(text_source(selection(0, 6))), {f"sources/{SOURCE}.txt": TEXT.encode(encoding)})
    assert the_document(path).text == TEXT


@pytest.mark.parametrize(("origin", "text"), [("MAXQDA 24", "один\r\nдва"), ("ATLAS.ti Win 23", "один\nдва")])
def test_line_ends_are_those_that_positions_count(pack: Pack, origin: str, text: str) -> None:
    path = pack(project_of(text_source(""), origin=origin), {f"sources/{SOURCE}.txt": "один\r\nдва".encode()})
    assert the_document(path).text == text


@pytest.mark.parametrize(
    ("name", "start", "end", "quote"),
    [
        ("Страйк", 0, 6, "Страйк"),
        ("на заводі", 8, 18, " на заводі"),
        ("на", 8, 12, " на "),
        ("завод мовчить", 9, 18, None),  # words of somebody
        ("заводі. Міністр", 12, 27, "заводі.\nМіністр"),
        ("Страйк…", 0, 19, TEXT[:19]),
        ("на заводі. Мін...", 8, 33, TEXT[8:33]),
        ("Президен", 9, 18, None),
        ("заводі", 12, 17, "заводі"),  # its end is the last character that it holds
        ("", 0, 6, None),
    ],
)
def test_the_name_of_a_selection_may_repeat_its_words(
    pack: Pack, name: str, start: int, end: int, quote: str | None
) -> None:
    mark = the_annotation(pack(project_of(text_source(selection(start, end, name=name)))))
    assert (mark.start, mark.end, mark.quote, mark.for_review) == (start, end, quote, False)


def test_names_say_in_which_unit_a_program_counts(pack: Pack) -> None:
    names = [("на заводі", 10, 19), ("Міністр мов...", 21, 36), ("Страйк", 0, 6), ("Мін…", 5, 10)]
    marks = "".join(
        selection(start, end, name=name, guid=f"{number}{OTHER[1:]}") for number, (name, start, end) in enumerate(names)
    )
    document = the_document(pack(project_of(text_source(marks))))
    assert document.unit is Unit.UTF16
    assert [(mark.start, mark.quote, mark.for_review) for mark in document.annotations] == [
        (10, "на заводі", False),
        (21, "Міністр мовчить", False),
        (0, "Страйк", False),
        (5, None, True),  # where the others are right, it says something else than is at its place
    ]


def test_names_say_whether_cr_lf_counts_as_one(pack: Pack) -> None:
    marks = selection(5, 8, name="два") + selection(9, 12, name="три", guid=SECOND)
    for text, ends in (("один\r\nдва\r\nтри", "\n"), ("один\nдва\nтри", "\n")):
        path = pack(project_of(text_source(marks)), {f"sources/{SOURCE}.txt": text.encode()})
        document = the_document(path)
        assert document.text == f"один{ends}два{ends}три"
        assert [mark.quote for mark in document.annotations] == ["два", "три"]


def test_each_coding_of_a_selection_is_an_annotation(pack: Pack) -> None:
    more = f'<Coding guid="{SECOND}"><CodeRef targetGUID="{{{OTHER.upper()}}}"/></Coding>'
    document = the_document(pack(project_of(text_source(selection(0, 6, more=more)))))
    assert [(mark.label, mark.start, mark.end) for mark in document.annotations] == [("Страйк", 0, 6), ("Подія", 0, 6)]
    assert len({mark.key for mark in document.annotations}) == 2
    assert not document.problems


def test_notes_of_a_selection_and_of_its_coding(pack: Pack) -> None:
    coded = selection(0, 6).replace(
        "</Coding>", f'<NoteRef targetGUID="{SECOND}"/></Coding><NoteRef targetGUID="{NOTE}"/>'
    )
    notes = f"""<Notes><Note guid="{NOTE}"><PlainTextContent>перша</PlainTextContent></Note>
        <Note guid="{SECOND}" plainTextPath="internal://n.txt"/></Notes>"""
    path = pack(project_of(text_source(coded), after=notes), {f"sources/{SOURCE}.txt": TEXT, "sources/n.txt": "друга"})
    assert the_annotation(path).note == "перша\n\nдруга"


def test_a_note_that_a_link_joins_to_a_selection(pack: Pack) -> None:
    """So NVivo keeps annotations."""
    plain = f'<PlainTextSelection guid="{OTHER}" startPosition="0" endPosition="6"/>'
    after = f"""<Notes><Note guid="{NOTE}"><PlainTextContent>до слова</PlainTextContent></Note></Notes>
        <Links><Link guid="{SECOND}" originGUID="{NOTE}" targetGUID="{OTHER}"/></Links>"""
    path = pack(project_of(text_source(plain), after=after))
    assert (the_annotation(path).label, the_annotation(path).note) == ("", "до слова")
    assert problems(read(path)) == []


def test_a_note_that_has_its_place_in_a_text(pack: Pack) -> None:
    """So QualCoder keeps annotations."""
    after = f"""<Notes><Note guid="{NOTE}" modifyingUser="{USER}"><PlainTextContent>до слова</PlainTextContent>
        <PlainTextSelection guid="{SECOND}" startPosition="0" endPosition="6"/></Note></Notes>"""
    path = pack(project_of(text_source(f'<NoteRef targetGUID="{NOTE}"/>'), after=after))
    mark = the_annotation(path)
    assert (mark.start, mark.end, mark.label, mark.note) == (0, 6, "", "до слова")
    assert problems(read(path)) == []


def test_a_source_that_is_coded_as_a_whole(pack: Pack) -> None:
    coding = f'<Coding guid="{SECOND}"><CodeRef targetGUID="{CODE}"/></Coding>'
    mark = the_annotation(pack(project_of(text_source(coding))))
    assert (mark.start, mark.end, mark.label) == (0, len(TEXT), "Подія")


def test_links_between_selections_are_relations(pack: Pack) -> None:
    marks = selection(0, 6) + selection(10, 19, guid=THIRD)
    links = (
        f'<Links><Link guid="{NOTE}" name="бо" direction="OneWay" originGUID="{THIRD}" targetGUID="{OTHER}"/></Links>'
    )
    document = the_document(pack(project_of(text_source(marks), after=links)))
    assert document.relations == (ReadRelation("бо", THIRD, OTHER, where="line 11"),)


def test_a_link_from_one_text_to_another(pack: Pack) -> None:
    sources = text_source(selection(0, 6)) + text_source(selection(1, 2, guid=THIRD), guid=SECOND, name="Друга")
    links = f'<Links><Link guid="{NOTE}" name="бо" originGUID="{THIRD}" targetGUID="{OTHER}"/></Links>'
    files = {f"sources/{SOURCE}.txt": TEXT, f"sources/{SECOND}.txt": "інше"}
    items = read(pack(project_of(sources, after=links), files))
    assert [item for item in items if isinstance(item, ReadRelation)] == [
        ReadRelation("бо", THIRD, OTHER, where="line 11")
    ]


def test_variables_sets_and_cases(pack: Pack) -> None:
    before = f"""{CODES}<Variables>
        <Variable guid="{SECOND}" name="Outlet" typeOfVariable="Text"/>
        <Variable guid="{THIRD}" name="Вік" typeOfVariable="Integer"/>
        <Variable guid="{NOTE}" name="published" typeOfVariable="Date"/></Variables>
        <Cases><Case guid="{USER}"><VariableValue><VariableRef targetGUID="{NOTE}"/><DateValue>2022-01-05</DateValue>
        </VariableValue><SourceRef targetGUID="{SOURCE}"/></Case>
        <Case guid="{CODE}" name="Учасник"><SourceRef targetGUID="{SOURCE}"/></Case></Cases>"""
    inside = f"""<VariableValue><VariableRef targetGUID="{SECOND}"/><TextValue>Вісник</TextValue></VariableValue>
        <VariableValue><VariableRef targetGUID="{THIRD}"/><IntegerValue>20</IntegerValue></VariableValue>"""
    after = f'<Sets><Set guid="{OTHER}" name="Страйки"><MemberSource targetGUID="{SOURCE}"/></Set></Sets>'
    items = read(pack(project_of(text_source(inside), before=before, after=after)))
    [document] = documents(items)
    assert (document.outlet, document.published) == ("Вісник", "2022-01-05")
    assert document.collections == ("Учасник", "Страйки")
    assert problems(items) == ["project.qde: Values of the variable “Вік” are left out: 1."]


def test_codes_of_one_name_are_told_apart(pack: Pack) -> None:
    twice = "".join(
        f'<Code guid="{guid}" name="{name}" isCodable="false">'
        f'<Code guid="{lower}" name="Добре" isCodable="true"/></Code>'
        for guid, name, lower in ((USER, "Настрій", CODE), (SECOND, "Погода", OTHER))
    )
    items = read(
        pack(project_of(text_source(selection(0, 6, OTHER)), before=f"<CodeBook><Codes>{twice}</Codes></CodeBook>"))
    )
    labels = [item.label for item in items if isinstance(item, ReadTag)]
    assert labels == ["Настрій", "Настрій/Добре", "Погода", "Погода/Добре"]
    assert documents(items)[0].annotations[0].label == "Погода/Добре"


def test_a_pdf_is_read_by_its_text_and_other_media_by_their_transcripts(pack: Pack) -> None:
    sources = f"""<PDFSource guid="{SOURCE}" name="звіт.pdf" path="internal://a.pdf">
        <PDFSelection guid="{SECOND}" page="1" firstX="0" firstY="0" secondX="1" secondY="1"/>
        <Representation guid="{THIRD}" plainTextPath="internal://{SOURCE}.txt">{selection(0, 6)}</Representation>
        </PDFSource>
        <AudioSource guid="{CODE}" name="запис.mp3"><Transcript guid="{NOTE}">
        <PlainTextContent>Алло, так</PlainTextContent>
        <SyncPoint guid="{USER}" timeStamp="1" position="6"/><SyncPoint guid="{OTHER}" timeStamp="2" position="9"/>
        <TranscriptSelection guid="{SECOND}" fromSyncPoint="{USER}" toSyncPoint="{OTHER}">
        <Coding guid="{THIRD}"><CodeRef targetGUID="{CODE}"/></Coding></TranscriptSelection></Transcript>
        <AudioSelection guid="{THIRD}" begin="1" end="2"/></AudioSource>
        <PictureSource guid="{USER}" name="фото.png"/>"""
    items = read(pack(project_of(sources)))
    assert [(document.name, document.text) for document in documents(items)] == [
        ("звіт.pdf", TEXT),
        ("запис.mp3", "Алло, так"),
    ]
    assert [(mark.start, mark.end, mark.label) for mark in documents(items)[1].annotations] == [(6, 9, "Подія")]
    assert problems(items) == [
        "source “фото.png”, line 19: It is no text, and has none.",
        "project.qde: Places in pictures, recordings and pages of PDFs are left out: 2.",
    ]


def test_a_codebook_gives_tags(tmp_path: Path) -> None:
    codes = CODES.replace("<CodeBook>", '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.4">')
    sets = f'<Sets><Set guid="{NOTE}" name="набір"><MemberCode guid="{CODE}"/></Set></Sets></CodeBook>'
    path = tmp_path / "codes.qdc"
    path.write_text(codes.replace("</CodeBook>", sets), encoding="utf-8")
    items = read(path)
    assert [item.label for item in items if isinstance(item, ReadTag)] == ["Подія", "Страйк"]
    assert problems(items) == ["codes.qdc: Sets of codes are left out: 1."]


# Bad input


def test_missing_sources_are_told_and_the_rest_is_read(pack: Pack) -> None:
    lost = text_source(selection(0, 6, guid=THIRD), guid=SECOND, name="Зникла")
    rich = f'<TextSource guid="{NOTE}" name="Лист" richTextPath="internal://a.docx"/>'
    items = read(pack(project_of(lost + text_source(selection(0, 6)) + rich)))
    assert [(document.name, document.text, len(document.annotations)) for document in documents(items)] == [
        ("Зникла", None, 1),
        ("Стаття", TEXT, 1),
        ("Лист", None, 0),
    ]
    assert problems(items) == [
        f"source “Зникла”, line 9: Its text (“internal://{SECOND}.txt”) is not in the project.",
        "source “Лист”, line 9: It has only a rich text (“internal://a.docx”) and no plain one.",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "absolute:///etc/passwd",
        "relative://../../../etc/passwd",
        "../../../../../../etc/passwd",
        "internal://../secret.txt",
    ],
)
def test_a_path_that_leads_elsewhere_is_not_followed(pack: Pack, tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.txt").write_text("таємниця", encoding="utf-8")
    assert the_document(pack(project_of(text_source("", path=path)))).text is None
    shutil.unpack_archive(tmp_path / "other.qdpx", tmp_path / "folder", "zip")
    assert the_document(tmp_path / "folder").text is None


def test_a_text_in_a_wrong_encoding(pack: Pack) -> None:
    items = read(
        pack(project_of(text_source(selection(0, 6))), {f"sources/{SOURCE}.txt": TEXT.encode("cp1251", "replace")})
    )
    assert documents(items)[0].text is None
    assert "is not written in UTF-8, at byte 0" in problems(items)[0]


def test_offsets_that_are_none_are_told_and_those_that_are_wrong_are_handed_on(pack: Pack) -> None:
    marks = selection("", "зо", guid=SECOND) + selection(6, 0, guid=THIRD) + selection(5, 100_000, guid=OTHER)
    items = read(pack(project_of(text_source(marks))))
    assert [(mark.start, mark.end) for mark in documents(items)[0].annotations] == [(6, 0), (5, 100_000)]
    assert problems(items) == ["line 9: It does not say in numbers where it begins and ends."]


def test_overlapping_selections_and_ids_that_are_not_alone(pack: Pack) -> None:
    items = read(pack(project_of(text_source(selection(0, 8) + selection(3, 19) + selection(3, 19)))))
    marks = documents(items)[0].annotations
    assert [(mark.start, mark.end) for mark in marks] == [(0, 8), (3, 19), (3, 19)]
    assert len({mark.key for mark in marks}) == 3
    assert len([line for line in problems(items) if "is not its alone" in line]) == 2


def test_a_code_that_is_not_in_the_codebook(pack: Pack) -> None:
    items = read(pack(project_of(text_source(selection(0, 6, NOTE)))))
    assert documents(items)[0].annotations[0].label == ""
    assert "Its code is not in the codebook" in problems(items)[0]


def test_a_link_to_nothing_and_notes_of_nothing(pack: Pack) -> None:
    after = f"""<Notes><Note guid="{NOTE}" name="Щоденник"><PlainTextContent>сам</PlainTextContent></Note></Notes>
        <Links><Link guid="{SECOND}" name="бо" originGUID="{CODE}" targetGUID="{OTHER}"/></Links>
        <Graphs><Graph guid="{THIRD}"/></Graphs>"""
    assert problems(read(pack(project_of(text_source(selection(0, 6)), after=after)))) == [
        "project.qde, line 12: It links what is no selection of a text.",
        "project.qde: Graphs are left out: 1.",
        "project.qde: Notes that belong to no selection are left out: 1.",
    ]


def refusal(path: Path) -> ArchivistError:
    with pytest.raises(ArchivistError) as raised:
        read(path)
    return raised.value


@pytest.mark.parametrize("part", [0.3, 0.8, 0.99])
def test_a_part_of_a_project(pack: Pack, part: float) -> None:
    path = pack(project_of(text_source(selection(0, 6))))
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * part)])
    assert isinstance(refusal(path), FileDamaged)


def test_a_document_that_breaks_off(pack: Pack) -> None:
    refused = refusal(pack(project_of(text_source(selection(0, 6)))[:-20]))
    assert isinstance(refused, FileDamaged)
    assert re.search(r"project\.qde.*line 10", str(refused))


def test_entities_are_unsafe(pack: Pack) -> None:
    document = project_of(text_source("")).replace(
        "<Project", '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<Project', 1
    )
    assert isinstance(refusal(pack(document)), FileUnsafe)


def test_a_zip_that_leads_out_is_unsafe(pack: Pack) -> None:
    assert isinstance(refusal(pack(project_of(text_source("")), {"sources/../../a.txt": "x"})), FileUnsafe)


def test_a_bomb_is_unsafe(pack: Pack) -> None:
    assert isinstance(
        refusal(pack(project_of(text_source("")), {f"sources/{SOURCE}.txt": bytes(20 << 20)})), FileUnsafe
    )


def test_a_password(pack: Pack) -> None:
    path = pack(project_of(text_source("")))
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    assert isinstance(refusal(path), FileEncrypted)


@pytest.mark.parametrize("document", ["<html/>", "текст", '<Project xmlns="urn:other"/>', ""])
def test_another_document(pack: Pack, document: str) -> None:
    assert isinstance(refusal(pack(document)), UnsupportedFile)


def test_a_project_without_a_document(pack: Pack) -> None:
    assert isinstance(refusal(pack("x", name="letter.txt")), UnsupportedFile)


def test_a_newer_version_of_the_standard_is_read(pack: Pack) -> None:
    path = pack(project_of(text_source(selection(0, 6))).replace("project:1.0", "project:1.5"))
    assert the_annotation(path).label == "Подія"


# What is recognised


def test_projects_and_codebooks_are_recognised(pack: Pack, tmp_path: Path) -> None:
    assert FORMAT.recognises is not None
    path = pack(project_of(text_source("")))
    renamed = shutil.copy(path, tmp_path / "renamed.zip")
    shutil.unpack_archive(path, tmp_path / "folder", "zip")
    codebook = tmp_path / "codes.xml"
    codebook.write_text('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>', encoding="utf-16")
    for good in (path, renamed, tmp_path / "folder", tmp_path / "folder" / "project.qde", codebook):
        assert FORMAT.recognises(Path(good))


def test_other_files_are_not_recognised(tmp_path: Path) -> None:
    assert FORMAT.recognises is not None
    (tmp_path / "a.txt").write_text("Project urn:QDA-XML:project:1.0")
    (tmp_path / "a.xml").write_text("<Project/>")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("a.txt", "a")
    for other in ("a.txt", "a.xml", "a.zip", "nowhere", "."):
        assert not FORMAT.recognises(tmp_path / other)


# Real files


def opening_tags(path: Path) -> Counter[str]:
    """Counted without an XML parser: so many codes, sources, representations and codings have an opening tag."""
    if path.suffix.lower() == ".qdpx":
        with zipfile.ZipFile(path) as packed:
            inner = next(name for name in packed.namelist() if name.lower().endswith(".qde"))
            document = packed.read(inner).decode("utf-8-sig")
    else:
        document = path.read_text(encoding="utf-8-sig")
    return Counter(re.findall(r"<(?:\w+:)?(Code|TextSource|Coding|Representation)\b", document))


def test_the_cases_are_read_in_full(cases: Path) -> None:
    folder = cases / "refi-qda"
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in (".qdpx", ".qdc", ".qde")]
    assert paths
    for path in paths:
        items, tags = read(path), opening_tags(path)
        assert len([item for item in items if isinstance(item, ReadTag)]) == tags["Code"], path
        assert len(documents(items)) == tags["TextSource"] + tags["Representation"], path
        assert sum(len(each.annotations) for each in documents(items)) == tags["Coding"], path


def test_the_emoji_case_covers_its_words(cases: Path) -> None:
    document = the_document(cases / "refi-qda" / "samples" / "handmade_uk_emoji.qdpx")
    assert document.text is not None
    [mark] = document.annotations
    assert document.text[mark.start : mark.end] == mark.quote == "Президент"
