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

# Creates a folder, or says why that is impossible.
make_folder() {
    local trouble
    trouble=$(LC_ALL=C mkdir -p -- "$1" 2>&1) && return
    explain_disk "$trouble" "making the folder $1"
    fail "Cannot write in $PORTAL_ROOT (${trouble##*: }); nothing was changed. Give this user a folder it may write in, then run this again."
}

# Ends with the sentence for a full disk when the text $1 of a failed step $2 says that the disk is full.
explain_disk() {
    if grep -q -i -E 'no space left on device|enough free space|disk quota exceeded|ENOSPC|"errno": ?-28|EDQUOT' <<<"$1"; then
        fail "The disk is full (while $2); what was finished before is safe. Free about 1.5 GB for $PORTAL_ROOT and /var, then run this again."
    fi
}

# Ends with the sentence for an unreachable network when the text $1 of a failed step $2 says so.
explain_network() {
    if grep -q -i -E 'could not resolve|temporary failure resolving|could not connect|network is unreachable|connection (failed|refused|timed out)|unable to connect|cannot initiate the connection|EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ENETUNREACH|ECONNRESET|no route to host' <<<"$1"; then
        fail "No network (while $2); nothing was changed. Connect this machine to Debian's packages and to npm, then run this again."
    fi
}

# logged NAME WHAT COMMAND… runs a step with its output in build/logs/NAME.log. When it fails, a known cause gets its
# sentence; otherwise the last lines of the log are shown and the log is named.
logged() {
    local name=$1 what=$2
    shift 2
    make_folder "$PORTAL_LOGS"
    local log=$PORTAL_LOGS/$name.log
    # A disk that fills up can keep even the log from being written, so the exit status is what counts.
    if "$@" </dev/null >"$log" 2>&1; then return; fi
    local text
    text=$(tail -n 400 -- "$log" 2>/dev/null || true)
    if [[ $(df --output=avail -- "$PORTAL_ROOT" | tail -n 1) -lt 1024 ]]; then text+=" no space left on device"; fi
    explain_disk "$text" "$what"
    explain_network "$text" "$what"
    grep -E 'error|Error|FAILED' -A 3 <<<"$text" | head -n 40 >&2 || tail -n 20 <<<"$text" >&2
    fail "Stopped while $what; the last good state is untouched. The whole story is in build/logs/$name.log."
}
