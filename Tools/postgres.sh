#!/usr/bin/env bash
# A private PostgreSQL on loopback for tests: Tools/postgres.sh start | stop | conninfo | running
# It needs Debian's package postgresql, keeps its data in a temporary folder, and touches no other cluster.
set -euo pipefail
cd "$(dirname "$0")/.."
folder="${TMPDIR:-/tmp}/meldloket-postgres-$(pwd | cksum | cut -d' ' -f1)"
port_file="$folder/port"
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
[ -n "$bin" ] || { echo "PostgreSQL is not installed: apt-get install postgresql" >&2; exit 1; }

as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
running() { [ -f "$folder/data/postmaster.pid" ] && as_owner "$bin/pg_ctl" -D "$folder/data" status >/dev/null 2>&1; }

case "${1:-}" in
start)
    if ! running; then
        mkdir -p "$folder"
        if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
        if [ ! -d "$folder/data" ]; then
            as_owner "$bin/initdb" -D "$folder/data" -U meldloket --auth=trust --locale=C --encoding=UTF8 >/dev/null
        fi
        port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
        echo "$port" >"$port_file"
        as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w \
            -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=600" start >/dev/null
    fi
    ;;
stop)
    if running; then as_owner "$bin/pg_ctl" -D "$folder/data" -m fast stop >/dev/null; fi
    rm -rf "$folder"
    exit 0
    ;;
conninfo) ;;
running)
    running
    exit
    ;;
*)
    echo "Tools/postgres.sh start | stop | conninfo | running" >&2
    exit 2
    ;;
esac
echo "postgres://meldloket@127.0.0.1:$(cat "$port_file")/postgres"
