# Finding a JDK, and the options that it runs the product with.
# shellcheck shell=bash

JAVA_VERSION=25

# Prints the major version of the JDK in a folder, or nothing where there is none.
jdk_version() {
  local line version=
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case "$line" in
        JAVA_VERSION=*)
          version=${line#JAVA_VERSION=}
          version=${version//\"/}
          ;;
      esac
    done <"$1/release"
  else
    version=$("$1/bin/javac" -version 2>/dev/null | sed -n 's/^javac //p')
  fi
  version=${version%%[!0-9]*}
  printf '%s' "$version"
}

is_new_enough() {
  local version
  version=$(jdk_version "$1")
  [ -n "$version" ] && [ "$version" -ge "$JAVA_VERSION" ]
}

# The folder of the JDK whose `java` is first on the PATH.
java_home_of_path() {
  local program target
  program=$(command -v java) || return 0
  while [ -L "$program" ]; do
    target=$(readlink "$program")
    case "$target" in
      /*) program=$target ;;
      *) program=$(dirname "$program")/$target ;;
    esac
  done
  (cd "$(dirname "$program")/.." && pwd -P)
}

# Every folder where people and tools put JDKs, one a line. ALIDADE_SYSTEM_ROOT lets a test stand in for `/`.
jdk_folders() {
  local system=${ALIDADE_SYSTEM_ROOT:-} folder
  for folder in \
    "$system"/usr/lib/jvm/* "$system"/usr/lib64/jvm/* "$system"/usr/java/* "$system"/usr/local/java/* \
    "$system"/opt/java/* "$system"/opt/jdk* "$system"/opt/*jdk* "$system"/opt/jvm/* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    "${MISE_DATA_DIR:-$HOME/.local/share/mise}"/installs/java/* \
    "${ASDF_DATA_DIR:-$HOME/.asdf}"/installs/java/* \
    "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* "$HOME"/.local/share/coursier/jvm/* \
    "$system"/Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$system"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$system"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$system"/home/linuxbrew/.linuxbrew/opt/openjdk*; do
    [ -x "$folder/bin/javac" ] && printf '%s\n' "$folder"
  done
  if [ -x "$system/usr/libexec/java_home" ]; then
    "$system/usr/libexec/java_home" -v "$JAVA_VERSION+" 2>/dev/null || true
  fi
}

# The installed JDK nearest to the version that we test with.
nearest_jdk() {
  local folder version best='' best_version=''
  while IFS= read -r folder; do
    version=$(jdk_version "$folder")
    if [ -z "$version" ] || [ "$version" -lt "$JAVA_VERSION" ]; then
      continue
    fi
    if [ -z "$best" ] || [ "$version" -lt "$best_version" ]; then
      best=$folder best_version=$version
    fi
  done <<EOF
$(jdk_folders)
EOF
  printf '%s' "$best"
}

# Sets and exports JAVA_HOME.
find_java() {
  local hint="install JDK $JAVA_VERSION (https://adoptium.net, or: sdk install java $JAVA_VERSION-tem), or name its folder in ALIDADE_JAVA"
  if [ -n "${ALIDADE_JAVA:-}" ]; then
    local named=$ALIDADE_JAVA
    [ -d "$named" ] || named=$(dirname "$(dirname "$named")")
    is_new_enough "$named" || die "ALIDADE_JAVA names $ALIDADE_JAVA, which is no JDK $JAVA_VERSION or newer: $hint"
    export JAVA_HOME=$named
    return 0
  fi
  if [ -n "${JAVA_HOME:-}" ] && is_new_enough "$JAVA_HOME"; then
    export JAVA_HOME
    return 0
  fi
  local found
  found=$(java_home_of_path)
  if [ -z "$found" ] || ! is_new_enough "$found"; then
    found=$(nearest_jdk)
  fi
  if [ -z "$found" ]; then
    die "JDK $JAVA_VERSION or newer is missing: $hint"
  fi
  export JAVA_HOME=$found
}

# Adds to `options` what the JVM cannot find out: whether input, output and errors are a terminal, and its width.
add_terminal_options() {
  local size=''
  if [ -t 1 ]; then
    size=$(stty size </dev/tty 2>/dev/null) || size=''
    options+=("-Dalidade.columns=${COLUMNS:-${size##* }}")
  fi
  if [ -t 2 ]; then
    options+=(-Dalidade.errors=terminal)
  fi
  if [ -t 0 ]; then
    options+=(-Dalidade.input=terminal)
  fi
}

# The one place for the options of the product's JVM: what they do for memory and speed is measured in
# docs/performance.md. A cache of classes fits only the options that it was made with.
java_options() {
  # PostgreSQL's grammar is methods so large that they would only be interpreted.
  printf '%s\n' -XX:-DontCompileHugeMethods
  printf '%s\n' --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    --add-opens=java.base/java.nio=ALL-UNNAMED -XX:MaxRAMPercentage=40 -Dfile.encoding=UTF-8 \
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -Xlog:disable -Xlog:all=error:stderr \
    -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=5000 -Djdk.nio.maxCachedBufferSize=262144 \
    -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0
  # Unpacked once after the build; the driver would do it again at every start.
  if compgen -G "$LIBRARIES/libsqlitejdbc.*" >/dev/null; then
    printf '%s\n' "-Dorg.sqlite.lib.path=$LIBRARIES"
  fi
  if has_few_cores; then
    printf '%s\n' -XX:+UseSerialGC -Xms48m -XX:NewSize=24m -XX:MinHeapFreeRatio=20 \
      -XX:MaxHeapFreeRatio=40 -XX:-ShrinkHeapInSteps
    return
  fi
  # What is collected at rest may be large here, and the next caller must not wait for it.
  printf '%s\n' -XX:+ExplicitGCInvokesConcurrent
}

has_few_cores() {
  local cores
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
  [ "$cores" -le 2 ]
}

# An arena of malloc for every thread holds memory that nobody uses; few cores need few.
limit_arenas() {
  if has_few_cores; then
    export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}
  fi
}
