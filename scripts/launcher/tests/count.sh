# shellcheck shell=bash

prepare_reports() {
  RESULTS=$CLONE/.alidade/launcher/test-results
  mkdir -p "$RESULTS" "$CLONE/server/target/surefire-reports"
}

# Counts as `./alidade test` does, under the same strict shell; the arguments are the parts that broke.
count() {
  STATUS=0
  OUT=$(bash -euo pipefail -c '
    ROOT=$1 WORK=$1/.alidade/launcher
    . "$2/scripts/launcher/output.sh"
    . "$2/scripts/launcher/test.sh"
    broken=("${@:3}")
    count_tests
    ' count "$CLONE" "$REAL_ROOT" "$@" 2>"$MACHINE/err") || STATUS=$?
  export OUT
}

write_reports() {
  printf '<testsuites>\n <testsuite name="w">\n  <testcase name="a"/>\n  <testcase name="b">\n </testcase>\n' >"$RESULTS/web.xml"
  printf '%s\n' '<testsuite name="S" tests="2">' '  <testcase name="c" classname="S" time="0.1"/>' \
    '  <testcase name="d" classname="S" time="0.1">' '    <failure message="was 3 &lt; 4" type="E"><![CDATA[text' \
    'of <testcase name="inside"> text]]></failure>' '  </testcase>' >"$CLONE/server/target/surefire-reports/TEST-S.xml"
}

test_reports_of_every_runner_are_summed() {
  prepare_reports
  write_reports
  count
  [ "$STATUS" -ne 0 ] || fail "a failure was not noticed"
  [ "$OUT" = "3 passed, 1 failed" ] || fail "$OUT"
  expect_text "$(cat "$MACHINE/err")" "failed: S d: was 3 &lt; 4"
}

test_passing_reports_succeed() {
  prepare_reports
  printf '<testsuite>\n  <testcase name="a"/>\n</testsuite>\n' >"$RESULTS/web.xml"
  count
  expect_status 0
  [ "$OUT" = "1 passed, 0 failed" ] || fail "$OUT"
}

test_skipped_test_is_a_failure() {
  prepare_reports
  printf '<testsuite>\n  <testcase name="a">\n    <skipped/>\n  </testcase>\n</testsuite>\n' >"$RESULTS/web.xml"
  count
  [ "$STATUS" -ne 0 ] || fail "a skipped test passed"
  [ "$OUT" = "0 passed, 1 failed" ] || fail "$OUT"
}

test_part_that_does_not_compile_is_a_failure() {
  prepare_reports
  printf '<testsuite>\n  <testcase name="a"/>\n</testsuite>\n' >"$RESULTS/web.xml"
  count server
  [ "$STATUS" -ne 0 ] || fail "a broken part passed"
  [ "$OUT" = "1 passed, 1 failed" ] || fail "$OUT"
}

test_no_test_is_a_failure() {
  prepare_reports
  count
  [ "$STATUS" -ne 0 ] || fail "nothing passed as success"
  [ "$OUT" = "0 passed, 1 failed" ] || fail "$OUT"
}
