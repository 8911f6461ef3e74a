# SPDX-License-Identifier: GPL-3.0-or-later
"""Records without articles: registries loaded from tables and FollowTheMoney, and written as tables."""

from archivist.exchange.registry.loading import load_registry
from archivist.exchange.registry.report import Loaded, RegistryLine, RegistryReport
from archivist.exchange.registry.writing import write_record, write_registry_csv

__all__ = ["Loaded", "RegistryLine", "RegistryReport", "load_registry", "write_record", "write_registry_csv"]
