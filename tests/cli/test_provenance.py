# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from archivist.model import EventType
from archivist.store import Archive
from tests.cli.conftest import FLOOD, Run

Json = Callable[..., Any]


def test_provenance_tells_the_original_the_dates_the_reader_and_every_event(
    flood: Path, run: Run, run_json: Json
) -> None:
    run("import", flood, "--published", "2024-03")
    (article,) = run_json("list")["articles"]
    value = run_json("provenance", article["id"][:8])
    raw = FLOOD.encode()
    assert value["original"] == {
        "sha256": hashlib.sha256(raw).hexdigest(),
        "media_type": "text/plain",
        "size": len(raw),
        "source": str(flood),
    }
    assert value["dates"].keys() == {"captured", "imported", "published"}
    assert value["dates"]["published"] == "2024-03"
    (revision,) = value["revisions"]
    assert (revision["number"], revision["current"], revision["reader"]) == (1, True, "text")
    (event,) = value["events"]
    assert (event["type"], event["object"], event["outcome"]) == ("ingestion", article["id"], "success")
    printed = run("provenance", article["id"]).stdout
    for told in (value["original"]["sha256"], str(flood), "published: 2024-03", "ingestion", event["hash"]):
        assert told in printed


def test_verify_is_written_to_the_log(flood: Path, run: Run, run_json: Json, tmp_path: Path) -> None:
    run("import", flood)
    run("verify")
    with Archive.open(tmp_path / "coverage") as archive:
        event = archive.events.last(EventType.FIXITY_CHECK)
        assert event is not None
        assert (event.outcome, event.detail["problems"]) == ("success", 0)
        result = run("verify")  # another has the archive open
    assert "not in the archive's log" in result.stderr
