#!/usr/bin/env bash
# Takes the pictures of the README from the running product: starts the demonstration on an empty folder, photographs it
# with Chromium and writes docs/pictures/*.png, together at most 400 KB. Takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/java.sh
exec mvn -B -ntp -q test -Dtest=Pictures -Dgroups=pictures -DexcludedGroups=none "$@"
