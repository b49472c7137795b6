"""Counts the instructions of a signed read, a durable write, a decision and a signature.

    python3 Benchmarks/Instructions/instructions.py [--build debug] [--only NAME] [--runs 5] [--write]

Callgrind counts them, so that neither the speed of the machine nor what else it does matters. What
the read and the write allocate is counted, too. The run fails when a count is over 5% more than
figures.txt says. Needs valgrind, clang and strip.
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
REPEATS = {"decision": 5_000, "signature": 500}
# realloc calls malloc where it takes memory: it wipes what it leaves.
ALLOCATORS = {"malloc", "calloc", "memalign", "aligned_alloc", "posix_memalign"}


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
            environment={"LD_PRELOAD": library, "NIO_SINGLETON_GROUP_LOOP_COUNT": "1",
                         "SWIFT_DETERMINISTIC_HASHING": "1"})

    def counts(self, requests):
        """The instructions and the allocations of each, with what writes the records of them."""
        self.control("--zero")
        self.control("--instr=on")
        for request in requests:
            self.answer(request)
        self.control("--instr=off")
        self.control("--dump")
        newest = max(glob.glob(self.output + ".*"), key=lambda name: int(name.split(".")[-1]))
        counted = total(newest), calls(newest, ALLOCATORS)
        os.remove(newest)
        return [number / len(requests) for number in counted]

    def answer(self, request):
        status, body = self.connection.answer(request)
        if status != 200:
            raise SystemExit(f"{status} {body[:300]}")

    def control(self, command):
        subprocess.run(["callgrind_control", command, str(self.process.pid)],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def strip(build, directory):
    """Copies the programs without debugging information: Swift's stops valgrind."""
    for program in ("gatehouse", "Benchmarks"):
        source = pathlib.Path(served.ROOT, ".build", build, program)
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


def calls(path, functions):
    """How often functions were called, in a file of callgrind's.

    Source: the manual of Valgrind, "Callgrind Format Specification": `cfn=(ID) NAME` says who is
    called, with the name at the first mention of the ID, and the next line how often.
    """
    names = {}
    called = None
    count = 0
    with open(path, errors="replace") as file:
        for line in file:
            kind, _, rest = line.partition("=")
            if kind in ("fn", "cfn"):
                called, _, name = rest.strip().partition(" ")
                if name:
                    names[called] = name.partition("'")[0]
            elif kind == "calls" and names[called] in functions:
                count += int(rest.split()[0])
    return count


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

        read = [server.counts(reads()) for _ in range(READINGS)]
        write = [server.counts(writes()) for _ in range(WRITINGS)]
        return {
            name: min(counted[kind] for counted in counts)
            for kind, suffix in enumerate(("", "-allocations"))
            for name, counts in ((f"read{suffix}", read), (f"write{suffix}", write))
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
             f"--{name}s", str(times)],
            env=os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"}, check=True)
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


class Figures:
    """The committed counts: a line for each name, a column for each build."""

    BUILDS = ("release", "debug")

    def __init__(self, build):
        self.column = self.BUILDS.index(build)
        self.lines = FIGURES.read_text().splitlines()
        self.counts = {
            name: [int(number) for number in numbers]
            for name, *numbers in (line.split() for line in self.lines if line[:1].isalpha())}

    def __getitem__(self, name):
        return self.counts[name][self.column]

    def write(self, found):
        for name, count in found.items():
            # Four digits of it hold from run to run.
            unit = 10 ** max(0, len(str(round(count))) - 4)
            self.counts[name][self.column] = round(count / unit) * unit
        comment = [line for line in self.lines if not line[:1].isalpha()]
        table = [" ".join([f"{name:18}", *(f"{count:12}" for count in counts)])
                 for name, counts in self.counts.items()]
        FIGURES.write_text("\n".join(comment + table) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", choices=Figures.BUILDS, default="release")
    parser.add_argument("--only", choices=["requests", *REPEATS])
    parser.add_argument("--runs", type=int, default=1, help="to see how far the counts spread")
    parser.add_argument("--write", action="store_true", help="commit to what is counted")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="gatehouse-instructions-") as directory:
        strip(options.build, directory)
        found = {}
        for _ in range(options.runs):
            for name, count in counts(options.only, directory):
                found.setdefault(name, []).append(count)

    print(f"{served.machine()}; {options.build} build")
    figures = Figures(options.build)
    failed = False
    for name, all_counts in found.items():
        worst = max(all_counts)
        change = worst / figures[name] - 1
        print(f"{name:18} {' '.join(f'{count:12,.0f}' for count in all_counts)}   {change:+.1%}")
        if options.write:
            continue
        if change > TOLERANCE:
            failed = True
            print(f"  {name}: {worst:,.0f}, and {figures[name]:,} are committed.\n"
                  f"  If that has to be, raise the figure in {FIGURES.relative_to(served.ROOT)}\n"
                  "  and say why in the commit.")
        elif change < -TOLERANCE:
            print(f"  {name} takes less than is committed: lower the figure, so that it stays so.")
    if options.write:
        figures.write({name: min(all_counts) for name, all_counts in found.items()})
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
