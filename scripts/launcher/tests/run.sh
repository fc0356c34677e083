#!/usr/bin/env bash
# Tests of the launcher: every function whose name starts with test_ runs in its own shell on its own machine.
# With a file name, also writes a JUnit report there.
set -uo pipefail

HERE=$(cd "$(dirname "$0")" && pwd -P)
SANDBOXES=$(mktemp -d)
trap 'rm -rf "$SANDBOXES"' EXIT
. "$HERE/sandbox.sh"
. "$HERE/java.sh"
. "$HERE/tools.sh"
. "$HERE/build.sh"
. "$HERE/count.sh"

xml_text() { sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g' -e 's/"/\&quot;/g' | tr '\n' ' '; }

passed=0 failed=0 cases=
for name in $(declare -F | sed -n 's/^declare -f \(test_.*\)/\1/p'); do
  if message=$(new_machine && "$name" 2>&1); then
    passed=$((passed + 1))
    printf 'ok      %s\n' "$name"
    cases="$cases  <testcase classname=\"launcher\" name=\"$name\"/>
"
  else
    failed=$((failed + 1))
    printf 'FAILED  %s: %s\n' "$name" "$message"
    cases="$cases  <testcase classname=\"launcher\" name=\"$name\">
    <failure message=\"$(printf '%s' "$message" | xml_text)\"/>
  </testcase>
"
  fi
done
if [ $# -gt 0 ]; then
  printf '<testsuite name="launcher">\n%s</testsuite>\n' "$cases" >"$1"
fi
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
