# How soon an agent sees the desk, in a browser that has nothing of it: no engine, no switch.

bench_paint() {
  local rounds=11 said pass
  [[ ${1:-} != quick ]] || rounds=5
  mkdir -p "$VAR"/{log,bench}
  build_desk
  said="$(node "$PROJECT/agent-softphone/bench/paint.mjs" "$LIB/chromium" "$rounds")" || die "the measurement broke off"
  sed '$d' <<<"$said"
  tail -n 1 <<<"$said" | jq . >"$VAR/bench/paint.json"
  say "scripts of the agent's page: $(jq .script "$VAR/bench/paint.json") KB compressed (target ≤ 600)"
  pass=0
  verdict paint "$(jq .median "$VAR/bench/paint.json")" s 1.5 || pass=1
  jq -e '.script <= .mostScript' "$VAR/bench/paint.json" >/dev/null || pass=1
  return "$pass"
}
