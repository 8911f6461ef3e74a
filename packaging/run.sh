#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Open the desktop on a copy of the sample archive; where there is no display, do the main job without a window.
set -eu
cd "$(dirname "$0")/.."
mkdir -p build

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    sample=build/sample
    [ -d "$sample" ] || .venv/bin/python -c 'import pathlib, sys; from archivist.sample import make_sample_archive
make_sample_archive(pathlib.Path(sys.argv[1]))' "$sample"
    exec .venv/bin/archivist --archive "$sample"
fi

echo "No display: doing the main job without a window."
rm -rf build/run
export QT_QPA_PLATFORM=offscreen
exec .venv/bin/archivist selftest --keep build/run
