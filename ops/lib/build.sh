# The engine, the test kit and the desk: built when their sources changed, then copied into the house.

build_all() {
  # Two houses of one checkout do not build at once.
  exec 7<"$PROJECT/pom.xml"
  flock 7
  build_engine_when_changed
  build_when_changed desk "$PROJECT/agent-softphone" "$PROJECT/ivr-core/engine/src/main/resources/openapi.yaml" -- build_desk
  install_build
  exec 7<&-
}

build_engine_when_changed() {
  build_when_changed engine "$PROJECT"/{pom.xml,.mvn,ivr-core/{pom.xml,domain,engine,testkit},ops/lib/part_engine.sh} -- build_engine
}

engine_classpath() { printf '%s' "$PROJECT/ivr-core/engine/target/lib/*:$(echo "$PROJECT"/ivr-core/engine/target/engine-*.jar)"; }

# Hash of the content of files and folders, but for what builds leave behind.
hash_of() {
  find "$@" \( -name target -o -name node_modules -o -name dist -o -name '*.gen.ts' -o -path '*/src/test' \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
}

# build_when_changed NAME SOURCE… -- COMMAND: leaves the hash of what was built in target/NAME.stamp.
build_when_changed() {
  local name="$1" sources=() hash stamp="$PROJECT/target/$1.stamp"
  shift
  while [[ $1 != -- ]]; do sources+=("$1") && shift; done
  hash="$(hash_of "${sources[@]}")"
  [[ -s $stamp && $(<"$stamp") == "$hash" ]] && return
  mkdir -p "$PROJECT/target"
  rm -f "$stamp"
  step "building the $name" "$2"
  printf '%s\n' "$hash" >"$stamp"
}

build_engine() {
  local home
  # A library that was upgraded would stay beside the new one.
  rm -rf "$PROJECT/target/engine.aot" "$PROJECT"/ivr-core/{engine,testkit}/target/lib
  ensure_java
  home="$(java_home)"
  (cd "$PROJECT" && JAVA_HOME="$home" ./mvnw -B -ntp -Dmaven.test.skip -Dspotless.check.skip -pl ivr-core/engine,ivr-core/testkit -am package) \
    >"$VAR/log/build.log" 2>&1 || die "the engine could not be built: $(build_error) (see $VAR/log/build.log)"
}

build_desk() {
  ensure_node
  (cd "$PROJECT/agent-softphone" && npm ci --no-audit --no-fund && npm run build) >"$VAR/log/build-desk.log" 2>&1 ||
    die "the desk could not be built (see $VAR/log/build-desk.log)"
}

# The first error that names a file, else the first at all.
build_error() {
  grep -m 1 -E '^\[(ERROR|WARNING)\] /.*\.java' "$VAR/log/build.log" || grep -m 1 ERROR "$VAR/log/build.log" || tail -n 1 "$VAR/log/build.log"
}

# A running engine keeps the files it was started with.
install_build() {
  local engine="$PROJECT/ivr-core/engine/target" tools="$PROJECT/ivr-core/testkit/target"
  running engine && return
  mkdir -p "$VAR"/{engine,tools}
  replace_folder "$VAR/tools/lib" "$tools"/lib/*.jar "$tools"/testkit-*.jar
  replace_folder "$VAR/engine/lib" "$engine"/lib/*.jar "$engine"/engine-*.jar
  # The start-up cache knows a jar by size and time; the build's own time would differ by house.
  touch -d 2026-01-01 "$VAR"/engine/lib/*.jar
  rm -f "$VAR/engine/engine.aot"
  [[ ! -s $PROJECT/target/engine.aot ]] || cp "$PROJECT/target/engine.aot" "$VAR/engine/engine.aot"
  replace_folder "$VAR/engine/desk" "$PROJECT"/agent-softphone/dist/*
  replace_folder "$VAR/engine/flows" "$PROJECT"/dialplans/ivr/*
  replace_folder "$VAR/engine/sounds" "$PROJECT/sounds/manifest.json"
  sed -n 's/^  <version>\(.*\)<\/version>/\1/p' "$PROJECT/pom.xml" | write_file "$VAR/engine/version" root root 644
}

# replace_folder TARGET FILE…: holds these and nothing from before.
replace_folder() {
  local target="$1"
  shift
  rm -rf "$target.new" "$target"
  mkdir "$target.new"
  cp -r "$@" "$target.new"
  mv "$target.new" "$target"
}
