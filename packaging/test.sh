#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and runs all tests. Ends with 0 only where all of them pass.
# usage: sh packaging/test.sh [CTEST-OPTION...]
set -eu
cd "$(dirname "$0")/.."
. packaging/setup.sh

# Poppler reads the printed PDF back; without it those tests skip and say so.
need_packages $gouji_build_packages poppler-utils
configure_and_build release
exec ctest --preset release --parallel "$(nproc)" "$@"
