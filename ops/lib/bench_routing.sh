# Routing alone, in virtual time: no house, no switch.

# Decisions a second, beside a naive router, in turns.
bench_routing() {
  local rounds=5 seconds=8
  [[ ${1:-} != quick ]] || { rounds=3 && seconds=3; }
  bench_alone io.voltline.bench.speed.SpeedBench "$rounds" "$seconds" "$VAR/bench/routing.json"
}

# Waits beside those of a pooled centre, and of longest-wait-first before the same callers.
bench_quality-of-routing() {
  local rounds=5 calls=1000000
  [[ ${1:-} != quick ]] || calls=200000
  bench_alone io.voltline.bench.quality.QualityBench "$rounds" "$calls" "$VAR/bench/quality-of-routing.json"
}

# bench_alone CLASS ARGUMENT…: a bench that needs nothing but Java.
bench_alone() {
  mkdir -p "$VAR"/{log,bench}
  bench_build
  "$(java_home)/bin/java" -Xmx4g -cp "$(echo "$PROJECT"/ivr-core/bench/target/bench-*.jar):$PROJECT/ivr-core/bench/target/lib/*" "$@"
}
