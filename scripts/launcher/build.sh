# Building what is stale, and running what was built.
# shellcheck shell=bash

PRODUCT=$ROOT/server/target/quarkus-app/quarkus-run.jar
LIBRARIES=$ROOT/server/target/quarkus-app/lib/main
BUILT=$WORK/built
LOCK=$WORK/lock

# Prints one checksum over the names and contents of the files below the given paths of the clone.
content_hash() {
  cd "$ROOT" || exit 1
  existing_inputs "$@"
  find "${inputs[@]}" "${NO_INPUTS[@]}" -o -type f -exec cksum {} + | LC_ALL=C sort | cksum
}

SERVER_INPUTS=(pom.xml server/pom.xml server/src/main examples/shop/semantic.yaml)
WEB_INPUTS=(web)
NO_INPUTS=('(' -name node_modules -o -name dist -o -name test-results -o -name '.*.sw?' ')' -prune)

existing_inputs() {
  local input
  inputs=()
  for input in "$@"; do
    [ -e "$input" ] && inputs+=("$input")
  done
  [ "${#inputs[@]}" -gt 0 ] || die "$ROOT holds no sources; clone it again"
}

# Quick: true when nothing was touched since the last build.
is_fresh() {
  [ -f "$PRODUCT" ] && [ -f "$BUILT" ] || return 1
  local newer
  newer=$(
    cd "$ROOT" || exit 1
    existing_inputs "${SERVER_INPUTS[@]}" "${WEB_INPUTS[@]}"
    find "${inputs[@]}" "${NO_INPUTS[@]}" -o -newer "$BUILT" -print | head -n 1
  ) || true
  [ -z "$newer" ]
}

build_when_stale() {
  if ! is_fresh; then
    take_lock
    is_fresh || build
    release_lock
  fi
  aot_cache_file
  if [ ! "$AOT_CACHE" -nt "$PRODUCT" ]; then
    take_lock
    [ "$AOT_CACHE" -nt "$PRODUCT" ] || train
    release_lock
  fi
}

# A touched file whose content is what was built needs no build.
build() {
  local hash
  mkdir -p "$WORK"
  touch "$WORK/started"
  hash=$(content_hash "${SERVER_INPUTS[@]}" "${WEB_INPUTS[@]}")
  if [ ! -f "$PRODUCT" ] || [ "$hash" != "$(cat "$BUILT" 2>/dev/null)" ]; then
    build_web
    build_server
  fi
  mark_built "$hash"
}

# The mark is as old as the start of the build, so that an edit made meanwhile makes the product stale.
mark_built() {
  printf '%s\n' "$1" >"$BUILT"
  touch -r "$WORK/started" "$BUILT"
}

build_web() {
  local hash
  [ -f "$ROOT/web/package.json" ] || die "web/package.json is missing: this clone is not whole; clone it again"
  hash=$(content_hash "${WEB_INPUTS[@]}")
  if [ -f "$ROOT/web/dist/index.html" ] && [ "$hash" = "$(cat "$WORK/built-web" 2>/dev/null)" ]; then
    return 0
  fi
  install_web_packages
  phase "building the web client" "$WORK/web.log" npm --prefix "$ROOT/web" run build || exit 1
  printf '%s\n' "$hash" >"$WORK/built-web"
}

install_web_packages() {
  local lock=$ROOT/web/package-lock.json installed=$ROOT/web/node_modules/.installed-lock
  find_node
  cmp -s "$lock" "$installed" && return 0
  phase "fetching the web client's packages" "$WORK/npm.log" \
    npm --prefix "$ROOT/web" ci --no-audit --no-fund || exit 1
  cp "$lock" "$installed"
}

build_server() {
  find_maven
  forget_old_classes
  phase "building the server" "$WORK/server.log" maven -pl server -Dmaven.test.skip=true package || exit 1
}

maven() { "$MAVEN" -B -ntp -q -f "$ROOT/pom.xml" "$@"; }

