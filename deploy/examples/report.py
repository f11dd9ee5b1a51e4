"""How a work is cited, and what disagrees with it: python3 report.py 10.5555/cs.hallam2016"""
import json, os, sys, urllib.parse, urllib.request

host = os.environ.get("CITESTREAM_URL", "http://127.0.0.1:8080")
address = f"{host}/api/v1/reports/{urllib.parse.quote(sys.argv[1])}?type=contrasting&type=supporting&limit=20"
report = json.load(urllib.request.urlopen(address))
tally = report["tally"]
print(f"{tally['supporting']} supporting, {tally['contrasting']} contrasting, {tally['total']} in all")
for group in report["groups"]:
    for said in group["statements"]:
        print(f"{said['type']} ({said['confidence']:.2f}): {said['text']} [{host}/statements/{said['id']}]")
