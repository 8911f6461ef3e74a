# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import FileDamaged, NoTextFound
from archivist.intake.pipeline import import_files
from archivist.intake.reader import ImportOptions
from archivist.intake.references.zotero_rdf import read_rdf
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft, ImportStatus, Unread
from archivist.store import Archive
from tests.long_work import run_to_end

HEAD = """<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/">
"""
ITEM = """<bib:Article rdf:about="https://visnyk.ua/1">
  <z:itemType>newspaperArticle</z:itemType>
  <dcterms:isPartOf><bib:Newspaper><dc:title>Вісник Ожвина</dc:title></bib:Newspaper></dcterms:isPartOf>
  <bib:authors><rdf:Seq>
    <rdf:li><foaf:Person><foaf:surname>Коваль</foaf:surname><foaf:givenName>Олена</foaf:givenName></foaf:Person></rdf:li>
    <rdf:li><foaf:Person><foaf:surname>Гук</foaf:surname></foaf:Person></rdf:li>
  </rdf:Seq></bib:authors>
  <dcterms:isReferencedBy rdf:resource="#item_3"/>
  <link:link rdf:resource="#item_2"/>
  <dc:subject>повінь</dc:subject>
  <dc:subject><z:AutomaticTag><rdf:value>гребля</rdf:value></z:AutomaticTag></dc:subject>
  <dc:title>Прорвало греблю</dc:title>
  <dcterms:abstract>ABSTRACT</dcterms:abstract>
  <dc:date>8 січня 2022</dc:date>
  <z:language>uk-UA</z:language>
  <dc:identifier><dcterms:URI><rdf:value>https://visnyk.ua/1</rdf:value></dcterms:URI></dc:identifier>
  <dcterms:dateSubmitted>2022-01-09 10:00:00</dcterms:dateSubmitted>
</bib:Article>
<bib:Memo rdf:about="#item_3"><rdf:value>&lt;p&gt;Зателефонувати до редакції.&lt;/p&gt;</rdf:value></bib:Memo>
"""
FILE = """<z:Attachment rdf:about="#item_2">
  <z:itemType>attachment</z:itemType>
  <rdf:resource rdf:resource="FILE"/>
  <dc:title>Snapshot</dc:title>
  <link:type>text/html</link:type>
</z:Attachment>
"""
NAME = "files/2/гребля 1.html"
PAGE = "<html><body><article><h1>Прорвало греблю</h1>" + "<p>Вода зайшла в сорок дворів, людей вивезли.</p>" * 3
ABSTRACT = "Гребля біля Ожвина не витримала; рятувальники вивозять людей із трьох сіл, а вода прибуває далі."


def rdf(file: str = NAME, abstract: str = "Коротко.") -> bytes:
    attached = FILE.replace("FILE", file) if file else ""
    return (HEAD + ITEM.replace("ABSTRACT", abstract) + attached + "</rdf:RDF>").encode()


