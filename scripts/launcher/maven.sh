# Finding Maven: the wrapper first, Maven on the PATH otherwise.
# shellcheck shell=bash

# How many minutes an unreachable wrapper distribution is not asked for again.
WRAPPER_RETRY_MINUTES=1440

# Sets and exports MAVEN, the program that runs Maven.
find_maven() {
  if [ -n "${ALIDADE_MAVEN:-}" ]; then
    MAVEN=$ALIDADE_MAVEN
    return 0
  fi
  if wrapper_works; then
    MAVEN=$ROOT/mvnw
    return 0
  fi
  if ! command -v mvn >/dev/null; then
    install_or_die "Maven" "install Maven 3.8.6 or newer (https://maven.apache.org/install.html), then run this again" maven
    hash -r
  fi
  MAVEN=$(command -v mvn)
  export MAVEN
}

wrapper_property() { sed -n "s/^$1=//p" "$ROOT/.mvn/wrapper/maven-wrapper.properties"; }

# The wrapper is tried where its Maven is unpacked already, or where its archive answers within seconds.
wrapper_works() {
  local url name unreachable=$WORK/wrapper-unreachable
  url=$(wrapper_property distributionUrl)
  name=${url##*/}
  for unpacked in "${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists/${name%-bin.zip}"/*/bin/mvn; do
    [ -x "$unpacked" ] && return 0
  done
  mkdir -p "$WORK"
  if [ -n "$(find "$unreachable" -mmin "-$WRAPPER_RETRY_MINUTES" 2>/dev/null)" ]; then
    return 1
  fi
  if answers "$url" && phase "fetching Maven" "$WORK/maven.log" bounded 180 "$ROOT/mvnw" --version; then
    return 0
  fi
  : >"$unreachable"
  return 1
}

answers() {
  if command -v curl >/dev/null; then
    curl --silent --fail --location --head --output /dev/null --connect-timeout 3 --max-time 6 "$1"
    return
  fi
  if command -v wget >/dev/null; then
    wget --quiet --spider --tries=1 --timeout=4 "$1"
    return
  fi
  return 1
}
