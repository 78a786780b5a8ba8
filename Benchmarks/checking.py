"""What is measured of running the return's rules, against the sector's validator csc-validator-be-903."""

import json
import subprocess
from pathlib import Path

from runs import ROUNDS, Job, row, show_memory, show_time, show_times

HERE = Path(__file__).parent
YEAR = "2024/25"
AUTHORITY = "E08000012"
NO_POSTCODES = {"HOMEWARD_POSTCODES": ""}
POSTCODES = HERE.parent / ".homeward" / "postcodes.bin"


def command(options, folder, *more):
    """A check that no earlier load has a part in."""
    return [options.bin / "homeward", "check", folder, "--year", YEAR, "--authority", AUTHORITY, "--no-compare",
            "--quiet", *more]


def jobs(options, scratch):
    """What is run in a round. The peer is run once on each return: it takes seconds to minutes."""
    returns = {name: options.fake / name for name in ("1", "10", "100", "xml")}
    setting = {"HOMEWARD_POSTCODES": str(POSTCODES)} if POSTCODES.is_file() else NO_POSTCODES
    result = {}
    for name, folder in returns.items():
        result["check " + name] = Job(*command(options, folder), setting=setting)
        if name != "100":
            times = 0 if options.quick and name != "1" else 1
            peer = [options.validator_python, HERE / "peer_check.py", folder, YEAR, AUTHORITY]
            result["peer check " + name] = Job(*peer, times=times)
    result["check 1 bare"] = Job(*command(options, returns["1"]), setting=NO_POSTCODES)
    for kind in ("csv", "xlsx"):
        findings = ["--findings", scratch / f"findings.{kind}"]
        result["check 1 " + kind] = Job(*command(options, returns["1"], *findings), setting=setting)
    return result


def lines(done):
    def wall(run):
        return run.wall

    def cpu(run):
        return run.cpu

    def memory(run):
        return run.memory

    def ours(measure, show, name, figure, target=None):
        return row(measure, show, done[name].median(figure), None, target)

    # By CPU time, which other programs on the machine change least.
    def growth(more, fewer):
        more, fewer = done[more].median(cpu), done[fewer].median(cpu)
        return more and fewer and more / fewer

    linear = (12, "under 12×")
    return [
        done.pair("`homeward check`, all rules, fake return of 2,675 children", show_time, "check 1", wall,
                  (0.1, "under 100 ms")),
        done.pair("… CPU time", show_time, "check 1", cpu),
        done.pair("… peak memory", show_memory, "check 1", memory),
        ours("… without a postcode directory", show_time, "check 1 bare", wall, (0.1, "under 100 ms")),
        ours("… with `--findings`, a CSV of every failing row", show_time, "check 1 csv", wall,
             (0.15, "under 150 ms")),
        ours("… with `--findings`, a spreadsheet", show_time, "check 1 xlsx", wall),
        done.pair("`homeward check`, 10 copies", show_time, "check 10", wall, (0.6, "under 0.6 s")),
        done.pair("… CPU time", show_time, "check 10", cpu),
        done.pair("… peak memory", show_memory, "check 10", memory, (250, "under 250 MB")),
        row("… CPU time of 10 copies ÷ 1", show_times, growth("check 10", "check 1"),
            growth("peer check 10", "peer check 1"), linear, ratio=False),
        ours("`homeward check`, 100 copies", show_time, "check 100", wall),
        ours("… peak memory", show_memory, "check 100", memory),
        row("… CPU time of 100 copies ÷ 10", show_times, growth("check 100", "check 10"), None, linear),
        done.pair("`homeward check`, XML of 253 children", show_time, "check xml", wall, (0.05, "under 50 ms")),
        done.pair("… CPU time", show_time, "check xml", cpu),
        done.pair("… peak memory", show_memory, "check xml", memory),
    ]


def note(done, options):
    """What both programs found in the fake return, as a sentence."""
    ours = [*command(options, options.fake / "1"), "--json"]
    rules = json.loads(subprocess.run(ours, capture_output=True, check=True, text=True).stdout)["rules"]
    peer = done["peer check 1"].runs[0].stages
    where = "with" if POSTCODES.is_file() else "without"
    return (
        f"Checks by the rules of {YEAR}, Homeward {where} a postcode directory: {rules['rulesRun']} rules run and "
        f"{len(rules['findings']):,} findings in the fake return; peer: {peer['rules']} and {peer['findings']:,}. "
        "The peer's times leave out its reports; it was run once on each return."
    )
