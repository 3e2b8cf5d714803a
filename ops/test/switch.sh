#!/usr/bin/env bash
# The switch on its own, with no engine to ask: who may register, what is refused, and that a caller always
# reaches something.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
trial_house
"$OPS/up" >/dev/null
[[ ! -s $VAR/run/engine.pid ]] || kill "$(cut -d' ' -f1 "$VAR/run/engine.pid")"
cd "$OPS/test/sip"

PHONE=17700 CALLER=17800
password() { jq -r --arg no "$1" '.[] | select(.agentNo == $no) | .sipPassword' "$VAR/accounts.json"; }
sipp() { "$OPS/lib/in-root" sipp -i 127.0.0.1 -m 1 -timeout 40s -timeout_error "$@" 127.0.0.1:17060; }
register() { sipp -sf register.xml -s "$1" -au "$1" -ap "$2" -p "$PHONE" "${@:3}"; }
call() { sipp -sf caller.xml -s "$1" -p "$CALLER" -mp 17900 "${@:2}"; }
console() { "$OPS/lib/in-root" --user voltline-asterisk asterisk -C /srv/voltline/etc/asterisk/asterisk.conf -rx "$1"; }
# refused STATUS COMMAND…: the scripted call or registration ends on this answer.
refused() {
  local status="$1" errors="$TRIAL/errors.log"
  shift
  ! "$@" -trace_err -error_file "$errors" && grep "SIP/2.0 $status" "$errors" && rm "$errors"
}
garbage() { head -c 3000 /dev/urandom >/dev/udp/127.0.0.1/17060; printf 'INVITE x\r\nVia: \xff\r\n\r\n' >/dev/udp/127.0.0.1/17060; }
# Whether a scripted party in the background came to its end as its script says.
ended() { eventually 30 grep -q . "$TRIAL/$1.end" && [[ $(<"$TRIAL/$1.end") == 0 ]]; }
quiet_log() { ! grep -E 'WARNING|ERROR' "$VAR/log/asterisk/messages.log"; }

expect "it booted without a warning" quiet_log
expect "a wrong password does not register" refused 401 register 1011 wrong
expect "an unknown phone does not register" refused 403 register 7777 wrong
expect "garbage is survived" garbage
expect "another number is 404" refused 404 call 12345
(call 95598 -d 15000 >/dev/null 2>&1; echo $? >"$TRIAL/caller.end") &
expect "with nobody there, voicemail answers" eventually 15 says 'VoiceMail\(95598' console 'core show channels'
expect "and the call ends well" ended caller
expect "the right password registers" register 1011 "$(password 1011)"
(sipp -sf phone.xml -aa -p "$PHONE" -mp 17950 >/dev/null 2>&1; echo $? >"$TRIAL/phone.end") &
expect "the phone is reachable" eventually 15 says '1011/sip.*Avail' console 'pjsip show contacts'
expect "a caller reaches the registered phone" call 95598 -d 8000
expect "which answered and saw the call end" ended phone
done_testing
