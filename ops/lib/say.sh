# Words to the operator: progress on stdout, one clear error line on stderr.

ME="ops/$(basename "$0")"

# Nothing ends without a word, not even by a mistake in these scripts.
set -E
trap 'warn "failed at ${BASH_SOURCE[0]##*/}:$LINENO: $BASH_COMMAND"' ERR

say() { printf '%s\n' "$*"; }

warn() { printf '%s: %s\n' "$ME" "$*" >&2; }

die() {
  warn "$*"
  exit 1
}

# A wrong command line: the error, the way to the help, exit 2.
usage_error() {
  warn "$* (see $ME --help)"
  exit 2
}

# step WHAT COMMAND…: runs the command and says what is done and how long it took.
step() {
  local what="$1" began=$EPOCHREALTIME
  shift
  printf '  %s …\n' "$what"
  "$@"
  printf '  %s: %s s\n' "$what" "$(seconds_since "$began")"
}

# Seconds, with one decimal, since a value of EPOCHREALTIME.
seconds_since() {
  local tenths=$(((${EPOCHREALTIME/./} - ${1/./}) / 100000))
  printf '%d.%d' $((tenths / 10)) $((tenths % 10))
}

# The comment block under the first line of a command is its help.
help_of() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$1"; }

need_root() { ((EUID == 0)) || die "needs root: it installs packages and gives every service a user of its own"; }
