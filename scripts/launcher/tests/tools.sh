# shellcheck shell=bash

test_missing_maven_says_in_one_line_what_to_install() {
  rm "$MACHINE/bin/mvn"
  on_machine "$CLONE/alidade" build
  expect_status 1
  expect_text "$ERR" "Maven is missing: install Maven"
}

test_unreachable_wrapper_archive_is_asked_once() {
  add_tool curl 'exit 6'
  on_machine "$CLONE/alidade" build
  expect_status 0
  printf 'changed\n' >"$CLONE/server/src/main/A.java"
  on_machine "$CLONE/alidade" build
  expect_calls mvn 2
  expect_calls curl 1
}

test_wrapper_with_its_maven_unpacked_is_tried_first() {
  local url home
  eval "$(sed -n '/^hash_string()/,/^}/p' "$CLONE/mvnw")"
  url=$(sed -n 's/^distributionUrl=//p' "$CLONE/.mvn/wrapper/maven-wrapper.properties")
  home=$MACHINE/home/.m2/wrapper/dists/apache-maven-3.9.11/$(hash_string "$url")
  mkdir -p "$home/bin"
  add_tool maven-of-the-wrapper 'mkdir -p server/target/quarkus-app' ': >server/target/quarkus-app/quarkus-run.jar'
  mv "$MACHINE/bin/maven-of-the-wrapper" "$home/bin/mvn"
  on_machine "$CLONE/alidade" build
  expect_status 0
  expect_calls maven-of-the-wrapper 1
  expect_calls mvn 0
}

test_wrapper_is_pinned_by_checksum() {
  grep -qE '^distributionSha256Sum=[0-9a-f]{64}$' "$CLONE/.mvn/wrapper/maven-wrapper.properties" || fail "no checksum"
}

test_missing_node_says_in_one_line_what_to_install() {
  rm "$MACHINE/bin/node"
  on_machine "$CLONE/alidade" build
  expect_status 1
  expect_text "$ERR" "Node.js is missing: install Node.js 20.19 or newer"
}

test_old_node_is_refused() {
  add_tool node 'echo v18.20.4'
  on_machine "$CLONE/alidade" build
  expect_status 1
  expect_text "$ERR" "install Node.js 20.19 or newer"
}

test_versions_compare_by_number() {
  # shellcheck source=../tools.sh
  . "$REAL_ROOT/scripts/launcher/tools.sh"
  version_at_least 20.19 20.19 || fail "20.19 is 20.19"
  version_at_least 22.1.0 20.19 || fail "22.1.0 is newer than 20.19"
  version_at_least 20.100 20.19 || fail "20.100 is newer than 20.19"
  version_at_least 20 20.0 || fail "20 is 20.0"
  ! version_at_least 20.9.1 20.19 || fail "20.9.1 is older than 20.19"
  ! version_at_least 9.99 20.19 || fail "9.99 is older than 20.19"
}

test_bounded_ends_a_command_that_hangs() {
  # shellcheck source=../tools.sh
  . "$REAL_ROOT/scripts/launcher/tools.sh"
  # shellcheck source=../output.sh
  . "$REAL_ROOT/scripts/launcher/output.sh"
  local started=$SECONDS
  ! bounded 1 sleep 30 || fail "it claimed success"
  [ $((SECONDS - started)) -lt 10 ] || fail "it waited $((SECONDS - started)) s"
  bounded 5 true || fail "a quick command failed"
}

test_shellcheck_finds_nothing() {
  command -v shellcheck >/dev/null || fail "shellcheck is missing: install it"
  (cd "$REAL_ROOT" && shellcheck -x -P SCRIPTDIR alidade .ci/run scripts/launcher/*.sh scripts/launcher/tests/*.sh)
}