# Maven keeps resources that are gone from the sources. PostgreSQL's grammar is compiled into the
# classes only where its generated resources are missing too.
forget_old_classes() {
  rm -rf "$ROOT/server/target/classes" "$ROOT/server/target/generated-resources"
}

# Sets AOT_CACHE: a cache fits one build of one JDK.
aot_cache_file() {
  local jdk=unknown
  if [ -r "$JAVA_HOME/release" ]; then
    jdk=$(cksum <"$JAVA_HOME/release")
  fi
  AOT_CACHE=$ROOT/server/target/alidade-${jdk%% *}.aot
}

# What the drivers would unpack at every start is unpacked once. Without it they do, nothing else.
unpack_libraries() {
  phase "unpacking the engines" "$WORK/unpack.log" \
    "$JAVA_HOME/bin/java" "$ROOT/scripts/launcher/UnpackLibraries.java" "$LIBRARIES" || true
}

# A short real run records what to load at once the next time. Without it the product starts slower, nothing else.
train() {
  local options=() option
  unpack_libraries
  while IFS= read -r option; do options+=("$option"); done <<EOF
$(java_options)
EOF
  if phase "preparing a fast start (once a build)" "$WORK/train.log" training_run "${options[@]}"; then
    mv "$AOT_CACHE.new" "$AOT_CACHE"
    return 0
  fi
  say "going on without the fast start"
  : >"$AOT_CACHE"
}

training_run() {
  local state status=0
  state=$(mktemp -d)
  rm -f "$AOT_CACHE.new"
  ALIDADE_STATE=$state bounded 60 first_run "$@" || true
  ALIDADE_STATE=$state bounded 120 "$JAVA_HOME/bin/java" "$@" "-XX:AOTCacheOutput=$AOT_CACHE.new" -jar "$PRODUCT" train || status=$?
  rm -rf "$state"
  [ "$status" -eq 0 ] && [ -s "$AOT_CACHE.new" ]
}

# Makes our database and the sample: what only the first start of all does is no part of later ones.
first_run() {
  printf '{"jsonrpc": "2.0", "id": %s}\n' \
    '1, "method": "initialize", "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "build", "version": "1"}}' \
    '2, "method": "tools/call", "params": {"name": "list_sources", "arguments": {}}' |
    "$JAVA_HOME/bin/java" "$@" -jar "$PRODUCT" mcp
}

run_product() {
  local options=() option
  while IFS= read -r option; do options+=("$option"); done <<EOF
$(java_options)
EOF
  add_terminal_options
  # What others start it by: `mcp install` writes this down.
  options+=("-Dalidade.launcher=$ROOT/alidade")
  if [ -s "$AOT_CACHE" ]; then
    options+=("-XX:AOTCache=$AOT_CACHE")
  fi
  if [ "${1:-}" = mcp ]; then
    # One agent's server lives for a session: the second compiler takes more of it than it gives back.
    options+=(-XX:TieredStopAtLevel=1)
  elif has_few_cores; then
    # The compilers take half of a start, beside the only other thread that has work.
    options+=(-XX:CompileThresholdScaling=2)
  fi
  limit_arenas
  # Left unquoted: several options stand in one variable.
  # shellcheck disable=SC2206
  options+=(${ALIDADE_JAVA_OPTIONS:-})
  exec "$JAVA_HOME/bin/java" "${options[@]}" -jar "$PRODUCT" "$@"
}

# One build at a time in one clone. A symbolic link is made in one step and holds the owner's process id.
take_lock() {
  local owner waiting=
  mkdir -p "$WORK"
  until ln -s "$$" "$LOCK" 2>/dev/null; do
    owner=$(readlink "$LOCK" || true)
    if [ "$owner" = "$$" ]; then
      break
    fi
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -f "$LOCK"
      continue
    fi
    [ -n "$waiting" ] || say "another build is running (process $owner); waiting for it"
    waiting=yes
    sleep 0.3
  done
  trap release_lock EXIT
}

release_lock() {
  if [ "$(readlink "$LOCK" 2>/dev/null)" = "$$" ]; then
    rm -f "$LOCK"
  fi
  trap - EXIT
}
