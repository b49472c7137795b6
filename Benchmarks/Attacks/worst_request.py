"""Searches for the request of at most 1 MB that costs most: `make worst-request`.

For each family of `shapes.py` it tries numbers at random, then changes the worst found a little,
again and again, within a count and a time. What counts is the processor time of the whole server
for one request, audit records written later included, and then the bytes of the answer. The seed
settles what is tried first; what follows depends on what was measured.
"""

import argparse
import json
import random
import statistics
import sys
import time

from served import PROGRAM, Connection, Server, machine
from shapes import FAMILIES, World, session

AIM_MILLISECONDS = 100
AIM_BYTES = 1_048_576
LONGEST = 1_048_576
# Families whose answers may be longer, since AWS counts their pages in items, up to 1,000.
LISTS = ["lists"]
# How long after an answer the server may still write what it has to record.
SETTLE_SECONDS = 0.3


class Trial:
    """One request that was measured."""

    def __init__(self, numbers, size, milliseconds, status, answer):
        self.numbers = numbers
        self.size = size
        self.milliseconds = milliseconds
        self.status = status
        self.answer = answer


class Search:
    def __init__(self, world, name, generator):
        self.world = world
        self.make, self.caller, self.ranges = FAMILIES[name]
        self.random = generator
        self.connection = Connection(world.server.port)

    def number(self, bounds):
        if isinstance(bounds, list):
            return self.random.choice(bounds)
        least, most = bounds
        # As often small as large: by size, not by count.
        value = int((most - least + 1) ** self.random.random()) - 1 + least
        return self.random.choice([value, value, value, least, most])

    def anything(self):
        return {name: self.number(bounds) for name, bounds in self.ranges.items()}

    def near(self, numbers):
        changed = dict(numbers)
        names = self.random.sample(list(self.ranges), min(len(self.ranges),
                                                          self.random.choice([1, 1, 2, 3])))
        for name in names:
            bounds = self.ranges[name]
            if isinstance(bounds, list) or self.random.random() < 0.2:
                changed[name] = self.number(bounds)
            else:
                factor = self.random.choice([0.5, 0.8, 0.95, 1.05, 1.3, 2])
                value = int(changed[name] * factor) + self.random.choice([-1, 0, 1])
                changed[name] = max(bounds[0], min(bounds[1], value))
        return changed

    def smaller(self, numbers):
        """The numbers halved, within their ranges."""
        return {name: value if isinstance(self.ranges[name], list)
                else max(self.ranges[name][0], value // 2) for name, value in numbers.items()}

    def measure(self, numbers, settle=0.0):
        data = self.make(self.world, **numbers)
        while len(data) > LONGEST:
            numbers = self.smaller(numbers)
            data = self.make(self.world, **numbers)
        server = self.world.server
        start = server.processor_seconds()
        status, body = self.connection.answer(data)
        time.sleep(settle)
        used = (server.processor_seconds() - start) * 1e3
        return Trial(numbers, len(data), used, status, len(body))

    def run(self, count, seconds):
        """The worst by time and by bytes. Time first, for two thirds of the trials."""
        end = time.monotonic() + seconds
        worst = {}
        for index in range(count if self.ranges else 1):
            if time.monotonic() > end:
                break
            goal = "milliseconds" if index % 3 else "answer"
            is_wild = index < count // 3 or goal not in worst
            trial = self.measure(
                self.anything() if is_wild else self.near(worst[goal].numbers))
            for each in ("milliseconds", "answer"):
                if each not in worst or getattr(trial, each) > getattr(worst[each], each):
                    worst[each] = trial
        slow = self.again(worst["milliseconds"])
        self.connection.close()
        return slow, worst["answer"]

    def again(self, trial, times=5):
        """The median of some more measurements, what follows the answer included."""
        idle = self.world.server.processor_seconds()
        time.sleep(SETTLE_SECONDS)
        idle = (self.world.server.processor_seconds() - idle) * 1e3
        trials = [self.measure(trial.numbers, SETTLE_SECONDS) for _ in range(times)]
        trial.milliseconds = max(0, statistics.median(t.milliseconds for t in trials) - idle)
        trial.status = trials[-1].status
        return trial


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=150, help="trials of each family")
    parser.add_argument("--seconds", type=float, default=20, help="for each family")
    parser.add_argument("--only", default="", help="families whose names contain one of these, with commas")
    parser.add_argument("--numbers", action="store_true", help="print the numbers of the worst")
    parser.add_argument("--program", default=PROGRAM, help="the gatehouse to measure")
    options = parser.parse_args()
    server = Server(options.program)
    try:
        world = World(server)
        session(world)  # before wrong passwords make its address wait
        print(f"{machine()}; seed {options.seed}; {server.resident_megabytes():.0f} MB\n")
        print("| family | CPU, ms | request, bytes | status | longest answer, bytes |")
        print("|---|---:|---:|---:|---:|", flush=True)
        beyond = []
        for name in FAMILIES:
            if not any(part in name for part in options.only.split(",")):
                continue
            search = Search(world, name, random.Random(f"{options.seed} {name}"))
            slow, long = search.run(options.count, options.seconds)
            print(f"| {name} | {slow.milliseconds:.1f} | {slow.size:,} | {slow.status} "
                  f"| {long.answer:,} |", flush=True)
            if options.numbers:
                print("  ", json.dumps(slow.numbers), json.dumps(long.numbers), flush=True)
            is_too_long = long.answer > AIM_BYTES and name not in LISTS
            if slow.milliseconds > AIM_MILLISECONDS or is_too_long:
                beyond.append(name)
        print(f"\n{server.resident_megabytes():.0f} MB afterwards")
        print("beyond the aim: " + (", ".join(beyond) or "none"))
        sys.exit(1 if beyond else 0)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
