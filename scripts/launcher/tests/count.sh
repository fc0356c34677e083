# shellcheck shell=bash

# Loads the functions that count, as `./alidade test` does.
load_counting() {
  ROOT=$CLONE WORK=$CLONE/.alidade/launcher
  # shellcheck source=../output.sh
  . "$REAL_ROOT/scripts/launcher/output.sh"
  # shellcheck source=../test.sh
  . "$REAL_ROOT/scripts/launcher/test.sh"
  mkdir -p "$RESULTS" "$CLONE/server/target/surefire-reports"
  broken=()
}

write_reports() {
  printf '<testsuites>\n <testsuite name="w">\n  <testcase name="a"/>\n  <testcase name="b">\n </testcase>\n' >"$RESULTS/web.xml"
  printf '%s\n' '<testsuite name="S" tests="2">' '  <testcase name="c" classname="S" time="0.1"/>' \
    '  <testcase name="d" classname="S" time="0.1">' '    <failure message="was 3 &lt; 4" type="E"><![CDATA[text' \
    'of <testcase name="inside"> text]]></failure>' '  </testcase>' >"$CLONE/server/target/surefire-reports/TEST-S.xml"
}

test_reports_of_every_runner_are_summed() {
  load_counting
  write_reports
  OUT=$(count_tests 2>"$MACHINE/err") && fail "a failure was not noticed"
  [ "$OUT" = "3 passed, 1 failed" ] || fail "$OUT"
  expect_text "$(cat "$MACHINE/err")" "failed: S d: was 3 &lt; 4"
}

test_passing_reports_succeed() {
  load_counting
  printf '<testsuite>\n  <testcase name="a"/>\n</testsuite>\n' >"$RESULTS/web.xml"
  OUT=$(count_tests) || fail "it failed"
  [ "$OUT" = "1 passed, 0 failed" ] || fail "$OUT"
}

test_skipped_test_is_a_failure() {
  load_counting
  printf '<testsuite>\n  <testcase name="a">\n    <skipped/>\n  </testcase>\n</testsuite>\n' >"$RESULTS/web.xml"
  OUT=$(count_tests 2>/dev/null) && fail "a skipped test passed"
  [ "$OUT" = "0 passed, 1 failed" ] || fail "$OUT"
}

test_part_that_does_not_compile_is_a_failure() {
  load_counting
  printf '<testsuite>\n  <testcase name="a"/>\n</testsuite>\n' >"$RESULTS/web.xml"
  broken=(server)
  OUT=$(count_tests 2>/dev/null) && fail "a broken part passed"
  [ "$OUT" = "1 passed, 1 failed" ] || fail "$OUT"
}

test_no_test_is_a_failure() {
  load_counting
  OUT=$(count_tests 2>/dev/null) && fail "nothing passed as success"
  [ "$OUT" = "0 passed, 1 failed" ] || fail "$OUT"
}
