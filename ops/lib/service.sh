# Starting, watching and stopping one process. A pid file holds pid and start time, so that a number the
# kernel gave to somebody else in the meantime is never taken for ours.

# A process that ended but was not yet taken note of by its parent (state Z) runs no more.
started_at() { [[ -r /proc/$1/stat ]] && sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" { print $20 }'; }

# The part's pid, when it is running.
pid_of() {
  local pid='' start=''
  [[ -s $VAR/run/$1.pid ]] && read -r pid start <"$VAR/run/$1.pid"
  [[ -n $start && "$(started_at "$pid")" == "$start" ]] && printf '%s' "$pid"
}

running() { [[ -n "$(pid_of "$1")" ]]; }

# spawn PART COMMAND…: in the background, in a session of its own, output to the part's own log.
spawn() {
  local part="$1" pid
  shift
  rotate_log "$VAR/log/$part/stdout.log"
  VOLTLINE_HOME="$HOME_DIR" setsid "$@" </dev/null >>"$VAR/log/$part/stdout.log" 2>&1 9>&- &
  pid=$!
  disown
  write_file "$VAR/run/$part.pid" root root 644 <<<"$pid $(started_at "$pid")"
}

# await PART SECONDS CHECK…: until the check holds; an early end or a late start is an error naming the log.
await() {
  local part="$1" seconds="$2" end=$((SECONDS + $2))
  shift 2
  until "$@" >/dev/null 2>&1; do
    running "$part" || die "$part stopped while starting: $(last_word "$part")"
    ((SECONDS < end)) || die "$part was not ready within $seconds s (see $VAR/log/$part)"
    sleep 0.1
  done
}

last_word() {
  local line
  line="$(cat "$VAR/log/$1"/*.log 2>/dev/null | grep -iE 'error|exception|fatal|cannot|failed' | tail -n 1)"
  printf '%s (log: %s)' "${line:-no error was logged}" "$VAR/log/$1"
}

# halt PART SECONDS: asks it to end, and after the seconds makes it.
halt() {
  local pid end=$((SECONDS + $2))
  pid="$(pid_of "$1")" || return 0
  kill -TERM "$pid" 2>/dev/null || true
  while running "$1"; do
    if ((SECONDS >= end)); then
      warn "$1 did not end within $2 s and was killed"
      kill -KILL "$pid" 2>/dev/null || true
      end=$((SECONDS + 5))
    fi
    sleep 0.1
  done
  rm -f "$VAR/run/$1.pid"
}

# Each part appends to its log, so copying and emptying loses nothing of what comes later. Five old ones of 10 MB.
rotate_log() {
  local log="$1" n
  [[ -f $log ]] && (($(stat -c %s "$log") > 10485760)) || return 0
  for n in 4 3 2 1; do [[ ! -f $log.$n ]] || mv -f "$log.$n" "$log.$((n + 1))"; done
  cp -p "$log" "$log.1" && truncate -s 0 "$log"
}

rotate_logs() {
  local log
  for log in "$VAR"/log/*/stdout.log "$VAR"/log/{mariadb,redis,asterisk}/*.log "$VAR"/log/*.log; do rotate_log "$log"; done
}

# port_free NAME udp|tcp PORT: or one line with the port and its holder.
port_free() {
  local held
  held="$(ss -Hlnp "--$2" "sport = :$3")"
  [[ -n $held ]] || return 0
  [[ $held =~ \(\"([^\"]+)\",pid=([0-9]+) ]] && held="${BASH_REMATCH[1]}, pid ${BASH_REMATCH[2]}" || held='another process'
  die "port $3/$2 ($1) is taken by $held; free it or set VOLTLINE_PORT_OFFSET"
}

accepts() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