def read(raw: bytes, path: Path = Path("/nowhere/library.rdf")) -> list[Any]:
    return read_rdf(raw, path, ImportOptions())


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export of one item with its file."""
    folder = tmp_path / "export"
    (folder / "files" / "2").mkdir(parents=True)
    (folder / NAME).write_text(PAGE, encoding="utf-8")
    path = folder / "бібліотека.rdf"
    path.write_bytes(rdf())
    return path


def test_an_article_is_read_from_the_file_and_described_by_the_item(export: Path) -> None:
    (draft,) = read(rdf(), export)
    assert isinstance(draft, ArticleDraft)
    assert draft.body.startswith("Прорвало греблю\n\nВода зайшла")
    assert (draft.title, draft.byline, draft.outlet) == ("Прорвало греблю", "Олена Коваль, Гук", "Вісник Ожвина")
    assert (draft.url, draft.language) == ("https://visnyk.ua/1", "uk")
    assert (draft.published, draft.captured) == ("2022-01-08", "2022-01-09")
    assert (draft.original, draft.media_type, draft.part) == (PAGE.encode(), "text/html", "")
    assert draft.provenance is not None
    assert draft.provenance.reader == "html"
    said = draft.provenance.parameters
    assert (said["container"], said["file"], said["tags"]) == ("zotero-rdf", NAME, ["повінь", "гребля"])
    assert said["abstract"] == "Коротко."


def test_without_its_file_an_item_is_its_abstract_and_notes_with_a_warning() -> None:
    (draft,) = read(rdf(abstract=ABSTRACT))
    assert draft.body == f"Прорвало греблю\n\n{ABSTRACT}\n\nЗателефонувати до редакції."
    assert draft.part == "https://visnyk.ua/1"
    assert NAME in draft.warnings[0]
    assert "no text" in draft.warnings[1]


def test_an_item_without_enough_to_read_is_told_of() -> None:
    (piece,) = read(rdf())
    assert isinstance(piece, Unread)
    assert piece.part == "Прорвало греблю (https://visnyk.ua/1)"
    assert "metadata only" in piece.reason
    assert NAME in piece.reason
    assert "beside" not in read(rdf(file=""))[0].reason


def test_a_file_that_cannot_be_read_is_told_of(export: Path) -> None:
    (export.parent / NAME).write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    pieces = read(rdf(), export)
    assert all(isinstance(piece, Unread) for piece in pieces)
    assert pieces[1].part == NAME


@pytest.mark.parametrize(
    "name", ["../secret.html", "/etc/passwd", "files/../../secret.html", "file:///etc/passwd", "C:/a.html"]
)
def test_no_file_outside_of_the_folder_is_read(export: Path, name: str) -> None:
    (export.parent.parent / "secret.html").write_text(PAGE, encoding="utf-8")
    assert all(isinstance(piece, Unread) for piece in read(rdf(name), export))


def test_a_link_that_leads_out_of_the_folder_is_not_followed(export: Path) -> None:
    secret = export.parent.parent / "secret.html"
    secret.write_text(PAGE, encoding="utf-8")
    (export.parent / "files" / "out.html").symlink_to(secret)
    assert all(isinstance(piece, Unread) for piece in read(rdf("files/out.html"), export))


def test_a_name_may_be_written_in_percents(export: Path) -> None:
    (draft,) = read(rdf(NAME.replace(" ", "%20")), export)
    assert isinstance(draft, ArticleDraft)


def test_a_file_or_a_note_of_no_item_is_an_item(export: Path) -> None:
    raw = (HEAD + FILE.replace("FILE", NAME) + "</rdf:RDF>").encode()
    (draft,) = read(raw, export)
    assert draft.body.startswith("Прорвало греблю")
    note = f'<bib:Memo rdf:about="#n"><rdf:value>{ABSTRACT} {ABSTRACT}</rdf:value></bib:Memo>'
    (alone,) = read((HEAD + note + "</rdf:RDF>").encode())
    assert alone.body == f"{ABSTRACT} {ABSTRACT}"


def test_a_folder_with_an_export_brings_each_article_once(export: Path, archive: Archive) -> None:
    of_export, of_file = run_to_end(import_files(archive, [export.parent])).files
    assert of_export.status is ImportStatus.IMPORTED
    assert of_file.status is ImportStatus.DUPLICATE
    assert of_file.articles == of_export.articles
    assert archive.articles.get(of_export.articles[0]).outlet == "Вісник Ожвина"


def test_an_export_in_a_zip_finds_its_files_and_brings_each_once() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(f"Моє/{NAME}", PAGE)
        file.writestr("Моє/нотатка.txt", "Інший текст.")
        file.writestr("Моє/Моє.rdf", rdf())
    path = Path("export.zip")
    pieces = reader_for(packed.getvalue(), path).read(packed.getvalue(), path, ImportOptions())
    drafts = [piece for piece in pieces if isinstance(piece, ArticleDraft)]
    assert [draft.outlet for draft in drafts] == ["Вісник Ожвина", ""]
    assert drafts[0].original == PAGE.encode()
    assert drafts[1].body == "Інший текст."


def test_bibliontology_is_read_too() -> None:
    raw = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
      xmlns:bibo="http://purl.org/ontology/bibo/" xmlns:dcterms="http://purl.org/dc/terms/"
      xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:res="http://purl.org/vocab/resourcelist/schema#">
      <z:UserItem><res:resource rdf:resource="https://v.ua/1"/><z:accessDate>2022-01-09</z:accessDate></z:UserItem>
      <bibo:Article rdf:about="https://v.ua/1"><dcterms:title>Потоп</dcterms:title>
        <bibo:authorList><rdf:Seq><rdf:li rdf:nodeID="n1"/></rdf:Seq></bibo:authorList>
        <dcterms:isPartOf><bibo:Issue><dcterms:date>01/25/2022</dcterms:date>
          <dcterms:isPartOf><bibo:Newspaper><dcterms:title>Вісник</dcterms:title></bibo:Newspaper></dcterms:isPartOf>
        </bibo:Issue></dcterms:isPartOf><dcterms:abstract>ABSTRACT</dcterms:abstract></bibo:Article>
      <foaf:Person rdf:nodeID="n1"><foaf:name>Олена Коваль</foaf:name></foaf:Person></rdf:RDF>"""
    (draft,) = read((raw.replace("ABSTRACT", ABSTRACT * 2)).encode())
    assert (draft.title, draft.byline, draft.outlet) == ("Потоп", "Олена Коваль", "Вісник")
    assert (draft.url, draft.published, draft.captured) == ("https://v.ua/1", "2022-01-25", "2022-01-09")


def test_an_export_is_known_by_its_content() -> None:
    assert reader_for(rdf(), Path("a.xml")).name == "zotero-rdf"
    assert reader_for(rdf().decode().encode("utf-16"), Path("a")).name == "zotero-rdf"


def test_of_a_broken_export_the_beginning_is_read_with_a_warning() -> None:
    raw = rdf(file="", abstract=ABSTRACT * 2)
    (draft,) = read(raw[: raw.index(b"<bib:Memo")])
    assert "well-formed" in draft.warnings[0]
    with pytest.raises((FileDamaged, NoTextFound)):
        read(HEAD.encode())
    with pytest.raises((FileDamaged, NoTextFound)):
        read((HEAD + "<a>" * 100_000).encode())
