# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of archive.db and their migrations.

A released migration never changes; a new one is added below it together with a dump of the schema
that it makes, in tests/schemas/. The schema's version is the number of migrations applied; it
stands in PRAGMA user_version, so that an older program can refuse a newer archive.
"""

from __future__ import annotations

from archivist.store import (
    duplicate_tables,
    event_tables,
    profile_tables,
    record_tables,
    restriction_tables,
    touched_tables,
)
from archivist.store.database import Database, Migrations
from archivist.store.journalled import FIRST_JOURNALLED, SAVED_SEARCHES
from archivist.store.known_schemas import description
from archivist.store.starting_log import start_log

migrations = Migrations("archivist")


@migrations()
def first_schema(db: Database) -> None:
    """Articles, revisions, originals, codebook, annotations, collections, history, index queue."""
    for statement in (*_TABLES, *_INDEXES, *_QUEUE_TRIGGERS, *_IMMUTABLE_TRIGGERS):
        db.execute(statement)
    for table, columns in FIRST_JOURNALLED.items():
        for statement in _journal_triggers(table, columns):
            db.execute(statement)
    db.execute("INSERT INTO current_action (id, action) VALUES (1, NULL)")


@migrations()
def saved_searches(db: Database) -> None:
    """Queries with the facet values that were chosen, kept under a name."""
    db.execute(
        """CREATE TABLE saved_searches (
            id INTEGER PRIMARY KEY,
            uuid TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            query TEXT NOT NULL,
            sort TEXT NOT NULL,
            chosen TEXT NOT NULL CHECK (json_valid(chosen)),
            deleted_at TEXT
        )"""
    )
    db.execute("CREATE UNIQUE INDEX saved_searches_by_name ON saved_searches (name_key) WHERE deleted_at IS NULL")
    for statement in _journal_triggers("saved_searches", SAVED_SEARCHES):
        db.execute(statement)


@migrations()
def records_and_relations(db: Database) -> None:
    """Records with their aliases, annotations linked to them, relations, suggestions that were rejected."""
    for statement in record_tables.TABLES:
        db.execute(statement)
    db.execute("ALTER TABLE annotations ADD COLUMN record INTEGER REFERENCES records(id)")
    for statement in record_tables.INDEXES:
        db.execute(statement)
    for event in ("insert", "update", "delete"):
        db.execute(f"DROP TRIGGER journal_annotations_{event}")
    for table, columns in record_tables.JOURNALLED.items():
        for statement in _journal_triggers(table, columns):
            db.execute(statement)


@migrations()
def preservation_log(db: Database) -> None:
    """What happens to what is kept, as an append-only chain that begins with what is there; how texts were read."""
    for statement in event_tables.STATEMENTS:
        db.execute(statement)
    start_log(db)


@migrations()
def duplicates(db: Database) -> None:
    """Which texts are one text, and what a person decided of that."""
    for statement in (*duplicate_tables.TABLES, *duplicate_tables.INDEXES):
        db.execute(statement)
    for table, columns in duplicate_tables.JOURNALLED.items():
        for statement in _journal_triggers(table, columns):
            db.execute(statement)


@migrations()
def profiles(db: Database) -> None:
    """How tables are to be read when they are imported, kept under a name."""
    for statement in profile_tables.TABLES:
        db.execute(statement)
    for table, columns in profile_tables.JOURNALLED.items():
        for statement in _journal_triggers(table, columns):
            db.execute(statement)


@migrations()
def restrictions(db: Database) -> None:
    """Which articles are under embargo or redacted."""
    for statement in restriction_tables.STATEMENTS:
        db.execute(statement)
    for event in ("insert", "update", "delete"):
        db.execute(f"DROP TRIGGER journal_articles_{event}")
    for statement in _journal_triggers("articles", (*FIRST_JOURNALLED["articles"], *restriction_tables.COLUMNS)):
        db.execute(statement)


@migrations()
def steps_of_things(db: Database) -> None:
    """Which articles and tags each step of the history touched, and whose steps are when."""
    for statement in (*touched_tables.STATEMENTS, *touched_tables.FILLING):
        db.execute(statement)


_TABLES = (
    # Facts about the archive itself: its identity, when it was made, who has it open.
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE originals (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        size INTEGER NOT NULL,
        stored_at TEXT NOT NULL
    )""",
    """CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        outlet TEXT NOT NULL,
        byline TEXT NOT NULL,
        section TEXT NOT NULL,
        url TEXT NOT NULL,
        published TEXT NOT NULL,
        published_first TEXT NOT NULL,
        published_last TEXT NOT NULL,
        captured TEXT NOT NULL,
        language TEXT NOT NULL,
        revision_number INTEGER NOT NULL,
        original INTEGER REFERENCES originals(id),
        part TEXT NOT NULL,
        media_type TEXT NOT NULL,
        source TEXT NOT NULL,
        reader TEXT NOT NULL,
        reader_version TEXT NOT NULL,
        encoding TEXT,
        parameters TEXT NOT NULL,
        warnings TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        deleted_at TEXT
    )""",
    """CREATE TABLE revisions (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        article INTEGER NOT NULL REFERENCES articles(id),
        number INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        body TEXT NOT NULL,
        created_at TEXT NOT NULL,
        UNIQUE (article, number)
    )""",
    """CREATE TABLE tags (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        kind TEXT NOT NULL,
        colour TEXT NOT NULL,
        shortcut TEXT NOT NULL,
        parent INTEGER REFERENCES tags(id),
        description TEXT NOT NULL,
        position INTEGER NOT NULL,
        deleted_at TEXT
    )""",
    """CREATE TABLE annotations (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        article INTEGER NOT NULL REFERENCES articles(id),
        revision INTEGER NOT NULL REFERENCES revisions(id),
        span_start INTEGER NOT NULL CHECK (span_start >= 0),
        span_end INTEGER NOT NULL CHECK (span_end > span_start),
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        tag INTEGER NOT NULL REFERENCES tags(id),
        note TEXT NOT NULL,
        attributes TEXT NOT NULL CHECK (json_valid(attributes)),
        status TEXT NOT NULL CHECK (status IN ('anchored', 'review')),
        created_by TEXT NOT NULL,
        created_at TEXT NOT NULL,
        modified_at TEXT NOT NULL,
        deleted_at TEXT
    )""",
    """CREATE TABLE collections (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        deleted_at TEXT
    )""",
    """CREATE TABLE memberships (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES articles(id),
        collection INTEGER NOT NULL REFERENCES collections(id),
        UNIQUE (article, collection)
    )""",
    # The history. An action is a person's step ('do') or the undoing or redoing of one (`target`);
    # only a 'do' has a state. It is append-only but for that state.
    """CREATE TABLE actions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        type TEXT NOT NULL CHECK (type IN ('do', 'undo', 'redo')),
        target INTEGER REFERENCES actions(id),
        state TEXT CHECK (state IN ('done', 'undone', 'abandoned'))
    )""",
    """CREATE TABLE changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        action INTEGER NOT NULL REFERENCES actions(id),
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        before TEXT,
        after TEXT
    )""",
    # Which action the open transaction belongs to. NULL between transactions, which makes the
    # journal refuse (changes.action is NOT NULL) any change that did not come through the door.
    """CREATE TABLE current_action (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        action INTEGER REFERENCES actions(id)
    )""",
    # What the search index has still to read: one line an article, renumbered at each change.
    """CREATE TABLE index_queue (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL UNIQUE REFERENCES articles(id)
    )""",
)

