# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process has imported when it has started, and what it need not have."""

from __future__ import annotations

import subprocess
import sys

# Modules, and packages with all that is in them, that a window needs only for what few people do at once.
NOT_IN_A_FIRST_WINDOW = (
    "archivist.agreement",
    "archivist.cli",
    "archivist.exchange",
    "archivist.intake",
    "archivist.language.dictionary_form",
    "archivist.language.name_index",
    "archivist.language.units",
    "archivist.language.word_diff",
    "archivist.model.backups",
    "archivist.model.claims",
    "archivist.model.events",
    "archivist.model.exports",
    "archivist.model.imports",
    "archivist.model.readings",
    "archivist.model.records",
    "archivist.model.relations",
    "archivist.model.suggestions",
    "archivist.search",
    "archivist.store.backing_up",
    "archivist.store.record_names",
    "archivist.store.records",
    "archivist.store.revisions",
    "archivist.store.schema",
    "archivist.store.span_map",
    "archivist.structure",
    "archivist.suggest",
    "archivist.ui.command_palette",
    "archivist.ui.concordance.table",
    "archivist.ui.dialogs",
    "archivist.ui.folders",
    "archivist.ui.history.table",
    "archivist.ui.inspector.annotation_page",
    "archivist.ui.questions.duplicates",
    "archivist.ui.reader.filter_bar",
    "archivist.ui.records.page",
    "archivist.ui.revisions",
    "archivist.ui.tagging.codebook_dialog",
    "click",
    "difflib",
    "html",
    "lxml",
    "multiprocessing",
    "numpy",
    "pymorphy3",
    "regex",
    "sqlite_utils",
)

# Of these, what a window needs that shows an article and knows whether an import was left unfinished.
IN_A_WINDOW_WITH_AN_ARTICLE = ("archivist.intake", "archivist.intake.import_notes", "archivist.structure")

# The same of a command that asks for nothing, such as for the version.
NOT_IN_A_FIRST_COMMAND = (
    "PySide6",
    "archivist.agreement",
    "archivist.exchange",
    "archivist.intake.pipeline",
    "archivist.search",
    "archivist.suggest",
    "lxml",
    "numpy",
    "pymorphy3",
    "regex",
    "sqlite_utils",
)


def modules_after(statement: str) -> list[str]:
    """The modules that a fresh process has loaded after a statement."""
    loaded = f"{statement}; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True, text=True)
    return done.stdout.split()


def among(modules: list[str], names: tuple[str, ...]) -> list[str]:
    """Those of the modules that have one of these names, or are in a package of one."""
    return [each for each in modules if each in names or each.startswith(tuple(f"{name}." for name in names))]
