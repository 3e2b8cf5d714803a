redis_ports() { port_free Redis tcp "$REDIS_PORT"; }

redis_start() {
  spawn redis "$LIB/in-root" --user voltline-redis redis-server /srv/voltline/etc/redis.conf
  await redis 60 redis_healthy
}

# Answers PING only when its data is loaded.
redis_healthy() {
  local line
  (
    exec 3<>"/dev/tcp/127.0.0.1/$REDIS_PORT"
    printf 'AUTH %s\r\nPING\r\nQUIT\r\n' "$(sed -n 's/^REDIS_PASSWORD=//p' "$VAR/etc/secrets")" >&3
    while read -r -t 2 line <&3; do [[ $line == +PONG* ]] && exit 0; done
    exit 1
  ) 2>/dev/null
}

redis_version() { root_version redis-server; }
redis_stop() { halt redis 30; }
