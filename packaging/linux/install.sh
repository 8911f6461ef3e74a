#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# install.sh PREFIX [PROGRAM]: put the desktop entry, the AppStream metadata and the icon under PREFIX/share.
# PREFIX is /usr or a package's root, or ~/.local for one person. PROGRAM is the absolute path of the command that
# the entry starts, if it is not the `archivist` of the PATH.
set -eu
prefix=${1:?PREFIX is missing: install.sh PREFIX [PROGRAM]}
program=${2:-archivist}
here=$(cd "$(dirname "$0")" && pwd)
name=org.archivist.Archivist

install -D -m 644 "$here/../../resources/icons/archivist.svg" "$prefix/share/icons/hicolor/scalable/apps/$name.svg"
install -D -m 644 "$here/$name.metainfo.xml" "$prefix/share/metainfo/$name.metainfo.xml"
install -d "$prefix/share/applications"
# A path with a space in it has to be quoted in an entry.
case $program in */*) program="\"$program\"" ;; esac
sed "s|^Exec=archivist|Exec=$program|" "$here/$name.desktop" >"$prefix/share/applications/$name.desktop"
chmod 644 "$prefix/share/applications/$name.desktop"
echo "Installed $prefix/share/applications/$name.desktop with its icon and metadata"
