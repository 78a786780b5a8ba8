"""A tour of the application in a real browser, by keyboard alone: first sign-in, files, every page, sign-out. On every
page axe-core looks for what shuts people out, and the browser for requests elsewhere, scripts that fail and blocked
content.

usage: tour.py PROGRAM EXAMPLE ASSETS FOLDER [--pictures FOLDER]
Prints what is wrong, a line each; exit code 1 where anything is.
"""

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PASSWORD = "three words apart now"
WIDTHS = (1200, 320)  # 320 is a phone, and 1,280 at 400 % zoom.


class Tour:
    def __init__(self, page, base, pictures):
        self.page, self.base, self.pictures = page, base, pictures
        self.wrong, self.seen, self.choosers = [], 0, []
        page.on("request", self.request)
        # From the start: a browser that is asked to hand over its choosers only as the key goes down may not hear it.
        page.on("filechooser", lambda chooser: self.choosers.append(chooser))
        page.on("pageerror", lambda error: self.say(f"script error: {error}"))
        page.on("console", lambda message: self.say(f"console: {message.text}") if message.type == "error" else None)

    def say(self, words):
        line = f"{self.page.url.removeprefix(self.base)}: {words}"
        if line not in self.wrong:
            self.wrong.append(line)

    def request(self, request):
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.say(f"asked elsewhere: {request.url}")

    def to(self, selector):
        """Tabs to an element as somebody without a mouse does."""
        for _ in range(400):
            if self.page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
                return
            self.page.keyboard.press("Tab")
        self.say(f"the keyboard doesn't reach {selector}")
        raise SystemExit(self.end())

    def write(self, selector, text):
        self.to(selector)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def press(self, selector):
        self.to(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def choose(self, selector, files):
        """Opens a field's file chooser with the keyboard and chooses files. A browser may ignore a key while it is
        busy; a person presses again."""
        for _ in range(20):
            self.to(selector)
            self.page.keyboard.press("Enter")
            for _ in range(30):
                if self.choosers:
                    self.choosers.pop().set_files(files)
                    return
                self.page.wait_for_timeout(200)
        self.say(f"the keyboard opens no file chooser of {selector}")
        raise SystemExit(self.end())

    def follow(self, path):
        """Follows a link of the page to a path."""
        self.press(f'a[href="{path}"]')

    def settle(self, seconds=400):
        """Waits until what is worked out in the background is there."""
        end = time.time() + seconds
        while time.time() < end:
            self.page.wait_for_load_state("networkidle")
            if not self.page.query_selector(".hw-panel[hx-get], .hw-panel [hx-get]"):
                self.page.wait_for_timeout(400)
                return
            self.page.wait_for_timeout(500)
        self.say("is still being worked out")

    def look(self, name):
        """Everything about a page that a machine can tell."""
        page = self.page
        self.seen += 1
        for violation in Axe().run(page).response["violations"]:
            nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:2])
            self.say(f"axe {violation['id']} ({violation['impact']}): {nodes}")
        if page.query_selector(".hw-panel [role=alert]"):
            self.say("says that something could not be worked out")
        if page.title().strip(" –") == "" or len(page.query_selector_all("h1")) != 1:
            self.say("it needs a title and one first heading")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_timeout(150)
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if over > 1:
                self.say(f"is {over} px too wide at {width} px")
            if self.pictures:
                page.screenshot(path=str(self.pictures / f"{name}-{width}.png"), full_page=width == WIDTHS[0])
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})

    def end(self):
        for line in self.wrong:
            print(line)
        print(f"{self.seen} pages looked at, {len(self.wrong)} things wrong")
        return 1 if self.wrong or self.seen == 0 else 0


def serve(options):
    server = subprocess.Popen(
        [options.program, "serve", "--store", str(options.folder / "tour.sqlite"), "--port", "0", "--assets",
         options.assets], stderr=subprocess.PIPE, text=True)
    base = link = None
    for line in server.stderr:
        base = base or (re.search(r"is at (http://\S+?)/$", line.strip()) or [None, None])[1]
        link = link or (re.search(r"(http\S+/link/\S+)", line) or [None, None])[1]
        if "Ctrl-C" in line:
            break
    return server, base, link


