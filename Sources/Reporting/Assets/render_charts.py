"""Draws charts: reads lines of JSON {"id": ..., "spec": <Vega-Lite>}, writes lines {"id": ..., "svg": ...}.

Run by Homeward with the interpreter that --chart-renderer or HOMEWARD_CHARTS names; needs vl-convert-python.
Nothing is fetched: data stands in the specification, and remote loading is off.
"""

import json
import sys

import vl_convert

for line in sys.stdin:
    if not line.strip():
        continue
    request = json.loads(line)
    answer = {"id": request["id"]}
    try:
        answer["svg"] = vl_convert.vegalite_to_svg(request["spec"], allowed_base_urls=[])
    except Exception as problem:  # said to Homeward, which then shows its tables
        answer["error"] = str(problem)
    print(json.dumps(answer), flush=True)