_INDEXES = (
    "CREATE INDEX articles_by_date ON articles (published_first, id) WHERE deleted_at IS NULL",
    "CREATE INDEX articles_by_title ON articles (title_key, id) WHERE deleted_at IS NULL",
    "CREATE INDEX articles_by_outlet ON articles (outlet, id) WHERE deleted_at IS NULL",
    "CREATE INDEX articles_by_language ON articles (language, id) WHERE deleted_at IS NULL",
    "CREATE INDEX articles_by_import ON articles (imported_at, id) WHERE deleted_at IS NULL",
    "CREATE UNIQUE INDEX articles_by_original ON articles (original, part)",
    "CREATE INDEX annotations_by_article ON annotations (article, span_start) WHERE deleted_at IS NULL",
    "CREATE INDEX annotations_deleted ON annotations (article) WHERE deleted_at IS NOT NULL",
    "CREATE INDEX annotations_by_tag ON annotations (tag, article) WHERE deleted_at IS NULL",
    "CREATE INDEX annotations_with_note ON annotations (article) WHERE deleted_at IS NULL AND note <> ''",
    "CREATE INDEX memberships_by_collection ON memberships (collection, article)",
    "CREATE UNIQUE INDEX tags_by_name ON tags (name_key) WHERE deleted_at IS NULL",
    "CREATE UNIQUE INDEX tags_by_shortcut ON tags (shortcut) WHERE deleted_at IS NULL AND shortcut <> ''",
    "CREATE UNIQUE INDEX collections_by_name ON collections (name_key) WHERE deleted_at IS NULL",
    "CREATE INDEX actions_by_state ON actions (state, id) WHERE state IS NOT NULL",
    "CREATE INDEX changes_by_action ON changes (action)",
    "CREATE INDEX changes_by_row ON changes (table_name, row_id)",
)


