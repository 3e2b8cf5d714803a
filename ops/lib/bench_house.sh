# A house of the benches' own, brought up like any other, once for all of them, and down at the end.

bench_house() {
  [[ -z ${RESULTS:-} ]] || return 0
  RESULTS="$VAR/bench"
  HOME_DIR="$RESULTS/house"
  mkdir -p "$HOME_DIR"
  VOLTLINE_HOME="$HOME_DIR" VOLTLINE_PORT_OFFSET="${VOLTLINE_BENCH_OFFSET:-9000}" "$PROJECT/ops/up" >/dev/null
  VAR="$HOME_DIR/var"
  house_recall
  trap 'house_stop 5 >/dev/null' EXIT
}
