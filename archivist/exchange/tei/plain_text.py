# SPDX-License-Identifier: GPL-3.0-or-later
"""The plain text of a TEI document, and where in it each element stands.

White space is as XML editors leave it, so a run of it is one space, and blocks stand on lines of
their own; where xml:space says “preserve”, every character counts. Notes to a passage stand at the
end. Where a file has several forms of the same words, the text is what the source has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lxml.etree import _Element

from archivist.exchange.tei.elements import NAMESPACE, SPACE, keeps_space, sign
from archivist.xml_names import local_name

_SPACES = re.compile("[ \t\r\n]+")
_STRENGTH = ("", " ", "\t", "\n")  # of what parts words
_STRUCTURAL = """
    text group front body back div div0 div1 div2 div3 div4 div5 div6 div7 lg sp list listBibl table figure
    floatingText listPerson listOrg listPlace listEvent listObject person personGrp org place event object state
    terrain location birth death floruit residence occupation trait climate argument epigraph postscript titlePage
    docTitle opener closer
"""
_STANDING_ALONE = """
    p ab head l label item row bibl biblStruct biblFull byline dateline salute signed trailer titlePart docImprint
    docAuthor docDate docEdition imprimatur stage speaker quote desc figDesc note castList castItem u entry
"""
_BESIDE = """
    teiHeader standOff spanGrp span interp interpGrp fs fLib fvLib linkGrp link join joinGrp alt altGrp annotation
    listAnnotation listRelation relation certainty precision respons index ptr gap anchor milestone graphic media
    metamark addSpan delSpan damageSpan timeline listChange xenoData
"""
_STRUCTURE = frozenset(_STRUCTURAL.split())
BLOCKS = _STRUCTURE | frozenset(_STANDING_ALONE.split())
APART = frozenset(_BESIDE.split())  # what says something of the text and is none of it
_BREAKS = frozenset({"lb", "pb", "cb", "gb"})
_FORMS = ("sic", "orig", "abbr")


class PlainText:
    """What stands in the elements that hold a text."""

    def __init__(self, texts: Iterable[_Element]) -> None:
        self.left_out: Counter[str] = Counter()  # by what they are: "corr", beside another form, ...
        self._parts: list[str] = []
        self._length = 0
        self._between = ""
        self._starts: dict[_Element, int] = {}
        self._ends: dict[_Element, int] = {}
        self._waiting: list[_Element] = []  # elements before whose beginning nothing has come yet
        self._notes: list[_Element] = []
        for text in texts:
            self._walk(text, exact=keeps_space(text))
        while self._notes:
            note = self._notes.pop(0)
            self._part("\n")
            self._walk(note, exact=keeps_space(note))
        self.text = "".join(self._parts)

    def place(self, element: _Element) -> tuple[int, int] | None:
        """The span of an element in code points; one without words may end before it begins. None where it has none."""
        if element not in self._ends:
            return None
        return self._starts.get(element, self._length), self._ends[element]

    def _walk(self, element: _Element, *, exact: bool) -> None:
        name = local_name(element)
        is_block = name in BLOCKS
        if is_block:
            self._part("\n")
        self._waiting.append(element)
        if name == "g":
            self._say(sign(element), exact=True)
        else:
            self._say(element.text or "", exact=exact)
            for child in self._chosen(element):
                self._child(child, name, exact=exact)
        self._ends[element] = self._length
        if is_block:
            self._part("\n")

    def _child(self, child: _Element, parent: str, *, exact: bool) -> None:
        name = local_name(child)
        if not self._is_tei(child):
            self.left_out[f"<{name}> of another language"] += 1
        elif name in APART or name in _BREAKS or name == "fw":
            self._mark_place(child, name, exact=exact)
        elif name == "note" and parent not in _STRUCTURE and parent != "note":
            self._notes.append(child)
        else:
            said = child.get(SPACE)
            if name == "cell":
                self._part("\t")
            self._walk(child, exact=exact if said is None else said == "preserve")
        self._say(child.tail or "", exact=exact)

    def _mark_place(self, element: _Element, name: str, *, exact: bool) -> None:
        """What has a place and no words."""
        self._waiting.append(element)
        self._ends[element] = self._length
        if name == "fw":
            self.left_out["<fw> (running heads)"] += 1
        if not exact and element.get("break") != "no":
            self._part("\n" if name == "lb" else " " if name in _BREAKS else "")

    def _chosen(self, element: _Element) -> list[_Element]:
        """The children, or of several forms of the same words one."""
        name, children = local_name(element), [child for child in element if isinstance(child.tag, str)]
        if name == "choice" and children:
            forms = {local_name(child): child for child in reversed(children)}
            chosen = next((forms[form] for form in _FORMS if form in forms), children[0])
        elif name == "app" and children:
            chosen = next((child for child in children if local_name(child) == "lem"), children[0])
        elif name == "subst" and len(children) > 1:
            chosen = next((child for child in children if local_name(child) == "add"), children[0])
        else:
            return children
        for child in children:
            if child is not chosen:
                self.left_out[f"<{local_name(child)}> beside another form of the same words"] += 1
        return [chosen]

    def _is_tei(self, element: _Element) -> bool:
        tag = str(element.tag)
        return not tag.startswith("{") or tag.startswith(f"{{{NAMESPACE}}}")

    def _say(self, text: str, *, exact: bool) -> None:
        if exact:
            self._emit(text)
            return
        said = _SPACES.sub(" ", text)
        if said.startswith(" "):
            self._part(" ")
        self._emit(said.strip(" "))
        if said.endswith(" "):
            self._part(" ")

    def _part(self, between: str) -> None:
        """Have what follows parted from what came before, at least so."""
        self._between = max(self._between, between, key=_STRENGTH.index)

    def _emit(self, text: str) -> None:
        if not text:
            return
        if self._length and self._between:
            self._parts.append(self._between)
            self._length += len(self._between)
        self._between = ""
        for element in self._waiting:
            self._starts[element] = self._length
        self._waiting.clear()
        self._parts.append(text)
        self._length += len(text)
