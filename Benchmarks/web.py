"""What is measured of the application: pages at 50 requests a second with wrk while a forecast runs, memory, and the
start on a store that is there. On the example council, and on one of 2,000 children made of its copies."""

import os
import re
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from fees import repeat
from runs import show_memory, show_time, row

PASSWORD = "three words apart now"
PAGES = ["/", "/data", "/children", "/forecast", "/money", "/plan", "/cases", "/people"]
# 50 a second: four connections, each of which waits 64 ms between two requests.
WRK = """
local paths = { %s }
local number = 0
function request()
  number = number %% #paths + 1
  return wrk.format("GET", paths[number], { ["Cookie"] = "%s" })
end
function delay() return 64 end
"""


def copies(example, folder, times):
    """The example council, its returns as many times over; each copy's children have numbers of their own."""
    for path in sorted(example.rglob("*.csv")):
        target = folder / "council" / path.relative_to(example)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.parent.name.startswith("20") or path.name == "fees.csv":
            repeat(path, target, times)
        elif path.name in ("prices.csv", "budget.csv", "contracts.csv"):
            target.write_bytes(path.read_bytes())
    return folder / "council"


class Server:
    """A served council, signed in to."""

    def __init__(self, homeward, assets, store, example=None):
        command = [homeward, "serve", "--store", store, "--port", "0", "--assets", assets]
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [str(word) for word in command + (["--example", example] if example else [])],
            stderr=subprocess.PIPE, text=True)
        self.link = None
        for line in self.process.stderr:
            found = re.search(r"is at (http://\S+?)/$", line.strip())
            self.base = found[1] if found else getattr(self, "base", None)
            self.link = (re.search(r"(http\S+/link/\S+)", line) or [None, self.link])[1]
            if "Ctrl-C" in line:
                break
        self.cookies = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self.get("/sign-in")
        self.first_page = time.perf_counter() - self.started

    def get(self, path):
        return self.opener.open(self.base + path, timeout=60).read().decode()

    def post(self, path, **fields):
        return self.opener.open(self.base + path, urllib.parse.urlencode(fields).encode(), timeout=60).read().decode()

    def sign_in(self):
        if self.link:
            self.post(urllib.parse.urlparse(self.link).path, password=PASSWORD, again=PASSWORD)
        self.post("/sign-in", name="administrator", password=PASSWORD)

    def csrf(self):
        return re.search(r'name="csrf" value="([^"]+)"', self.get("/data"))[1]

    def settle(self):
        """Waits until nothing is worked out any more: no page says so, and the process rests."""
        while any('role="status"' in self.get(page) for page in PAGES) or self.busy(1) > 0.2:
            time.sleep(0.5)

    def busy(self, seconds):
        """The share of a core that the process takes while nobody asks it anything."""
        def used():
            fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        before = used()
        time.sleep(seconds)
        return (used() - before) / seconds

    def first_picture(self):
        """Seconds from asking for a forecast of 1,000 futures nobody asked for before to its first chart, and to the
        whole; the page is asked for as the browser asks for it."""
        token, start = self.csrf(), time.perf_counter()
        page = self.post("/forecast", csrf=token, futures="1000", uplift="3.17")
        run, first = re.search(r"/runs/(\d+)/panel", page)[1], None
        while 'role="status"' in page:
            time.sleep(int(re.search(r"delay:(\d+)ms", page)[1]) / 1000)
            page = self.get(f"/runs/{run}/panel?shown=")
            if first is None and "data-chart=" in page:
                first = time.perf_counter() - start
        return first, time.perf_counter() - start

    def memory(self, name):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+) kB", status)[1]) * 1024 / 1e6

    def cookie(self):
        return "; ".join(f"{c.name}={c.value}" for c in self.cookies)

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


def seconds(text):
    number, unit = re.match(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 1e-6, "ms": 1e-3, "s": 1}[unit]


def load(server, scratch):
    """wrk's median and 99th percentile in seconds, requests a second, and answers that were no page."""
    script = Path(scratch) / "pages.lua"
    script.write_text(WRK % (", ".join(f'"{page}"' for page in PAGES), server.cookie()))
    text = subprocess.run(
        ["wrk", "-t1", "-c4", "-d15s", "--latency", "-s", str(script), server.base], capture_output=True, text=True,
        check=True).stdout
    shares = dict(re.findall(r"(50|99)%\s+(\S+)", text))
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    return seconds(shares["50"]), seconds(shares["99"]), float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), int(
        wrong[1]) if wrong else 0


def measure(homeward, assets, example, words, scratch):
    store = Path(scratch) / "web.sqlite"
    server = Server(homeward, assets, store, example)
    try:
        server.sign_in()
        server.settle()
        idle = server.memory("VmRSS")
        first, whole = server.first_picture()
        # A forecast of more futures than there is time for.
        token = server.csrf()
        server.post("/forecast", csrf=token, futures="20000")
        median, slow, rate, wrong = load(server, scratch)
    finally:
        server.stop()
    again = Server(homeward, assets, store)
    again.stop()
    if wrong:
        raise SystemExit(f"bench: {wrong} answers of {words} were no page")
    return [
        row(f"Pages of {words}, {rate:.0f} requests a second (wrk), a forecast running: median", show_time, median, None,
            (0.02, "under 20 ms")),
        row("… 99th percentile", show_time, slow, None, (0.1, "under 100 ms")),
        row("… a forecast of 1,000 futures, to its first picture", show_time, first, None, (1, "under 1 s")),
        row("… to the whole", show_time, whole, None, None),
        row("… memory when nothing runs", show_memory, idle, None, (300, "under 300 MB")),
        row("… start to first page on a store that is there", show_time, again.first_page, None, (1, "under 1 s")),
    ]


def lines(options):
    """Measured at the end, by themselves: the server would be in the others' way."""
    homeward = options.bin / "homeward"
    out = []
    for times, words in ((1, "the example council"), (5, "a council of 2,000 children")):
        with tempfile.TemporaryDirectory() as scratch:
            example = options.example if times == 1 else copies(options.example, Path(scratch), times)
            out += measure(homeward, options.assets, example, words, scratch)
    return out
