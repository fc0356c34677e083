# Measuring the built product beside its ceilings, and beside other MCP servers.
# shellcheck shell=bash

run_bench() {
  find_maven
  phase "building the bench" "$WORK/bench.log" maven -pl bench -Dmaven.test.skip=true package || exit 1
  if [ "${1:-}" = mcp ]; then
    bench_mcp
    return
  fi
  bench_java Bench "$ROOT/alidade" "$@"
}

bench_java() {
  local options=() option name=$1
  shift
  while IFS= read -r option; do options+=("$option"); done <<EOF
$(java_options)
EOF
  "$JAVA_HOME/bin/java" "${options[@]}" -Dslf4j.internal.verbosity=ERROR -cp "$ROOT/bench/target/classes:$ROOT/bench/target/lib/*" \
    "dev.alidade.bench.$name" "$@"
}

# DBHub and MCP Toolbox come from npm, and so does the Node.js that DBHub needs.
bench_mcp() {
  local modules=$ROOT/bench/mcp/node_modules kind node
  install_mcp_peers
  kind=$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
  kind=${kind/x86_64/x64}
  kind=${kind/aarch64/arm64}
  node=$modules/node-$kind/bin/node
  [ -x "$node" ] || node=node
  bench_java McpBench "$ROOT/alidade" "$node" "$modules/@bytebase/dbhub/dist/index.js" \
    "$modules/@toolbox-sdk/server-$kind/bin/toolbox"
}

install_mcp_peers() {
  local lock=$ROOT/bench/mcp/package-lock.json installed=$ROOT/bench/mcp/node_modules/.installed-lock
  find_node
  cmp -s "$lock" "$installed" && return 0
  phase "fetching the servers to measure beside" "$WORK/bench-npm.log" \
    npm --prefix "$ROOT/bench/mcp" install --no-save --ignore-scripts --no-audit --no-fund || exit 1
  cp "$lock" "$installed"
}
