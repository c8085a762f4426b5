# shellcheck shell=bash
# How the set-up scripts speak: one line for what is going on, one sentence when it cannot go on. Sourced by all of
# them. It must not know what is being set up.

PORTAL_ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
PORTAL_LOGS=$PORTAL_ROOT/build/logs
export PORTAL_ROOT PORTAL_LOGS

say() { printf '%s\n' "$*"; }

# The one sentence: what happened, what is safe, what to do.
fail() {
    printf '%s: %s\n' "${PORTAL_PROGRAM:-$(basename -- "$0")}" "$*" >&2
    exit 1
}

# writable COMMAND… runs a command that only makes a file or folder, or says why that is impossible.
writable() {
    local trouble
    trouble=$(LC_ALL=C "$@" 2>&1) && return
    explain_disk "$trouble" "writing in $PORTAL_ROOT"
    fail "Cannot write in $PORTAL_ROOT (${trouble##*: }); nothing was changed. Give this user a folder it may write in, then run this again."
}
make_folder() { writable mkdir -p -- "$1"; }

# write FILE takes the text of a file from standard input; unlike a redirection it can say that the disk is full.
write() { writable dd status=none of="$1"; }

# Ends with the sentence for a full disk when the text $1 of a failed step $2 says that the disk is full.
explain_disk() {
    if grep -q -i -E 'no space left on device|enough free space|disk quota exceeded|ENOSPC|"errno": ?-28|EDQUOT' <<<"$1"; then
        fail "The disk is full (while $2); what was finished before is safe. Free some space (the build takes 1 GB), then run this again."
    fi
}

# room FOLDER MEGABYTES WHAT stops before a disk is filled half way.
room() {
    local free folder=$1
    while [[ ! -d $folder ]]; do folder=$(dirname -- "$folder"); done
    free=$(df --output=avail --block-size=1M -- "$folder" | tail -n 1)
    if [[ $free -lt $2 ]]; then
        fail "The disk is too full for $3: ${free// /} MB are free at $folder and $2 MB are needed; nothing was changed. Free some space, then run this again."
    fi
}

# Ends with the sentence for an unreachable network when the text $1 of a failed step $2 says so.
explain_network() {
    if grep -q -i -E 'could not resolve|temporary failure resolving|could not connect|network is unreachable|connection (failed|refused|timed out)|unable to connect|cannot initiate the connection|EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ENETUNREACH|ECONNRESET|no route to host' <<<"$1"; then
        fail "No network (while $2); nothing was changed. Connect this machine to Debian's packages and to npm, then run this again."
    fi
}

# Ends with a sentence where a step fails that nobody expected to.
unexpected() {
    [[ $BASH_SUBSHELL -eq 0 ]] || return 0
    explain_disk "$(disk_trouble)" "working in $PORTAL_ROOT"
    fail "Stopped unexpectedly at line $2 of $1; what was finished before is safe. Please report this line."
}
set -E
trap 'unexpected "${BASH_SOURCE[0]##*/}" "$LINENO"' ERR

disk_trouble() {
    if [[ $(df --output=avail -- "$PORTAL_ROOT" | tail -n 1) -lt 1024 ]]; then printf 'no space left on device'; fi
}

# logged NAME WHAT COMMAND… runs a step with its output in build/logs/NAME.log. When it fails, a known cause gets its
# sentence; otherwise the lines that matter are shown and the log is named.
logged() {
    local log=$PORTAL_LOGS/$1.log name=$1 what=$2 text
    shift 2
    make_folder "$PORTAL_LOGS"
    write "$log" </dev/null
    if "$@" </dev/null >"$log" 2>&1; then return; fi
    # A disk that fills up can keep even the log from being written.
    text="$(tail -n 400 -- "$log" || true) $(disk_trouble)"
    explain_disk "$text" "$what"
    if [[ ${downloading:-false} == true ]]; then explain_network "$text" "$what"; fi
    if ! grep -a -i -E '(^|[^-_[:alnum:]])(error|fatal)|FAILED|fault' -A 3 -- "$log" | cut -c 1-240 | head -n 40 >&2; then
        tail -n 20 -- "$log" | cut -c 1-240 >&2
    fi
    fail "Stopped while $what; the last good state is untouched. The whole story is in build/logs/$name.log."
}

# The same for a step that needs the network. Elsewhere "could not resolve" may speak of a module or a symbol.
logged_download() {
    local downloading=true
    logged "$@"
}

# Waits until no other set-up or build of this project is running, and keeps others waiting until this one ends. A
# script that another one started shares its turn.
take_turn() {
    [[ -z ${PORTAL_TURN:-} ]] || return 0
    make_folder "$PORTAL_ROOT/build"
    write "$PORTAL_ROOT/build/.turn" </dev/null
    exec {PORTAL_TURN}>>"$PORTAL_ROOT/build/.turn"
    export PORTAL_TURN
    if ! flock --nonblock "$PORTAL_TURN"; then
        say "Waiting for another build of this project to end"
        flock "$PORTAL_TURN"
    fi
}
