"""What a paper cites that was retracted or corrected: python3 bibliography.py 10.5555/cs.bielski2018"""
import json, os, sys, urllib.parse, urllib.request

host = os.environ.get("CITESTREAM_URL", "http://127.0.0.1:8080")
address = f"{host}/api/v1/references/{urllib.parse.quote(sys.argv[1])}?noticed=true"
listed = json.load(urllib.request.urlopen(address))
for entry in listed["references"]:
    for notice in entry["cited"]["notices"]:
        print(f"{notice['kind']} {notice.get('date', '')}: {entry['cited']['id']}")
print("Works with a notice:", len(listed["references"]))
