# Measuring the built product beside its ceilings, and beside other MCP servers.
# shellcheck shell=bash

run_bench() {
  local arguments=() properties=() word parts='' peers=''
  for word in "$@"; do
    case "$word" in
      points | mcp) parts=yes peers=${peers:-yes} ;;
      start | rest | cost | ask | streams | governed | inside | exports | mixed | overload) parts=yes ;;
      --no-peers | --short | --compare | --help | soak) peers=no ;;
    esac
    [ "$word" = --no-peers ] || arguments+=("$word")
  done
  build_when_stale
  build_bench
  # Only points are read beside others.
  if [ "$peers" = yes ] || [ -z "$peers$parts" ]; then
    find_peers
  fi
  bench_java ${properties[@]+"${properties[@]}"} dev.alidade.bench.Bench ${arguments[@]+"${arguments[@]}"}
}

build_bench() {
  find_maven
  phase "building the bench" "$WORK/bench.log" maven -pl bench -Dmaven.test.skip=true package || exit 1
}

# bench_java [PROPERTY...] CLASS ARGUMENT...
bench_java() {
  local options=() option
  while IFS= read -r option; do options+=("$option"); done <<EOF
$(java_options)
EOF
  "$JAVA_HOME/bin/java" "${options[@]}" -Dslf4j.internal.verbosity=ERROR "-Dalidade.launcher=$ROOT/alidade" \
    "-Dalidade.commit=$(git -C "$ROOT" rev-parse --short HEAD 2>/dev/null || true)" \
    -cp "$ROOT/bench/target/classes:$ROOT/bench/target/lib/*" "$@"
}

# DBHub and MCP Toolbox come from npm, and so does the Node.js that DBHub needs.
find_peers() {
  local modules=$ROOT/bench/mcp/node_modules kind node
  install_mcp_peers
  kind=$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
  kind=${kind/x86_64/x64}
  kind=${kind/aarch64/arm64}
  node=$modules/node-$kind/bin/node
  [ -x "$node" ] || node=node
  properties+=("-Dalidade.bench.node=$node" "-Dalidade.bench.dbhub=$modules/@bytebase/dbhub/dist/index.js"
    "-Dalidade.bench.toolbox=$modules/@toolbox-sdk/server-$kind/bin/toolbox")
}

install_mcp_peers() {
  local lock=$ROOT/bench/mcp/package-lock.json installed=$ROOT/bench/mcp/node_modules/.installed-lock
  find_node
  cmp -s "$lock" "$installed" && return 0
  phase "fetching the servers to measure beside" "$WORK/bench-npm.log" \
    npm --prefix "$ROOT/bench/mcp" install --no-save --ignore-scripts --no-audit --no-fund || exit 1
  cp "$lock" "$installed"
}
