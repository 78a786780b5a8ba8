"""Runs the sector's validator csc-validator-be-903 0.1.17 on the files of a folder, and prints what it did as JSON."""

import contextlib
import importlib
import json
import logging
import sys
from pathlib import Path


def main():
    folder, year, authority = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    logging.disable(logging.CRITICAL)
    # The validator prints as it goes.
    with contextlib.redirect_stdout(sys.stderr):
        from lac_validator.lac_validator import LacValidator

        rules = importlib.import_module("lac_validator.rules.lac" + year.replace("/", "_")).registry
        files = [
            {"name": file.name, "description": "This year", "file_content": file.read_bytes()}
            for file in sorted(folder.iterdir())
        ]
        metadata = {"collectionYear": year, "localAuthority": authority}
        validator = LacValidator(metadata=metadata, files=files, registry=rules)
        tables = [table for name, table in validator.ds_results.items() if name != "metadata"]
        findings = sum(int(table.filter(like="ERR_").notna().sum().sum()) for table in tables)
    print(json.dumps({"rules": len(validator.dones), "findings": findings}))


if __name__ == "__main__":
    main()
