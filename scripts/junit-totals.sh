#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Prints "<passed> <failed>" for a JUnit report of ctest or GoogleTest. Whatever was not run counts as failed,
# and so does a report that is missing or empty.
set -euo pipefail

report=${1:?usage: junit-totals.sh REPORT}
if [[ ! -s $report ]]; then
  echo "0 1"
  exit 0
fi
# The first element carries the totals; its attributes may be spread over several lines.
tr '\n\t' '  ' <"$report" | awk '
  function attribute(name,    text) {
    text = head
    if (!match(text, "[ ]" name "=\"[0-9]+\"")) return 0
    text = substr(text, RSTART, RLENGTH)
    gsub(/[^0-9]/, "", text)
    return text + 0
  }
  {
    if (!match($0, /<testsuites?[ ][^>]*>/)) { print "0 1"; exit }
    head = substr($0, RSTART, RLENGTH)
    total = attribute("tests")
    passed = total - attribute("failures") - attribute("errors") - attribute("skipped") - attribute("disabled")
    if (total == 0) print "0 1"; else print passed, total - passed
  }'
