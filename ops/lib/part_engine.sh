engine_ports() {
  port_free HTTP tcp "$HTTP_PORT"
  port_free HTTPS tcp "$HTTPS_PORT"
  port_free FastAGI tcp "$AGI_PORT"
}

engine_start() {
  [[ -s $VAR/engine/engine.aot ]] || engine_train
  engine_spawn -XX:AOTCache=/srv/voltline/engine/engine.aot
  await engine 120 engine_healthy
}

# The first start of a build is a rehearsal: what it loads and links is kept in a cache that makes every later
# start quicker. The cache belongs to the build, so that the next house of this checkout finds it made.
engine_train() {
  local made="$VAR/log/engine/engine.aot"
  say "    rehearsing the start, once a build"
  engine_spawn -XX:AOTCacheOutput=/srv/voltline/log/engine/engine.aot
  await engine 120 engine_healthy
  halt engine 120
  [[ -s $made ]] || return 0
  install -m 644 "$made" "$PROJECT/target/engine.aot.new"
  mv "$PROJECT/target/engine.aot.new" "$PROJECT/target/engine.aot"
  install -m 644 "$made" "$VAR/engine/engine.aot"
  rm "$made"
}

# engine_spawn JVM-OPTION…
engine_spawn() {
  VOLTLINE_CONFIG=/srv/voltline/etc/voltline.conf spawn engine "$LIB/in-house" --user voltline-engine \
    "$(java_home)/bin/java" "${ENGINE_JVM[@]}" "$@" -cp "$(engine_jars)" io.voltline.engine.boot.Main serve
}

# In a fixed order: the cache holds for the very class path it was made with.
engine_jars() { printf '%s\n' "$VAR"/engine/lib/*.jar | sed 's|.*/|/srv/voltline/engine/lib/|' | paste -sd:; }

# G1, held to pauses no desk notices (audio never passes through here): with the start-up cache the engine is ready with
# a quarter less work than under ZGC, whose cache cannot hold objects.
ENGINE_JVM=(-Xms256m -Xmx512m -XX:+UseG1GC -XX:MaxGCPauseMillis=10 -XX:+UseCompactObjectHeaders
  -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8)

# Short-lived tools start fastest with the plainest collector and compiler.
TOOL_JVM=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED)

engine_healthy() { curl -fsS -o /dev/null --max-time 3 "http://$BIND:$HTTP_PORT/health/ready"; }
engine_version() { cat "$VAR/engine/version" 2>/dev/null; }
# It lets talks end by itself; the limit is for one that does not.
engine_stop() { halt engine "$1"; }
