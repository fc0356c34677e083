# A small stand-in machine for the launcher's tests: its own root, home, PATH, tools and clone.
# shellcheck shell=bash

REAL_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)
TOOLS="awk basename bash cat chmod cksum cmp cp cut date dirname env find getconf grep head id ln ls mkdir mktemp mv
  pgrep printf readlink rm sed sh sleep sort tail touch tr uname wc"

# Makes a machine with Maven, Node.js and an old Java on its PATH, and a JDK 25 in the usual folder.
new_machine() {
  local tool path
  MACHINE=$(mktemp -d "$SANDBOXES/machine.XXXXXX")
  CLONE=$MACHINE/clone
  mkdir -p "$MACHINE/bin" "$MACHINE/home" "$CLONE/scripts" "$CLONE/server/src/main" "$CLONE/server/src/test" "$CLONE/web/src"
  for tool in $TOOLS; do
    path=$(command -v "$tool") && [ -x "$path" ] && ln -s "$path" "$MACHINE/bin/$tool"
  done
  cp "$REAL_ROOT/alidade" "$REAL_ROOT/mvnw" "$CLONE/"
  cp -R "$REAL_ROOT/scripts/launcher" "$CLONE/scripts/launcher"
  cp -R "$REAL_ROOT/.mvn" "$CLONE/.mvn"
  mkdir -p "$CLONE/server/src/main/resources/dev/alidade/edge/cli"
  printf 'Usage: ./alidade COMMAND\n' >"$CLONE/server/src/main/resources/dev/alidade/edge/cli/help.txt"
  for path in pom.xml server/pom.xml server/src/main/A.java server/src/test/T.java web/package.json \
    web/package-lock.json web/src/a.ts; do
    printf 'content of %s\n' "$path" >"$CLONE/$path"
  done
  add_jdk "$MACHINE/usr/lib/jvm/jdk-25" 25.0.3
  add_jdk "$MACHINE/old" 17.0.15
  ln -s "$MACHINE/old/bin/java" "$MACHINE/bin/java"
  add_tool mvn 'mkdir -p server/target/quarkus-app' 'printf "jar\n" >server/target/quarkus-app/quarkus-run.jar'
  add_tool npm 'case "$*" in *" ci "*) mkdir -p web/node_modules ;; *) mkdir -p web/dist; : >web/dist/index.html ;; esac'
  add_tool node 'echo v22.1.0'
}

# add_tool NAME LINE...: a program that notes its call and runs the lines inside the clone.
add_tool() {
  local name=$1
  shift
  {
    printf '#!/bin/sh\ncd "%s" || exit 1\nprintf "%%s\\n" "%s $*" >>"%s/calls"\n' "$CLONE" "$name" "$MACHINE"
    printf '%s\n' "$@"
  } >"$MACHINE/bin/$name"
  chmod +x "$MACHINE/bin/$name"
}

# A JDK whose `java` prints its own folder and arguments, one a line.
add_jdk() {
  mkdir -p "$1/bin"
  printf 'IMPLEMENTOR="Test"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
  cat >"$1/bin/java" <<EOF
#!/bin/sh
printf '%s\n' "java" >>"$MACHINE/calls"
for argument in "\$@"; do
  case "\$argument" in
    -XX:AOTCacheOutput=*)
      [ ! -f "$MACHINE/no-training" ] || exit 7
      echo cache >"\${argument#*=}"
      exit 0
      ;;
  esac
done
printf 'home=%s\n' "$1"
printf 'argument=%s\n' "\$@"
[ ! -f "$MACHINE/exit-code" ] || exit "\$(cat "$MACHINE/exit-code")"
EOF
  printf '#!/bin/sh\necho "javac %s"\n' "$2" >"$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
}

remove_jdk_25() { rm -rf "$MACHINE/usr/lib/jvm"; }

# on_machine [NAME=VALUE...] COMMAND...: runs with nothing but the machine's own environment; sets OUT, ERR and STATUS.
on_machine() {
  STATUS=0
  env -i PATH="$MACHINE/bin" HOME="$MACHINE/home" ALIDADE_SYSTEM_ROOT="$MACHINE" "$@" \
    >"$MACHINE/out" 2>"$MACHINE/err" </dev/null || STATUS=$?
  export OUT ERR
  OUT=$(cat "$MACHINE/out")
  ERR=$(cat "$MACHINE/err")
}

calls() { grep -c "^$1" "$MACHINE/calls" 2>/dev/null || true; }

expect_status() { [ "$STATUS" -eq "$1" ] || fail "exit code $STATUS instead of $1; it said: $ERR"; }

expect_text() { case "$1" in *"$2"*) ;; *) fail "no '$2' in: $1" ;; esac; }

expect_no_text() { case "$1" in *"$2"*) fail "'$2' in: $1" ;; esac; }

expect_calls() { [ "$(calls "$1")" = "$2" ] || fail "$(calls "$1") calls of $1 instead of $2: $(cat "$MACHINE/calls")"; }

fail() {
  printf '%s\n' "$*"
  exit 1
}
