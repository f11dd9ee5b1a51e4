#!/bin/sh
# Extraction beside a bare Woodstox pass, in turns, in one process; see METHODOLOGY.md.
# usage: deploy/benchmarks/extraction.sh [ROUNDS] PATH…   (build first: mvn -Dquick package)
set -e
rounds=9
case "$1" in '' ) echo "usage: $0 [ROUNDS] PATH…" >&2; exit 2 ;; *[!0-9]* ) ;; * ) rounds=$1; shift ;; esac
here=$(cd "$(dirname "$0")" && pwd)
exec java -Xmx1g -XX:+UseSerialGC -jar "$here/../../ingest-service/target/quarkus-app/quarkus-run.jar" \
  extract --speed "$rounds" "$@"
