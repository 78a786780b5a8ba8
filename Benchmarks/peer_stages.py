"""Times the stages of cs-demand-model 0.5.1, from a folder of returns to its forecast, as one line of JSON.

The stages are those of `stages`, and so are the names in the JSON:
  load      listing, reading, joining, cleaning and enriching the episodes
  stock     the daily stock
  rates     all that a forecast needs: rates of the 36 months to the last event, entrants, stock on that day
  forecast  365 and 1,826 steps of one day
"""

import argparse
import json
import time

from cs_demand_model import (
    Config,
    DemandModellingDataContainer,
    ModelPredictor,
    PopulationStats,
    fs_datastore,
)
from dateutil.relativedelta import relativedelta


class Timings(dict):
    def time(self, stage, body):
        start = time.perf_counter()
        result = body()
        self[stage + "_ms"] = (time.perf_counter() - start) * 1000
        return result


def load(folder):
    config = Config()
    container = DemandModellingDataContainer(fs_datastore(folder), config)
    return container, PopulationStats(container.enriched_view, config)


def in_care(population):
    return float(sum(n for (_, kind), n in population.items() if kind != "NOT_IN_CARE"))


def write_model(path, predictor):
    """Writes what the forecast starts from, for the plain restatement in numpy_steps.py."""
    model = {
        "initial": [[list(state), float(n)] for state, n in predictor.initial_population.items()],
        "rates": [[list(a), list(b), float(r)] for (a, b), r in predictor.transition_rates.items()],
        "entrants": [[list(b), float(n)] for (_, b), n in predictor.transition_numbers.items()],
    }
    with open(path, "w") as file:
        json.dump(model, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--load-only", action="store_true", help="stop when the episodes are cleaned")
    parser.add_argument("--model", metavar="FILE", help="write the forecast's rates, for numpy_steps.py")
    options = parser.parse_args()

    timings = Timings()
    container, stats = timings.time("load", lambda: load(options.folder))
    timings["children"] = int(stats.df["CHILD"].nunique())
    timings["clean_episodes"] = len(stats.df)
    if not options.load_only:
        timings.time("stock", lambda: stats.stock)
        end = container.end_date
        start = end - relativedelta(months=36)
        predictor = timings.time("rates", lambda: ModelPredictor.from_model(stats, start, end))
        if options.model:
            write_model(options.model, predictor)
        year = timings.time("forecast365", lambda: predictor.predict(365))
        five_years = timings.time("forecast1826", lambda: predictor.predict(1826))
        timings["in_care"] = in_care(predictor.initial_population)
        timings["in_care_365"] = in_care(year.iloc[-1])
        timings["in_care_1826"] = in_care(five_years.iloc[-1])
    print(json.dumps(timings))


if __name__ == "__main__":
    main()
