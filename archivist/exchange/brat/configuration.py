# SPDX-License-Identifier: GPL-3.0-or-later
"""What a collection of brat defines: annotation.conf with its types, visual.conf with their labels and colours.

brat.nlplab.org/configuration.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from archivist.exchange import carried
from archivist.exchange.brat.names import name_of, type_name
from archivist.exchange.items import ReadTag
from archivist.model import Kind, Tag

ANNOTATION_CONF = "annotation.conf"
VISUAL_CONF = "visual.conf"
_OURS = "#archivist-tag "
_SECTION = re.compile(r"\[([^\]]*)\]")
_COLOUR = re.compile(r"bgColor\s*:\s*(#[0-9A-Fa-f]{6})\b")
_RULE = re.compile(r"-+")  # a line between groups
_KINDS = {"entities": "", "spans": "", "events": str(Kind.EVENT)}
_NO_LABEL = re.compile(r"[|\s]+")


@dataclass(slots=True)
class Configuration:
    """The types that a collection defines, by the names that their annotations carry."""

    tags: dict[str, ReadTag] = field(default_factory=dict)
    _above: list[tuple[int, str]] = field(default_factory=list)  # types above the line with their indents

    def add_annotation_conf(self, text: str) -> None:
        """Take in the types of an annotation.conf. What is known is left as it is."""
        section = ""
        attributes: list[tuple[str, str]] = []
        for row in text.removeprefix("\ufeff").splitlines():
            if row.startswith(_OURS):
                self._add_ours(row.removeprefix(_OURS))
                continue
            if not row.strip() or row.lstrip().startswith("#") or _RULE.fullmatch(row.strip()):
                continue
            found = _SECTION.fullmatch(row.strip())
            if found:
                section, self._above = found.group(1).strip().lower(), []
            elif section in _KINDS:
                self._add(row, section)
            elif section == "attributes":
                name, _, rest = row.strip().partition("\t" if "\t" in row.strip() else " ")
                attributes.append((name.lstrip("!"), rest))
        self._describe(attributes)

    def add_visual_conf(self, text: str) -> None:
        """Take in the names and colours of a visual.conf, for types that are known."""
        section = ""
        for row in text.removeprefix("\ufeff").splitlines():
            found = _SECTION.fullmatch(row.strip())
            if found:
                section = found.group(1).strip().lower()
            elif section == "labels" and "|" in row:
                type_, name = (part.strip() for part in row.split("|")[:2])
                self._name(name_of(type_), name)
            elif section == "drawing":
                self._colour(row)

    def _add(self, row: str, section: str) -> None:
        written, _, rest = row.strip().partition("\t" if "\t" in row.strip() else " ")
        if written.startswith("<"):  # a macro
            return
        label = name_of(written.lstrip("!").partition("|")[0])  # "Methylation|GO:0006479" names it elsewhere, too
        indent = len(row) - len(row.lstrip())
        while self._above and self._above[-1][0] >= indent:
            self._above.pop()
        parent = self._above[-1][1] if self._above else ""
        self._above.append((indent, label))
        roles = ", ".join(re.findall(r"([^\s,:]+?)[?*+]?(?:\{[^}]*\})?:", rest)) if section == "events" else ""
        tag = ReadTag(label, kind=_KINDS[section], parent=parent, description=f"Roles: {roles}" if roles else "")
        self.tags.setdefault(label, tag)

    def _add_ours(self, written: str) -> None:
        try:
            tag = carried.read_tag(carried.fields_of(written))
        except ValueError:
            return  # the types below say what there is
        self.tags[tag.label] = tag

    def _describe(self, attributes: Iterable[tuple[str, str]]) -> None:
        """Say in the description of tags that are not ours which attributes they may have."""
        for name, rest in attributes:
            values = rest.partition("Value:")[2].split(",")[0].strip()
            told = f"{name} ({values.replace('|', ', ')})" if values else name
            whose = set(re.split(r"[\s|,:]+", rest.partition("Value:")[0]))
            for label, tag in self.tags.items():
                anyone = "<EVENT>" if tag.kind == Kind.EVENT else "<ENTITY>"
                if not tag.id and whose & {label, anyone, "<ANY>"}:
                    described = f"{tag.description}; attribute {told}" if tag.description else f"Attribute {told}"
                    self.tags[label] = replace(tag, description=described)

    def _name(self, label: str, name: str) -> None:
        # brat's own practice is to begin with the full form; a collection that only shortens names has none to give.
        tag = self.tags.get(label)
        if tag is not None and not tag.name and len(name) >= len(label):
            self.tags[label] = replace(tag, name=name)

    def _colour(self, row: str) -> None:
        written, _, rest = row.strip().partition("\t" if "\t" in row.strip() else " ")
        label, colour = name_of(written), _COLOUR.search(rest)
        tag = self.tags.get(label)
        if colour and tag is not None and not tag.colour:
            self.tags[label] = replace(tag, colour=colour.group(1).lower())


def annotation_conf(tags: Iterable[Tag], relations: Iterable[str], attributes: dict[str, set[str]]) -> str:
    """The annotation.conf of a codebook, of types of relations, and of attributes with their values ("" for a flag)."""
    tags = list(tags)
    names = carried.names_of(tags)
    lines = ["# What this collection holds, for brat. Lines that begin with #archivist are for Archivist.", ""]
    lines += [_OURS + carried.line(carried.tag_json(tag, names)) for tag in tags]
    lines += ["", "[entities]", *_tree(tags, names, "", 0), "", "[relations]"]
    lines += ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"]
    lines += [f"{type_name(type_)}\tArg1:<ENTITY>, Arg2:<ENTITY>" for type_ in sorted(set(relations))]
    lines += ["", "[events]", "", "[attributes]"]
    for name, values in sorted(attributes.items()):
        named = "|".join(sorted(values - {""}))
        lines.append(f"{name}\tArg:<ENTITY>" + (f", Value:{named}" if named else ""))
    return "\n".join(lines) + "\n"


def _tree(tags: list[Tag], names: Mapping[str, str], parent: str, depth: int) -> Iterator[str]:
    for tag in tags:
        if names.get(tag.parent or "", "") == parent:
            yield "\t" * depth + type_name(tag.name)
            yield from _tree(tags, names, tag.name, depth + 1)


def visual_conf(tags: Iterable[Tag], relations: Iterable[str]) -> str:
    """The visual.conf of a codebook and of types of relations."""
    tags = list(tags)
    named = [*(tag.name for tag in tags), *sorted(set(relations))]
    lines = ["[labels]"]
    lines += [f"{type_name(name)} | {_NO_LABEL.sub(' ', name).strip()}" for name in named if type_name(name) != name]
    lines += ["", "[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken"]
    lines += ["ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5"]
    lines += [f"{type_name(tag.name)}\tbgColor:{tag.colour}" for tag in tags if tag.colour]
    return "\n".join(lines) + "\n"
