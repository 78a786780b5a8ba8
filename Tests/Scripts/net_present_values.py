"""Net present values by numpy-financial: each line of the file is a rate and the amounts of years 0, 1, 2, …"""

import sys

import numpy_financial

with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        rate, *amounts = map(float, line.split())
        print(repr(float(numpy_financial.npv(rate, amounts))))
