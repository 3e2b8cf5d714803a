# FastAGI alone: the bench plays the switch, so that there is no house.

bench_agi() {
  local rounds=5 seconds=5
  [[ ${1:-} != quick ]] || rounds=1
  # A session is an open file on either side.
  ulimit -n 65536 2>/dev/null || ulimit -n "$(ulimit -Hn)"
  (($(ulimit -n) >= 12000)) || die "5,000 sessions need 12,000 open files a process; here are $(ulimit -n)"
  # A peer that turns thousands away writes a line for each; the last run's are enough.
  rm -f "$VAR/log/bench-agi.log"
  bench_alone io.voltline.bench.agi.AgiBench "$rounds" "$seconds" "$VAR/bench/agi.json" "$VAR/log/bench-agi.log" "${ENGINE_JVM[@]}"
}
