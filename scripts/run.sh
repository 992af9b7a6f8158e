#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds Ketascope, and shows ketamine by four routes: in the window when there
# is a display, otherwise as a table, a picture and a CSV file.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$root/build/release
scenario=$root/models/examples/four-routes.toml
out=$root/out

"$root/scripts/deps.sh"

if [[ ! -f $build/build.ninja ]]; then
  echo "Configuring and building in $build; the first time takes some minutes."
fi
mkdir -p "$build"
if ! cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DKETASCOPE_TESTS=OFF \
  >"$build/configure.log" 2>&1; then
  cat "$build/configure.log" >&2
  exit 1
fi
cmake --build "$build" --parallel "$(nproc)"

# Whether a display server listens where the environment says. Displays that are not on this machine
# (such as localhost:10.0 of ssh -X) cannot be seen from outside and count as present.
display_present() {
  if [[ -n ${WAYLAND_DISPLAY:-} ]]; then
    local socket=$WAYLAND_DISPLAY
    [[ $socket == /* ]] || socket=${XDG_RUNTIME_DIR:-/nonexistent}/$socket
    [[ -S $socket ]] && return 0
  fi
  if [[ -n ${DISPLAY:-} ]]; then
    [[ $DISPLAY =~ ^(unix)?:([0-9]+) ]] || return 0
    [[ -S /tmp/.X11-unix/X${BASH_REMATCH[2]} ]] && return 0
    grep -q "@/tmp/.X11-unix/X${BASH_REMATCH[2]}\$" /proc/net/unix 2>/dev/null && return 0
  fi
  return 1
}

if display_present; then
  echo "Opening the window on $scenario"
  started=$SECONDS
  status=0
  "$build/bin/ketascope-gui" "$scenario" || status=$?
  # A display that cannot be opened ends the program with a signal at once.
  if ((status < 128 || SECONDS - started > 10)); then
    exit "$status"
  fi
  echo "The window could not be opened; writing a picture instead."
fi

mkdir -p "$out"
"$build/bin/ketascope" compare "$scenario" --plot "$out/four-routes.png" --out "$out/four-routes.csv"
echo
echo "Picture: $out/four-routes.png"
echo "Data:    $out/four-routes.csv"
