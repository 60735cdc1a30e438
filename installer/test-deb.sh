#!/bin/bash
# Installs the .deb in a bare Debian, translates there on the command line and in the window without any network, opens a
# recording as a file manager does, removes the package, and checks that nothing is left:
#   installer/test-deb.sh target/installer/biglittle_0.1.0_amd64.deb [FOLDER FOR PICTURES]
# Needs root, a Debian mirror, and: debootstrap xvfb xdotool xclip imagemagick. The bare Debian (about 600 MB) is made once,
# in $BIGLITTLE_TEST_ROOT or /var/tmp/biglittle-test, and copied for each test.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
deb=$(realpath "$1")
pictures=$(realpath "${2:-$here/../target/installer}")
mkdir -p "$pictures"
work=${BIGLITTLE_TEST_ROOT:-/var/tmp/biglittle-test}
base=$work/base
root=$work/root
package=$(dpkg-deb --field "$deb" Package)
# what is in test-recording.biglittle
recorded="The next morning, the weather was so beautiful that we had breakfast. The children didn't want to drive home at all."
server=

say() { printf '== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
for tool in debootstrap Xvfb xdotool xclip import unshare; do
  command -v "$tool" >/dev/null || fail "$tool is missing; install debootstrap xvfb xdotool xclip imagemagick util-linux"
done
[ "$(id -u)" = 0 ] || fail "a chroot needs root"

release() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  for mounted in tmp/.X11-unix proc; do
    if mountpoint -q "$root/$mounted"; then umount "$root/$mounted"; fi
  done
}
trap release EXIT
within() { chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "${@:2}"; }
inside() { within "$root" "$@"; }
# as somebody who is not root, and with no network but "lo", which is down
user() { unshare -n chroot --userspec=tester:tester "$root" env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME=/home/tester "$@"; }
# apt's and dpkg's own records change with every package
files() { (cd "$root" && find . -xdev \( -path ./home -o -path ./proc -o -path ./var/lib/dpkg -o -path ./var/lib/apt \
  -o -path ./var/cache -o -path ./var/log -o -path ./tmp \) -prune -o -print | sort); }

release
depends=$(dpkg-deb --field "$deb" Depends)
if [ "$(cat "$base/made" 2>/dev/null)" != "$depends" ]; then
  say "making a bare Debian with what the package depends on in $base"
  rm -rf "$base"
  {
    debootstrap --variant=minbase bookworm "$base"
    cp /etc/resolv.conf "$base/etc/resolv.conf"
    echo force-unsafe-io >"$base/etc/dpkg/dpkg.cfg.d/quick"
    within "$base" apt-get -q update
    within "$base" apt-get -q install -y --no-install-recommends shared-mime-info desktop-file-utils libglib2.0-bin
    within "$base" apt-get -q satisfy -y --no-install-recommends "$depends"
    within "$base" useradd --create-home tester
  } >"$work.log" 2>&1 || fail "see $work.log"
  printf '%s\n' "$depends" >"$base/made"
fi
rm -rf "$root"
cp -a "$base" "$root"
mount -t proc proc "$root/proc"
cp "$deb" "$root/tmp/package.deb"
cp "$here/test-recording.biglittle" "$root/tmp/run.biglittle"
chmod a+r "$root/tmp/run.biglittle"
files >"$work/before"

