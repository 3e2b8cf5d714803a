# Where a house stands and which ports it has. Sourced by every command.

PROJECT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
HOME_DIR="$(realpath -m "${VOLTLINE_HOME:-$PROJECT}")"
VAR="$HOME_DIR/var"
ROOT="${VOLTLINE_ROOT:-/var/lib/voltline/root}"
PARTS=(mariadb redis asterisk engine)

# The parts of this house; an outside database or Redis is not ours to start.
house_parts() {
  for part in "${PARTS[@]}"; do
    [[ $part == mariadb && -n ${VOLTLINE_DB_URL:-} ]] && continue
    [[ $part == redis && -n ${VOLTLINE_REDIS_URL:-} ]] && continue
    printf '%s\n' "$part"
  done
}

# Sets every port from the environment; the contract's numbers plus the offset.
house_ports() {
  OFFSET="${VOLTLINE_PORT_OFFSET:-0}"
  BIND="${VOLTLINE_BIND:-127.0.0.1}"
  [[ $OFFSET =~ ^[0-9]{1,5}$ ]] || die "VOLTLINE_PORT_OFFSET must be a whole number from 0 to 53000, not '$OFFSET'"
  ((OFFSET = 10#$OFFSET, OFFSET <= 53000)) || die "VOLTLINE_PORT_OFFSET must be at most 53000, not $OFFSET"
  [[ $BIND =~ ^[0-9]{1,3}(\.[0-9]{1,3}){3}$ ]] || die "VOLTLINE_BIND must be an IPv4 address, not '$BIND'"
  SIP_PORT=$((5060 + OFFSET))
  SIPS_PORT=$((5061 + OFFSET))
  HTTP_PORT=$((8080 + OFFSET))
  HTTPS_PORT=$((8443 + OFFSET))
  AGI_PORT=$((4573 + OFFSET))
  AMI_PORT=$((5038 + OFFSET))
  ASTERISK_HTTP_PORT=$((8088 + OFFSET))
  MARIADB_PORT=$((3307 + OFFSET))
  REDIS_PORT=$((6380 + OFFSET))
  RTP_START=$((10000 + OFFSET))
  RTP_END=$((11999 + OFFSET))
  UDPTL_START=$((4000 + OFFSET))
  UDPTL_END=$((4499 + OFFSET))
}

# Commands beside ops/up speak of the house as it was last brought up, whatever their environment.
house_recall() {
  if [[ -s $VAR/etc/house.env ]]; then
    # shellcheck source=/dev/null
    source "$VAR/etc/house.env"
  fi
  house_ports
}

house_remember() {
  write_file "$VAR/etc/house.env" root root 644 <<END
VOLTLINE_PORT_OFFSET=$OFFSET
VOLTLINE_BIND=$BIND
VOLTLINE_DB_URL='${VOLTLINE_DB_URL:-}'
VOLTLINE_REDIS_URL='${VOLTLINE_REDIS_URL:-}'
END
}

# One ops/up or ops/down at a time on a house. Descriptor 9 is closed in what is started.
house_lock() {
  mkdir -p "$VAR/run"
  exec 9>"$VAR/run/lock"
  flock -n 9 && return
  say "waiting for another ops command on this house"
  flock -w 900 9 || die "another ops command has held this house for 15 minutes ($VAR/run/lock)"
}

# write_file PATH OWNER GROUP MODE <content: whole or not at all, also across a power cut.
write_file() {
  local tmp="$1.new"
  (umask 077 && cat >"$tmp")
  chown "$2:$3" "$tmp"
  chmod "$4" "$tmp"
  sync "$tmp"
  mv -f "$tmp" "$1"
}
