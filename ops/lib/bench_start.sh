# Engine start to first sign-in, in a house that has nothing else to do.

bench_start() {
  local rounds=5 target=2.0 n figures='' median
  [[ ${1:-} != quick ]] || rounds=3
  bench_house house
  printf '%-6s %-12s %s\n' round 'ready (s)' 'signed in (s)'
  for ((n = 1; n <= rounds; n++)); do
    engine_stop 30
    bench_start_once
    printf '%-6s %-12s %s\n' "$n" "$READY" "$SIGNED_IN"
    figures+="$READY $SIGNED_IN"$'\n'
  done
  median="$(awk '{ print $2 }' <<<"${figures%$'\n'}" | sort -n | sed -n "$(((rounds + 1) / 2))p")"
  jq -Rn --argjson median "$median" --argjson target "$target" \
    '{bench: "start", unit: "s", median: $median, target: $target, pass: ($median <= $target),
      rounds: [inputs | split(" ") | {ready: (.[0] | tonumber), signedIn: (.[1] | tonumber)}]}' \
    <<<"${figures%$'\n'}" >"$RESULTS/start.json"
  verdict start "$median" s "$target"
}

# Sets READY and SIGNED_IN: seconds from the start of the process.
bench_start_once() {
  local began sign_in
  sign_in="$(jq -c '.[0] | {agentNo, password}' "$VAR/accounts.json")"
  began=$EPOCHREALTIME
  engine_spawn -XX:AOTCache=/srv/voltline/engine/engine.aot
  # A pause between looks: asking without one takes a core from what is measured.
  until engine_healthy 2>/dev/null; do sleep 0.02 && running engine || die "the engine stopped: $(last_word engine)"; done
  READY="$(hundredths_since "$began")"
  until curl -fsS -o /dev/null --max-time 3 -H 'Content-Type: application/json' -d "$sign_in" \
    "http://$BIND:$HTTP_PORT/api/v1/sessions" 2>/dev/null; do sleep 0.02 && running engine || die "the engine stopped"; done
  SIGNED_IN="$(hundredths_since "$began")"
}

hundredths_since() {
  local hundredths=$(((${EPOCHREALTIME/./} - ${1/./}) / 10000))
  printf '%d.%02d' $((hundredths / 100)) $((hundredths % 100))
}

# verdict NAME FIGURE UNIT MOST: the last line; succeeds when the target is met.
verdict() {
  local word=SHORT
  awk -v a="$2" -v b="$4" 'BEGIN { exit !(a <= b) }' && word=PASS
  printf '%s: %s %s (target ≤ %s %s) %s\n' "$1" "$2" "$3" "$4" "$3" "$word"
  [[ $word == PASS ]]
}