say "installing $package with dpkg alone: nothing else may be needed"
inside dpkg -i /tmp/package.deb >/dev/null || fail "dpkg -i"
inside desktop-file-validate /usr/share/applications/biglittle.desktop
for library in "$root"/usr/lib/biglittle/lib/app/natives/*.so; do
  case $library in
    # without prism_es2 JavaFX draws by software; CUDA's library is loaded only where CUDA is installed
    *prism_es2* | *providers_cuda*) continue ;;
  esac
  # ONNX Runtime itself is loaded by its path before the library that needs it
  if inside ldd "${library#"$root"}" | grep 'not found' | grep -v libonnxruntime; then fail "$library lacks a library"; fi
done

say "command line, without network"
[ "$(user biglittle --version)" != "" ] || fail "--version"
german="Das ist ein guter Tag. Wo ist der Bahnhof?"
english=$(user biglittle translate "$german")
printf '%s\n' "$english"
case $english in *station*) ;; *) fail "translate" ;; esac
[ "$(printf 'Guten Morgen!\nDanke.\n' | user biglittle translate | wc -l)" = 2 ] || fail "standard input"
doctor=$(user biglittle doctor) || fail "doctor"
printf '%s\n' "$doctor"
case $doctor in *"CUDA is not used because"*) ;; *) fail "the doctor does not say why CUDA is not used" ;; esac
code=0; user biglittle translate --provider cuda x 2>"$work/cuda.log" || code=$?
if [ "$code" != 1 ] || ! grep -q "CUDA is not used because" "$work/cuda.log"; then fail "CUDA where there is none: $code"; fi
code=0; user biglittle translate --fallback 7 x 2>/dev/null || code=$?
[ "$code" = 2 ] || fail "wrong usage ended with $code"
seq 20000 | sed 's/.*/Das ist ein guter Tag./' >"$root/tmp/long.txt"
# with job control, since a script's other background commands do not hear interrupts
set -m
user biglittle translate --input /tmp/long.txt >"$root/tmp/out" & command=$!
set +m
until [ -s "$root/tmp/out" ]; do sleep 0.2; done
kill -INT -- "-$command"
code=0; wait "$command" || code=$?
[ "$code" = 130 ] || fail "an interrupt ended with $code"

say "file type"
type=$(inside gio info -a standard::content-type /tmp/run.biglittle)
case $type in *application/x-biglittle-run+json*) ;; *) fail "file type: $type" ;; esac
programs=$(inside gio mime application/x-biglittle-run+json)
case $programs in *biglittle.desktop*) ;; *) fail "the file type has no program: $programs" ;; esac

say "window, without network"
mkdir -p "$root/tmp/.X11-unix"
exec 3<>"$work/display"
Xvfb -displayfd 3 -screen 0 1300x900x24 -nolisten tcp 2>/dev/null & server=$!
until [ -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(tail -1 "$work/display"); export DISPLAY
rm "$work/display"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
# waits for the window, and until it has drawn itself
await_window() {
  timeout 120 xdotool search --sync --onlyvisible --name BigLittle >/dev/null || fail "no window: $(cat "$work/window.log")"
  sleep 3
}
# copies the translation until it is the one that is named, and takes a picture
translation() {
  copied=
  for _ in $(seq 60); do
    sleep 1
    xdotool key alt+c
    copied=$(timeout 2 xclip -selection clipboard -o 2>/dev/null || true)
    [ "$copied" != "$1" ] || break
  done
  import -window root "$2"
  printf 'window: %s\npicture: %s\n' "$copied" "$2"
  [ "$copied" = "$1" ] || fail "the window does not show: $1"
}
user DISPLAY="$DISPLAY" biglittle 2>"$work/window.log" & window=$!
await_window
xdotool type --delay 60 "$german"
xdotool key ctrl+Return
translation "$english" "$pictures/$package-window.png"
xdotool key ctrl+q
code=0; wait "$window" || code=$?
[ "$code" = 0 ] || fail "the window ended with $code: $(cat "$work/window.log")"
[ ! -s "$work/window.log" ] || fail "the window complained: $(cat "$work/window.log")"

say "a recording, opened as a file manager opens it"
user DISPLAY="$DISPLAY" gio open /tmp/run.biglittle 2>"$work/window.log"
await_window
translation "$recorded" "$pictures/$package-recording.png"
xdotool key ctrl+q
for _ in $(seq 30); do
  sleep 1
  xdotool search --onlyvisible --name BigLittle >/dev/null 2>&1 || break
done
if xdotool search --onlyvisible --name BigLittle >/dev/null 2>&1; then fail "the window did not close"; fi

say "nothing was unpacked"
if find "$root/home" "$root/tmp" "$root/root" -name '*.so*' -o -name '.openjfx' -o -name '.djl.ai' | grep .; then
  fail "a library was unpacked at start"
fi
find "$root/home/tester" -newer "$work/before" -type f -printf 'left for the user: %P\n'

say "removing"
inside dpkg --purge "$package" >/dev/null
files >"$work/after"
diff "$work/before" "$work/after" || fail "files were left, or others went"
say "passed"
