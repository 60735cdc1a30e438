#!/usr/bin/env bash
# Draws every icon from biglittle.svg: PNG for the window and Linux, ICO for Windows, ICNS for macOS. The results are
# committed, so this is needed only after the drawing has changed. On Debian:
#   apt install librsvg2-bin icoutils icnsutils
set -euo pipefail
cd "$(dirname "$0")"

large=$(mktemp -d)
trap 'rm -r "$large"' EXIT
for size in 16 24 32 48 64 128 256; do
  rsvg-convert --width "$size" --height "$size" biglittle.svg --output "biglittle-$size.png"
done
for size in 512 1024; do
  rsvg-convert --width "$size" --height "$size" biglittle.svg --output "$large/$size.png"
done
icotool --create --output biglittle.ico biglittle-{16,24,32,48,64,128}.png --raw biglittle-256.png
png2icns biglittle.icns biglittle-{16,32,48,128,256}.png "$large/512.png" "$large/1024.png"
