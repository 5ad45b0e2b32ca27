#!/bin/bash
# Stands in for systemd in a drill: starts what a unit says, as its user, with its settings. Nothing else of a unit is done.
set -euo pipefail
case "$*" in
daemon-reload) ;;
"enable --now meldloket")
    unit=/etc/systemd/system/meldloket.service
    value() { sed -n "s/^$1=//p" "$unit"; }
    cd "$(value WorkingDirectory)"
    umask "$(value UMask)"
    while IFS= read -r line; do
        [[ $line == [A-Z]*=* ]] && export "${line%%=*}=${line#*=}"
    done <"$(value EnvironmentFile)"
    read -ra command <<<"$(value ExecStart)"
    setsid runuser -u "$(value User)" -- "${command[@]}" </dev/null >>/var/log/meldloket.log 2>&1 &
    ;;
"reload nginx") nginx -s reload 2>/dev/null || nginx ;;
*)
    echo "systemctl $*: not in this drill" >&2
    exit 1
    ;;
esac
