# SPDX-License-Identifier: GPL-3.0-or-later
"""RTF documents, in the code pages of their fonts and in Unicode.

The text is the one with all changes accepted; comments, hidden text, headers and footers are no
part of it. The day on which a document was made is taken for the day of capture.
"""

from __future__ import annotations

from pathlib import Path

from archivist import __version__
from archivist.errors import NoTextFound
from archivist.intake.documents.properties import Properties, document_draft
from archivist.intake.documents.rtf_body import RtfBody
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.model import ArticleDraft, Provenance

_EXTENSIONS = (".rtf",)
_SIGNATURES = (b"{\\rtf", b"{\\urtf")
_HEAD = 64  # bytes


def read_rtf(raw: bytes, path: Path, _options: ImportOptions) -> list[ArticleDraft]:
    """The article of a document. Raises NoTextFound."""
    body = RtfBody()
    blocks = body.read(raw)
    if not blocks:
        raise NoTextFound(path)
    info = body.info
    properties = Properties(info.get("title", ""), info.get("author", ""), info.get("creatim", ""))
    provenance = Provenance(source_name(path), RTF.name, __version__, None, properties.parameters())
    return [document_draft(blocks, properties, provenance, _warnings(body))]


def _warnings(body: RtfBody) -> list[str]:
    told = {
        "The end of the file is missing.": body.is_cut_off,
        f"{body.replaced} characters could not be read and are shown as \ufffd.": body.replaced,
        "The document has tracked changes; the text is the one with all of them accepted.": body.changed,
        f"The document has comments ({body.comments}), which are not in the text.": body.comments,
        "The document has hidden text, which was left out.": body.hidden,
    }
    return [sentence for sentence, holds in told.items() if holds]


def _sniff(raw: bytes, _path: Path) -> bool:
    return raw[:_HEAD].lstrip(b"\xef\xbb\xbf\x00 \t\r\n").startswith(_SIGNATURES)


RTF = Reader("rtf", "RTF document", _EXTENSIONS, "application/rtf", _sniff, read_rtf)
