# SPDX-License-Identifier: GPL-3.0-or-later
"""All that lies in the CAS files of others, as dkpro-cassis reads them: `{file: [[type, start, end, words], ...]}`.

The first argument is a folder; then come a type system, and names of files in the folder.
"""

import json
import sys
import warnings
from pathlib import Path

from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem

warnings.simplefilter("ignore")


def main(folder: Path, types_file: Path, names: list[str]) -> None:
    types = load_typesystem(types_file.read_bytes().decode())
    found = {}
    for name in names:
        with (folder / name).open("rb") as file:
            is_json = name.endswith(".json")
            cas = load_cas_from_json(file) if is_json else load_cas_from_xmi(file, typesystem=types, lenient=True)
        found[name] = [
            [mark.type.name, mark.begin, mark.end, mark.get_covered_text() if view.sofa.sofaString else ""]
            for view in cas.views
            for mark in cas.get_view(view.sofa.sofaID).select_all()
            if hasattr(mark, "begin") and mark.begin is not None
        ]
    sys.stdout.write(json.dumps(found))


main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
