# The life of a house as a whole.

house_running() {
  local part
  for part in $(house_parts); do running "$part" || return; done
}

any_running() {
  local part
  for part in "${PARTS[@]}"; do running "$part" && return; done
  return 1
}

# Whether a running house was brought up with the ports asked for now.
house_same() (
  offset=$OFFSET bind=$BIND
  house_recall
  [[ $OFFSET == "$offset" && $BIND == "$bind" ]]
)

# Everything short of starting: what is missing is installed, built, made; configuration is written anew.
house_prepare() {
  ! any_running || house_same || die "parts of the house are up with other ports or another address; ops/down first"
  unshare --mount true 2>/dev/null || die "this machine lets nobody make mount namespaces (a container without CAP_SYS_ADMIN?)"
  mkdir -p "$VAR"/{log,run,etc}
  ensure_host_tools
  ensure_users
  ensure_root
  build_all
  make_folders
  make_secrets
  make_accounts
  make_certificate
  render_all
  make_sounds
  make_documents
  rotate_logs
  house_remember
}

# Every port is looked at before anything starts.
house_start() {
  local part
  for part in $(house_parts); do running "$part" || "${part}_ports"; done
  for part in $(house_parts); do
    running "$part" || step "starting $part" "${part}_start"
  done
  # An engine that ran on while a neighbour was away finds it again in a moment; only then a call can be taken.
  await engine 60 engine_healthy
}

# house_stop SECONDS: the engine gets the seconds to let talks end; the rest follow in the order that loses nothing.
house_stop() {
  local part
  for part in engine asterisk redis mariadb; do
    if running "$part"; then step "stopping $part" "${part}_stop" "$1"; fi
    rm -f "$VAR/run/$part.pid"
  done
}

house_greet() {
  say "desk:     https://$BIND:$HTTPS_PORT/  (or http://localhost:$HTTP_PORT/)"
  say "accounts: $VAR/accounts.json"
}

# Stays: a part that died is started again, logs are kept small, a signal brings the house down.
house_keep() {
  local part ending=''
  trap 'ending=1' TERM INT
  while [[ -z $ending ]]; do
    for part in $(house_parts); do
      running "$part" || { warn "$part died and is started again" && "${part}_start"; }
    done
    rotate_logs
    sleep 2 &
    wait $! || true
  done
  house_lock
  house_stop 150
  say "the house is down"
}
