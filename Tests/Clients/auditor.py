"""Runs ScoutSuite, cloudsplaining or principalmapper, which the first argument names.

It runs in the Python of .build/auditors, with the arguments that follow.
"""

import collections
import collections.abc
import sys

# principalmapper takes two names from where Python had them before 3.10.
collections.Mapping = collections.abc.Mapping
collections.MutableMapping = collections.abc.MutableMapping

name = sys.argv.pop(1)
if name == "scout":
    from ScoutSuite.__main__ import run_from_cli as main
elif name == "cloudsplaining":
    from cloudsplaining.bin.cli import main
else:
    from principalmapper.__main__ import main
sys.exit(main())
