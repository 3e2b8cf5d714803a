#!/usr/bin/env bash
# A house through its life: up, up again, beside another, a power cut, half-written files, down.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
trial_house

sql() { "$OPS/lib/in-root" --user voltline-mariadb mariadb -S /srv/voltline/run/mariadb/mariadb.sock -N "$@"; }
kept() { sha256sum "$VAR/accounts.json" "$VAR/etc/secrets" "$VAR/tls/key.pem"; }
healthy() { "$OPS/status" --json | jq -e .healthy; }
process_of() { cut -d' ' -f1 "$VAR/run/$1.pid"; }
gone() { ! kill -0 "$@" 2>/dev/null; }
same_as() { [[ "$(kept)" == "$1" ]]; }

power_cut() {
  local pids
  mapfile -t pids < <(cut -d' ' -f1 "$VAR"/run/*.pid)
  kill -KILL "${pids[@]}"
  eventually 10 gone "${pids[@]}"
}

expect "up from nothing" "$OPS/up"
expect "status is healthy" healthy
expect "status has a line a part" says '^asterisk +up +1:22.* since 20' "$OPS/status"
expect "a second up says so" says 'up already' "$OPS/up"
expect "other ports for a running house are refused" refuses 'up with other ports' \
  env VOLTLINE_PORT_OFFSET=12500 "$OPS/up"
expect "a port taken by somebody else is named with its holder" refuses 'port [0-9]+/tcp \(.*\) is taken by .*, pid [0-9]+' \
  env VOLTLINE_HOME="$TRIAL/other" "$OPS/up"
expect "accounts are the owner's alone" test "$(stat -c %a "$VAR/accounts.json")" = 600
before="$(kept)"

sql -e 'CREATE TABLE mysql.kept (n INT); INSERT INTO mysql.kept VALUES (95598)'
expect "a power cut" power_cut
expect "status tells it" bash -c '! "$1/status"' _ "$OPS"
: >"$VAR/etc/asterisk/pjsip.conf"
mkdir "$VAR/data/mariadb.new"
# The number of a dead process, now somebody else's: it must not be taken for a part of the house.
sleep 600 &
stranger=$!
printf '%s 1\n' "$stranger" >"$VAR/run/redis.pid"
expect "up after a power cut" "$OPS/up"
expect "healthy again" healthy
expect "accounts, secrets and key are the same" same_as "$before"
expect "what was written is there" says 95598 sql -e 'SELECT n FROM mysql.kept'

kill -KILL "$(process_of redis)"
eventually 10 gone "$(process_of redis)"
asterisk="$(process_of asterisk)"
expect "up starts the one part that died" "$OPS/up"
expect "and leaves the others alone" test "$asterisk" = "$(process_of asterisk)"
expect "healthy with it" healthy

mapfile -t pids < <(cut -d' ' -f1 "$VAR"/run/*.pid)
expect "down" "$OPS/down"
expect "nothing is left running" eventually 10 gone "${pids[@]}"
expect "a stranger's process was not touched" kill -0 "$stranger"
kill "$stranger"
expect "down again is done" "$OPS/down"
expect "up with what was there" "$OPS/up"
expect "still the same accounts" same_as "$before"
expect "still the same data" says 95598 sql -e 'SELECT n FROM mysql.kept'
expect "down at the end" "$OPS/down"

"$OPS/up" --foreground >"$TRIAL/foreground.log" 2>&1 &
keeper=$!
expect "the foreground comes up" eventually 120 grep -q '^desk:' "$TRIAL/foreground.log"
redis="$(process_of redis)"
kill -KILL "$redis"
came_back() { [[ "$(process_of redis)" != "$redis" ]] && healthy; }
expect "a part that died is started again" eventually 30 came_back
kill -TERM "$keeper"
expect "a signal brings the house down" eventually 60 gone "$keeper"
expect "and nothing of it is left" test -z "$(find "$VAR/run" -name '*.pid')"
done_testing
