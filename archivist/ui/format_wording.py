# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of formats, in the language of the interface."""

from __future__ import annotations

from archivist.ui.rewording import Rewording


class FormatWording(Rewording):
    """Titles of what is read and of what is handed over; most of them are proper names."""

    TEMPLATES = (
        # Handed over, and taken in again
        "Archivist bundle (BagIt)",
        "W3C Web Annotations (JSON-LD)",
        "CSV tables (data package)",
        "Workbook (XLSX)",
        "brat standoff",
        "UIMA CAS XMI (INCEpTION)",
        "UIMA CAS JSON (INCEpTION)",
        "REFI-QDA project",
        "REFI-QDA codebook",
        "Label Studio JSON",
        "doccano JSONL",
        "spaCy DocBin or JSONL",
        "TEI P5 with standOff",
        "STAM JSON",
        "CoNLL-U and IOB",
        "FollowTheMoney entities",
        "QualCoder project",
        "Taguette database",
        "Hypothesis (JSON)",
        "Zotero annotations (JSON)",
        "HTML reading copy",
        "Markdown",
        # Imported
        "PDF document",
        "RTF document",
        "Word document",
        "OpenDocument text",
        "EPUB book",
        "Web archive (WARC, ARC)",
        "Web archive (WACZ)",
        "ZIP file",
        "gzip file",
        "tar file",
        "Zotero RDF",
        "Feed (RSS, Atom)",
        "Feed (JSON Feed)",
        "Web page in one file (MHTML)",
        "Mailbox (mbox)",
        "Letter (EML)",
        "Export of Telegram (HTML)",
        "Saved web page",
        "Zotero and Better BibTeX JSON",
        "CSL JSON",
        "RIS",
        "JSON and JSON lines",
        "Table (CSV, TSV)",
        "Plain text",
    )
