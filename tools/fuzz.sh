#!/usr/bin/env bash
# Fuzzes the reading of returns: made-up and damaged files are taken the whole way that `homeward check` takes them.
# A file that traps, hangs, takes too much memory or breaks a law is kept and named.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/setup.sh

form="${1:-}"
seconds="${2:-}"
if [[ ! "$form" =~ ^(csv|xml)$ || ! "$seconds" =~ ^[0-9]+$ ]]; then
  say "usage: tools/fuzz.sh csv|xml SECONDS"
  say "  Fuzzes for that long, then keeps what reached new code in Tests/Corpus/csv or xml."
  say "  What fails is kept in .homeward/fuzzing; give it to the program in .build-fuzz to see it fail again."
  exit 2
fi
need_swift
need_packages libzip-dev libxml2-dev pkg-config

corpus="Tests/Corpus/$form"
work=".homeward/fuzzing/$form"
mkdir -p "$work/found" "$work/failing" "$corpus"
say "Building the modules for fuzzing (the first time takes a few minutes)…"
HOMEWARD_FUZZING=1 quietly swift build --scratch-path .build-fuzz --product fuzzing
fuzzing=".build-fuzz/debug/fuzzing"

# The fuzzer tells of traps itself.
export SWIFT_BACKTRACE=enable=no
status=0
"$fuzzing" "$work/found" "$corpus" -dict="Tests/Corpus/$form.dict" -max_total_time="$seconds" -max_len=20000 \
  -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$work/failing/" -print_final_stats=1 >"$work/log" 2>&1 || status=$?
grep -E '^(stat::|SUMMARY|broken:|.*(Fatal error|ERROR:|Test unit written))' "$work/log" || true
[ "$status" -eq 0 ] || { say "Something failed: $work/log has it all."; exit 1; }

# The corpus: files written by hand, and made ones, named by their hash, that reach what those do not. The XML's need
# not reach again what CSV reaches.
say "Keeping what reaches new code in few bytes…"
least="$work/least"
rm -rf "$least"
mkdir "$least"
is_made='/[0-9a-f]{40}$'
find "$corpus" -type f -regextype posix-extended ! -regex ".*$is_made" -exec cp -t "$least" {} +
if [ "$form" = xml ]; then
  for file in Tests/Corpus/csv/*; do cp "$file" "$least/csv-${file##*/}"; done
fi
quietly "$fuzzing" -set_cover_merge=1 -use_counters=0 -max_len=2500 "$least" "$corpus" "$work/found"
find "$corpus" -regextype posix-extended -regex ".*$is_made" -delete
# No more than 100 kB of them, the smallest first, so that the corpus stays quick to read and to keep.
find "$least" -regextype posix-extended -regex ".*$is_made" -printf '%s %p\n' | sort -n |
  awk '{ total += $1 } total <= 100000 { print $2 }' | xargs -r mv -t "$corpus"
say "$(find "$corpus" -type f | wc -l) files, $(du -cb "$corpus"/* | tail -1 | cut -f1) bytes in $corpus."
