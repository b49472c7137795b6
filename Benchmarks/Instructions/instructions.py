"""Counts the instructions of a signed read, a durable write, a decision and a signature.

    python3 Benchmarks/Instructions/instructions.py [--only NAME] [--runs 5]

Callgrind counts them, so that neither the speed of the machine nor what else it does matters. The
run fails when one takes over 5% more than figures.txt says. Needs valgrind, clang and strip.
"""

import argparse
import glob
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Attacks"))
import served  # noqa: E402

FIGURES = HERE / "figures.txt"
RELEASE = pathlib.Path(served.ROOT, ".build", "release")
# How much more than the committed figure is too much.
TOLERANCE = 0.05
# Requests before the counting, and counted ones.
WARM_UP = 200
# As many as DeferredWrites holds records. Then all are written once, by one of them.
READS = 1_000
WRITES = 40
# The least of so many countings is taken: a checkpoint of the database's log falls into some.
READINGS = 2
WRITINGS = 3
REPEATS = {"decision": 20_000, "signature": 2_000}


class CountedServer(served.Server):
    """A server that callgrind runs on one core, with one thread for all connections."""

    def __init__(self, directory):
        self.output = os.path.join(directory, "server")
        library = os.path.join(directory, "steady.so")
        subprocess.run(["clang", "-shared", "-fPIC", "-O2", "-o", library, HERE / "steady.c"],
                       check=True)
        super().__init__(
            os.path.join(directory, "gatehouse"), accounts=("counted",), patience=240,
            prefix=["taskset", "-c", "0", "valgrind", "--tool=callgrind", "--instr-atstart=no",
                    f"--callgrind-out-file={self.output}"],
            environment={"LD_PRELOAD": library, "NIO_SINGLETON_GROUP_LOOP_COUNT": "1"})

    def instructions(self, requests):
        """What answering them takes, and writing the records of them, for each."""
        self.control("--zero")
        self.control("--instr=on")
        for request in requests:
            self.answer(request)
        self.control("--instr=off")
        self.control("--dump")
        newest = max(glob.glob(self.output + ".*"), key=lambda name: int(name.split(".")[-1]))
        counted = total(newest)
        os.remove(newest)
        return counted / len(requests)

    def answer(self, request):
        status, body = self.connection.answer(request)
        if status != 200:
            raise SystemExit(f"{status} {body[:300]}")

    def control(self, command):
        subprocess.run(["callgrind_control", command, str(self.process.pid)],
                       stdout=subprocess.DEVNULL, check=True)


def strip(directory):
    """Copies the programs without debugging information: Swift's stops valgrind."""
    for program in ("gatehouse", "Benchmarks"):
        source = RELEASE / program
        if not source.exists():
            raise SystemExit(f"there is no {source}; `make instructions` makes it")
        subprocess.run(
            ["strip", "--strip-debug", "-o", os.path.join(directory, program), source], check=True)


def total(path):
    """All instructions of a file of callgrind's."""
    with open(path, errors="replace") as file:
        for line in file:
            if line.startswith("totals:"):
                return int(line.split()[1])
    raise SystemExit(f"callgrind counted nothing in {path}")


def requests(directory):
    """The figures of a read and of a write, of a server of their own."""
    server = CountedServer(directory)
    try:
        root = server.roots["counted"]
        names = (f"user-{number}" for number in range(1_000_000))

        def reads():
            # Of a user of its own: what one user's reads add to the audit in a minute is limited.
            key = server.make_user(root, next(names), served.allow("*"))
            read = key.form("GetCallerIdentity", version=served.STS)
            for _ in range(WARM_UP):
                server.answer(read)
            return [read] * READS

        def writes():
            key = server.make_user(root, next(names), served.allow("*"))
            for _ in range(WARM_UP // 10):
                server.answer(key.form("CreateUser", {"UserName": next(names)}))
            return [key.form("CreateUser", {"UserName": next(names)}) for _ in range(WRITES)]

        return {
            "read": min(server.instructions(reads()) for _ in range(READINGS)),
            "write": min(server.instructions(writes()) for _ in range(WRITINGS)),
        }
    finally:
        server.stop()


def repeated(name, directory):
    """The figures of one piece of work: what it takes many times without what it takes never."""
    program = os.path.join(directory, "Benchmarks")

    def count(times):
        output = os.path.join(directory, f"{name}-{times}")
        subprocess.run(
            ["valgrind", "--quiet", "--tool=callgrind", f"--callgrind-out-file={output}", program,
             f"--{name}s", str(times)], check=True)
        return total(output)

    times = REPEATS[name]
    return (count(times) - count(0)) / times


def counts(only, directory):
    """The figures that are asked for, by name."""
    for name in REPEATS:
        if only in (None, name):
            yield name, repeated(name, directory)
    if only in (None, "requests"):
        yield from requests(directory).items()


def committed():
    """The figures of the file, by name."""
    lines = [line.split() for line in FIGURES.read_text().splitlines() if line[:1].isalpha()]
    return {name: float(number) for name, number in lines}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=["requests", *REPEATS])
    parser.add_argument("--runs", type=int, default=1, help="to see how far the counts spread")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="gatehouse-instructions-") as directory:
        strip(directory)
        found = {}
        for _ in range(options.runs):
            for name, count in counts(options.only, directory):
                found.setdefault(name, []).append(count)

    print(served.machine())
    allowed = committed()
    failed = False
    for name, all_counts in found.items():
        worst = max(all_counts)
        change = worst / allowed[name] - 1
        print(f"{name:10} {' '.join(f'{count:12,.0f}' for count in all_counts)}   {change:+.1%}")
        if change > TOLERANCE:
            failed = True
            print(f"  {name}: {worst:,.0f} instructions, and {allowed[name]:,.0f} are committed.\n"
                  f"  If that has to be, raise the figure in {FIGURES.relative_to(served.ROOT)}\n"
                  "  and say why in the commit.")
        elif change < -TOLERANCE:
            print(f"  {name} takes less than is committed: lower the figure, so that it stays so.")
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
