# Attacking every engine with what its tests bring along.
# shellcheck shell=bash

run_redteam() {
  local options=() option classpath=$WORK/redteam.classpath plugin
  plugin=org.apache.maven.plugins:maven-dependency-plugin:$(sed -n 's/.*<dependency-plugin.version>\(.*\)<.*/\1/p' "$ROOT/pom.xml")
  find_java
  find_maven
  find_mariadb
  take_lock
  broken=()
  build_trino_runner
  [ "${#broken[@]}" -eq 0 ] || exit 1
  phase "building the attacks" "$WORK/redteam.log" maven -pl server test-compile \
    "$plugin:build-classpath" -Dmdep.includeScope=test "-Dmdep.outputFile=$classpath" || exit 1
  release_lock
  while IFS= read -r option; do options+=("$option"); done <<EOF
$(java_options)
EOF
  "$JAVA_HOME/bin/java" "${options[@]}" \
    -cp "$ROOT/server/target/test-classes:$ROOT/server/target/classes:$(cat "$classpath")" \
    dev.alidade.redteam.RedTeam "$@"
}
