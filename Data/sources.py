"""What the scripts of this directory share: the packages they read, and what they say at the end.

The packages are read as files and none of their code is run. `make data` installs the newest of
each into .build/data.
"""

import importlib.metadata
import importlib.util
import pathlib
import sys

# As many names of what was added or removed are told.
TOLD = 12


def package(name, module):
    """The directory of an installed package, and its version."""
    found = importlib.util.find_spec(module)
    if found is None or found.origin is None:
        sys.exit(f"{name} is not installed; make data installs it")
    return pathlib.Path(found.origin).parent, importlib.metadata.version(name)


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
