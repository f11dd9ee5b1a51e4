"""A client of Semantic Scholar asks here instead; only its host differs: python3 semanticscholar_client.py freezing"""
import json, os, sys, urllib.parse, urllib.request

host = os.environ.get("CITESTREAM_URL", "http://127.0.0.1:8080")
query = urllib.parse.urlencode({"query": " ".join(sys.argv[1:]), "fields": "title,year,citationCount", "limit": 10})
page = json.load(urllib.request.urlopen(f"{host}/graph/v1/paper/search?{query}"))
print("Papers:", page["total"])
for paper in page["data"]:
    print(f"{paper['title']} ({paper['year']}), cited by {paper['citationCount']}: {paper['paperId']}")
