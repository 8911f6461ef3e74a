# SPDX-License-Identifier: GPL-3.0-or-later
"""What the migration `restrictions` makes: which articles may not be handed over. It never changes."""

from __future__ import annotations

COLUMNS = ("restriction", "restricted_until", "restriction_reason")

STATEMENTS = (
    """ALTER TABLE articles ADD COLUMN restriction TEXT NOT NULL DEFAULT ''
        CHECK (restriction IN ('', 'embargo', 'redacted'))""",
    # The last day of an embargo, yyyy-mm-dd; '' for one without an end.
    "ALTER TABLE articles ADD COLUMN restricted_until TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE articles ADD COLUMN restriction_reason TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX articles_restricted ON articles (id) WHERE restriction <> ''",
)
