#!/usr/bin/env bash
# A Trino cluster of two processes on this machine, from the server distribution: coordinator and worker.
#   cluster.sh start   fetches what is missing, starts both, waits until the worker has joined
#   cluster.sh stop    ends both
set -euo pipefail

VERSION=476
PORT=${TRINO_PORT:-8090}
HEAP=${TRINO_HEAP:-2g}
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
WORK=$HERE/target
SERVER=$WORK/trino-server-$VERSION

# shellcheck source=../../scripts/launcher/output.sh
. "$ROOT/scripts/launcher/output.sh"
# shellcheck source=../../scripts/launcher/java.sh
. "$ROOT/scripts/launcher/java.sh"

fetch() {
  [ -d "$SERVER/lib" ] && return 0
  command -v mvn >/dev/null || die "Maven is missing: install Maven 3.8.6 or newer"
  say "fetching trino-server $VERSION (0.8 GB, once)"
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
    "-Dartifact=io.trino:trino-server:$VERSION:tar.gz" "-DoutputDirectory=$WORK"
  # Many of its files are links to each other, which Maven does not unpack.
  tar -xzf "$WORK/trino-server-$VERSION.tar.gz" -C "$WORK"
  rm "$WORK/trino-server-$VERSION.tar.gz"
}

# Only the connectors that are asked; all of them would take minutes and gigabytes.
link_plugins() {
  local plugin
  mkdir -p "$WORK/plugin"
  for plugin in memory tpch tpcds geospatial; do
    ln -sfn "$SERVER/plugin/$plugin" "$WORK/plugin/$plugin"
  done
}

# configure ROLE PORT IS_COORDINATOR
configure() {
  local folder=$WORK/$1 catalog
  mkdir -p "$folder/catalog" "$folder/data"
  {
    printf 'coordinator=%s\nhttp-server.http.port=%s\ndiscovery.uri=http://127.0.0.1:%s\n' "$3" "$2" "$PORT"
    printf 'http-server.log.enabled=false\ncatalog.config-dir=%s\nplugin.dir=%s\n' "$folder/catalog" "$WORK/plugin"
    [ "$3" = false ] || printf 'node-scheduler.include-coordinator=false\n'
  } >"$folder/config.properties"
  printf 'io.trino=WARN\nio.airlift=WARN\nBootstrap=WARN\n' >"$folder/log.properties"
  for catalog in memory tpcds; do
    printf 'connector.name=%s\n' "$catalog" >"$folder/catalog/$catalog.properties"
  done
  printf 'memory.max-data-per-node=1GB\n' >>"$folder/catalog/memory.properties"
  printf 'connector.name=tpch\ntpch.column-naming=STANDARD\ntpch.double-type-mapping=DECIMAL\n' \
    >"$folder/catalog/tpch.properties"
}

# run ROLE
run() {
  local folder=$WORK/$1
  nohup "$JAVA_HOME/bin/java" "-Xmx$HEAP" -XX:+UseG1GC --add-modules=jdk.incubator.vector \
    --add-opens=java.base/java.nio=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    --enable-native-access=ALL-UNNAMED -Djdk.attach.allowAttachSelf=true \
    -Dnode.environment=bench "-Dnode.id=$1" "-Dnode.data-dir=$folder/data" \
    -Dnode.internal-address=127.0.0.1 -Dnode.bind-ip=127.0.0.1 \
    "-Dconfig=$folder/config.properties" "-Dlog.levels-file=$folder/log.properties" \
    -cp "$SERVER/lib/*" io.trino.server.TrinoServer >"$folder/server.log" 2>&1 </dev/null &
  printf '%s\n' "$!" >"$folder/pid"
}

is_running() { [ -f "$WORK/$1/pid" ] && kill -0 "$(cat "$WORK/$1/pid")" 2>/dev/null; }

# The numbers of coordinators and workers that can be given work, as the cluster counts them.
nodes() {
  local answer next
  answer=$(curl -s -H 'X-Trino-User: bench' -d 'SELECT count(*) FROM system.runtime.nodes' \
    "http://127.0.0.1:$PORT/v1/statement") || return 0
  while next=$(printf '%s' "$answer" | sed -n 's/.*"nextUri":"\([^"]*\)".*/\1/p') && [ -n "$next" ]; do
    answer=$(curl -s -H 'X-Trino-User: bench' "$next")
    printf '%s' "$answer" | sed -n 's/.*"data":\[\[\([0-9]*\)\]\].*/\1/p'
  done
}

start() {
  local seconds=0 role
  find_java
  fetch
  link_plugins
  configure coordinator "$PORT" true
  configure worker "$((PORT + 1))" false
  for role in coordinator worker; do
    is_running "$role" || run "$role"
  done
  until [ "$(nodes)" = 2 ]; do
    for role in coordinator worker; do
      is_running "$role" || die "the $role ended; its log is $WORK/$role/server.log"
    done
    [ "$seconds" -lt 180 ] || die "no worker joined within 180 s; the logs are in $WORK"
    sleep 1
    seconds=$((seconds + 1))
  done
  say "Trino $VERSION: coordinator at 127.0.0.1:$PORT (process $(cat "$WORK/coordinator/pid"))," \
    "worker at 127.0.0.1:$((PORT + 1)) (process $(cat "$WORK/worker/pid")), ready after about $seconds s"
}

stop() {
  local role
  for role in worker coordinator; do
    if is_running "$role"; then
      kill "$(cat "$WORK/$role/pid")"
      while is_running "$role"; do sleep 0.2; done
    fi
    rm -f "$WORK/$role/pid"
  done
  say "stopped"
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  *) die "write cluster.sh start or cluster.sh stop" ;;
esac
