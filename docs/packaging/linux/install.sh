#!/bin/sh
# Bidfolio for one user, without an administrator: ./install.sh, and ./install.sh --remove. Workspaces are never touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
place=$data/bidfolio-program

rm -rf "$place"
rm -f "$bin/bidfolio" "$bin/bidfolio-window" "$data/applications/bidfolio.desktop" "$data/mime/packages/bidfolio.xml"
rm -f "$data"/icons/hicolor/*/apps/bidfolio.png
if [ "${1:-}" != --remove ]; then
    mkdir -p "$place" "$bin" "$data"
    cp -a "$here/bidfolio/." "$place/"
    cp -a "$here/share/." "$data/"
    sed -i "s|^Exec=bidfolio-window|Exec=\"$place/bidfolio-window\"|" "$data/applications/bidfolio.desktop"
    ln -s "$place/bidfolio" "$bin/bidfolio"
    ln -s "$place/bidfolio-window" "$bin/bidfolio-window"
    echo "Installed in $place. Start it from the menu, or with $bin/bidfolio."
fi
if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
