# SPDX-License-Identifier: GPL-3.0-or-later
"""What the migration `steps_of_things` makes: which articles and tags each step touched. It never changes.

All of it follows from the journal, so it may be emptied and filled again at any time.
"""

from __future__ import annotations

_ARTICLE = "json_extract(coalesce({after}, {before}), '$.article')"
_END = "(SELECT article FROM annotations WHERE id = json_extract({%s}, '$.%s_annotation'))"
_OF_ANNOTATION = (
    ("article", _ARTICLE),
    ("tag", "json_extract({before}, '$.tag')"),
    ("tag", "json_extract({after}, '$.tag')"),
)
# By table: what a change of it touches, and the row of that.
_TOUCHED: dict[str, tuple[tuple[str, str], ...]] = {
    "articles": (("article", "{row}"),),
    "tags": (("tag", "{row}"),),
    "annotations": _OF_ANNOTATION,
    "memberships": (("article", _ARTICLE),),
    "rejections": (("article", _ARTICLE),),
    "verdicts": (("article", _ARTICLE), ("article", "json_extract(coalesce({after}, {before}), '$.other')")),
    # A relation belongs to the articles of the annotations that it joined before and joins after.
    "relations": tuple(
        ("article", _END % (state, end)) for state in ("before", "after") for end in ("source", "target")
    ),
}
_NEW = {"row": "NEW.row_id", "before": "NEW.before", "after": "NEW.after"}
# The journal of a rescued archive may be damaged here and there.
_STORED = {
    "row": "c.row_id",
    **{state: f"CASE WHEN json_valid(c.{state}) THEN c.{state} END" for state in ("before", "after")},
}


def _trigger(table: str) -> str:
    inserts = (
        f"""INSERT OR IGNORE INTO touched (what, row_id, action)
            SELECT '{what}', {row.format(**_NEW)}, NEW.action WHERE {row.format(**_NEW)} IS NOT NULL;"""
        for what, row in _TOUCHED[table]
    )
    return f"""CREATE TRIGGER touched_with_{table} AFTER INSERT ON changes WHEN NEW.table_name = '{table}'
        BEGIN {" ".join(inserts)} END"""


STATEMENTS = (
    """CREATE TABLE touched (
        what TEXT NOT NULL CHECK (what IN ('article', 'tag')),
        row_id INTEGER NOT NULL,
        action INTEGER NOT NULL,
        PRIMARY KEY (what, row_id, action)
    ) WITHOUT ROWID""",
    "CREATE INDEX touched_by_action ON touched (action)",
    "CREATE INDEX actions_by_person ON actions (who, id)",
    "CREATE INDEX actions_by_moment ON actions (at)",
    "CREATE INDEX actions_by_target ON actions (target) WHERE target IS NOT NULL",
    *map(_trigger, _TOUCHED),
)

# From the journal as it stands: what was touched, its row, the step. The plus keeps SQLite from
# looking up each change by its table.
SELECTS = tuple(
    f"""SELECT DISTINCT '{what}' AS what, {row.format(**_STORED)} AS row_id, c.action AS action
        FROM changes c WHERE +c.table_name = '{table}' AND {row.format(**_STORED)} IS NOT NULL"""
    for table, rows in _TOUCHED.items()
    for what, row in rows
)
FILLING = tuple(f"INSERT OR IGNORE INTO touched (what, row_id, action) {select}" for select in SELECTS)
