"""Times the forecast of cs-demand-model 0.5.1 restated in plain NumPy: what its method costs without pandas.

Reads the rates that `peer_stages.py --model FILE` writes. One day: of a state's p children, min(p × the sum of
its rates, p) leave, shared among its ways out by their rates; then entrants are added.
"""

import argparse
import json
import statistics
import time

import numpy as np


def read_model(path):
    """The states, and as arrays: children now, sums of rates, shares by way out, entrants."""
    with open(path) as file:
        model = json.load(file)
    names = [tuple(a) for a, _, _ in model["rates"]] + [tuple(state) for state, _ in model["initial"]]
    states = sorted(set(names))
    place = {state: index for index, state in enumerate(states)}
    initial, entrants = np.zeros(len(states)), np.zeros(len(states))
    for state, number in model["initial"]:
        initial[place[tuple(state)]] = number
    for state, number in model["entrants"]:
        entrants[place[tuple(state)]] = number
    total, ways = np.zeros(len(states)), np.zeros((len(states), len(states)))
    for a, b, rate in model["rates"]:
        total[place[tuple(a)]] += rate
        if b:  # An empty state is outside the model.
            ways[place[tuple(b)], place[tuple(a)]] += rate
    shares = np.divide(ways, total, out=np.zeros_like(ways), where=total > 0)
    return states, initial, total, shares, entrants


def forecast(initial, total, shares, entrants, days):
    values = np.empty((days, len(initial)))
    now = initial
    for day in range(days):
        out = np.clip(now * total, 0, now)
        now = now - out + shares @ out + entrants
        values[day] = now
    return values


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("--runs", type=int, default=21)
    options = parser.parse_args()
    states, *model = read_model(options.model)
    times = []
    for _ in range(options.runs):
        start = time.perf_counter()
        values = forecast(*model, 1826)
        times.append((time.perf_counter() - start) * 1000)
    in_care = [index for index, (_, kind) in enumerate(states) if kind != "NOT_IN_CARE"]
    print(
        json.dumps(
            {
                "forecast1826_ms": statistics.median(times),
                "in_care_365": float(values[364, in_care].sum()),
                "in_care_1826": float(values[1825, in_care].sum()),
            }
        )
    )


if __name__ == "__main__":
    main()
