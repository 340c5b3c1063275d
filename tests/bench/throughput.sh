#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a report costs beside the floor for touching every character of it: the whole of `gouji-cli recover --json --jobs 1`
# and of `uconv -x any-nfkc` (Debian: icu-devtools), over the same files, CPU time (user and system), in pairs one after the
# other. The medians do not depend on what else the machine does as much as single runs do.
#
#   tests/bench/throughput.sh [-c GOUJI-CLI] [-n PAIRS] [FILE|FOLDER]...
#
# Text files (.txt, .md) in UTF-8 are copied until they are at least 2,000; without any, the project's own samples and test
# documents.
set -euo pipefail
export LC_ALL=C.UTF-8

source=$(cd "$(dirname "$0")/../.." && pwd)
cli=$source/build/release/bin/gouji-cli
pairs=9
least=2000
while getopts c:n: option; do
    case $option in
    c) cli=$OPTARG ;;
    n) pairs=$OPTARG ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- "$source/resources/samples" "$source/tests/corpus"
command -v uconv >/dev/null || { echo "uconv is missing: apt-get install icu-devtools" >&2; exit 3; }
[ -x "$cli" ] || { echo "$cli is missing: cmake --preset release && cmake --build --preset release --target gouji-cli" >&2; exit 3; }

files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT
mapfile -d '' -t originals < <(find "$@" -type f \( -name '*.txt' -o -name '*.md' \) -print0 | sort -z)
usable=()
for original in "${originals[@]}"; do # uconv stops at the first file in another encoding, and would look fast
    uconv -f utf-8 -t utf-8 "$original" >/dev/null 2>&1 && usable+=("$original")
done
[ ${#usable[@]} -gt 0 ] || { echo "no text files in UTF-8 in: $*" >&2; exit 2; }
count=0
for ((round = 0; count < least; ++round)); do
    for original in "${usable[@]}"; do
        cp "$original" "$files/$round-$count.txt"
        count=$((count + 1))
    done
done

# CPU seconds of a command over all the files. It may find errors in them, that is no failure here.
cpu() {
    local TIMEFORMAT='%U %S' spent
    spent=$({ time "$@" "$files"/*.txt >/dev/null 2>&1 || true; } 2>&1)
    awk '{ print $1 + $2 }' <<<"$spent"
}
median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

ours=() floor=()
cpu "$cli" recover --json --jobs 1 >/dev/null # both programs and all the files are in memory then
cpu uconv -f utf-8 -t utf-8 -x any-nfkc >/dev/null
for ((pair = 0; pair < pairs; ++pair)); do
    floor+=("$(cpu uconv -f utf-8 -t utf-8 -x any-nfkc)")
    ours+=("$(cpu "$cli" recover --json --jobs 1)")
done
a=$(printf '%s\n' "${ours[@]}" | median)
b=$(printf '%s\n' "${floor[@]}" | median)
awk -v a="$a" -v b="$b" -v n="$count" -v pairs="$pairs" 'BEGIN {
    printf "%d files, %d pairs: gouji-cli %.3f s (%.2f ms a report, %d reports a second), uconv %.3f s (%.2f ms), ratio %.2f\n",
        n, pairs, a, a / n * 1000, n / a, b, b / n * 1000, a / b
}'
