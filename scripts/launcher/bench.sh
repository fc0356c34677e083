# Measuring the built product beside its ceilings.
# shellcheck shell=bash

run_bench() {
  local options=() option
  find_maven
  phase "building the bench" "$WORK/bench.log" maven -pl bench -Dmaven.test.skip=true package || exit 1
  while IFS= read -r option; do options+=("$option"); done <<EOF
$(java_options)
EOF
  "$JAVA_HOME/bin/java" "${options[@]}" -Dslf4j.internal.verbosity=ERROR -cp "$ROOT/bench/target/classes:$ROOT/bench/target/lib/*" \
    dev.alidade.bench.Bench "$ROOT/alidade" "$@"
}
