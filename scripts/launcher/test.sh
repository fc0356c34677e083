# `./alidade test`: everything that CI runs, with one count at the end.
# shellcheck shell=bash

RESULTS=$WORK/test-results
# A product that lives for seconds is over before the second compiler pays for itself.
SHORT_LIFE=-XX:TieredStopAtLevel=1

run_every_test() {
  find_java
  find_node
  find_maven
  find_chromium
  find_mariadb
  find_redis
  command -v shellcheck >/dev/null || install_or_die "ShellCheck" "install shellcheck (https://www.shellcheck.net)" shellcheck
  rm -rf "$RESULTS"
  mkdir -p "$RESULTS"
  broken=()
  # The logs are read in a terminal of any kind.
  export NO_COLOR=1
  take_lock
  check "launcher" check_launcher
  install_web_packages
  forget_old_classes
  rm -rf "$ROOT/server/target/test-classes"
  check "web" check_web
  touch "$WORK/started"
  local hash
  hash=$(content_hash "${SERVER_INPUTS[@]}" "${WEB_INPUTS[@]}")
  build_web
  build_trino_runner
  build_s3_runner
  rm -rf "$ROOT"/{server,bench,product-tests}/target/surefire-reports
  export ALIDADE_CHROMIUM=$CHROMIUM
  # What was compiled beside the page's checks is not compiled again.
  check "server" maven -pl server -Dmaven.compiler.useIncrementalCompilation=false \
    -Dmaven.test.failure.ignore=true spotless:check verify
  if [ -f "$PRODUCT" ]; then
    mark_built "$hash"
    aot_cache_file
    train
    release_lock
    export ALIDADE_LAUNCHER=$ROOT/alidade
    check "product" maven -pl bench,product-tests -Dmaven.test.failure.ignore=true spotless:check verify
    check "web with the product" web_walk
    # Alone, for it is timed; only where somebody recorded what its ratios are to be.
    [ ! -f "$ROOT/bench/short.json" ] || check "bench" bench_java dev.alidade.bench.Bench --short
  fi
  count_tests
}

# Meanwhile the page's packages come over the network; if they do not, it is tried again and said.
check_launcher() {
  local packages status=0
  (install_web_packages) >"$WORK/packages.log" 2>&1 &
  packages=$!
  bash "$ROOT/scripts/launcher/tests/run.sh" "$RESULTS/launcher.xml" || status=$?
  wait "$packages" || true
  return "$status"
}

# Linter, compiler and all the rest keep one core busy each, but not all the time. What does not
# compile is told by the server's own part.
check_web() {
  local compiler linter status=0
  maven -pl server test-compile >"$WORK/compiler.log" 2>&1 &
  compiler=$!
  npm --prefix "$ROOT/web" run lint &
  linter=$!
  npm --prefix "$ROOT/web" run check:rest -- -- \
    --reporter=default --reporter=junit "--outputFile.junit=$RESULTS/web.xml" || status=$?
  wait "$linter" || status=$?
  wait "$compiler" || true
  return "$status"
}

# The Trino that tests run in a JVM of its own; its libraries are no part of the product.
build_trino_runner() {
  phase "building the Trino for tests" "$WORK/trino-runner.log" \
    "$MAVEN" -B -ntp -q -f "$ROOT/trino-runner/pom.xml" compile || broken+=("Trino for tests")
}

# The storage that exports of tests go to, likewise.
build_s3_runner() {
  phase "building the S3 for tests" "$WORK/s3-runner.log" \
    "$MAVEN" -B -ntp -q -f "$ROOT/s3-runner/pom.xml" compile || broken+=("S3 for tests")
}

# Two at a time, for each waits for the browser or the product; what is timed runs alone.
web_walk() {
  cd "$ROOT/web" || return 1
  local failed=0
  ALIDADE_JAVA_OPTIONS=$SHORT_LIFE walk_through walk --test-concurrency=2 e2e/*.test.mjs || failed=1
  walk_through pace --test-concurrency=1 e2e/pace/*.test.mjs || failed=1
  return "$failed"
}

walk_through() {
  local name=$1
  shift
  node --test --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=junit "--test-reporter-destination=$RESULTS/$name.xml" "$@"
}

# check NAME COMMAND...: a part that fails is noted, and the others still run.
check() {
  local name=$1
  shift
  phase "testing: $name" "$WORK/test-${name// /-}.log" "$@" || broken+=("$name")
}

# A part that fails without a failed test (it does not compile, say) counts as one failure.
count_tests() {
  local tests failed skipped report name reports=()
  for report in "$RESULTS"/*.xml "$ROOT"/{server,bench,product-tests}/target/surefire-reports/TEST-*.xml; do
    [ -f "$report" ] && reports+=("$report")
  done
  tests=$(count_lines '<testcase[ >]' ${reports[@]+"${reports[@]}"})
  failed=$(count_lines '<(failure|error)[ >/]' ${reports[@]+"${reports[@]}"})
  skipped=$(count_lines '<skipped[ >/]' ${reports[@]+"${reports[@]}"})
  if [ "$skipped" -gt 0 ]; then
    say "$skipped tests were skipped; a test that cannot run is a failure"
    failed=$((failed + skipped))
  fi
  list_failures ${reports[@]+"${reports[@]}"}
  for name in ${broken[@]+"${broken[@]}"}; do
    say "failed: $name (log: $WORK/test-${name// /-}.log)"
  done
  if [ "$failed" -lt "${#broken[@]}" ]; then
    tests=$((tests + ${#broken[@]} - failed))
    failed=${#broken[@]}
  fi
  if [ "$tests" -eq 0 ]; then
    say "no test ran"
    tests=1 failed=1
  fi
  printf '%s passed, %s failed\n' $((tests - failed)) "$failed"
  [ "$failed" -eq 0 ]
}

# The name and first line of every failed test.
list_failures() {
  awk '
    /^[ \t]*<testcase[ >]/ { test = $0; gsub(/.* classname="|".*/, "", test); name = $0; gsub(/.* name="|".*/, "", name) }
    /^[ \t]*<(failure|error)[ >\/]/ { text = $0; gsub(/.* message="|".*/, "", text); print "failed: " test " " name ": " text }
  ' "$@" /dev/null >&2
}

# No match is no failure.
count_lines() { { grep -hoE "^[[:space:]]*$1" "${@:2}" /dev/null || true; } | wc -l | tr -d ' '; }
