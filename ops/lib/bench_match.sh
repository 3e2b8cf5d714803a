# An agent's talk ends → the agent's phone rings again, with callers always waiting: Voltline's engine and Asterisk's own
# app_queue in turns on the same switch, with the same phones and callers. One measurement tells two figures.

bench_match() { match_measured "${1:-}" && match_verdict match; }
bench_productivity() { match_measured "${1:-}" && match_verdict productivity; }

# Measures once, however many of the figures are asked for.
match_measured() {
  [[ -z ${MATCH_MEASURED:-} ]] || return 0
  bench_house match match_furnish
  match_queues
  bench_java MatchBench "${1:-full}" "$RESULTS" || die "the measurement broke off"
  MATCH_MEASURED=1
}

match_verdict() {
  jq -r .verdict "$RESULTS/$1.json"
  jq -e .pass "$RESULTS/$1.json" >/dev/null
}

# As many agents as the largest size asks for and phones nobody sits at, for the floor; no after-call work, and a flow
# that leads straight into the queue.
MATCH_SIZES=(10 200 400)
MATCH_AGENTS=({4001..4404})

match_furnish() {
  local no
  ensure_users
  [[ -s $VAR/accounts.json ]] || for no in "${MATCH_AGENTS[@]}"; do account "$no" 测试座席 agent sip '{"general":5}'; done |
    jq -s . | write_file "$VAR/accounts.json" voltline-engine voltline-engine 600
  install -d "$VAR/match"
  cat >"$VAR/match/main.json" <<'END'
{ "version": 1, "start": "agent", "goneRound": "agent",
  "nodes": { "agent": { "type": "queue", "queue": "general", "skill": "general", "priority": 0 } } }
END
  cat >"$VAR/bench.conf" <<'END'
voltline.routing.wrap-up = 0s
voltline.routing.most-waiting = 10000
voltline.routing.most-resting = 1000
voltline.paths.flows = "/srv/voltline/match"
END
}

# app_queue at its best: several callers are served at once, the shortest pause it takes, the agent who rested longest
# first, and recorded while two are joined, as the engine does.
match_queues() {
  local size etc="$VAR/etc/asterisk"
  for size in "${MATCH_SIZES[@]}"; do
    printf '\n[match%d]\nstrategy = leastrecent\nautofill = yes\nringinuse = no\nretry = 1\ntimeout = 15\nwrapuptime = 0\nmonitor-format = raw\n' "$size"
    printf 'member => PJSIP/%d\n' "${MATCH_AGENTS[@]:0:size}"
  done >>"$etc/queues.conf"
  printf '\n[from-trunk](+)\n' >>"$etc/extensions.conf"
  for size in "${MATCH_SIZES[@]}"; do
    printf 'exten => match%d,1,Answer()\n same => n,Set(MONITOR_OPTIONS=D)\n same => n,Queue(match%d)\n same => n,Hangup()\n' "$size" "$size"
  done >>"$etc/extensions.conf"
  # A house's two thousand ports serve a thousand channels; here are twice as many at once.
  sed -i "s/^rtpend = .*/rtpend = $((RTP_START + 5999))/" "$etc/rtp.conf"
  asterisk_console 'module reload res_rtp_asterisk.so' >/dev/null
  asterisk_console 'dialplan reload' >/dev/null
  asterisk_console 'queue reload all' >/dev/null
}