def tour(tour, link, files):
    page = tour.page
    page.goto(link)
    tour.look("link")
    tour.write("#password", PASSWORD)
    tour.write("#again", PASSWORD)
    tour.press("form button")
    tour.look("sign-in")
    tour.write("#name", "administrator")
    tour.write("#password", "wrong")
    tour.press("form.hw-form button")
    tour.look("sign-in-refused")
    tour.wrong = [line for line in tour.wrong if "401" not in line]
    tour.write("#name", "administrator")
    tour.write("#password", PASSWORD)
    tour.press("form.hw-form button")
    tour.look("today-empty")
    for path in ("/children", "/forecast", "/money", "/plan", "/cases"):
        tour.follow(path)
        tour.look(path.strip("/") + "-empty")
    tour.follow("/data")
    tour.look("data-empty")
    tour.choose("#files", files)
    tour.press("form.hw-drop button.govuk-button")
    tour.look("data")
    tour.follow("/forecast")
    tour.settle()
    tour.look("forecast")
    if not page.query_selector(".chart svg"):
        tour.say("has no chart")
    tour.follow("/forecast/scenario")
    tour.write("form#scenario .hw-lever input[inputmode]", "20")
    try:
        page.wait_for_selector("#picture .chart svg", timeout=240_000)
    except Exception:
        tour.say("a lever that is moved shows nothing")
    tour.settle()
    tour.look("scenario")
    tour.write("#name", "Help before care")
    tour.press('button[value="keep"]')
    tour.settle()
    tour.look("scenario-kept")
    for path in ("/", "/children", "/money", "/plan", "/cases"):
        tour.follow(path)
        tour.settle()
        tour.look(path.strip("/") or "today")
    tour.follow("/people")
    tour.look("people")
    tour.follow("/audit")
    tour.look("audit")
    visited = {page.url.removeprefix(tour.base)} | {"/", "/data", "/children", "/forecast", "/money", "/plan", "/cases"}
    # Every other page that a link leads to, once for each of its kinds.
    kinds = {re.sub(r"\d+", "0", path.split("?")[0]) for path in visited}
    waiting = ["/", "/data", "/children", "/forecast", "/money", "/plan", "/cases", "/people"]
    while waiting:
        page.goto(tour.base + waiting.pop(0))
        for link in page.eval_on_selector_all("main a:not([download])", "all => all.map(a => a.getAttribute('href'))"):
            kind = re.sub(r"\d+", "0", (link or "").split("?")[0].split("#")[0])
            if link.startswith("/") and kind not in kinds:
                kinds.add(kind)
                page.goto(tour.base + link)
                tour.settle()
                tour.look(kind.strip("/").replace("/", "-"))
                waiting.append(link)
    page.goto(tour.base + "/")
    tour.press(".hw-who button")
    page.goto(tour.base + "/data")
    if "/sign-in" not in page.url:
        tour.say("can be seen after signing out")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("example", type=Path)
    parser.add_argument("assets")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    server, base, link = serve(options)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_context(viewport={"width": WIDTHS[0], "height": 900}).new_page()
            # Other tests run beside it.
            page.set_default_timeout(240_000)
            own = Tour(page, base, options.pictures)
            example = options.example
            archive = options.folder / "returns.zip"
            subprocess.run(
                [sys.executable, "-m", "zipfile", "-c", str(archive), *map(str, sorted(example.glob("20*"))), str(example / "postcodes.csv")],
                check=True)
            beside = [example / name for name in ("prices.csv", "fees.csv", "budget.csv", "contracts.csv")]
            more = [
                example.parent / name
                for name in ("plans/family-help.yaml", "scenarios/early-help-and-step-down.yaml",
                             "cases/contract-negotiated-anew.yaml")
            ]
            try:
                tour(own, link, [str(path) for path in [archive, *beside, *more]])
            except Exception as error:
                own.say("the tour stopped here: " + " ".join(str(error).split())[:400])
            return own.end()
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    sys.exit(main())
