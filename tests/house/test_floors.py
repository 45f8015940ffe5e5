"""Imports run downward only: the contracts in pyproject.toml hold."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def test_every_import_contract_holds(pytestconfig: pytest.Config) -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(  # noqa: S603 - the command of our own environment, no input from anywhere
        [lint_imports, "--no-logo", "--no-cache"],
        cwd=pytestconfig.rootpath,
        env={**os.environ, "PYTHONPATH": "training"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
