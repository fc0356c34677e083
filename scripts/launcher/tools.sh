# Finding and installing the tools that are not ours.
# shellcheck shell=bash

# Runs a command for so many seconds at most; macOS has no `timeout`.
bounded() {
  local seconds=$1 process watchdog status=0
  shift
  "$@" &
  process=$!
  (
    sleep "$seconds"
    stop_tree "$process"
  ) >/dev/null 2>&1 &
  watchdog=$!
  wait "$process" || status=$?
  stop_tree "$watchdog"
  wait "$watchdog" 2>/dev/null || true
  return "$status"
}

can_apt_install() { [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; }

apt_install() { DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

apt_update_and_install() {
  apt_install "$@" || { apt-get update && apt_install "$@"; }
}

# install_or_die NAME HINT PACKAGE...: installs Debian packages where that is possible, or says what to do.
install_or_die() {
  local name=$1 hint=$2
  shift 2
  can_apt_install || die "$name is missing: $hint"
  phase "installing $name" "$WORK/install-$1.log" apt_update_and_install "$@" ||
    die "$name is missing and could not be installed: $hint"
}

# True when dotted version $1 is at least $2.
version_at_least() {
  local have=$1 want=$2 have_part want_part
  while [ -n "$want" ]; do
    have_part=${have%%.*} want_part=${want%%.*}
    have_part=${have_part%%[!0-9]*}
    [ "${have_part:-0}" -gt "$want_part" ] && return 0
    [ "${have_part:-0}" -lt "$want_part" ] && return 1
    case "$have" in *.*) have=${have#*.} ;; *) have= ;; esac
    case "$want" in *.*) want=${want#*.} ;; *) want= ;; esac
  done
}

NODE_VERSION=20.19

has_node() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    version_at_least "$(node --version | sed 's/^v//')" "$NODE_VERSION"
}

find_node() {
  has_node && return 0
  local hint="install Node.js $NODE_VERSION or newer with npm (https://nodejs.org), then run this again"
  install_or_die "Node.js" "$hint" nodejs npm
  hash -r
  has_node || die "Node.js $NODE_VERSION or newer is missing (found: $(node --version 2>/dev/null || echo none)): $hint"
}

# Sets CHROMIUM to a browser that the tests can drive.
find_chromium() {
  CHROMIUM=${ALIDADE_CHROMIUM:-$(chromium_path)}
  if [ -z "$CHROMIUM" ]; then
    install_or_die "Chromium" "install Chromium or Chrome, or name it in ALIDADE_CHROMIUM" chromium
    CHROMIUM=$(chromium_path)
  fi
  [ -x "$CHROMIUM" ] || die "Chromium is missing: install it, or name its program in ALIDADE_CHROMIUM"
}

chromium_path() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && return 0
  done
  for name in "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -x "$name" ] && printf '%s\n' "$name" && return 0
  done
  return 0
}

# Makes sure that the tests find MariaDB's server; the package without the service is enough.
find_mariadb() {
  has_mariadb && return 0
  install_or_die "MariaDB" "install MariaDB's server, mariadbd (https://mariadb.org/download)" mariadb-server-core
  has_mariadb || die "MariaDB is missing: install its server, mariadbd"
}

# Makes sure that the tests find Redis, which they start themselves.
find_redis() {
  command -v redis-server >/dev/null && return 0
  install_or_die "Redis" "install redis-server (https://redis.io/downloads)" redis-server
  hash -r
}

has_mariadb() { command -v mariadbd >/dev/null || [ -x /usr/sbin/mariadbd ]; }
