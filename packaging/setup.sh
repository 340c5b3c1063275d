# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by try.sh and test.sh: installs what the build needs, and only what is missing.

# shellcheck shell=sh disable=SC2034,SC2048,SC2086 # names are lists on purpose

gouji_build_packages="cmake ninja-build g++ pkg-config qt6-base-dev qt6-charts-dev libqt6opengl6-dev qt6-svg-dev
qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6sql6-sqlite qt6-translations-l10n libicu-dev libarchive-dev libpoppler-cpp-dev
libtesseract-dev libleptonica-dev tesseract-ocr-chi-sim tesseract-ocr-eng poppler-data libqpdf-dev libjemalloc-dev fonts-noto-cjk"

say() { printf '%s\n' "$*" >&2; }

# missing_packages NAME...: prints those that dpkg does not know as installed.
missing_packages() {
    for name in "$@"; do
        status=$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) || status=
        [ "$status" = installed ] || printf '%s ' "$name"
    done
}

# need_packages NAME...: returns when all of them are installed; ends the script where that cannot be done.
need_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
        say "This is not a Debian-like system, so nothing is installed. The build needs CMake 3.25, Ninja, a C++20 compiler, Qt 6.4"
        say "(Core, Sql with SQLite, Gui, Widgets, PrintSupport, Charts, Svg, LinguistTools, Test), ICU, libarchive, poppler-cpp with its data, qpdf, Tesseract with its Chinese data and a Chinese font. On Debian 12 they are:"
        say $*
        say "(非 Debian 系统：请自行安装以上软件。) Going on with what is here."
        return 0
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0

    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            say "These packages are missing, and there is no sudo to install them with. As root, run (请以 root 身份运行):"
            say "  apt-get update && apt-get install --no-install-recommends $missing"
            exit 3
        fi
        as_root="sudo"
    fi
    say "Installing (正在安装): $missing"
    # env after sudo, because sudo drops the variables it is called with.
    if ! { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update \
        && $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends $missing; } >&2; then
        say "apt-get could not install the packages (软件包安装失败，请检查网络和软件源). Gouji is made for Debian 12 (bookworm) or newer. To try again by hand:"
        say "  apt-get update && apt-get install --no-install-recommends $missing"
        exit 3
    fi
}

# configure_and_build PRESET TARGET...: all targets where none is named.
configure_and_build() {
    preset=$1
    shift
    cmake --preset "$preset" >&2 || exit 4
    if [ $# -gt 0 ]; then
        cmake --build --preset "$preset" --parallel "$(nproc)" --target "$@" >&2 || exit 4
    else
        cmake --build --preset "$preset" --parallel "$(nproc)" >&2 || exit 4
    fi
}
