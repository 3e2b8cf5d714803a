engine_ports() {
  port_free HTTP tcp "$HTTP_PORT"
  port_free HTTPS tcp "$HTTPS_PORT"
  port_free FastAGI tcp "$AGI_PORT"
}

engine_start() {
  engine_spawn
  await engine 60 engine_healthy
}

engine_spawn() {
  VOLTLINE_CONFIG=/srv/voltline/etc/voltline.conf spawn engine "$LIB/in-house" --user voltline-engine \
    "$(java_home)/bin/java" "${ENGINE_JVM[@]}" -cp '/srv/voltline/engine/lib/*' io.voltline.engine.boot.Main serve
}

# A heap that suits one centre, and a collector whose pauses no caller hears.
ENGINE_JVM=(-Xms256m -Xmx512m -XX:+UseZGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError
  --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8)

# Short-lived tools start fastest with the plainest collector and compiler.
TOOL_JVM=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED)

engine_healthy() { curl -fsS -o /dev/null --max-time 3 "http://$BIND:$HTTP_PORT/health/ready"; }
engine_version() { cat "$VAR/engine/version" 2>/dev/null; }
# It lets talks end by itself; the limit is for one that does not.
engine_stop() { halt engine "$1"; }
