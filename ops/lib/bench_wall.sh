# The supervisors' wall in the browser, before a floor of pretend agents: no engine, no switch.

bench_wall() {
  local rounds=5 seconds=20 said
  [[ ${1:-} != quick ]] || rounds=3
  mkdir -p "$VAR"/{log,bench}
  build_desk
  said="$(node "$PROJECT/agent-softphone/bench/wall.mjs" "$LIB/chromium" "$rounds" "$seconds")" || die "the measurement broke off"
  sed '$d' <<<"$said"
  tail -n 1 <<<"$said" | jq . >"$VAR/bench/wall.json"
  verdict wall "$(jq .median "$VAR/bench/wall.json")" '% of a core' 20
}
