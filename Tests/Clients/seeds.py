"""The one seed from which all random tests take their numbers.

It is 1 unless the environment variable GATEHOUSE_TEST_SEED names another, so that `make test` does
the same each time. `make fuzz-tests` runs the random tests with new seeds, and says which.
"""

import os
import random

VARIABLE = "GATEHOUSE_TEST_SEED"
SEED = int(os.environ.get(VARIABLE, "1"))
HINT = f"{VARIABLE}={SEED}"


def generator(test):
    """The random numbers of one test: the same in each run with one seed."""
    return random.Random(f"{SEED} {test}")
