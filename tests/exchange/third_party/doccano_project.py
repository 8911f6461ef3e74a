# SPDX-License-Identifier: GPL-3.0-or-later
"""What doccano itself has in its database after it has imported JSON Lines into a relation project of its own.

With a second path, doccano exports the project again to there.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

import backend

home = tempfile.mkdtemp()
os.environ.update(
    DOCCANO_HOME=home,
    DATABASE_URL=f"sqlite:///{home}/doccano.sqlite3",
    DJANGO_SETTINGS_MODULE="config.settings.production",
    SECRET_KEY="of a database that is thrown away",  # noqa: S106
)
os.chdir(home)
sys.path.insert(0, str(Path(backend.__file__).parent))

import django  # noqa: E402

sys.stdout, stdout = sys.stderr, sys.stdout
django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402

call_command("migrate", verbosity=0, skip_checks=True)

from data_export.models import ExportedExample  # noqa: E402
from data_export.pipeline.dataset import Dataset  # noqa: E402
from data_export.pipeline.factories import create_comment, create_formatter, create_labels  # noqa: E402
from data_export.pipeline.services import ExportApplicationService  # noqa: E402
from data_export.pipeline.writers import JsonlWriter  # noqa: E402
from data_import.datasets import load_dataset  # noqa: E402
from data_import.pipeline.catalog import create_file_format  # noqa: E402
from data_import.pipeline.readers import FileName  # noqa: E402
from examples.models import Example  # noqa: E402
from labels.models import Span  # noqa: E402
from projects.models import ProjectType, SequenceLabelingProject  # noqa: E402

given = Path(sys.argv[1])
user = get_user_model().objects.create(username="reader")
project = SequenceLabelingProject.objects.create(
    name="export",
    project_type=ProjectType.SEQUENCE_LABELING,
    created_by=user,
    allow_overlapping=True,
    use_relation=True,
)
name = FileName(full_path=str(given), generated_name=given.name, upload_name=given.name)
dataset = load_dataset("RelationExtraction", create_file_format("JSONL"), [name], project)
dataset.save(user)
assert not dataset.errors, dataset.errors

spans = Span.objects.filter(example__project=project).select_related("example", "label")
annotations = [
    (span.example.meta["archivist"]["article"], span.start_offset, span.end_offset, covered, span.label.text)
    for span in spans
    for covered in [span.example.text[span.start_offset : span.end_offset]]
]
if len(sys.argv) > 2:
    examples = ExportedExample.objects.filter(project=project)
    exported = Dataset(examples, create_labels(project, examples), create_comment(examples), project.is_text_project)
    service = ExportApplicationService(exported, create_formatter(project, "JSONL"), JsonlWriter())
    service.export(sys.argv[2])
stdout.write(json.dumps({"articles": Example.objects.filter(project=project).count(), "annotations": annotations}))
