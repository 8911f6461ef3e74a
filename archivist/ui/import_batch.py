# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of files that a person imported together, though each with annotations is a job of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archivist.errors import ArchivistError

if TYPE_CHECKING:
    from archivist.model import FileReport


@dataclass(slots=True)
class ImportBatch:
    """Jobs that belong together; `tell` is called once, when the last has ended, so that no report hides another."""

    jobs: int
    tell: Callable[[ImportBatch], object]
    reports: list[FileReport] = field(default_factory=list)
    stopped: ArchivistError | None = None  # why one came to no end
    cancelled: bool = False  # one by the person
    with_annotations: bool = False
    ended: int = 0

    def end(
        self,
        reports: Iterable[FileReport] = (),
        *,
        stopped: ArchivistError | None = None,
        with_annotations: bool = False,
        cancelled: bool = False,
    ) -> None:
        """One job has ended with these reports; a single one that failed was told of then."""
        self.reports += reports
        self.stopped = self.stopped or stopped
        self.with_annotations |= with_annotations
        self.cancelled |= cancelled
        self.ended += 1
        if self.ended == self.jobs and (self.reports or self.stopped or self.cancelled):
            self.tell(self)