def _queued(article: str) -> str:
    # Deleted and inserted anew, so that the article's line gets the newest number.
    return f"""DELETE FROM index_queue WHERE article = {article};
               INSERT INTO index_queue (article) VALUES ({article});"""


_QUEUE_TRIGGERS = (
    f"""CREATE TRIGGER queue_new_article AFTER INSERT ON articles
        BEGIN {_queued("NEW.id")} END""",
    f"""CREATE TRIGGER queue_changed_article
        AFTER UPDATE OF title, language, revision_number, deleted_at ON articles
        BEGIN {_queued("NEW.id")} END""",
    f"""CREATE TRIGGER queue_new_note AFTER INSERT ON annotations WHEN NEW.note <> ''
        BEGIN {_queued("NEW.article")} END""",
    f"""CREATE TRIGGER queue_changed_note AFTER UPDATE OF note, deleted_at ON annotations
        WHEN OLD.note <> NEW.note OR (OLD.deleted_at IS NOT NEW.deleted_at AND NEW.note <> '')
        BEGIN {_queued("NEW.article")} END""",
)

_IMMUTABLE_TRIGGERS = (
    """CREATE TRIGGER revisions_stay BEFORE UPDATE ON revisions
        BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END""",
    """CREATE TRIGGER originals_stay BEFORE UPDATE ON originals
        BEGIN SELECT RAISE(ABORT, 'an original never changes'); END""",
    """CREATE TRIGGER changes_stay BEFORE UPDATE ON changes
        BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END""",
)


def _journal_triggers(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    def as_json(row: str) -> str:
        return "json_object(" + ", ".join(f"'{column}', {row}.{column}" for column in columns) + ")"

    def trigger(event: str, row: str, before: str, after: str) -> str:
        return f"""CREATE TRIGGER journal_{table}_{event.lower()} AFTER {event} ON {table} BEGIN
            INSERT INTO changes (action, table_name, row_id, before, after)
            VALUES ((SELECT action FROM current_action), '{table}', {row}.id, {before}, {after}); END"""

    return (
        trigger("INSERT", "NEW", "NULL", as_json("NEW")),
        trigger("UPDATE", "NEW", as_json("OLD"), as_json("NEW")),
        trigger("DELETE", "OLD", as_json("OLD"), "NULL"),
    )


def expected(version: int, known: Migrations = migrations) -> frozenset[tuple[str, str]]:
    """The description of a database of this version."""
    db = Database(memory=True)
    pending = known.pending(db)
    known.apply(db, stop_before=[pending[version].name] if version < len(pending) else None)
    found = description(db)
    db.close()
    return found


def known_version(known: Migrations = migrations) -> int:
    """The version of the schema that this program writes."""
    db = Database(memory=True)
    number = len(known.pending(db))
    db.close()
    return number
