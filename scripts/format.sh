#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Formats every C++ source that is or will be tracked; with --check, only says what would change and fails if anything would.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
mapfile -d '' sources < <(git -c safe.directory="$PWD" ls-files -z --cached --others --exclude-standard -- '*.cpp' '*.hpp')
((${#sources[@]} > 0)) || { echo "no sources found"; exit 1; }
echo "${#sources[@]} files"

case ${1:-} in
  --check) clang-format-16 --dry-run -Werror "${sources[@]}" ;;
  "") clang-format-16 -i "${sources[@]}" ;;
  *) echo "usage: scripts/format.sh [--check]" >&2; exit 2 ;;
esac
