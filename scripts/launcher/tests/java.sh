# shellcheck shell=bash

test_help_needs_no_java() {
  remove_jdk_25
  rm "$MACHINE/bin/java"
  on_machine "$CLONE/alidade"
  expect_status 0
  expect_text "$OUT" "Usage: ./alidade"
}

test_missing_java_says_in_one_line_what_to_install() {
  remove_jdk_25
  on_machine "$CLONE/alidade" demo
  expect_status 1
  expect_text "$ERR" "JDK 25 or newer is missing: install JDK 25"
  [ "$(wc -l <"$MACHINE/err")" -eq 1 ] || fail "more than one line: $ERR"
}

test_jdk_in_the_usual_folder_is_found_though_path_has_an_older_one() {
  on_machine "$CLONE/alidade" demo
  expect_status 0
  expect_text "$OUT" "home=$MACHINE/usr/lib/jvm/jdk-25"
}

test_java_home_is_used_when_new_enough() {
  add_jdk "$MACHINE/mine" 26
  on_machine JAVA_HOME="$MACHINE/mine" "$CLONE/alidade" demo
  expect_text "$OUT" "home=$MACHINE/mine"
}

test_old_java_home_is_passed_over() {
  on_machine JAVA_HOME="$MACHINE/old" "$CLONE/alidade" demo
  expect_text "$OUT" "home=$MACHINE/usr/lib/jvm/jdk-25"
}

test_broken_java_home_is_passed_over() {
  on_machine JAVA_HOME="$MACHINE/nowhere" "$CLONE/alidade" demo
  expect_text "$OUT" "home=$MACHINE/usr/lib/jvm/jdk-25"
}

test_alidade_java_may_name_the_program() {
  add_jdk "$MACHINE/mine" 25
  on_machine ALIDADE_JAVA="$MACHINE/mine/bin/java" "$CLONE/alidade" demo
  expect_text "$OUT" "home=$MACHINE/mine"
}

test_alidade_java_that_is_too_old_is_refused() {
  on_machine ALIDADE_JAVA="$MACHINE/old" "$CLONE/alidade" demo
  expect_status 1
  expect_text "$ERR" "ALIDADE_JAVA names $MACHINE/old, which is no JDK 25"
}

test_java_on_the_path_is_used_when_new_enough() {
  remove_jdk_25
  add_jdk "$MACHINE/shim target" 25.0.1
  ln -sf "../shim target/bin/java" "$MACHINE/bin/java"
  on_machine "$CLONE/alidade" demo
  expect_text "$OUT" "home=$MACHINE/shim target"
}

test_nearest_version_wins_in_the_folders() {
  add_jdk "$MACHINE/usr/lib/jvm/a-27" 27-ea
  add_jdk "$MACHINE/usr/lib/jvm/z-21" 21
  on_machine "$CLONE/alidade" demo
  expect_text "$OUT" "home=$MACHINE/usr/lib/jvm/jdk-25"
}

test_folders_of_version_managers_are_searched() {
  local folder
  remove_jdk_25
  for folder in home/.sdkman/candidates/java/25-tem home/.local/share/mise/installs/java/temurin-25 \
    home/.asdf/installs/java/temurin-25.0.1 home/.jdks/openjdk-25 opt/jdk-25 \
    Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home; do
    add_jdk "$MACHINE/$folder" 25.0.1
    on_machine "$CLONE/alidade" demo
    expect_text "$OUT" "home=$MACHINE/$folder"
    rm -rf "${MACHINE:?}/$folder"
  done
}

test_java_home_program_of_macos_is_asked() {
  remove_jdk_25
  add_jdk "$MACHINE/elsewhere" 25
  mkdir -p "$MACHINE/usr/libexec"
  printf '#!/bin/sh\necho "%s"\n' "$MACHINE/elsewhere" >"$MACHINE/usr/libexec/java_home"
  chmod +x "$MACHINE/usr/libexec/java_home"
  on_machine "$CLONE/alidade" demo
  expect_text "$OUT" "home=$MACHINE/elsewhere"
}

test_runtime_without_compiler_is_no_jdk() {
  rm "$MACHINE/usr/lib/jvm/jdk-25/bin/javac"
  on_machine "$CLONE/alidade" demo
  expect_status 1
  expect_text "$ERR" "JDK 25 or newer is missing"
}
