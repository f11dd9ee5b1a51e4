"""Citing sentences about anything: python3 search.py freezing type:contrasting"""
import json, os, sys, urllib.parse, urllib.request

host = os.environ.get("CITESTREAM_URL", "http://127.0.0.1:8080")
query = urllib.parse.urlencode({"q": " ".join(sys.argv[1:]), "limit": 20})
found = json.load(urllib.request.urlopen(f"{host}/api/v1/search?{query}"))
print("Statements:", found["total"])
for hit in found["hits"]:
    print(f"{hit['statement']['type']}: {hit['statement']['text']} ({hit['citing']['id']} cites {hit['cited']['id']})")
