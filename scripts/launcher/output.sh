# What the launcher says: everything goes to stderr, so that stdout carries data only.
# shellcheck shell=bash

say() { printf 'alidade: %s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

# Runs a command as a named phase: shows the time it takes, keeps its output in a log, shows the log when it fails.
phase() {
  local title=$1 log=$2 started=$SECONDS status=0
  shift 2
  mkdir -p "$(dirname "$log")"
  if [ ! -t 2 ]; then
    say "$title"
  fi
  "$@" >"$log" 2>&1 </dev/null &
  phase_process=$!
  trap 'stop_phase; exit 130' INT
  trap 'stop_phase; exit 143' TERM
  if [ -t 2 ]; then
    show_elapsed "$title" "$started" "$phase_process"
  fi
  wait "$phase_process" || status=$?
  trap - INT TERM
  if [ "$status" -eq 0 ]; then
    report_phase "$title: done in $((SECONDS - started)) s"
    return 0
  fi
  report_phase "$title: FAILED after $((SECONDS - started)) s; the end of its log ($log):"
  tail -n "${ALIDADE_LOG_LINES:-60}" "$log" >&2
  return "$status"
}

show_elapsed() {
  local title=$1 started=$2 process=$3
  while kill -0 "$process" 2>/dev/null; do
    printf '\ralidade: %s ... %d s ' "$title" $((SECONDS - started)) >&2
    sleep 0.2
  done
}

report_phase() {
  if [ -t 2 ]; then
    printf '\r\033[K' >&2
  fi
  say "$1"
}

stop_phase() {
  stop_tree "$phase_process"
  say "interrupted"
}

# Ends a process and the processes that it started.
stop_tree() {
  local child
  for child in $(pgrep -P "$1" 2>/dev/null || true); do
    stop_tree "$child"
  done
  kill "$1" 2>/dev/null || true
}
