# Queue to ring and to screen-pop, in turns with AMI Originate at the same phone; in a house that has nothing else to do.

bench_ring() {
  local rounds=20
  [[ ${1:-} != quick ]] || rounds=5
  bench_house
  (cd "$PROJECT" && JAVA_HOME="$(java_home)" ./mvnw -B -ntp -q -Dmaven.test.skip -Dspotless.check.skip -pl ivr-core/bench -am package) \
    >"$VAR/log/build-bench.log" 2>&1 || die "the bench could not be built (see $VAR/log/build-bench.log)"
  # shellcheck source=/dev/null
  source "$VAR/etc/secrets"
  AMI_SECRET="$AMI_SECRET" "$(java_home)/bin/java" "${TOOL_JVM[@]}" \
    -cp "$(echo "$PROJECT"/ivr-core/bench/target/bench-*.jar):$VAR/tools/lib/*" io.voltline.bench.RingBench \
    "$PROJECT" "$HOME_DIR" "$BIND" "$OFFSET" "$rounds" "$RESULTS/ring.json"
}
