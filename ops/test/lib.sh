# Words of the ops tests: each test file sources this and says what it expects.

PROJECT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
OPS="$PROJECT/ops"
FAILED=0
TRIAL=''

# A house of the test's own, beside whatever runs here; taken down and removed at the end.
trial_house() {
  TRIAL="$(mktemp -d)"
  export VOLTLINE_HOME="$TRIAL" VOLTLINE_PORT_OFFSET=12000
  export VAR="$TRIAL/var"
  trap '"$OPS/down" --now >/dev/null 2>&1; rm -rf "$TRIAL"' EXIT
}

# expect WHAT COMMAND…: the command must succeed.
expect() {
  local what="$1" output
  shift
  if output="$("$@" 2>&1)"; then
    printf '  ok      %s\n' "$what"
  else
    printf '  FAILED  %s\n' "$what"
    tail -n 15 <<<"$output" | sed 's/^/          /'
    FAILED=$((FAILED + 1))
  fi
}

# says PATTERN COMMAND…: the command succeeds and prints the pattern.
says() {
  local pattern="$1" output
  shift
  output="$("$@" 2>&1)" || { printf '%s\n' "$output" && return 1; }
  grep -qE "$pattern" <<<"$output" || { printf 'no %s in: %s\n' "$pattern" "$output" && return 1; }
}

# refuses PATTERN COMMAND…: the command fails with one clear line on stderr that holds the pattern.
refuses() {
  local pattern="$1" errors
  shift
  if errors="$("$@" 2>&1 >/dev/null)"; then echo "it succeeded" && return 1; fi
  [[ $(wc -l <<<"$errors") == 1 && $errors =~ $pattern ]] || { printf 'it said: %s\n' "$errors" && return 1; }
}

# eventually SECONDS COMMAND…: until it succeeds.
eventually() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || { echo "not within the time" && return 1; }
    sleep 0.2
  done
}

done_testing() { exit $((FAILED > 0)); }
