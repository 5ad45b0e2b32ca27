#!/usr/bin/env bash
# Everything that can fail, step by step, with the seconds of each: Tools/check.sh [--once] [step…]
# With --once program and tests are built once and optimised, which costs least where nothing is built yet; without it they are
# built to be changed, which goes faster again and again, and the program as it is shipped besides.
set -uo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
if [ "${1:-}" = --once ]; then
    shift
    flags=(-c release --scratch-path .build-once -Xswiftc -enable-testing)
    export MELDLOKET_BINARY=$PWD/.build-once/release/meldloket
    steps=(format build swift python browser server)
else
    # Our code as it is written, the C of the libraries optimised: most of what tests wait for is cryptography.
    flags=(-Xcc -O2 -Xcxx -O2)
    steps=(format build swift python browser server release)
fi
log=$(mktemp -d)
Tools/postgres.sh running || ours=yes
trap '[ -z "${ours:-}" ] || Tools/postgres.sh stop; rm -rf "$log"' EXIT

format() { swift format lint --strict -r Sources Tests Bench Package.swift; }
build() { swift build --build-tests "${flags[@]}"; }
# What looks through whole databases and folders goes after what fills them: together they take a tenth longer.
swift_tests() {
    swift test --skip-build "${flags[@]}" --skip AppTests && swift test --skip-build "${flags[@]}" --filter AppTests
}
python_tests() { "$python" -m unittest discover -s Tests -p '*_test.py'; }
browser() { "$python" Tests/Browser/run.py; }
server() { "$python" Tests/Server/run.py; }
release() {
    swift build -c release --static-swift-stdlib --product meldloket &&
        MELDLOKET_BINARY=.build/release/meldloket "$python" Tests/Browser/run.py demo
}

# Prints a heartbeat while a step works, and its whole output where it fails.
step() {
    local name=$1 command=$2 started=$SECONDS
    "$command" >"$log/$name" 2>&1 &
    local work=$!
    while kill -0 "$work" 2>/dev/null; do
        sleep 2
        [ -t 1 ] && printf '\r  %-8s %4d s  %-60.60s' "$name" $((SECONDS - started)) "$(tail -n 1 "$log/$name" | tr -d '\r')"
    done
    wait "$work"
    local status=$?
    [ -t 1 ] && printf '\r%80s\r' ''
    if [ $status -eq 0 ]; then
        printf '  %-8s %4d s  passed\n' "$name" $((SECONDS - started))
        [ "$name" = browser ] || [ "$name" = server ] && cat "$log/$name"
        return 0
    fi
    printf '  %-8s %4d s  FAILED\n' "$name" $((SECONDS - started))
    tail -n 200 "$log/$name"
    return 1
}

[ $# -gt 0 ] && steps=("$@")
MELDLOKET_TEST_POSTGRES=$(Tools/postgres.sh start) || exit 1
export MELDLOKET_TEST_POSTGRES
for name in "${steps[@]}"; do
    case "$name" in
    swift | python) step "$name" "${name}_tests" || exit 1 ;;
    format | build | browser | server | release) step "$name" "$name" || exit 1 ;;
    *) echo "unknown step: $name (one of ${steps[*]})" >&2; exit 2 ;;
    esac
done
echo "  all $SECONDS s"
