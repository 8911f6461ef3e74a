# SPDX-License-Identifier: GPL-3.0-or-later
"""provenance."""

from __future__ import annotations

import json

import click

from archivist.cli import shapes
from archivist.cli.printing import print_json, say
from archivist.cli.root import TEXT, Place, json_option, pass_place


@click.command()
@click.argument("article", type=TEXT)
@json_option
@pass_place
def provenance(place: Place, article: str, as_json: bool) -> None:
    """Print where ARTICLE comes from, how each of its texts was made, and all that happened to it."""
    with place.read() as archive:
        found = archive.articles.find(article)
        value = shapes.proven(
            found,
            archive.articles.provenance(found.id).source,
            archive.events.revisions(found.id),
            archive.events.of_article(found.id),
        )
    if as_json:
        print_json(value)
        return
    _print(value)


def _print(value: shapes.Json) -> None:
    say(f"id: {value['id']}\ntitle: {value['title']}")
    original = value["original"]
    if original:
        say(f"original: sha256 {original['sha256']}, {original['media_type']}, {original['size']} bytes")
        say(f"source: {original['source']}")
    for name in ("captured", "imported", "published"):
        say(f"{name}: {value['dates'][name] or 'not known'}")
    for revision in value["revisions"]:
        reader = f"{revision['reader']} {revision['reader_version']}".strip() or "not known"
        told = [
            f"read by {reader}",
            revision["encoding"] and f"in {revision['encoding']}",
            _pairs(revision["parameters"]),
        ]
        current = " (current)" if revision["current"] else ""
        say(f"revision {revision['number']}{current}: {', '.join(filter(None, told))}")
        say(f"    made {revision['created_at']}, sha256 {revision['sha256']}, id {revision['id']}")
    for event in value["events"]:
        who = f" by {event['who']}" if event["who"] else ""
        say(f"event {event['number']}: {event['at']}  {event['type']}, {event['outcome']}{who} with {event['agent']}")
        say(f"    {_pairs(event['detail'])}")
        say(f"    hash {event['hash']}")


def _pairs(values: shapes.Json) -> str:
    return ", ".join(
        f"{name}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for name, value in values.items()
        if value not in ("", None)
    )
