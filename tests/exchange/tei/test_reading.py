# SPDX-License-Identifier: GPL-3.0-or-later
"""TEI as others write it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from archivist.exchange.items import Item, Problem, ReadDocument, ReadRecord, ReadRelation, ReadTag, Unit
from archivist.exchange.tei import FORMAT
from archivist.model import Alias, Kind, NodeType, Role

HEADER = "<teiHeader><fileDesc><titleStmt><title>Назва</title></titleStmt></fileDesc></teiHeader>"


def tei(text: str, header: str = HEADER, beside: str = "") -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{text}</body></text>{beside}</TEI>'


def read(tmp_path: Path, written: str, name: str = "a.xml") -> list[Item]:
    (tmp_path / name).write_text(written, encoding="utf-8")
    assert FORMAT.read is not None
    return list(FORMAT.read(tmp_path / name))


def document(tmp_path: Path, written: str) -> ReadDocument:
    (found,) = (item for item in read(tmp_path, written) if isinstance(item, ReadDocument))
    return found


def marked(found: ReadDocument) -> list[tuple[str, str]]:
    assert found.text is not None
    return [(mark.label, found.text[mark.start : mark.end]) for mark in found.annotations]


# The text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Один\n   <hi>два</hi>\n</p>\n<p>три</p>", "Один два\nтри"),
        ("<head>Назва</head><div><head>Ще</head><p>а</p></div>", "Назва\nЩе\nа"),
        ("<p>рядок<lb/>другий</p>", "рядок\nдругий"),
        ("<p>сло<lb break='no'/>во і сто<pb n='2'/>рінка</p>", "слово і сто рінка"),
        ("<list><item>а</item><item>б</item></list>", "а\nб"),
        ("<table><row><cell>а</cell><cell>б</cell></row><row><cell>в</cell></row></table>", "а\tб\nв"),
        ('<ab xml:space="preserve">  а\n\n б </ab>', "  а\n\n б "),
        (
            "<p>слово<note>виноска <date>2020</date></note>, далі.</p><p>кінець</p>",
            "слово, далі.\nкінець\nвиноска 2020",
        ),
        ("<p><choice><sic>памʼят</sic><corr>памʼять</corr></choice></p>", "памʼят"),
        ("<p><app><lem>той</lem><rdg>цей</rdg></app></p>", "той"),
        ("<p>а<g n='U+0007'>\ufffd</g>б<g>\u2767</g></p>", "а\x07б\u2767"),
        ("<p>1&#160;000\u2003грн</p>", "1\u00a0000\u2003грн"),
    ],
)
def test_the_text_is_what_a_reader_would_see(tmp_path: Path, body: str, text: str) -> None:
    assert document(tmp_path, tei(body)).text == text


def test_other_forms_of_the_words_are_told(tmp_path: Path) -> None:
    found = document(tmp_path, tei("<p><choice><abbr>грн</abbr><expan>гривень</expan></choice> <hi>так</hi></p>"))
    assert [problem.what for problem in found.problems] == [
        "Left out of the text: 1 <expan> beside another form of the same words.",
        "Read as mere text, as they mark nothing in it: 1 <abbr>, 1 <hi>.",
    ]


# What is said of it


def test_the_header_says_what_it_is(tmp_path: Path) -> None:
    header = """<teiHeader><fileDesc>
      <titleStmt><title type="sub">під</title><title type="main">Страйк
         на заводі</title><author>О. К.</author><author>П. Л.</author></titleStmt>
      <publicationStmt><publisher>Видавець</publisher><date>2024</date></publicationStmt>
      <sourceDesc><bibl><title level="a">Страйк</title><title level="j">Вісник</title>
        <date from="2022-01-05" to="2022-01-07"/><ptr target="https://example.org/1"/></bibl></sourceDesc>
      </fileDesc><profileDesc><langUsage><language ident="uk-UA"/></langUsage></profileDesc></teiHeader>"""
    found = document(tmp_path, tei("<p>а</p>", header))
    assert (found.title, found.byline, found.outlet, found.published, found.url, found.language, found.id) == (
        "Страйк на заводі", "О. К., П. Л.", "Вісник", "2022-01-05/2022-01-07", "https://example.org/1", "uk", ""
    )  # fmt: skip


def test_a_header_without_source_tells_of_the_publication(tmp_path: Path) -> None:
    header = HEADER.replace(
        "</titleStmt>",
        "</titleStmt><publicationStmt><publisher>Дім</publisher><date>колись</date><date when='1999-02'/>"
        "<idno type='URI'>https://example.org/2</idno></publicationStmt>",
    )
    found = document(tmp_path, tei("<p>а</p>", header))
    assert (found.outlet, found.published, found.url) == ("Дім", "1999-02", "https://example.org/2")


# Elements that mark words


def test_names_dates_and_numbers_are_marked(tmp_path: Path) -> None:
    body = """<p>Вчора <persName ref="https://www.wikidata.org/wiki/Q1" xml:id="p1">Іван
      <surname>Франко</surname></persName>
      назвав <num value="18" type="cardinal">вісімнадцять</num> <measure quantity="2.5" unit="т" commodity="вугілля">дві
      з половиною тонни</measure> <date notBefore="2020-01" notAfter="2020-03">навесні</date>
      <name type="place">Київ</name> <rs type="event">страйк</rs> <num atLeast="5" atMost="7">пʼять-сім</num></p>"""
    found = document(tmp_path, tei(body))
    assert [(words, mark.kind, mark.label, mark.attributes) for (_, words), mark in zip(
        marked(found), found.annotations, strict=True)] == [
        ("Іван Франко", "actor", "persName", {"ref": "https://www.wikidata.org/wiki/Q1"}),
        ("вісімнадцять", "figure", "num (cardinal)", {"value": 18, "type": "cardinal"}),
        ("дві з половиною тонни", "figure", "measure", {"value": 2.5, "unit": "т", "counted": "вугілля"}),
        ("навесні", "date", "date", {"edtf": "2020-01/2020-03"}),
        ("Київ", "actor", "name (place)", {"type": "place"}),
        ("страйк", "event", "rs (event)", {"type": "event"}),
        ("пʼять-сім", "figure", "num", {"low": 5, "high": 7}),
    ]  # fmt: skip
    assert found.annotations[0].key == "p1"
    assert found.annotations[0].where == "a.xml, line 1"


def test_white_space_at_the_edges_belongs_to_no_mark(tmp_path: Path) -> None:
    found = document(tmp_path, tei("<p>а\n <name>\n Київ \n</name>\n б</p>"))
    assert (found.text, marked(found)) == ("а Київ б", [("name", "Київ")])


def test_segments_bear_what_their_ana_leads_to(tmp_path: Path) -> None:
    header = HEADER.replace(
        "</teiHeader>",
        "<encodingDesc><classDecl><taxonomy><category xml:id='top'><catDesc>Втрати</catDesc>"
        "<category xml:id='k'><catDesc>загиблі</catDesc></category></category></taxonomy></classDecl></encodingDesc>"
        "</teiHeader>",
    )
    items = read(tmp_path, tei("<p><seg ana='#k #top unknown'>18</seg> <seg>далі</seg></p>", header))
    (found,) = (item for item in items if isinstance(item, ReadDocument))
    assert marked(found) == [("загиблі", "18"), ("Втрати", "18"), ("unknown", "18")]
    assert [item for item in items if isinstance(item, ReadTag)] == [
        ReadTag("загиблі", "загиблі", parent="Втрати"), ReadTag("Втрати", "Втрати")
    ]  # fmt: skip
    assert "1 <seg>" in found.problems[0].what


def test_an_element_without_words_marks_none(tmp_path: Path) -> None:
    found = document(tmp_path, tei("<p>а <date when='2020'/>б</p>"))
    assert found.annotations == ()
    assert [problem.what for problem in found.problems] == ["A <date> is left out: it marks no words."]


# Beside the text


def test_spans_go_from_anchor_to_anchor(tmp_path: Path) -> None:
    beside = """<standOff><spanGrp><span from="#a" to="#b" ana="#x">перше</span><span from="#s">усе</span>
      <span target="#s #t" type="motif"/><span from="#b" to="#a">задом</span><span from="#gone" to="#b">ніде</span>
      </spanGrp><interp xml:id="x">подія</interp></standOff>"""
    body = (
        '<p>Один <anchor xml:id="a"/>два три<anchor xml:id="b"/> чотири <w xml:id="s">пʼять</w> <w xml:id="t">6</w></p>'
    )
    found = document(tmp_path, tei(body, beside=beside))
    assert marked(found) == [("подія", "два три"), ("усе", "пʼять"), ("motif", "пʼять 6")]
    assert [mark.note for mark in found.annotations] == ["перше", "", ""]
    assert [problem.what for problem in found.problems[:2]] == [
        "A <span> is left out: it marks no words.",
        "A <span> is left out: it does not lead to a place in the text.",
    ]


def test_interpretations_mark_their_instances(tmp_path: Path) -> None:
    body = '<p><seg xml:id="a">сонце</seg> <seg xml:id="b">море</seg></p><interp inst="#a #b #c">літо</interp>'
    found = document(tmp_path, tei(body))
    assert marked(found) == [("літо", "сонце"), ("літо", "море")]
    assert any("“#c”" in problem.what for problem in found.problems)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("#p", "Загинуло 18 людей"),
        ("a.xml#p", "Загинуло 18 людей"),
        ("#string-range(p,9,2)", "18"),
        ("#range(left(#x),right(#y))", "18 людей"),
        ("#range(string-range(p,0,3),y)", "Загинуло 18 людей"),
    ],
)
def test_annotations_lead_to_places(tmp_path: Path, target: str, words: str) -> None:
    annotation = f"""<standOff><listAnnotation><annotation target="{target}" motivation="commenting">
      <respStmt><resp>хто</resp><persName>Олена</persName></respStmt>
      <revisionDesc><change when="2024-01-02T03:04:05Z"/></revisionDesc>
      <note>Чи
        так?</note><ref target="https://example.org">тут</ref></annotation></listAnnotation></standOff>"""
    body = '<p xml:id="p">Загинуло <seg xml:id="x">18</seg> <seg xml:id="y">людей</seg></p>'
    found = document(tmp_path, tei(body, beside=annotation))
    assert marked(found) == [("commenting", words)]
    (mark,) = found.annotations
    assert (mark.note, mark.annotator, mark.created_at) == (
        "Чи так?\nтут https://example.org", "Олена", "2024-01-02T03:04:05Z"
    )  # fmt: skip


@pytest.mark.parametrize(
    "target", ["#gone", "b.xml#p", "#xpath(//p)", "#string-range(p,900,2)", "#string-range(p,x,2)", "#range(p)", ""]
)
def test_an_annotation_that_leads_nowhere_is_told(tmp_path: Path, target: str) -> None:
    annotation = f'<standOff><listAnnotation><annotation target="{target}"/></listAnnotation></standOff>'
    found = document(tmp_path, tei('<p xml:id="p">Слова</p>', beside=annotation))
    told = [problem.what for problem in found.problems]
    outside = [mark for mark in found.annotations if found.text is not None and mark.end > len(found.text)]
    assert told or outside  # a place outside the text is for those to refuse who know all of it
    assert len(found.annotations) == len(outside)


# CATMA


def test_an_export_of_catma_marks_a_text_that_is_elsewhere(tmp_path: Path) -> None:
    header = """<teiHeader><fileDesc><titleStmt><title>Розмітка</title></titleStmt></fileDesc><encodingDesc>
      <fsdDecl xml:id="CATMA_1" n="Теги 2024"><fsDecl xml:id="CATMA_T" n="v" type="CATMA_T"><fsDescr>загиблі</fsDescr>
      </fsDecl></fsdDecl></encodingDesc></teiHeader>"""
    body = """<ab type="catma"><ptr target="catma://D#char=0,9" type="inclusion"/>
      <seg ana="#CATMA_I"><ptr target="catma://D#char=9,11" type="inclusion"/>
      <ptr target="catma://D#char=20,24" type="inclusion"/></seg></ab>"""
    structure = """<fs xml:id="CATMA_I" type="CATMA_T"><f name="catma_markupauthor"><string>Олена</string></f>
      <f name="певність"><vRange><vColl><string>так</string><string>ні</string></vColl></vRange></f></fs>"""
    written = tei(body, header).replace("</text>", f"{structure}</text>")
    items = read(tmp_path, written)
    (found,) = (item for item in items if isinstance(item, ReadDocument))
    assert (found.text, found.unit) == (None, Unit.UTF16)
    assert [(m.start, m.end, m.label, m.annotator, m.attributes) for m in found.annotations] == [
        (9, 11, "загиблі", "Олена", {"певність": ["так", "ні"]}),
        (20, 24, "загиблі", "Олена", {"певність": ["так", "ні"]}),
    ]
    assert [item for item in items if isinstance(item, ReadTag)] == [ReadTag("загиблі")]


# Lists


def test_lists_are_records_that_names_lead_to(tmp_path: Path) -> None:
    beside = """<standOff><listPerson><person xml:id="if" role="author"><persName><forename>Іван</forename>
      <surname>Франко</surname></persName><persName type="pen" xml:lang="en">Franko</persName><birth when="1856-08-27"/>
      <occupation from="1880">поет</occupation><idno type="VIAF">12</idno><note>Нотатка</note></person>
      <person><persName/></person></listPerson>
      <listOrg><org xml:id="o"><orgName>Міністерство</orgName></org></listOrg>
      <listPlace><place xml:id="k"><placeName>Київ</placeName></place></listPlace>
      <listEvent><event xml:id="s" when="2022-01-05"><label>Страйк</label></event></listEvent>
      <listRelation><relation name="author" active="#if" passive="#s #n"/><relation name="knows" mutual="#if #o"/>
      <relation name="lost" active="#gone" passive="#s"/></listRelation></standOff>"""
    body = '<p><persName ref="#if" xml:id="n">Він</persName> у <placeName key="k">Києві</placeName></p>'
    items = read(tmp_path, tei(body, beside=beside))
    drafts = {item.key: item.draft for item in items if isinstance(item, ReadRecord)}
    assert [(key, draft.kind, draft.name, draft.type) for key, draft in drafts.items()] == [
        ("a.xml#if", Kind.ACTOR, "Іван Франко", "person"),
        ("a.xml#o", Kind.ACTOR, "Міністерство", "organisation"),
        ("a.xml#k", Kind.ACTOR, "Київ", "place"),
        ("a.xml#s", Kind.EVENT, "Страйк", ""),
    ]
    poet = drafts["a.xml#if"]
    assert (poet.aliases, poet.roles, poet.external_ids, poet.note) == (
        (Alias("Franko", "en"),), (Role("поет", "", "1880", ""),), {"VIAF": "12"}, "birth: 1856-08-27\nНотатка"
    )  # fmt: skip
    assert drafts["a.xml#s"].date == "2022-01-05"
    (found,) = (item for item in items if isinstance(item, ReadDocument))
    assert [mark.record for mark in found.annotations] == ["a.xml#if", "a.xml#k"]
    record = NodeType.RECORD
    assert [(r.type, r.source, r.source_type, r.target, r.target_type) for r in found.relations] == [
        ("author", "a.xml#if", record, "a.xml#s", record),
        ("author", "a.xml#if", record, "n", NodeType.ANNOTATION),
        ("knows", "a.xml#if", record, "a.xml#o", record),
    ]
    told = [item.what for item in items if isinstance(item, Problem)]
    assert told == ["A <person> is left out, as it has no name."]
    assert [problem.what for problem in found.problems] == ["A <relation> is left out: its end “#gone” was not read."]


def test_names_lead_to_a_list_in_a_file_beside(tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    person = '<person xml:id="p"><persName>Він</persName></person>'
    persons = f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{person}</listPerson>'
    read(tmp_path / "many", persons, "persons.xml")
    read(tmp_path / "many", tei('<p><persName ref="persons.xml#p">Він</persName></p>'), "z.xml")
    assert FORMAT.read is not None
    items = list(FORMAT.read(tmp_path / "many"))
    (found,) = (item for item in items if isinstance(item, ReadDocument))
    assert [mark.attributes for mark in found.annotations] == [{}]
    assert [mark.record for mark in found.annotations] == ["persons.xml#p"]


def test_events_are_parts_of_what_they_stand_in(tmp_path: Path) -> None:
    beside = """<standOff><listEvent><event xml:id="w"><eventName>Хвиля</eventName><listPlace><place><placeName>Київ
      </placeName></place></listPlace></event><event xml:id="d"><label>День</label>
      <ptr type="parent" target="#w"/></event></listEvent></standOff>"""
    drafts = [item.draft for item in read(tmp_path, tei("<p>а</p>", beside=beside)) if isinstance(item, ReadRecord)]
    assert [(draft.name, draft.place, draft.parent) for draft in drafts] == [
        ("Хвиля", "Київ", None), ("День", "", "a.xml#w")
    ]  # fmt: skip


# Files


def test_a_corpus_is_a_document_for_each_text(tmp_path: Path) -> None:
    inner = tei("<p>перший</p>"), tei("<p>другий <name resp='#r'>Київ</name></p>")
    header = HEADER.replace(
        "</titleStmt>", "<respStmt xml:id='r'><resp>розмітка</resp><name>Лу</name></respStmt></titleStmt>"
    )
    corpus = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{header}{"".join(inner)}</teiCorpus>'
    documents = [item for item in read(tmp_path, corpus) if isinstance(item, ReadDocument)]
    assert [(found.name, found.text) for found in documents] == [
        ("a.xml (1)", "перший"), ("a.xml (2)", "другий Київ")
    ]  # fmt: skip
    assert documents[1].annotations[0].annotator == "Лу"


def test_tei_p4_is_read_with_its_document_type(tmp_path: Path) -> None:
    written = (
        '<!DOCTYPE TEI.2 PUBLIC "-//TEI P4//DTD Main//EN" "tei2.dtd" [<!ENTITY % TEI.prose "INCLUDE">'
        '<!ENTITY mdash "&#8212;">]>'
        "<TEI.2><teiHeader><fileDesc><titleStmt><title>Назва</title></titleStmt></fileDesc></teiHeader>"
        "<text><body><p>а &mdash; <name id='n'>Київ</name></p></body></text></TEI.2>"
    )
    found = document(tmp_path, written)
    assert (found.text, found.annotations[0].key, found.title) == ("а — Київ", "name", "Назва")


@pytest.mark.parametrize("packed", [False, True])
def test_many_files_are_read_and_what_is_none_is_told(tmp_path: Path, packed: bool) -> None:
    files = {"a.xml": tei("<p>а</p>"), "d/b.XML": tei("<p>б</p>"), "c.xml": "<html/>", "notes.txt": "так"}
    path = tmp_path / "many.zip"
    if packed:
        with ZipFile(path, "w") as zipped:
            for name, text in files.items():
                zipped.writestr(name, text)
    else:
        path = tmp_path / "many"
        for name, text in files.items():
            (path / name).parent.mkdir(exist_ok=True, parents=True)
            (path / name).write_text(text, encoding="utf-8")
    assert FORMAT.read is not None
    items = list(FORMAT.read(path))
    assert [item.text for item in items if isinstance(item, ReadDocument)] == ["а", "б"]
    told = [item for item in items if isinstance(item, Problem)]
    assert [problem.where for problem in told] == ["c.xml", path.name]
    assert "XML of another kind, <html>" in told[0].what
    assert told[1].what == "Passed over, as they are no XML: notes.txt."


def test_a_relation_beside_texts_is_read(tmp_path: Path) -> None:
    lists = """<standOff xmlns="http://www.tei-c.org/ns/1.0">
      <listPerson><person xml:id="a"><persName>А</persName></person>
      <person xml:id="b"><persName>Б</persName></person></listPerson>
      <listRelation><relation name="знає" active="#a" passive="#b"/></listRelation></standOff>"""
    (relation,) = (item for item in read(tmp_path, lists) if isinstance(item, ReadRelation))
    assert (relation.type, relation.source, relation.target) == ("знає", "a.xml#a", "a.xml#b")


@pytest.mark.parametrize(
    ("raw", "is_one"),
    [
        (tei("<p>а</p>").encode(), True),
        (tei("<p>а</p>").encode("utf-16"), True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n<?xml-model href='a'?>" + tei("<p/>").encode(), True),
        (b"<!DOCTYPE TEI.2 [<!ENTITY a 'b'>]><TEI.2><teiHeader/></TEI.2>", True),
        (tei("<p/>").replace("<TEI xmlns", "<t:TEI xmlns:t").encode(), True),
        (b"<TEI>of somebody else</TEI>", False),
        (b"<html><body>&lt;TEI xmlns='http://www.tei-c.org/ns/1.0'&gt;</body></html>", False),
        (b"<p>See <TEI xmlns='http://www.tei-c.org/ns/1.0'> for it</p>", False),
        (b"plain text about TEI", False),
        (b"", False),
    ],
)
def test_it_is_recognised_by_how_it_begins(tmp_path: Path, raw: bytes, is_one: bool) -> None:
    assert FORMAT.recognises is not None
    (tmp_path / "a.xml").write_bytes(raw)
    assert FORMAT.recognises(tmp_path / "a.xml") is is_one
    assert FORMAT.recognises(tmp_path) is is_one
    with ZipFile(tmp_path / "a.zip", "w") as zipped:
        zipped.writestr("[Content_Types].txt", "x")
        zipped.write(tmp_path / "a.xml", "d/a.xml")
    assert FORMAT.recognises(tmp_path / "a.zip") is is_one
    assert not FORMAT.recognises(tmp_path / "none")
