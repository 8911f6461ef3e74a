# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

from archivist.exchange.brat import FORMAT
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.incoming.taking_in import take_in
from archivist.exchange.items import ReadRecord
from archivist.model import Alias, Kind, NodeType
from archivist.store import Archive
from tests.exchange.brought_back import documents_of, items_of, problems_of
from tests.long_work import run_to_end

TEXT = "Директор Іван Гай очолює «Завод Світло» у Львові."
SPANS = """1 job 0 8 11 1  # 11 Директор
2 name 9 4 12 1  # 12 Іван
3 surname 14 3 13 1  # 13 Гай
4 org_name 26 12 15 2  # 15 16 Завод Світло
5 loc_name 42 6 18 1  # 18 Львові
5 org_name 42 6 18 1  # 18 Львові
"""
OBJECTS = "21 Person 2 3 # Іван Гай\n22 Org 4 # Завод Світло\n23 LocOrg 5 # Львові\n24 Org 4 5 # Завод Світло Львові\n"
COREF = "31 21\nfirstname Іван\nlastname Гай\nwikidata Q7\n\n32 22 24\nname Світло\nname Завод «Світло»\nwikidata \n"
FACTS = (
    "a-0 Occupation\nWho obj31 Гай Іван\nPosition span1 директор\nWhere obj32 Світло | Завод\nPhase початкова\n\n"
    "a-1 Deal\nParticipant obj99 хтось\n"
)


def write(folder: Path, **files: str) -> Path:
    """A document of this corpus; some of its files may be others."""
    all_files = {"txt": TEXT, "spans": SPANS, "objects": OBJECTS, "coref": COREF, "facts": FACTS, **files}
    for suffix, text in all_files.items():
        (folder / f"a.{suffix}").write_text(text, encoding="utf-8")
    return folder


def test_spans_objects_and_facts(tmp_path: Path) -> None:
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(write(tmp_path))
    items = items_of(FORMAT, tmp_path)
    [document] = documents_of(items)
    assert [(mark.label, mark.quote) for mark in document.annotations] == [
        *(("job", "Директор"), ("name", "Іван"), ("surname", "Гай"), ("org_name", "Завод Світло")),
        *(("loc_name", "Львові"), ("org_name", "Львові")),  # one span, two types
    ]
    assert all(mark.quote == TEXT[mark.start : mark.end] for mark in document.annotations)
    drafts = {item.key: item.draft for item in items if isinstance(item, ReadRecord)}
    person, works, town, fact, deal = drafts.values()
    assert (person.name, person.type, person.external_ids) == ("Іван Гай", "person", {"wikidata": "Q7"})
    assert person.aliases == (Alias("Іван"), Alias("Гай"))
    assert (works.name, works.aliases, works.type) == ("Світло", (Alias("Завод «Світло»"),), "organisation")
    assert (town.name, town.type) == ("Львові", "place")  # it is in no line of .coref
    assert (fact.kind, fact.type, fact.name) == (Kind.EVENT, "Occupation", "Occupation: Гай Іван, директор, Світло")
    assert fact.note == "Phase: початкова"
    assert deal.type == "Deal"
    linked = {mark.key: drafts[mark.record].name if mark.record else "" for mark in document.annotations}
    assert linked == {
        "1": "",
        "2": "Іван Гай",
        "3": "Іван Гай",
        "4": "Світло",
        "5": "Львові",
        "5 org_name": "Львові",
    }
    assert document.annotations[3].attributes == {"objects": ["Org 22", "Org 24"]}
    found = [(each.type, each.target_type, each.target) for each in document.relations]
    assert found == [
        ("Who", NodeType.RECORD, "a 31"),
        ("Position", NodeType.ANNOTATION, "1"),
        ("Where", NodeType.RECORD, "a 32"),
    ]
    [problem] = document.problems
    assert (problem.where, "there is no obj99" in problem.what) == ("a.facts, line 8", True)


def test_it_is_taken_in(tmp_path: Path, archive: Archive) -> None:
    (tmp_path / "corpus").mkdir()
    report = run_to_end(take_in(archive, FORMAT, write(tmp_path / "corpus"), TagMapping()))
    marks = archive.annotations.of_article(report.articles[0])
    expected = ["Іван", "Гай", "Директор", "Завод Світло", "Львові", "Львові"]
    assert sorted(mark.quote for mark in marks) == sorted(expected)
    assert archive.records.count(Kind.ACTOR) == 3
    assert archive.records.count(Kind.EVENT) == 2
    assert len(archive.relations.all()) == 3


def test_what_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    write(
        tmp_path,
        spans="1 job 0 8 11 1  # 11 Директор\n1 job 0 8 11 1  # 11 Директор\n2 name x\n6 name 9 900 1 1  # 1 Іван\n",
        objects="21 Person 6 77 # Іван\n21 Org 6\n22\n",
        coref="31 21 88\nname\n\nname Хтось\n\n31 21\nname Ще\n",
        facts="a-0\nWho obj31\n",
    )
    items = items_of(FORMAT, tmp_path)
    [document] = documents_of(items)
    assert [(mark.key, mark.start, mark.end) for mark in document.annotations] == [("1", 0, 8), ("6", 9, 909)]
    assert [problem.where for problem in problems_of(items)] == [
        *(f"a.spans, line {at}" for at in (2, 3)),
        *(f"a.objects, line {at}" for at in (1, 2, 3)),
        *(f"a.coref, line {at}" for at in (2, 1, 4, 6)),
        "a.facts, line 1",
    ]
