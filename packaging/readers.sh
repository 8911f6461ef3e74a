#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Make .venv-readers: programs of others that open what we export. Only tests use them, and from outside.
set -eu
cd "$(dirname "$0")/.."
readers=.venv-readers
wanted=$(cat packaging/readers-constraints.txt packaging/readers.sh | sha256sum | cut -d' ' -f1)

if [ "$(cat "$readers/installed" 2>/dev/null || true)" != "$wanted" ]; then
    echo "Installing the readers of others into $readers; the first time this takes some minutes ..."
    .venv/bin/python -m venv --clear "$readers"
    pip="$readers/bin/python -m pip install --quiet --constraint packaging/readers-constraints.txt"
    $pip pip
    $pip --build-constraint packaging/readers-constraints.txt --group readers
    printf '%s' "$wanted" >"$readers/installed"
fi
# doccano cannot live with the others, and takes two minutes and 470 MB: only who asks for it gets it.
if [ "${1:-}" = doccano ]; then
    .venv/bin/python -m venv --clear "$readers-doccano"
    "$readers-doccano/bin/python" -m pip install --quiet --no-deps --requirement packaging/readers-doccano.txt
fi
# jing checks TEI; it is Debian's and needs Java.
if ! command -v jing >/dev/null; then
    install="apt-get install --yes --no-install-recommends -qq jing default-jre-headless"
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq || true
        DEBIAN_FRONTEND=noninteractive $install >/dev/null
    else
        echo "jing is missing, which checks TEI: sudo $install" >&2
    fi
fi
