"""What is measured of simulating futures, against Monte Carlo baselines in NumPy and Numba."""

import csv
from pathlib import Path

from runs import Job, row, show_memory, show_time, show_times

HERE = Path(__file__).parent
FUTURES, DAYS = 1000, 1826
# The baselines' stock, five times the sample's, is about the example council's.
SCALE = 5
METHODS = ("dense", "leave", "cond")


def baseline_entrants(options):
    """Entrants of one of the baselines' futures: daily rates of the sample, 36 months."""
    with open(options.baselines.parent / "vectors" / "cs-demand-model" / "d_daily_entrants_36m.csv") as file:
        return sum(float(line["daily_entrants"]) for line in csv.DictReader(file)) * SCALE * DAYS


def simulate(options, folder, *more, futures=FUTURES, times=5):
    return Job(options.bin / "stages", folder, "--futures", futures, "--days", DAYS, "--repeats", 1, *more, times=times)


def jobs(options):
    """What is run in a round. The baselines run at the window and scale that their own notes use."""
    if not options.baselines.is_dir():
        return {}
    once = Job(options.bin / "stages", options.example, "--futures", 20, "--days", DAYS, "--repeats", 1, times=1)
    once.go()
    ours = once.runs[0].stages["entrants"] / once.runs[0].stages["futures"]
    matched = baseline_entrants(options) / ours
    peer = [options.baseline_python, options.baselines / "mc_numpy.py", "36m", FUTURES, DAYS, SCALE]
    numba = [options.baseline_python, options.baselines / "mc_numba.py", "36m", FUTURES, DAYS, SCALE, 1]
    slow = 0 if options.quick else 1
    result = {
        "futures": simulate(options, options.example),
        "futures two": simulate(options, options.example, "--threads", 2),
        "futures matched": simulate(options, options.example, "--entries", matched),
        "futures many": simulate(options, options.example, futures=10_000, times=slow),
        "england": Job(options.bin / "stages", "--england", "--futures", FUTURES, "--days", DAYS, "--threads", 2,
                       times=slow),
    }
    for method in METHODS:
        result["peer " + method] = Job(*peer, method, 1)
    result["peer numba"] = Job(*numba)
    return result


def took(run):
    return run.seconds("futures")


def peer_took(run):
    return run.stages["wall_median"]


def per_event(run):
    return 1e9 * took(run) / run.stages["events"]


def show_nanoseconds(value):
    return f"{value:.0f} ns"


def lines(done):
    if "futures" not in done:
        return []
    one = done["futures"].median(took)
    matched = done["futures matched"].median(took)
    numpy = min(done["peer " + method].median(peer_took) for method in METHODS)
    numba = done["peer numba"].median(peer_took)
    two = one / done["futures two"].median(took)

    def against(measure, ours, theirs, least):
        limit = (theirs / least, f"{least}× the peer's speed")
        return row(measure, show_time, ours, theirs, limit)

    result = [
        against("1,000 futures of 5 years, example council, one core (peer: NumPy, best of three)", one, numpy, 8),
        against("… (peer: Numba, compiled before)", one, numba, 5),
        against("… with as many entrants as the peers' (peer: NumPy)", matched, numpy, 8),
        against("… with as many entrants as the peers' (peer: Numba)", matched, numba, 5),
        row("… an event", show_nanoseconds, done["futures"].median(per_event), None, (120, "under 120 ns")),
        row("… two cores: one core ÷ two", show_times, two, None, None),
    ]
    if done["futures many"].runs:
        result.append(
            row("10,000 futures, peak memory", show_memory, done["futures many"].median(lambda r: r.memory), None,
                (300, "under 300 MB")))
        growth = done["futures many"].median(took) / one
        result.append(row("… 10,000 futures ÷ 1,000", show_times, growth, None, (12, "under 12×")))
    if done["england"].runs:
        result += [
            row("A country: 150 councils, 1,000 futures of 5 years, two cores", show_time,
                done["england"].median(took), None, (60, "under 60 s")),
            row("… peak memory", show_memory, done["england"].median(lambda r: r.memory), None, (1000, "under 1 GB")),
            row("… an event, both cores busy", show_nanoseconds, done["england"].median(per_event), None),
        ]
    return result


def note(done):
    if "futures" not in done:
        return "Simulated futures were not measured: needs the baselines in bench beside the reference data."
    stages = done["futures"].runs[0].stages
    each = {name: stages[name] / stages["futures"] for name in ("starters", "entrants", "events", "rates_drawn")}
    words = (
        f"A future of the example council: {each['starters']:,.0f} children at the start, {each['entrants']:,.0f} "
        f"entrants, {each['events']:,.0f} events, {each['rates_drawn']:,.0f} rates drawn afresh. The baselines' model "
        f"has 11 states, daily steps, 430 children at the start and no rates drawn; with as many entrants as theirs "
        f"a future here has {done['futures matched'].runs[0].stages['events'] / stages['futures']:,.0f} events."
    )
    if done["england"].runs:
        country = done["england"].runs[0].stages
        words += (
            f" The country: {country['starters'] / stages['futures']:,.0f} children at the start of each future, "
            f"{country['events'] / 1e6:,.0f} million events."
        )
    return words
