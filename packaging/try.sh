#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the review window on a bundled sample.
# Where there is no display it prints that sample's tables and findings instead.
# usage: sh packaging/try.sh [REPORT]     a report of your own instead of the sample
set -eu
report=$(realpath "${1:-$(dirname "$0")/../resources/samples/tabs-lost-spans.txt}")
cd "$(dirname "$0")/.."
. packaging/setup.sh

need_packages $gouji_build_packages
configure_and_build release gouji gouji-cli

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    build/release/bin/gouji "$report" && exit 0
    say "The window ended with status $?."
fi

say "Without a display: the recovered tables and findings as text (没有图形界面，以文本显示)."
# Status 1 says that the report contradicts itself, which is what the sample is for.
build/release/bin/gouji-cli recover "$report" || [ $? -eq 1 ]
