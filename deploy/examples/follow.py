"""Statements about a work as they arrive; stops after so many: python3 follow.py 10.5555/cs.hallam2016 3"""
import json, os, sys, urllib.parse, urllib.request

host = os.environ.get("CITESTREAM_URL", "http://127.0.0.1:8080")
query = urllib.parse.urlencode({"cited": sys.argv[1], "event": "StatementAdded", "lastEventId": 0})
wanted = int(sys.argv[2])
for line in urllib.request.urlopen(f"{host}/api/v1/stream?{query}"):
    if line.startswith(b"data:") and wanted > 0:
        change, wanted = json.loads(line[5:]), wanted - 1
        print(f"{change['sequence']}: {change['citing']} cites {change['cited']}")
    if wanted == 0:
        break
