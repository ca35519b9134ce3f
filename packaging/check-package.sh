#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the package into a fresh Debian 12 that knows nothing of this machine, uses it as a person would, and takes it
# off again:
#
#   check-package.sh FILE.deb [--pictures FOLDER]
#
# Needs root, debootstrap, xvfb, xdotool and imagemagick. Packages come from where apt of this machine gets them; the
# base system and what was downloaded are kept in $OVERLAP_CHROOT_CACHE, or else in ~/.cache/overlap-chroot, so that the
# second time is quick. Mounts and processes live in name spaces of their own and end with this program, whatever
# happens.
set -euo pipefail

release=bookworm
person=student
mime_type=application/x-overlap-experiment+json

begun=$SECONDS
say() { printf '[%3d s] %s\n' $((SECONDS - begun)) "$*"; }
fail() {
    printf 'check-package: %s\n' "$@" >&2
    exit 1
}

# ---- Outside: what is needed, and a place that is cleaned up ----

usage() { fail "usage: check-package.sh FILE.deb [--pictures FOLDER]"; }

read_arguments() {
    package=''
    pictures=''
    while (($#)); do
        case $1 in
            --pictures) pictures=$(realpath -m -- "${2:?}") && shift 2 ;;
            -*) usage ;;
            *) package=$(realpath -e -- "$1") && shift ;;
        esac
    done
    [[ $package ]] || usage
}

check_machine() {
    local tool
    ((EUID == 0)) || fail "this makes a system of its own and needs root: sudo $0 ..."
    for tool in debootstrap Xvfb xdotool import unshare dpkg-deb; do
        command -v "$tool" >/dev/null || fail "$tool is missing (debootstrap, xvfb, xdotool, imagemagick, util-linux, dpkg)"
    done
    unshare --mount --pid --fork true 2>/dev/null || fail "this root may make no name spaces, as in many containers"
}

outside() {
    read_arguments "$@"
    check_machine
    cache=${OVERLAP_CHROOT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/overlap-chroot}
    mkdir -p "$cache/archives/partial" ${pictures:+"$pictures"}
    scratch=$(mktemp -d /var/tmp/overlap-chroot.XXXXXX)
    child=
    trap 'if [[ $child ]]; then kill "$child" 2>/dev/null || true; wait "$child" 2>/dev/null || true; fi
          rm -rf --one-file-system "$scratch"' EXIT
    trap 'exit 130' INT TERM HUP
    # In the background, because only then a signal reaches this shell at once.
    unshare --mount --pid --fork --kill-child -- \
        "$0" --inside "$package" "$cache" "$scratch/system" "$pictures" </dev/null &
    child=$!
    local status=0
    wait "$child" || status=$?
    child=
    exit "$status"
}

# ---- Inside: the fresh system ----

# One line per source of Debian that apt of this machine knows: address, suite, component.
debian_sources() {
    apt-get indextargets --format "\$(REPO_URI)|\$(RELEASE)|\$(COMPONENT)|\$(CODENAME)|\$(ORIGIN)" 'Created-By: Packages' |
        awk -F'|' -v release="$release" '$4 ~ "^" release && $5 == "Debian" {print "deb", $1, $2, $3}' | sort -u
}

make_base() {
    local main=$1
    base=$cache/$release-$(dpkg --print-architecture).tar
    if [[ -s $base ]]; then
        say "base system: $(stat -c %y "$base" | cut -d' ' -f1), kept in $cache"
    else
        say "base system: debootstrap of $release"
        debootstrap --variant=minbase ${https:+--include=ca-certificates} "$release" "$system" "$main" \
            >"$system.log" 2>&1 || fail "debootstrap failed:" "$(tail -n 20 "$system.log")"
        tar --one-file-system -C "$system" -cf "$base.new" .
        mv "$base.new" "$base"
        rm -rf "$system"
    fi
    mkdir "$system"
    tar -C "$system" -xf "$base"
}

mount_system() {
    local node
    mount -t tmpfs tmpfs /tmp # the display's socket and lock stay in this name space
    mount -t proc proc /proc
    mount -t proc proc "$system/proc"
    mount -t sysfs -o ro sysfs "$system/sys"
    mount -t tmpfs -o mode=755 tmpfs "$system/dev"
    mkdir -m 1777 "$system/dev/shm"
    mkdir "$system/dev/pts"
    for node in null zero full random urandom tty; do
        touch "$system/dev/$node"
        mount --bind "/dev/$node" "$system/dev/$node"
    done
    mount --bind "$cache/archives" "$system/var/cache/apt/archives"
}

