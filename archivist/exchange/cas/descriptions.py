# SPDX-License-Identifier: GPL-3.0-or-later
"""What a CAS says of a text besides what is marked in it: DKPro's metadata, and our own fields among it."""

from __future__ import annotations

from collections.abc import Sequence

from archivist.exchange.cas.own_layer import ARTICLE_FIELDS, COLLECTION_FIELD, REPLACED_FIELD, restored
from archivist.exchange.cas.structures import Cas, Sofa, Structure
from archivist.exchange.cas.type_system import DOCUMENT_ANNOTATION, META_FIELD
from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.items import Problem, ReadDocument, Unit

_FIRST_VIEW = "_InitialView"
_LANGUAGE_LETTERS = 2


def described(cas: Cas, sofa: Sofa, inside: Sequence[Structure], file: str, name: str) -> ReadDocument:
    """A text and what is said of it, still without annotations; `name` is for one that has none.

    A title that only repeats the name of a file is none. Where our own fields are, they alone count:
    INCEpTION puts the name of the file into the others.
    """
    pairs = _pairs(inside)
    fields = {key: value for key, value in pairs if key in (*ARTICLE_FIELDS, REPLACED_FIELD)}
    is_ours = is_uuid(fields.get("article", ""))
    foreign = sorted({key for key, _ in pairs if not is_ours or (key not in fields and key != COLLECTION_FIELD)})
    problems = [Problem(file, f"Left out, as they are fields of another program: {', '.join(foreign)}.")]
    text, problem = _text(sofa)
    if problem:
        problems.append(Problem(file, problem))
    meta = _metadata(cas, inside)
    id_, title = meta.get("documentId", "").strip(), meta.get("documentTitle", "").strip()
    view = "" if sofa.name in (_FIRST_VIEW, "") else f" ({sofa.name})"
    uri, language = meta.get("documentUri", "") or sofa.uri, meta.get("language", "")
    found = ReadDocument(
        (id_ or name) + view,
        text,
        unit=Unit.UTF16,
        title=title if title != id_ else "",
        url=uri if uri.startswith(("http://", "https://")) else "",
        language=language.lower() if len(language) == _LANGUAGE_LETTERS else "",
        problems=tuple(problems if foreign else problems[1:]),
    )
    return _ours(found, fields, tuple(value for key, value in pairs if key == COLLECTION_FIELD)) if is_ours else found


def _ours(found: ReadDocument, fields: dict[str, str], collections: tuple[str, ...]) -> ReadDocument:
    return ReadDocument(
        found.name,
        restored(found.text, fields.get(REPLACED_FIELD, "")) if found.text is not None else None,
        problems=found.problems,
        unit=found.unit,
        id=fields["article"],
        title=fields.get("title", ""),
        outlet=fields.get("outlet", ""),
        byline=fields.get("byline", ""),
        section=fields.get("section", ""),
        url=fields.get("url", ""),
        published=fields.get("published", ""),
        captured=fields.get("captured", ""),
        language=fields.get("language", ""),
        collections=collections,
    )


def _pairs(inside: Sequence[Structure]) -> list[tuple[str, str]]:
    fields = [structure.features for structure in inside if structure.type == META_FIELD]
    return [(str(features.get("key", "")), str(features.get("value", ""))) for features in fields]


def _text(sofa: Sofa) -> tuple[str | None, str]:
    """The text of a sofa, and what is wrong with it."""
    if sofa.text is not None or sofa.data is None or not sofa.media_type.startswith("text"):
        return sofa.text, ""
    try:
        return sofa.data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return None, "Its text is given as bytes that are no UTF-8."


def _metadata(cas: Cas, inside: Sequence[Structure]) -> dict[str, str]:
    for structure in inside:
        if cas.types.is_a(structure.type, DOCUMENT_ANNOTATION):
            return {name: value for name, value in structure.features.items() if isinstance(value, str)}
    return {}
