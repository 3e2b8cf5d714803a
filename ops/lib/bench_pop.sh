# Screen-pops to 2,000 desks: the engine's web server alone, so that there is no house.

bench_pop() {
  local rounds=5 slices=4 seconds=5
  [[ ${1:-} != quick ]] || rounds=1
  # A desk is an open file on either side, and the desks of both servers are one process.
  ulimit -n 65536 2>/dev/null || ulimit -n "$(ulimit -Hn)"
  (($(ulimit -n) >= 8000)) || die "2,000 desks at two servers need 8,000 open files a process; here are $(ulimit -n)"
  mkdir -p "$VAR/bench/pop"
  rm -f "$VAR/log/bench-pop.log"
  bench_alone io.voltline.bench.pop.PopBench "$rounds" "$slices" "$seconds" "$VAR/bench/pop" "$VAR/bench/pop.json" "$VAR/log/bench-pop.log" \
    "${ENGINE_JVM[@]}"
}
