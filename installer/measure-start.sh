#!/bin/sh
# Measures how long the window takes to appear and to be drawn, and the pair to be ready, from the moment the command is given:
#   installer/measure-start.sh [RUNS] COMMAND...
# Needs a display, or Xvfb to make one. The first run is not counted: it reads the files from the disk.
set -eu
case $1 in
  *[!0-9]*) runs=5 ;;
  *) runs=$1; shift ;;
esac
if [ -z "${DISPLAY:-}" ]; then
  pipe=$(mktemp -u) && mkfifo "$pipe"
  Xvfb -displayfd 3 -screen 0 1400x1000x24 -nolisten tcp 3>"$pipe" 2>/dev/null &
  server=$!
  trap 'kill $server; rm -f "$pipe"' EXIT
  read -r number <"$pipe"
  export DISPLAY=:"$number"
fi
export BIGLITTLE_START_REPORT="Das ist ein schöner Tag."
for run in $(seq 0 "$runs"); do
  start=$(date +%s%3N)
  "$@" 2>/dev/null | awk -v start="$start" -v run="$run" 'run > 0 && NF == 2 { print $1, $2 - start }'
done | sort -k1,1 -k2,2n | awk '
  { times[$1] = times[$1] " " $2; count[$1]++ }
  END {
    for (what in times) {
      split(times[what], t, " ")
      n = count[what]
      printf "%-10s median %5d ms of%s\n", what, (t[int((n + 1) / 2)] + t[int((n + 2) / 2)]) / 2, times[what]
    }
  }' | sort -k3n
