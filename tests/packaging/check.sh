#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh WORD [arguments]: is what a desktop, a software centre and man read of the right form, and does it agree with
# the program? Ends with 77, which CTest shows as skipped, where a validator is missing; in CI that is a failure.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
linux=$root/packaging/linux
metainfo=$linux/alt.overlap.overlap.metainfo.xml
mime_type=application/x-overlap-experiment+json
scratch=$(mktemp -d "${TMPDIR:-/tmp}/overlap.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

fail() {
    printf '%s\n' "$@"
    exit 1
}

need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null && continue
        if [[ ${CI:-} ]]; then fail "$tool is missing"; fi
        printf 'SKIPPED: %s is missing\n' "$tool"
        exit 77
    done
}

# silent COMMAND...: fails when it does or when it says anything.
silent() {
    local said
    said=$("$@" 2>&1) || fail "$* failed:" "$said"
    if [[ $said ]]; then fail "$* said:" "$said"; fi
}

# same WHAT LEFT RIGHT
same() { [[ $2 == "$3" ]] || fail "$1 differ:" "$(diff <(printf '%s\n' "$2") <(printf '%s\n' "$3"))"; }

check_desktop() {
    need desktop-file-validate
    silent desktop-file-validate "$linux/overlap.desktop"
}

# The id under .alt brings the one hint there may be; the file itself says why it is so.
check_metainfo() {
    need appstreamcli xmllint
    silent xmllint --noout "$metainfo" "$linux/overlap.xml"
    local said
    said=$(appstreamcli validate --no-net --pedantic --no-color "$metainfo" 2>&1) || fail "$said"
    same "Hints of appstreamcli" "cid-maybe-not-rdns" "$(grep -oP '^[EWIP]: \S+ \K\S+' <<<"$said" | sort -u)"
}

content_type() { gio info --attributes standard::content-type "$1" | sed -n 's/.*standard::content-type: //p'; }

# A data folder of its own stands for an installation, so that the answers are those of a desktop.
check_mime() {
    need gio update-mime-database update-desktop-database
    export HOME=$scratch XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config
    mkdir -p "$XDG_DATA_HOME"/{applications,mime/packages} "$scratch/bin"
    cp "$linux/overlap.xml" "$XDG_DATA_HOME/mime/packages/"
    cp "$linux/overlap.desktop" "$XDG_DATA_HOME/applications/"
    ln -s /bin/true "$scratch/bin/overlap" # what TryExec looks for
    export PATH=$scratch/bin:$PATH
    silent update-mime-database "$XDG_DATA_HOME/mime"
    update-desktop-database "$XDG_DATA_HOME/applications"

    local experiment="$scratch/Zwei Übungen.overlap.json"
    printf '{}\n' | tee "$experiment" "$scratch/plain.json" >"$scratch/overlap.json"
    same "Type of an experiment" "$mime_type" "$(content_type "$experiment")"
    same "Type of other JSON" "application/json" "$(content_type "$scratch/plain.json")"
    same "Type of a file called overlap.json" "application/json" "$(content_type "$scratch/overlap.json")"
    local programs
    programs=$(gio mime "$mime_type")
    grep -q '^Default application.*overlap\.desktop$' <<<"$programs" || fail "No default application:" "$programs"
    grep -qx "MimeType=$mime_type;" "$linux/overlap.desktop" || fail "overlap.desktop names another type"
    grep -q "<mediatype>$mime_type</mediatype>" "$metainfo" || fail "The metainfo names another type"
}

long_options() { grep -oE -- '(^|[^[:alnum:]-])--[a-z][a-z-]*' | grep -oE -- '--[a-z-]+' | sort -u; }

# check_manual PAGE PROGRAM: the form of the page, and that it tells of every option and of no other.
check_manual() {
    need man groff
    silent env LC_ALL=C.UTF-8 groff -ww -man -Tutf8 -z "$1"
    local told
    told=$(MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 >"$scratch/page")
    [[ -z $told ]] || fail "man says:" "$told"
    told=$(MANWIDTH=120 man -E ascii -l "$1" | sed -n '/^OPTIONS/,/^EXIT STATUS/p' | grep -E '^ +-' | long_options)
    same "Options in the help and in the manual page" \
        "$({ "$2" --help && printf '%s\n' ' --help' ' --version'; } | long_options)" "$told"
}

