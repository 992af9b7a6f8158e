#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds everything as it ships, with warnings as errors, and runs every test.
# Arguments are handed to ctest: scripts/test.sh -L reference
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$root/build/test
report=$build/junit.xml

"$root/scripts/deps.sh" --dev

rm -f "$report"
cd "$root"
cmake --preset release -B "$build"
cmake --build "$build" --parallel "$(nproc)"

status=0
ctest --test-dir "$build" -j2 --output-on-failure --no-tests=error --output-junit "$report" "$@" || status=$?
read -r passed failed < <("$root/scripts/junit-totals.sh" "$report")
echo "Tests: $passed passed, $failed failed"
exit "$status"
