# Houses of the benches' own, brought up like any other, each once for the benches that share it, one at a time, and
# down at the end.

# bench_house NAME [FURNISH]: its ports and VAR are the house's from here on. FURNISH puts in what ops/up shall find;
# a file bench.conf in it holds settings over the defaults.
bench_house() {
  local config
  RESULTS="${RESULTS:-$VAR/bench}"
  [[ $HOME_DIR != "$RESULTS/$1" ]] || return 0
  [[ $HOME_DIR != "$RESULTS/"* ]] || house_stop 5 >/dev/null
  HOME_DIR="$RESULTS/$1"
  VAR="$HOME_DIR/var"
  mkdir -p "$VAR"
  "${2:-true}"
  config="$VAR/bench.conf"
  [[ -s $config ]] || config=''
  export VOLTLINE_HOME="$HOME_DIR"
  # A house that comes up in part goes down again, too.
  trap 'house_recall; house_stop 5 >/dev/null' EXIT
  VOLTLINE_PORT_OFFSET="${VOLTLINE_BENCH_OFFSET:-9000}" VOLTLINE_CONFIG="$config" "$PROJECT/ops/up" >/dev/null ||
    die "the house of the bench did not come up"
  house_recall
}

# bench_java CLASS ARGUMENT…: one of ivr-core/bench, which finds the AMI secret in its environment.
bench_java() {
  bench_build
  # shellcheck source=/dev/null
  source "$VAR/etc/secrets"
  AMI_SECRET="$AMI_SECRET" "$(java_home)/bin/java" "${TOOL_JVM[@]}" \
    -cp "$(echo "$PROJECT"/ivr-core/bench/target/bench-*.jar):$VAR/tools/lib/*" "io.voltline.bench.$1" \
    "$PROJECT" "$HOME_DIR" "$BIND" "$OFFSET" "${@:2}"
}

bench_build() {
  (cd "$PROJECT" && JAVA_HOME="$(java_home)" ./mvnw -B -ntp -q -Dmaven.test.skip -Dspotless.check.skip -pl ivr-core/bench -am package) \
    >"$VAR/log/build-bench.log" 2>&1 || die "the bench could not be built (see $VAR/log/build-bench.log)"
}
