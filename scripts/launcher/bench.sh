# Measuring the built product beside its ceilings.
# shellcheck shell=bash

run_bench() {
  local options=() option
  find_maven
  phase "building the bench" "$WORK/bench.log" maven -pl bench -Dmaven.test.skip=true compile || exit 1
  while IFS= read -r option; do options+=("$option"); done <<EOF
$(java_options)
EOF
  "$JAVA_HOME/bin/java" "${options[@]}" -Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider \
    -cp "$ROOT/bench/target/classes:$ROOT/server/target/quarkus-app/lib/main/*:$ROOT/server/target/quarkus-app/lib/*" \
    dev.alidade.bench.Bench "$ROOT/alidade" "$@"
}
