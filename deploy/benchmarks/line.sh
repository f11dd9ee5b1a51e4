#!/bin/sh
# A running line made large and measured over HTTP; see METHODOLOGY.md.
# usage: deploy/benchmarks/line.sh multiply|reads|tools --data DIR …   (build first: mvn -Dquick package)
set -e
here=$(cd "$(dirname "$0")" && pwd)
exec java -Xmx1500m -XX:+UseSerialGC -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -jar "$here/target/citestream-benchmarks.jar" "$@"
