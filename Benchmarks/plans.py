"""What is measured of plans: a plan of 2,000 lines checked, and the status of 40 initiatives, each simulated alone
and all together, on the example council."""

import re
from pathlib import Path

from runs import Job, row, show_memory, show_time

LINES = 2_000
INITIATIVES = 40


def section(text, name):
    """The lines below `name:` in a plan's file, up to the next key of the file."""
    return re.search(rf"^{name}:\n((?:[ #].*\n|\n)*)", text, re.MULTILINE)[1]


def long_plan(example, folder):
    """An example plan, its actions repeated under identifiers of their own until it has 2,000 lines."""
    text = (example.parent / "plans" / "family-help.yaml").read_text()
    actions = section(text, "actions").rstrip() + "\n"
    more, missing, copy = "", LINES - len(text.splitlines()), 0
    while len(more.splitlines()) < missing:
        copy += 1
        more += re.sub(r"^(  - id: .*)$", rf"\1-{copy}", actions, flags=re.MULTILINE)
    path = folder / "long.yaml"
    path.write_text(text.replace(actions, actions + more, 1))
    return path


def simulated_plan(example, folder):
    """A plan of 40 initiatives: those of the example's scenario, in turn, two more each month."""
    scenario = (example.parent / "scenarios" / "early-help-and-step-down.yaml").read_text()
    examples = [e for e in section(scenario, "initiatives").split("\n\n") if e.strip()]
    initiatives, lines = [], []
    for number in range(INITIATIVES):
        each = examples[number % len(examples)]
        year, month = divmod(4 + number // 2, 12)
        each = re.sub(r"start: .*", f"start: {2026 + year}-{month + 1:02}-01", each)
        initiatives.append(re.sub(r"id: .*", f"id: initiative-{number}", each).rstrip())
        lines.append(f"  - id: initiative-{number}\n    name: Initiative {number}\n"
                     f"    effect: forty-scenario.yaml#initiative-{number}\n")
    (folder / "forty-scenario.yaml").write_text("name: Forty\ninitiatives:\n" + "\n\n".join(initiatives) + "\n")
    path = folder / "forty.yaml"
    path.write_text("name: Forty initiatives\nwritten: 2026-04-20\nstart: 2026-05-01\nend: 2029-03-31\n"
                    "initiatives:\n" + "".join(lines) + "targets:\n"
                    "  - id: children\n    name: Children in care\n    measure: children_in_care\n"
                    "    baseline: {2026-03-31: 410}\n    trajectory: {2029-03-31: 380}\n    owner: Head of service\n")
    return path


def jobs(options, scratch):
    folder = Path(scratch) / "plans"
    folder.mkdir(parents=True)
    homeward = options.bin / "homeward"
    status = ["plan", "status", simulated_plan(options.example, folder), "--returns", options.example, "--prices",
              options.example / "prices.csv", "--futures", 1000, "--quiet", "--store", folder / "none.sqlite"]
    return {
        "plan check": Job(homeward, "plan", "check", long_plan(options.example, folder), "--json"),
        "plan status": Job(homeward, *status, "--json"),
    }


def lines(done):
    return [
        row("`homeward plan check` of a plan of 2,000 lines", show_time, done.wall("plan check"), None,
            (0.2, "under 200 ms")),
        row("`homeward plan status`, 40 initiatives alone and together, 1,000 futures, all cores", show_time,
            done.wall("plan status"), None, (20, "under 20 s")),
        row("… peak memory", show_memory, max(r.memory for r in done["plan status"].runs), None, None),
    ]
