#!/usr/bin/env bash
# House rules that no compiler checks: sizes of files, names, and what must not be in the repository.
set -euo pipefail
cd "$(dirname "$0")/.."
problems=0
complain() {
  echo "house: $*"
  problems=$((problems + 1))
}

while IFS= read -r file; do
  lines="$(wc -l <"$file")"
  [ "$lines" -le 320 ] || complain "$file has $lines lines; 320 is the most"
done < <(git ls-files -co --exclude-standard -- 'Sources/*.swift' 'Tests/*.swift')

names="$(git ls-files -co --exclude-standard -- 'Sources/*.swift' |
  grep -E '(Manager|Helper|Helpers|Utils|Utilities|Common|Core|Shared|Misc)(\+|\.swift|/)' || true)"
[ -z "$names" ] || complain "names that say nothing: $names"

clocks="$(grep -nE 'SystemRandomNumberGenerator|\.random\(|try!' -r Sources || true)"
[ -z "$clocks" ] || complain "not allowed in Sources: $clocks"

duplicated="$(ls docs/decisions docs/methods | grep -oE '^[0-9]{4}' | sort | uniq -d || true)"
for number in $duplicated; do
  [ "$(ls docs/decisions | grep -c "^$number")" -le 1 ] || complain "two decision records are numbered $number"
done

[ "$problems" -eq 0 ] || exit 1
