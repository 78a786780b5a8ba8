"""What is measured of loading, joining and forecasting, against cs-demand-model."""

import sys
from pathlib import Path

from runs import ROUNDS, Job, row, show_memory, show_time, show_times

HERE = Path(__file__).parent


def jobs(options, model):
    """What is run in a round, in order: Homeward and the peer in turn, so that both meet a slow spell."""
    stages, homeward = options.bin / "stages", options.bin / "homeward"
    peer = [options.peer_python, HERE / "peer_stages.py"]
    copies = {number: options.copies / str(number) for number in (1, 10, 100)}
    large = 0 if options.quick else ROUNDS
    result = {
        "load 100": Job(stages, copies[100], "--load-only"),
        "peer load 100": Job(*peer, copies[100], "--load-only", times=large),
        "load 10": Job(stages, copies[10], "--load-only"),
        "peer load 10": Job(*peer, copies[10], "--load-only"),
        "all 100": Job(stages, copies[100]),
        "peer all 100": Job(*peer, copies[100], times=min(large, options.peer_runs)),
        "all 1": Job(stages, copies[1]),
        "peer all 1": Job(*peer, copies[1], "--model", model),
        "numpy": Job(options.peer_python, HERE / "numpy_steps.py", model),
        "forecast 1": Job(homeward, "forecast", copies[1], "--quiet"),
        "peer predict 1": Job(options.peer_python, "-m", "cs_demand_model", "predict", copies[1]),
    }
    if options.example.is_dir():
        result["forecast example"] = Job(homeward, "forecast", options.example, "--quiet")
    return result


def check_agreement(done):
    """Ends where the programs did not compute the same."""
    pairs = [("all 1", "peer all 1"), ("all 1", "numpy"), ("all 100", "peer all 100")]
    for ours, theirs in pairs:
        for run in done[theirs].runs:
            for name in ("clean_episodes", "in_care", "in_care_365", "in_care_1826"):
                a, b = done[ours].runs[0].stages[name], run.stages.get(name)
                if b is not None and abs(a - b) > 1e-9 * abs(b):
                    sys.exit(f"bench: the programs disagree on {name} ({ours}): {a}, {theirs}: {b}")


def lines(done):
    growth = done.wall("load 100") / done.wall("load 10")
    slow = done.wall("peer load 100")
    peer_growth = slow and slow / done.wall("peer load 10")
    forecast = done.stage("all 1", "forecast1826")
    numpy, peer = done.stage("numpy", "forecast1826"), done.stage("peer all 1", "forecast1826")
    instant = (0.001, "under 1 ms")
    result = [
        done.pair("Load and join 100 copies", show_time, "load 100", lambda r: r.wall, (1, "under 1 s")),
        done.pair("… CPU time", show_time, "load 100", lambda r: r.cpu),
        done.pair("… peak memory", show_memory, "load 100", lambda r: r.memory, (400, "under 400 MB")),
        done.pair("Load and join 10 copies", show_time, "load 10", lambda r: r.wall),
        row("… 100 copies ÷ 10", show_times, growth, peer_growth, (12, "under 12×"), ratio=False),
        done.pair("Stock and rates of 100 copies", show_time, "all 100", lambda r: r.seconds("stock", "rates"),
                  (0.5, "under 0.5 s")),
        row("Stock-flow forecast of 1,826 days, by day", show_time, forecast, peer, instant),
        row("… peer: the same steps in plain NumPy", show_time, forecast, numpy, instant),
        row("`homeward forecast`, 1 copy (peer: `predict`, one year, no cost)", show_time, done.wall("forecast 1"),
            done.wall("peer predict 1")),
    ]
    if "forecast example" in done:
        result.append(row("`homeward forecast`, example council", show_time, done.wall("forecast example"), None))
    return result