make_system() {
    local sources main
    sources=$(debian_sources)
    main=$(awk -v release="$release" '$3 == release && $4 == "main" {print $2; exit}' <<<"$sources")
    [[ $main ]] || fail "apt of this machine knows no Debian $release (is it Debian 12, and was apt-get update run?)"
    https=$(grep -o -m 1 'https:' <<<"$sources" || true)
    make_base "$main"
    printf '%s\n' "$sources" >"$system/etc/apt/sources.list"
    # How to get there: proxies, time limits.
    apt-config dump Acquire | grep -iE '^Acquire::(http|https|ftp|Retries|Check-)' >"$system/etc/apt/apt.conf.d/90host" || true
    cp /etc/resolv.conf "$system/etc/resolv.conf"
    printf '#!/bin/sh\nexit 101\n' >"$system/usr/sbin/policy-rc.d" # no services
    chmod 755 "$system/usr/sbin/policy-rc.d"
    echo force-unsafe-io >"$system/etc/dpkg/dpkg.cfg.d/unsafe-io" # nothing here has to outlive a power cut
    mount_system
    in_system apt-get -qq update
    make_home
}

in_system() {
    chroot "$system" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@" \
        >"$system.log" 2>&1 || fail "this failed in the fresh system: $*" "$(tail -n 30 "$system.log")"
}

# What "apt install" does without what is only recommended, which is the harder case.
install() { in_system apt-get install -y --no-install-recommends "$@"; }

# as_person COMMAND...: without privileges, with nothing in the environment but what a session gives.
as_person() {
    chroot --userspec="$person:$person" "$system" env -i HOME="/home/$person" USER="$person" LANG=C.UTF-8 \
        PATH=/usr/local/bin:/usr/bin:/bin DISPLAY="$DISPLAY" XDG_RUNTIME_DIR="/home/$person/runtime" \
        XDG_CURRENT_DESKTOP=GNOME sh -c 'cd && exec "$@"' sh "$@"
}

# ---- Inside: the steps ----

start_display() {
    local number
    mkfifo /tmp/display
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3<>/tmp/display >/tmp/xvfb.log 2>&1 &
    read -r -t 30 number <>/tmp/display || fail "Xvfb did not start:" "$(cat /tmp/xvfb.log)"
    export DISPLAY=:$number
}

make_home() {
    in_system useradd --create-home "$person"
    mkdir -m 700 "$system/home/$person/runtime"
    chroot "$system" chown "$person:$person" "/home/$person/runtime"
}

# write_experiment TITLE: a file of this name, with blanks and letters beyond ASCII as people name files. Its title is
# its own, so that a window that shows it can be told from one that remembers another.
write_experiment() {
    experiment="/home/$person/$1.overlap.json"
    sed "s/\"title\": *\"[^\"]*\"/\"title\": \"$1\"/" \
        "$system/usr/share/overlap/experiments/101-two-waits.json" >"$system$experiment"
    grep -q "$1" "$system$experiment" || fail "no title to change in 101-two-waits.json"
    chmod 644 "$system$experiment"
}

picture() {
    [[ $pictures ]] || return 0
    sleep 1 # for the eye only: the first frame may still be in the making
    import -window root "$pictures/$1.png"
}

# window_shows WAY TITLE: waits until the one window of the program has the experiment's title, then leaves it with Ctrl+Q.
window_shows() {
    local window='' title='' attempt
    for ((attempt = 0; attempt < 100; ++attempt)); do
        window=$(xdotool search --onlyvisible --class '^overlap$' 2>/dev/null | head -n 1 || true)
        title=$([[ -z $window ]] || xdotool getwindowname "$window" 2>/dev/null || true)
        [[ $title != *"$2"* ]] || break
        sleep 0.2
    done
    picture "$1"
    [[ $title == *"$2"* ]] ||
        fail "$1: no window shows the experiment; the title is '$title'" "$(cat /tmp/program.log)"
    say "$1: the window is called '$title'"
    xdotool windowfocus --sync "$window" key ctrl+q
    for ((attempt = 0; attempt < 100; ++attempt)); do
        pgrep overlap >/dev/null || return 0 # sees this name space alone
        sleep 0.1
    done
    fail "$1: Ctrl+Q does not end the program"
}

