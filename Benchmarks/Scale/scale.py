"""What a large store costs beside a small one: `make scale`.

    python3 Benchmarks/Scale/scale.py [--only users|events] [--rounds 25] [--all]

Two servers run side by side. The small store has one account of ordinary size; the large one has
10,000 of them with a million users, and an account that is filled nearly to its quotas. Then a
store gets a million audit records, and ten. FillStore makes them, once: they stay in .build/scale.
The run fails when something costs more than twice what it costs in the small store.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "Attacks"))
import served  # noqa: E402
import walk  # noqa: E402

RELEASE = os.path.join(served.ROOT, ".build", "release")
STORES = os.path.join(served.ROOT, ".build", "scale")
ACCOUNTS = 10_000
EVENTS = (0, 1_000_000, 10_000_000)
LONGEST_START_SECONDS = 1.0
MOST_TIMES = 2.0
# A request whose cost cannot be told from that of others on a busy machine, in milliseconds.
RESOLUTION = 0.1


def fill(directory, *orders):
    """Fills a store, whose server is stopped, unless it has been filled with that before."""
    name = " ".join(map(str, orders))
    path = os.path.join(directory, "filled")
    done = open(path).read().splitlines() if os.path.exists(path) else []
    if name in done:
        return
    start = time.monotonic()
    subprocess.run([os.path.join(RELEASE, "FillStore"), os.path.join(directory, "data"),
                    *map(str, orders)], check=True)
    print(f"filled with {name} in {time.monotonic() - start:.0f} s", flush=True)
    with open(path, "a") as file:
        file.write(name + "\n")


def store(name, accounts):
    """The directory of a store with these accounts, each filled as told, and their numbers."""
    directory = os.path.join(STORES, name)
    os.makedirs(directory, exist_ok=True)
    numbers = {}
    for account, filling in accounts.items():
        numbers[account] = served.account(account, directory)["accountId"]
        if filling:
            fill(directory, filling, numbers[account])
    return directory, numbers


def timed(world, request):
    """The status and the body of an answer; milliseconds of the server's processor, and in all."""
    before, start = world.server.processor_seconds(), time.perf_counter()
    status, body = world.connection.answer(request)
    wall = time.perf_counter() - start
    used = world.server.processor_seconds() - before - world.idle * wall
    return status, body, [1e3 * max(0, used), 1e3 * wall]


def idle(server):
    """The share of a processor that a server takes while nobody asks for anything."""
    time.sleep(1)  # until what was asked before has been recorded
    before = server.processor_seconds()
    time.sleep(2)
    return (server.processor_seconds() - before) / 2


class World:
    """An account of a server, and an administrator in it, who walks."""

    def __init__(self, server, account):
        self.server = server
        self.root = server.roots[account]
        self.caller = f"walker-{os.getpid()}"
        key = server.make_user(self.root, self.caller, served.allow("*"))
        self.connection = served.Connection(server.port)
        nobody = server.make_user(self.root, self.caller + "-refused")
        _, refusal = self.connection.answer(nobody.form("ListUsers"))
        self.key = key
        self.idle = idle(server)
        pem = walk.certificate()
        self.facts = {
            "account": server.ids[account], "run": str(os.getpid()), "caller": self.caller,
            "message": served.element("EncodedMessage", refusal.decode()),
            "metadata": walk.metadata(pem["certificate"]), **pem}
        self.cookie, _ = server.sign_in(account)
        for steps in range(4):
            self.facts[f"code{steps}"] = lambda steps=steps: walk.code(
                self.facts["seed"], steps - 1)

    def take(self, step):
        """Takes a step, which has to succeed; milliseconds of the server's processor, and in all.

        What the server does by itself meanwhile is left out: it checks the pages of its file.
        """
        if step.page:
            request = served.request("GET", walk.fill(step.page, self.facts), [
                ("host", "127.0.0.1"), ("cookie", self.cookie)])
        else:
            request = self.key.form(step.action, step.filled(self.facts),
                                    served.STS if step.sts else served.IAM)
        status, body, times = timed(self, request)
        if status != 200:
            raise SystemExit(f"{step.name}: {status} {body[:300]}")
        for name, element in step.keeps.items():
            self.facts[name] = served.element(element, body.decode())
        return times

    def leave(self):
        self.server.connection.close()  # it has been idle for longer than the server waits
        for name in (self.caller, self.caller + "-refused"):
            keys = self.server.call(self.root, "ListAccessKeys", {"UserName": name})
            self.server.call(self.root, "DeleteAccessKey", {
                "UserName": name, "AccessKeyId": served.element("AccessKeyId", keys)})
        self.server.call(self.root, "DeleteUserPolicy", {
            "UserName": self.caller, "PolicyName": "own"})
        for name in (self.caller, self.caller + "-refused"):
            self.server.call(self.root, "DeleteUser", {"UserName": name})


