# JDK 25 and Node, found wherever they stand, else from the machine's own package sources.

java_home() {
  local home
  for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/bin/javac)")")")" /usr/lib/jvm/*; do
    [[ -x $home/bin/javac ]] && grep -qsE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$home/release" && printf '%s' "$home" && return
  done
  return 1
}

ensure_java() {
  java_home >/dev/null && return
  offered openjdk-25-jdk-headless && step "installing JDK 25" host_install openjdk-25-jdk-headless
  java_home >/dev/null || die "JDK 25 is needed and this machine's package sources do not offer it: install one under /usr/lib/jvm or set JAVA_HOME"
}

node_fits() { command -v npm >/dev/null && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; }

ensure_node() {
  node_fits && return
  offered nodejs && step "installing Node" host_install nodejs npm
  node_fits || die "Node 20.19 or newer with npm is needed and this machine's package sources do not offer it: install it and put it on PATH"
}

offered() { apt-cache show "$1" >/dev/null 2>&1; }
