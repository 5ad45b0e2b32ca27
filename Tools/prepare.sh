#!/usr/bin/env bash
# Installs what is missing on Debian 12: Tools/prepare.sh run | test | drill
# Packages come from Debian, the Python libraries go to .venv beside this repository. Swift itself must be there.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(curl libsodium-dev libsqlite3-dev libpq-dev libxml2-dev zlib1g-dev pkg-config python3-venv)
packages+=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-dejavu-core)
wanted=(Tools/requirements.txt)
if [ "${1:-run}" != run ]; then
    packages+=(chromium-headless-shell postgresql postgresql-client strace default-jre-headless)
    wanted+=(Tools/requirements-test.txt)
fi
[ "${1:-run}" = drill ] && packages+=(e2fsprogs nftables nginx-light debootstrap)

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q "^install ok installed$"; }
present() { case "$1" in default-jre-headless) command -v java >/dev/null ;; *) installed "$1" ;; esac; }

command -v swift >/dev/null || { echo "Swift 6.3 is not installed: see https://www.swift.org/install/linux/" >&2; exit 1; }

missing=()
for package in "${packages[@]}"; do present "$package" || missing+=("$package"); done
if [ ${#missing[@]} -gt 0 ]; then
    echo "  Debian packages: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
fi

python=$(command -v /usr/bin/python3 || command -v python3)
[ -x .venv/bin/python ] || "$python" -m venv .venv
stamp=.venv/installed-${1:-run}
for file in "${wanted[@]}"; do
    if [ ! -f "$stamp" ] || [ "$file" -nt "$stamp" ]; then
        echo "  Python libraries: $file"
        .venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$file"
    fi
done
touch "$stamp"