class Verdict:
    """What was found to be beyond an aim."""

    def __init__(self):
        self.beyond = []

    def judge(self, name, value, most):
        if value > most:
            self.beyond.append(f"{name}: {value:.2f}, at most {most}")


def measure_users(options, verdict):
    small, _ = store("small", {"ordinary": "ordinary"})
    large, _ = store("large", {"ordinary": "ordinary", "large": "large"})
    fill(large, "accounts", ACCOUNTS)
    servers = []
    try:
        servers.append(served.Server(accounts=("ordinary",), directory=small))
        servers.append(served.Server(accounts=("ordinary", "large"), directory=large))
        starts = [[server.seconds, server.resident_megabytes()] for server in servers]
        worlds = [World(servers[0], "ordinary"), World(servers[1], "ordinary"),
                  World(servers[1], "large")]
        walked(worlds, options, verdict)
        for world in worlds:
            world.leave()
        used = [server.resident_megabytes() for server in servers]
    finally:
        for server in servers:
            server.stop()
    for name, (seconds, start), end in zip(("small", "large"), starts, used):
        print(f"{name} store: {1e3 * seconds:.0f} ms to the first answer, "
              f"{start:.0f} MB then, {end:.0f} MB after the walk")
    verdict.judge("seconds to the first answer", starts[1][0], LONGEST_START_SECONDS)
    verdict.judge("memory after the start", starts[1][1] / starts[0][1], MOST_TIMES)
    verdict.judge("memory after the walk", used[1] / used[0], MOST_TIMES)


def walked(worlds, options, verdict):
    """Walks through the worlds in turn and prints what each step costs."""
    steps = walk.steps()
    seen = [[[] for _ in worlds] for _ in steps]
    for number in range(options.rounds + 1):
        for step, times in zip(steps, seen):
            for index in range(len(worlds)):
                index = (index + number) % len(worlds)
                taken = worlds[index].take(step)
                if number > 0:  # the first time, everything is read from the file
                    times[index].append(taken)
    print("| operation | CPU, ms | ordinary account | full account | time, ms | "
          "ordinary | full |")
    print("|---" + "|---:" * 6 + "|")
    ratios = [[], []]
    for step, times in zip(steps, seen):
        cpu = [statistics.median(each[0] for each in world) for world in times]
        wall = [statistics.median(each[1] for each in world) for world in times]
        times_cpu = [each / cpu[0] for each in cpu[1:]]
        ratios[0].append(times_cpu[0])
        if not step.shows_all:
            ratios[1].append(times_cpu[1])
        is_beyond = False
        for value, name, counts in zip(times_cpu, ("ordinary", "full"), (True, not step.shows_all)):
            if counts and cpu[0] * (value - 1) > RESOLUTION:
                verdict.judge(f"{step.name}, {name} account", value, MOST_TIMES)
                is_beyond = is_beyond or value > 1.5
        if is_beyond or options.all:
            print(f"| {step.name} | {cpu[0]:.2f} | {times_cpu[0]:.2f} × | {times_cpu[1]:.2f} × "
                  f"| {wall[0]:.2f} | {wall[1] / wall[0]:.2f} × | {wall[2] / wall[0]:.2f} × |")
    for name, values in zip(("an ordinary account", "a full account, lists left out"), ratios):
        print(f"\n{len(values)} steps in {name}: {statistics.median(values):.2f} × the small "
              f"store's CPU in the median, {max(values):.2f} × at most")


