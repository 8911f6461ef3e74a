# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.ui import dialogs
from tests.started_modules import among, modules_after


def test_every_dialog_is_found_by_its_name() -> None:
    assert [getattr(dialogs, name).__name__ for name in dialogs.__all__] == dialogs.__all__
    with pytest.raises(AttributeError, match="NoDialog"):
        dialogs.NoDialog  # noqa: B018 - asking for it is the test


def test_a_dialog_brings_no_reader_or_writer_that_it_does_not_show() -> None:
    loaded = modules_after("from archivist.ui.dialogs import BackupDialog, RescueDialog, ProvenanceDialog, AboutDialog")
    assert among(loaded, ("archivist.exchange", "archivist.intake", "archivist.search")) == []
