#!/usr/bin/env bash
# Every command explains itself, and refuses what it does not know with one line.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

for command in up down status verify voltline call bench; do
  expect "$command --help explains" says . "$OPS/$command" --help
done
for command in up down status verify bench; do
  expect "$command refuses an unknown option" refuses "ops/$command: .*--nonsense" "$OPS/$command" --nonsense
done
expect "bench names what there is" refuses "no bench named 'nonsense'; there are: routing" "$OPS/bench" nonsense
expect "an offset that is no number is refused" refuses "VOLTLINE_PORT_OFFSET must be" env VOLTLINE_PORT_OFFSET=x "$OPS/up"
expect "an address that is none is refused" refuses "VOLTLINE_BIND must be" env VOLTLINE_BIND=here "$OPS/up"
expect "call without a house says what to do" refuses "run ops/up first" env VOLTLINE_HOME=/nonexistent "$OPS/call"
expect "the storm switch without a house says what to do" refuses "run ops/up first" env VOLTLINE_HOME=/nonexistent-house "$OPS/voltline" storm show
expect "status without a house fails" bash -c '! VOLTLINE_HOME=/nonexistent "$1"' _ "$OPS/status"
expect "down without a house is done" says "no house" env VOLTLINE_HOME=/nonexistent "$OPS/down"
done_testing
