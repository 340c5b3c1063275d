#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What reading files costs beside programs that only take the text out of them, measured in one run on the same files: all files of a
# kind in one call of gouji-cli (--jobs 1, which also recovers and checks) against the other program started once a file, as a script
# would. Prints seconds of processor time and the ratio; needs pandoc and poppler-utils.
#
# usage: tests/bench/readers.sh FOLDER     with *.docx, *.html, *.pdf; gouji-cli is $GOUJI_CLI or build/release/bin/gouji-cli
set -eu

folder=${1:?usage: readers.sh FOLDER}
here=$(cd "$(dirname "$0")/../.." && pwd)
cli=${GOUJI_CLI:-$here/build/release/bin/gouji-cli}

# Seconds of processor time, user and system, of a command and all that it starts.
seconds() {
    python3 -c '
import resource, subprocess, sys
def used():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime
before = used() # where python3 is a script that looks for Python, what that started counts as its children
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(f"{used() - before:.3f}")' "$@"
}

for kind in docx html pdf; do
    ls "$folder"/*."$kind" >/dev/null 2>&1 || continue
    count=$(ls "$folder"/*."$kind" | wc -l)
    if [ "$kind" = pdf ]; then
        other="pdftotext -layout" each='for f; do pdftotext -layout "$f" -; done'
    else
        other="pandoc -t plain" each='for f; do pandoc -t plain "$f"; done'
    fi
    # The best of three each, in turns: other work on the machine only ever adds.
    ours= theirs=
    for round in 1 2 3; do
        a=$(seconds "$cli" recover --json --jobs 1 "$folder"/*."$kind")
        b=$(seconds sh -c "$each" sh "$folder"/*."$kind")
        ours=$(printf '%s\n' $ours "$a" | sort -n | head -1)
        theirs=$(printf '%s\n' $theirs "$b" | sort -n | head -1)
    done
    echo "$kind $count $ours $theirs $other" | awk '{ printf "%-5s %4d files   gouji-cli %7.3f s   %s %s %7.3f s   they/we %6.1f   we/they %5.2f\n", $1, $2, $3, $5, $6" "$7, $4, $4/$3, $3/$4 }'
done
