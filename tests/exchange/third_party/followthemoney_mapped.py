# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities as followthemoney makes them of its own tables of companies (SQLite) and experts (CSV)."""

import json
import os
import sys
from pathlib import Path

import yaml
from followthemoney import model

folder = Path(sys.argv[1])
os.environ["FTM_TEST_DATABASE_URI"] = f"sqlite:///{folder / 'kek.sqlite'}"
EXPERTS = {
    "csv_url": (folder / "experts.csv").as_uri(),
    "entities": {
        "expert": {
            "schema": "Person",
            "keys": ["name"],
            "properties": {"name": {"column": "name"}, "position": {"column": "professional_title"}},
        },
        "group": {"schema": "PublicBody", "keys": ["group_code"], "properties": {"name": {"column": "group_name"}}},
        "membership": {
            "schema": "Membership",
            "keys": ["name", "group_code"],
            "properties": {
                "member": {"entity": "expert", "required": True},
                "organization": {"entity": "group", "required": True},
                "role": {"column": "membership_status"},
            },
        },
    },
}
found = {}
for query in (yaml.safe_load((folder / "kek.yml").read_text(encoding="utf-8")), EXPERTS):
    for proxy in model.map_entities(query):
        found[proxy.id] = found[proxy.id].merge(proxy) if proxy.id in found else proxy
for proxy in found.values():
    sys.stdout.write(json.dumps(proxy.to_dict()) + "\n")
