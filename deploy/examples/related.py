"""Works that belong to a work, and why: python3 related.py 10.5555/cs.hallam2016"""
import json, os, sys, urllib.parse, urllib.request

host = os.environ.get("CITESTREAM_URL", "http://127.0.0.1:8080")
related = json.load(urllib.request.urlopen(f"{host}/api/v1/related/{urllib.parse.quote(sys.argv[1])}?limit=10"))
print("Works related to", related["work"]["id"] + ":")
for one in related["related"]:
    print(f"{one['work'].get('title') or one['work']['id']}: {one['reason']} [{host}{one['sentences']}]")