LOOKUPS = {
    "all": None, "EventName": "TagUser", "EventSource": "iam.amazonaws.com", "ReadOnly": "true",
    "Username": "user-7", "AccessKeyId": "AKIAuser-7", "ResourceType": "AWS::IAM::User",
    "ResourceName": "user-7"}


def look_up(world, name, value, rounds):
    """Milliseconds of the server's processor for a page of events, and in all."""
    body = {} if value is None else {
        "LookupAttributes": [{"AttributeKey": name, "AttributeValue": value}]}
    target = ("x-amz-target", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents")
    times = []
    while len(times) < rounds:
        request = world.key.sign("cloudtrail", json.dumps(body).encode(), headers=[target],
                                 content_type="application/x-amz-json-1.1")
        status, answer, taken = timed(world, request)
        if status == 200:
            times.append(taken)
        elif b"Throttling" not in answer:
            raise SystemExit(f"LookupEvents: {status} {answer[:300]}")
        time.sleep(0.3)  # an account may look up twice in a second
    return [statistics.median(column) for column in zip(*times)]


def recorded(world, rounds):
    """Milliseconds of the server's processor for a change with its record, and for a read with its
    record, which is written later."""
    tag = walk.Step("TagUser", {"UserName": world.caller, **walk.TAG})
    change = statistics.median(world.take(tag)[0] for _ in range(8 * rounds))
    read = walk.Step("GetUser", {"UserName": world.caller})
    before, start = world.server.processor_seconds(), time.perf_counter()
    for _ in range(40 * rounds):
        world.take(read)
    time.sleep(0.5)  # until the last are written
    used = world.server.processor_seconds() - before
    used -= world.idle * (time.perf_counter() - start)
    return change, 1e3 * used / (40 * rounds)


def measure_events(options, verdict):
    rows, found = ["a change, CPU ms", "a read, CPU ms", "memory, MB"], []
    rows += [f"LookupEvents {name}, CPU ms" for name in LOOKUPS]
    for count in EVENTS:
        directory, numbers = store(f"events-{count}", {"audited": None})
        if count:
            fill(directory, "events", numbers["audited"], count, 0)
        server = served.Server(accounts=("audited",), directory=directory)
        try:
            world = World(server, "audited")
            recorded(world, 5)
            column = [*recorded(world, options.rounds), server.resident_megabytes()]
            column += [look_up(world, name, value, 7)[0] for name, value in LOOKUPS.items()]
            world.leave()
        finally:
            server.stop()
        found.append(column)
        verdict.judge(f"seconds to the first answer, {count} records", server.seconds,
                      LONGEST_START_SECONDS)
    print("\n| audit records | " + " | ".join(f"{count:,}" for count in EVENTS)
          + " | 100,000,000, extrapolated |")
    print("|---" + "|---:" * (len(EVENTS) + 1) + "|")
    for index, name in enumerate(rows):
        values = [column[index] for column in found]
        values.append(values[-1] + max(0, values[-1] - values[-2]))
        print(f"| {name} | " + " | ".join(f"{value:.2f}" for value in values) + " |")
        # A lookup in a store without records finds the walker's few alone.
        base = values[1] if "Lookup" in name else values[0]
        if values[-1] - base > RESOLUTION:
            verdict.judge(name, values[-1] / base, MOST_TIMES)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=["users", "events"])
    parser.add_argument("--rounds", type=int, default=25, help="walks, after a first one")
    parser.add_argument("--all", action="store_true", help="print steps that cost the same, too")
    options = parser.parse_args()
    left = walk.unwalked(os.path.join(served.ROOT, "Models"))
    if left:
        raise SystemExit("neither walked nor left out: " + ", ".join(left))
    verdict = Verdict()
    print(served.machine(), flush=True)
    if options.only != "events":
        measure_users(options, verdict)
    if options.only != "users":
        measure_events(options, verdict)
    print(f"\nafterwards: {served.machine()}")
    if verdict.beyond:
        sys.exit("beyond the aims:\n  " + "\n  ".join(verdict.beyond))


if __name__ == "__main__":
    main()
