#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
# plant_faults.sh VERSION BUILD_FOLDER: proves that check.sh sees what it is for. Plants one fault at a time in a copy of
# packaging/ and expects the check to refuse it with the right word; without a fault it must pass.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
version=$1
build=$2
scratch=$(mktemp -d "${TMPDIR:-/tmp}/overlap.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/tests"
cp -r "$root/tests/packaging" "$scratch/tests/"
problems=0

# checked FILE EDIT WORD [arguments]: runs the check on a copy in which sed has edited the file.
checked() {
    local file=$scratch/packaging/$1 edit=$2
    shift 2
    rm -rf "$scratch/packaging"
    cp -r "$root/packaging" "$scratch/"
    cp "$build"/packaging/*.1 "$scratch/packaging/man/"
    sed -i "$edit" "$file"
    local status=0
    "$scratch/tests/packaging/check.sh" "$@" >"$scratch/said" 2>&1 || status=$?
    if ((status == 77)); then
        cat "$scratch/said"
        exit 77
    fi
    return "$status"
}

refused() {
    local sentence=$1
    shift
    if checked "$@" || ! grep -qF -- "$sentence" "$scratch/said"; then
        printf "'%s' in %s should be refused with '%s', but: %s\n" "$2" "$1" "$sentence" "$(cat "$scratch/said")"
        problems=1
    fi
}

page=$scratch/packaging/man/overlap-cli.1
program=$build/bin/overlap-cli
desktop=linux/overlap.desktop
metainfo=linux/alt.overlap.overlap.metainfo.xml

for faultless in "manual $page $program" desktop metainfo mime "versions $version"; do
    # shellcheck disable=SC2086 # words and their arguments
    if ! checked "$metainfo" '' $faultless; then
        printf "'%s' should pass, but: %s\n" "$faultless" "$(cat "$scratch/said")"
        problems=1
    fi
done
refused '--points' man/overlap-cli.1 '/points/d' manual "$page" "$program"
refused '--invented' man/overlap-cli.1 's/^\.B .*quiet$/&, \\-\\-invented/' manual "$page" "$program"
refused 'warning' man/overlap-cli.1 's/^\.SH FILES/.NOSUCH/' manual "$page" "$program"
refused 'Type' "$desktop" '/^Type=/d' desktop
refused 'ComputerScience' "$desktop" 's/^Categories=.*/Categories=ComputerScience;/' desktop
refused 'summary' "$metainfo" '/<summary/d' metainfo
refused 'cid-contains-uppercase-letter' "$metainfo" 's/<id>.*</<id>alt.overlap.Overlap</' metainfo
refused 'Type of an experiment' linux/overlap.xml 's/\*\.overlap\.json/*.overlap/' mime
refused 'Type of other JSON' linux/overlap.xml 's/\*\.overlap\.json/*.json/' mime
refused 'No default application' "$desktop" '/^MimeType=/d' mime
refused 'Debian changelog' debian/changelog '1s/(.*)/(9.9.9-1)/' versions "$version"
refused 'metainfo' "$metainfo" 's/release version="[^"]*"/release version="9.9.9"/' versions "$version"
exit "$problems"
