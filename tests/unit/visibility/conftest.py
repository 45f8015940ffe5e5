"""Lets the tests of this folder import the generators and the readings by hand that stand beside them."""

import sys
from pathlib import Path

ROOT = str(Path(__file__).parents[3])
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)
