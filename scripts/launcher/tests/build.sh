# shellcheck shell=bash

test_first_start_builds_and_the_second_does_not() {
  on_machine "$CLONE/alidade" demo
  expect_status 0
  expect_text "$ERR" "building the web client"
  expect_text "$ERR" "building the server: done in"
  on_machine "$CLONE/alidade" demo
  [ -z "$ERR" ] || fail "the second start said: $ERR"
  expect_calls mvn 1
  expect_calls npm 2
}

test_start_of_a_fresh_build_takes_no_time() {
  local started ended
  on_machine "$CLONE/alidade" build
  started=$(date +%s%N)
  for _ in 1 2 3 4 5; do on_machine "$CLONE/alidade" build; done
  ended=$(date +%s%N)
  case "$started$ended" in *[!0-9]*) return 0 ;; esac
  [ $(((ended - started) / 5000000)) -lt 500 ] || fail "$(((ended - started) / 5000000)) ms a start"
}

test_changed_server_source_builds_the_server_only() {
  on_machine "$CLONE/alidade" build
  printf 'new\n' >"$CLONE/server/src/main/A.java"
  on_machine "$CLONE/alidade" build
  expect_calls mvn 2
  expect_calls npm 2
}

test_changed_web_source_builds_both_without_fetching_packages() {
  on_machine "$CLONE/alidade" build
  printf 'new\n' >"$CLONE/web/src/a.ts"
  on_machine "$CLONE/alidade" build
  expect_calls mvn 2
  expect_calls npm 3
}

test_changed_lock_file_fetches_packages() {
  on_machine "$CLONE/alidade" build
  printf 'new\n' >"$CLONE/web/package-lock.json"
  on_machine "$CLONE/alidade" build
  expect_calls npm 4
}

test_removed_source_is_a_change() {
  printf 'b\n' >"$CLONE/server/src/main/B.java"
  on_machine "$CLONE/alidade" build
  rm "$CLONE/server/src/main/B.java"
  on_machine "$CLONE/alidade" build
  expect_calls mvn 2
}

test_touched_source_is_no_change() {
  on_machine "$CLONE/alidade" build
  touch "$CLONE/server/src/main/A.java"
  on_machine "$CLONE/alidade" build
  expect_calls mvn 1
}

test_tests_are_no_part_of_the_product() {
  on_machine "$CLONE/alidade" build
  printf 'new\n' >"$CLONE/server/src/test/T.java"
  on_machine "$CLONE/alidade" build
  expect_calls mvn 1
}

test_failed_build_shows_its_log_and_is_tried_again() {
  add_tool mvn 'echo "cannot find symbol: regoin"' 'exit 1'
  on_machine "$CLONE/alidade" demo
  expect_status 1
  expect_text "$ERR" "cannot find symbol: regoin"
  expect_no_text "$OUT" "argument="
  on_machine "$CLONE/alidade" demo
  expect_status 1
  expect_calls mvn 2
}

test_clone_without_the_web_client_is_refused() {
  rm -rf "$CLONE/web"
  on_machine "$CLONE/alidade" build
  expect_status 1
  expect_text "$ERR" "web/package.json is missing"
}

test_arguments_and_exit_code_pass_through_a_link_from_elsewhere() {
  printf '5\n' >"$MACHINE/exit-code"
  ln -s "../clone/alidade" "$MACHINE/home/alidade"
  ln -s alidade "$MACHINE/home/again"
  cd "$MACHINE/home" || fail "no home"
  on_machine ./again ask "two  words" ""
  expect_status 5
  expect_text "$OUT" "argument=ask
argument=two  words
argument="
  expect_text "$OUT" "argument=$CLONE/server/target/quarkus-app/quarkus-run.jar"
}

test_product_runs_with_its_start_cache() {
  on_machine ALIDADE_JAVA_OPTIONS="-Xmx1g -Da=b" "$CLONE/alidade" demo
  expect_text "$OUT" "argument=-XX:AOTCache=$CLONE/server/target/alidade-"
  expect_text "$OUT" "argument=--enable-native-access=ALL-UNNAMED"
  expect_text "$OUT" "argument=-Xmx1g
argument=-Da=b"
}

test_another_jdk_gets_its_own_start_cache() {
  add_jdk "$MACHINE/other" 25.0.9
  on_machine "$CLONE/alidade" demo
  on_machine ALIDADE_JAVA="$MACHINE/other" "$CLONE/alidade" demo
  expect_text "$ERR" "preparing a fast start"
  on_machine "$CLONE/alidade" demo
  [ -z "$ERR" ] || fail "it said: $ERR"
}

test_failed_training_is_remembered_and_does_not_stop_the_product() {
  : >"$MACHINE/no-training"
  on_machine "$CLONE/alidade" demo
  expect_status 0
  expect_text "$ERR" "going on without the fast start"
  expect_no_text "$OUT" "AOTCache="
  on_machine "$CLONE/alidade" demo
  [ -z "$ERR" ] || fail "the second start said: $ERR"
}

test_builds_at_the_same_time_wait_for_each_other() {
  add_tool mvn 'sleep 1' 'mkdir -p server/target/quarkus-app' ': >server/target/quarkus-app/quarkus-run.jar'
  (on_machine "$CLONE/alidade" build) &
  sleep 0.3
  MACHINE_ERR=$MACHINE/second
  env -i PATH="$MACHINE/bin" HOME="$MACHINE/home" ALIDADE_SYSTEM_ROOT="$MACHINE" "$CLONE/alidade" build 2>"$MACHINE_ERR"
  wait
  expect_calls mvn 1
  expect_text "$(cat "$MACHINE_ERR")" "another build is running"
  [ ! -L "$CLONE/.alidade/launcher/lock" ] || fail "the lock is still there"
}

test_lock_of_a_dead_build_is_taken_over() {
  mkdir -p "$CLONE/.alidade/launcher"
  ln -s 999999999 "$CLONE/.alidade/launcher/lock"
  on_machine "$CLONE/alidade" build
  expect_status 0
  expect_calls mvn 1
}

test_unpacked_library_is_named_to_its_driver() {
  local libraries=$CLONE/server/target/quarkus-app/lib/main
  on_machine "$CLONE/alidade" demo
  expect_no_text "$OUT" "org.sqlite.lib.path"
  mkdir -p "$libraries"
  printf 'library\n' >"$libraries/libsqlitejdbc.so"
  on_machine "$CLONE/alidade" demo
  expect_text "$OUT" "argument=-Dorg.sqlite.lib.path=$libraries"
}

test_server_of_one_agent_has_one_compiler() {
  on_machine "$CLONE/alidade" demo
  expect_no_text "$OUT" "TieredStopAtLevel"
  on_machine ALIDADE_JAVA_OPTIONS=-XX:TieredStopAtLevel=4 "$CLONE/alidade" mcp
  expect_text "$OUT" "argument=-XX:TieredStopAtLevel=1
argument=-XX:TieredStopAtLevel=4"
}