# check_versions VERSION: of the project.
check_versions() {
    same "Version of the project and of the Debian changelog" "$1-1" \
        "$(sed -n '1s/^overlap (\(.*\)) .*/\1/p' "$root/packaging/debian/changelog")"
    same "Version of the project and newest release of the metainfo" "$1" \
        "$(grep -oP -m 1 '<release version="\K[^"]+' "$metainfo")"
}

must_be_there=(
    bin/overlap bin/overlap-cli libexec/overlap/overlap-testserver libexec/overlap/overlap-worker
    share/overlap/experiments/101-two-waits.json share/overlap/palettes/states.json
    share/overlap/python/gil_probe.py share/overlap/python/overlap_runner.py
    share/overlap/translations/overlap_de.qm
    share/applications/overlap.desktop share/metainfo/alt.overlap.overlap.metainfo.xml share/mime/packages/overlap.xml
    share/icons/hicolor/scalable/apps/overlap.svg share/man/man1/overlap.1.gz share/man/man1/overlap-cli.1.gz
    share/doc/overlap/copyright share/doc/overlap/changelog.gz share/doc/overlap/changelog.Debian.gz
)

# check_tree FOLDER: what lies in it as /usr would.
check_tree() {
    need appstreamcli readelf
    local tree file said
    tree=$(realpath "$1")
    for file in "${must_be_there[@]}"; do
        [[ -s $tree/usr/$file ]] || fail "/usr/$file is missing or empty"
    done
    file=$(find "$tree/usr" -type l -o -type d -not -perm 755 -o -type f -perm /022 -o \
        -type f -perm /111 -not -path '*/bin/*' -not -path '*/libexec/*' -o -type f -size 0)
    [[ -z $file ]] || fail "Links, empty files or strange permissions:" "$file"
    for file in "$tree"/usr/bin/* "$tree"/usr/libexec/overlap/*; do
        said=$(readelf -d "$file")
        [[ $said == *NEEDED*libc.so* && $said != *RPATH* && $said != *RUNPATH* ]] ||
            fail "$file carries a path to look for libraries, or could not be read:" "$said"
    done
    file=$(grep -rlF "$root" "$tree/usr" || true)
    [[ -z $file ]] || fail "The folder of the sources is written into:" "$file"
    said=$(appstreamcli validate-tree --no-net --no-color "$tree" 2>&1) || fail "$said"
    # Everything is found beside the program, wherever that is.
    (cd / && env -i "$tree/usr/bin/overlap-cli" run two-waits --time-scale 0.02 --json - --quiet) >"$scratch/report.json"
    grep -q '"schema": *"overlap.report/1"' "$scratch/report.json" || fail "No report:" "$(cat "$scratch/report.json")"
}

# check_installation BUILD_FOLDER
check_installation() {
    need cmake
    DESTDIR=$scratch/tree cmake --install "$1" --prefix /usr >"$scratch/install.log" || fail "$(cat "$scratch/install.log")"
    check_tree "$scratch/tree"
}

# check_package FILE.deb: what lintian does not ask.
check_package() {
    need dpkg-deb
    dpkg-deb -R "$1" "$scratch/package"
    mkdir "$scratch/tree"
    mv "$scratch/package/usr" "$scratch/tree/"
    (cd "$scratch/tree" && md5sum --quiet -c "$scratch/package/DEBIAN/md5sums") || fail "md5sums are wrong"
    same "Files and lines of md5sums" "$(find "$scratch/tree" -type f | wc -l)" "$(wc -l <"$scratch/package/DEBIAN/md5sums")"
    local library
    for library in libqt6widgets6 libqcustomplot2.1-qt6 libcurl4 libmicrohttpd12 libjpeg62-turbo libsqlite3-0 libgsl27; do
        grep -qE "^Depends:.*\b$library\b" "$scratch/package/DEBIAN/control" || fail "The package does not depend on $library"
    done
    check_tree "$scratch/tree"
}

word=$1
shift
"check_$word" "$@"
