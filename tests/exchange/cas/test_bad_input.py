# SPDX-License-Identifier: GPL-3.0-or-later
"""CAS files that are broken, wrong or hostile."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from archivist.errors import EmptyFile, FileDamaged, FileTooLarge, FileUnreadable, FileUnsafe, UnsupportedFile
from archivist.exchange.cas import reading
from archivist.exchange.cas.reading import read
from tests.exchange.cas.cas_files import TYPES, cas_json, entity, packed, read_all, read_one, written, xmi

TEXT = "Мер міста"


def _file(tmp_path: Path, content: str | bytes, name: str = "a.xmi") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("kept", [10, 200, -5])
def test_a_truncated_xmi_is_refused_by_name(tmp_path: Path, kept: int) -> None:
    path = _file(tmp_path, xmi(TEXT, entity(0, 3)).encode()[:kept])
    with pytest.raises(FileDamaged, match=r"a\.xmi"):
        list(read(path))


def test_a_truncated_json_is_refused_by_name(tmp_path: Path) -> None:
    path = _file(tmp_path, cas_json(TEXT)[:-20], "a.json")
    with pytest.raises(FileDamaged, match=r"a\.json"):
        list(read(path))


@pytest.mark.parametrize("name", ["a.xmi", "a.json"])
def test_a_wrong_encoding_is_refused(tmp_path: Path, name: str) -> None:
    content = xmi(TEXT) if name == "a.xmi" else cas_json(TEXT).replace("\\u041c", "М")
    path = _file(tmp_path, content.encode("utf-8").replace("М".encode(), b"\xcc"), name)
    with pytest.raises(FileDamaged, match=name):
        list(read(path))


def test_a_byte_order_mark_is_no_harm(tmp_path: Path) -> None:
    written(
        tmp_path / "in", a__xmi=b"\xef\xbb\xbf" + xmi(TEXT).encode(), b__json=b"\xef\xbb\xbf" + cas_json(TEXT).encode()
    )
    found, problems = read_all(tmp_path / "in")
    assert [document.text for document in found] == [TEXT, TEXT]
    assert not problems


def test_offsets_are_handed_on_as_they_are(tmp_path: Path) -> None:
    """Whether a place is right is for the taking in to find out; nothing is lost before it."""
    places = [(5, 99), (7, 2), (-1, 3), (4, 4)]
    document, problems = read_one(_file(tmp_path, xmi(TEXT, *(entity(*place) for place in places))))
    assert [(mark.start, mark.end) for mark in document.annotations] == places
    assert not problems


def test_a_place_that_is_no_number_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    document, problems = read_one(_file(tmp_path, xmi(TEXT, entity("x", 3), entity(0, 3), '<custom:A @ begin="0"/>')))
    assert [(mark.start, mark.end) for mark in document.annotations] == [(0, 3)]
    assert any("a.xmi, <NamedEntity xmi:id=“2”>" in problem and "begin" in problem for problem in problems)
    structures = ({"%TYPE": "x.A", "begin": 1.5, "end": True}, {"%TYPE": "x.B", "begin": 0, "end": 3})
    document, problems = read_one(_file(tmp_path, cas_json(TEXT, *structures), "a.json"))
    assert [mark.label for mark in document.annotations] == ["B"]
    assert any("a.json, A 2" in problem and "1.5" in problem for problem in problems)


def test_annotations_with_one_id_are_all_read(tmp_path: Path) -> None:
    content = xmi(TEXT, entity(0, 3, "PER"), entity(4, 9, "LOC"), entity(0, 9, "ALL")).replace('id="3"', 'id="2"')
    document, problems = read_one(_file(tmp_path, content.replace('id="4"', 'id="2"')))
    assert [mark.label for mark in document.annotations] == ["PER", "LOC", "ALL"]
    assert len({mark.key for mark in document.annotations}) == 3
    assert sum("used twice" in problem for problem in problems) == 2


def test_an_annotation_of_a_text_that_is_not_there_is_told(tmp_path: Path) -> None:
    content = xmi(TEXT, entity(0, 3), entity(4, 9).replace("@", 'xmi:id="3" sofa="77"'))
    document, problems = read_one(_file(tmp_path, content))
    assert len(document.annotations) == 1
    assert any("1 NamedEntity" in problem for problem in problems)


def test_a_relation_without_its_ends_is_told(tmp_path: Path) -> None:
    relations = (
        '<custom:R @ begin="0" end="3" Governor="2" Dependent="88"/>',
        '<custom:R @ begin="0" end="3" Governor="2"/>',
    )
    document, problems = read_one(_file(tmp_path, xmi(TEXT, entity(0, 3), *relations)))
    assert not document.relations
    assert sum("one end of the relation is missing" in problem for problem in problems) == 2


def test_circles_of_links_lists_and_types_end(tmp_path: Path) -> None:
    circle = """<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
        <typeDescription><name>webanno.custom.A</name><supertypeName>webanno.custom.B</supertypeName></typeDescription>
        <typeDescription><name>webanno.custom.B</name><supertypeName>webanno.custom.A</supertypeName></typeDescription>
        </types></typeSystemDescription>"""
    structures = (
        '<custom:A @ begin="0" end="3" next="3"/>',
        '<custom:A @ begin="4" end="9" next="2"/>',
        '<cas:NonEmptyFSList xmi:id="4" head="2" tail="4"/>',
    )
    written(tmp_path / "in", TypeSystem__xml=circle, a__xmi=xmi(TEXT, *structures))
    document, _ = read_one(tmp_path / "in")
    assert len(document.relations) == 2


def test_other_versions_are_read_with_a_line(tmp_path: Path) -> None:
    document, problems = read_one(
        _file(tmp_path, xmi(TEXT, entity(0, 3)).replace('xmi:version="2.0"', 'xmi:version="7.5"'))
    )
    assert len(document.annotations) == 1
    assert any("XMI 7.5" in problem for problem in problems)
    document, problems = read_one(_file(tmp_path, cas_json(TEXT, **{"%HEADER": {"%VERSION": "9.1"}}), "a.json"))
    assert document.text == TEXT
    assert any("CAS JSON 9.1" in problem for problem in problems)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
    ],
)
def test_a_document_type_is_refused(tmp_path: Path, doctype: str) -> None:
    path = _file(tmp_path, xmi(TEXT, '<custom:A @ begin="0" end="3" value="&c;"/>', head=doctype))
    with pytest.raises(FileUnsafe, match=r"a\.xmi.*document type"):
        list(read(path))
    path = _file(tmp_path, xmi(TEXT, head=f"<!--{'-x' * 4000}-->{doctype}"))  # beyond where it is looked for first
    with pytest.raises(FileUnsafe, match="document type"):
        list(read(path))


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    content = xmi(TEXT).replace("</xmi:XMI>", "<a>" * 200 + "</a>" * 200 + "</xmi:XMI>")
    with pytest.raises(FileUnsafe, match="64 elements"):
        list(read(_file(tmp_path, content)))
    with pytest.raises(FileDamaged, match="deep"):
        list(read(_file(tmp_path, '{"%TYPES":' + "[" * 100_000, "a.json")))


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LARGEST_XMI", 100)
    monkeypatch.setattr(reading, "_LARGEST_JSON", 100)
    for name, content in (("a.xmi", xmi(TEXT)), ("a.json", cas_json(TEXT))):
        with pytest.raises(FileTooLarge, match=name):
            list(read(_file(tmp_path, content, name)))


@pytest.mark.parametrize(
    ("content", "error", "why"),
    [
        (b"", EmptyFile, "a.x"),
        (b"<html><body/></html>", UnsupportedFile, "<html>"),
        (b"\xac\xed\x00\x05sr", UnsupportedFile, "Java objects"),
        (b'{"a": 1}', UnsupportedFile, "FEATURE_STRUCTURES"),
        (b"[1, 2]", UnsupportedFile, ""),
        (b'{"%TYPES": 1, "%FEATURE_STRUCTURES": 7}', FileDamaged, "neither a list nor an object"),
        (b'{"%TYPES": {}, "%FEATURE_STRUCTURES": [], "a": "\\ud800"}', FileDamaged, "a"),
    ],
)
def test_what_is_no_cas_is_refused(tmp_path: Path, content: bytes, error: type[Exception], why: str) -> None:
    path = _file(tmp_path, content, "a.json" if content[:1] in b"{[" and content else "a.x")
    if content == b"[1, 2]":
        _, problems = read_all(path)
        assert len(problems) == 2
        return
    with pytest.raises(error, match=why):
        list(read(path))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match=r"none\.xmi"):
        list(read(tmp_path / "none.xmi"))


def test_structures_that_are_none_are_told_one_by_one(tmp_path: Path) -> None:
    content = json.loads(cas_json(TEXT, {"%TYPE": "x.A", "begin": 0, "end": 3}))
    content["%FEATURE_STRUCTURES"] += [7, {"%ID": 9}, {"%TYPE": "x.B"}, {"%ID": "9", "%TYPE": "x.B"}]
    document, problems = read_one(_file(tmp_path, json.dumps(content), "a.json"))
    assert len(document.annotations) == 1
    assert [problem.partition(":")[0] for problem in problems] == [
        f"a.json, structure {number}" for number in (3, 4, 5, 6)
    ]


def test_a_type_system_that_is_none_is_told_and_the_cas_is_read(tmp_path: Path) -> None:
    for types in (TYPES[:-40], "<html/>", f"<!DOCTYPE x>{TYPES.partition('?>')[2]}"):
        written(tmp_path / "in", TypeSystem__xml=types, a__xmi=xmi(TEXT, entity(0, 3)))
        document, problems = read_one(tmp_path / "in")
        assert len(document.annotations) == 1
        assert any(problem.startswith("TypeSystem.xml") for problem in problems)


def test_one_broken_file_does_not_keep_the_others_out(tmp_path: Path) -> None:
    files = {"a.xmi": xmi(TEXT), "b.xmi": "<xmi", "c.json": cas_json(TEXT), "d.json": "{", "e.txt": "x", "f.ser": "y"}
    found, problems = read_all(packed(tmp_path / "in.zip", files))
    assert [document.name for document in found] == ["a", "c"]
    assert any(problem.startswith("b.xmi: ") for problem in problems)
    assert any("d.json, e.txt, f.ser" in problem for problem in problems)


def test_hostile_zip_files_are_refused(tmp_path: Path) -> None:
    for name in ("../a.xmi", "/a.xmi", "C:/a.xmi"):
        with pytest.raises(FileUnsafe, match="in it"):
            list(read(packed(tmp_path / "in.zip", {name: xmi(TEXT)})))
    bomb = packed(tmp_path / "bomb.zip", {"a.xmi": b" " * (20 << 20)})
    with pytest.raises(FileUnsafe, match="zip bomb"):
        list(read(bomb))


def test_a_zip_bomb_in_a_zip_file_is_told(tmp_path: Path) -> None:
    bomb = packed(tmp_path / "bomb.zip", {"a.xmi": b" " * (20 << 20)}).read_bytes()
    deep = packed(tmp_path / "deep.zip", {"b.zip": packed(tmp_path / "b.zip", {"b.xmi": xmi(TEXT)}).read_bytes()})
    found, problems = read_all(
        packed(tmp_path / "in.zip", {"a.zip": bomb, "b.xmi": xmi(TEXT), "c.zip": deep.read_bytes()})
    )
    assert len(found) == 1
    assert any(problem.startswith("a.zip") and "zip bomb" in problem for problem in problems)
    assert any("zip file in a zip file" in problem for problem in problems)


@pytest.mark.parametrize("prefix", ["xmi:XMI", "cas:NULL", "ner:NamedEntity"])
def test_a_prefix_that_is_not_declared_is_told_by_name(tmp_path: Path, prefix: str) -> None:
    path = _file(tmp_path, re.sub(rf'xmlns:{prefix.partition(":")[0]}="[^"]*"', "", xmi(TEXT, entity(0, 3))))
    with pytest.raises(FileDamaged, match=rf"a\.xmi.*<{prefix}> is not declared"):
        list(read(path))


@pytest.mark.parametrize("attribute", ["xmi:id", "sofa", "begin", "end", "members", "sofaArray", "Governor", "other"])
def test_a_number_of_thousands_of_digits_is_none(tmp_path: Path, attribute: str) -> None:
    """Python refuses to read such a number, which is no reason to read nothing."""
    digits = "9" * 5000
    content = xmi(TEXT, entity(0, 3), '<custom:A @ begin="0" end="3" other="1" Governor="1"/>')
    changed = re.sub(rf' {attribute}="[^"]*"', f' {attribute}="{digits}"', content)
    if changed == content:
        changed = content.replace(" sofaID=", f' {attribute}="{digits}" sofaID=')
    found, problems = read_all(_file(tmp_path, changed))
    assert sum(len(document.annotations) for document in found) + len(problems) > 0