use_command_line() {
    as_person overlap-cli list >/tmp/list || fail "overlap-cli list failed"
    grep -q 'two-waits' /tmp/list || fail "overlap-cli list does not show two-waits:" "$(cat /tmp/list)"
    say "overlap-cli list: $(($(wc -l </tmp/list) - 1)) lines"
    as_person overlap-cli run two-waits --time-scale 0.05 >/tmp/run || fail "overlap-cli run failed:" "$(cat /tmp/run)"
    say "overlap-cli run two-waits: $(grep -m 1 'became' /tmp/run || fail "no finding:" "$(cat /tmp/run)")"
    as_person overlap-cli run web-requests --time-scale 0.05 --quiet --chart "gantt=/home/$person/lanes.png" ||
        fail "overlap-cli run web-requests failed"
    [[ -s $system/home/$person/lanes.png ]] || fail "no chart was drawn"
    say "overlap-cli run web-requests: its server answered, its chart is drawn"
}

use_window() {
    write_experiment "Drei Übungen"
    as_person overlap "$experiment" >/tmp/program.log 2>&1 &
    window_shows "overlap FILE" "Drei Übungen"
}

# opened_by COMMAND...: the words by which a desktop opens what was double-clicked.
opened_by() {
    as_person "$@" "$experiment" >/tmp/program.log 2>&1 || fail "$* failed:" "$(cat /tmp/program.log)"
}

use_desktop() {
    local type program
    write_experiment "Fünf Wartende"
    type=$(as_person xdg-mime query filetype "$experiment")
    [[ $type == "$mime_type" ]] || fail "xdg-mime takes the experiment for $type"
    program=$(as_person xdg-mime query default "$mime_type")
    [[ $program == overlap.desktop ]] || fail "xdg-mime opens experiments with '$program'"
    say "xdg-mime: $type, opened by $program"
    opened_by gio open
    window_shows "gio open" "Fünf Wartende"
    write_experiment "Sechs für später"
    opened_by xdg-open
    window_shows "xdg-open" "Sechs für später"
}

# Every file of the system with its rights and its content, but for the diaries of dpkg and apt and what has no place in
# a package: homes, run-time folders, and ldconfig's own cache of file numbers.
not_compared=(home tmp run root proc sys dev var/log var/lib/dpkg var/lib/apt var/cache/apt var/cache/ldconfig)

snapshot() {
    local left_out=(-false) folder
    for folder in "${not_compared[@]}"; do left_out+=(-o -path "./$folder"); done
    cd "$system"
    {
        find . \( "${left_out[@]}" \) -prune -o -printf '%p %y %m %U:%G %l\n' | sort
        find . \( "${left_out[@]}" \) -prune -o -type f -print0 | sort -z | xargs -0 md5sum
    } >"$1"
    cd /
}

check_removed() {
    local left
    left=$(cd "$system" && find . -xdev -iname '*overlap*' -not -path './home/*' -not -path './var/cache/apt/*' \
        -not -path ./overlap.deb)
    [[ -z $left ]] || fail "left behind:" "$left"
    if chroot "$system" dpkg-query --status overlap >/dev/null 2>&1; then fail "dpkg still knows the package"; fi
}

inside() {
    package=$1 cache=$2 system=$3 pictures=$4
    make_system
    start_display
    cp "$package" "$system/overlap.deb"
    say "fresh Debian $(cat "$system/etc/debian_version"), $(chroot "$system" dpkg-query -f '.\n' -W | wc -l) packages"

    install /overlap.deb
    say "installed with $(grep -c '^Setting up' "$system.log") packages: $(grep -E 'disk space' "$system.log")"
    use_command_line
    use_window
    in_system apt-get purge -y overlap
    check_removed
    say "purged: no file of its name is left"

    # Now with what a desktop has, whose caches the package has to enter and to leave.
    install desktop-file-utils shared-mime-info xdg-utils libglib2.0-bin
    snapshot "$system.before"
    install /overlap.deb
    snapshot "$system.with"
    if cmp -s "$system.before" "$system.with"; then fail "the snapshots cannot tell an installed package"; fi
    grep -q overlap "$system/usr/share/applications/mimeinfo.cache" || fail "the cache of applications knows nothing of it"
    use_desktop
    in_system apt-get purge -y overlap
    check_removed
    snapshot "$system.after"
    diff "$system.before" "$system.after" >/tmp/difference || fail "purging left traces:" "$(head -n 30 /tmp/difference)"
    say "purged: all $(grep -c ' f ' "$system.after") files of the system are as before, caches included"
    say "the package installs, starts, opens a double-clicked experiment and goes"
}

if [[ ${1:-} == --inside ]]; then
    shift
    inside "$@"
else
    outside "$@"
fi
