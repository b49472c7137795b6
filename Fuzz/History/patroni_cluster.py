"""The cluster of Deploy/patroni, and how its primary database is killed again and again."""

import json
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import threading
import time
import urllib.request

from client import Connection, Signer

import cluster  # noqa: F401 (the path to conftest comes with it)
from conftest import GATEHOUSE, REPOSITORY, Credentials, clean_environment

NAMES = ("one", "two", "three")
PROGRAMS = REPOSITORY / ".build" / "patroni"
ROOT_PASSWORD = "a root password of 2026!"
# How long it may take until the cluster is whole again, in seconds.
PATIENCE = 300


class PatroniCluster:
    """The cluster, started by the command that people start it with."""

    def __init__(self, numbers, kills):
        self._directory = pathlib.Path(f"/tmp/gatehouse-cluster-{os.getpid()}")
        self._port = _free_ports(20)
        environment = os.environ | {
            "GATEHOUSE": str(GATEHOUSE), "CLUSTER_PROGRAMS": str(PROGRAMS)}
        self._process = subprocess.Popen(
            [REPOSITORY / "Deploy" / "patroni" / "cluster", self._directory,
             "--port", str(self._port), "--until-closed"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
        for line in self._process.stdout:
            if line == "ready\n":
                break
        else:
            raise SystemExit("the cluster did not start")
        passwords = (self._directory / "passwords").read_text().splitlines()
        self._passwords = dict(line.split("=", 1) for line in passwords)
        self._accounts = 0
        self.ports = [self._port, self._port + 2, self._port + 3]
        account, key = self.account()
        self.nemesis = PrimaryKiller(
            self, numbers, kills, account, Signer(key.access_key_id, key.secret_access_key))

    def account(self):
        """A new account: its ID, and a key of its root user."""
        self._accounts += 1
        made = self.operate(
            "account", "create", "--json", "--access-key", "--name", "Example",
            "--email", f"root{self._accounts}@example.com", input=ROOT_PASSWORD)
        made.check_returncode()
        answer = json.loads(made.stdout)
        return answer["accountId"], Credentials(
            answer["accessKeyId"], answer["secretAccessKey"])

    def operate(self, *arguments, **keywords):
        """Runs `gatehouse …` as the operator does, and returns the finished process."""
        return subprocess.run(
            [GATEHOUSE, *arguments, "--data", self._directory / "node"],
            capture_output=True, text=True, **keywords,
            env=clean_environment(self._directory) | {
                "GATEHOUSE_DATABASE": self._url("gatehouse", "NODE"),
                "GATEHOUSE_MASTER_KEY_FILE": str(self._directory / "master.key")})

    def _url(self, user, who):
        password = self._passwords[f"{who}_PASSWORD"]
        return f"postgresql://{user}:{password}@127.0.0.1:{self._port + 1}/gatehouse"

    def query(self, statement):
        finished = subprocess.run(
            [shutil.which("psql"), "--no-psqlrc", "--tuples-only", "--no-align", "--dbname",
             self._url("postgres", "SUPERUSER"), "--command", statement],
            capture_output=True, text=True, check=True)
        return finished.stdout.splitlines()

    def members(self):
        """What Patroni says of its databases, by name; none while nobody can say."""
        for number in range(len(NAMES)):
            try:
                address = f"http://127.0.0.1:{self._port + 14 + number}/cluster"
                with urllib.request.urlopen(address, timeout=2) as answer:
                    return {member["name"]: member for member in json.load(answer)["members"]}
            except (OSError, ValueError):
                continue
        return {}

    def pids(self, name):
        """The process IDs of one database's Patroni and of its server."""
        patroni = int((self._directory / f"postgresql-{name}" / "pid").read_text())
        postmaster = self._directory / f"postgresql-{name}" / "data" / "postmaster.pid"
        return patroni, int(postmaster.read_text().split()[0])

    def stop(self):
        self._process.stdin.close()
        self._process.wait()
        shutil.rmtree(self._directory)


class PrimaryKiller:
    """Kills the primary database, waits until writes go on, and until all is whole again."""

    def __init__(self, cluster, numbers, kills, account, root):
        self._cluster = cluster
        self._numbers = numbers
        self._kills = kills
        self._account = account
        self._root = root
        self._gaps = []
        self._refused = {}
        self._failure = None
        self._thread = threading.Thread(target=self._run)

    def start(self):
        self._thread.start()

    def wait(self):
        self._thread.join()
        if self._failure:
            raise self._failure

    def stop(self):
        """It has stopped."""

    def report(self):
        print(f"  {len(self._gaps)} times the primary was killed; until the next write:")
        print(f"    median {statistics.median(self._gaps):.1f} s, slowest {max(self._gaps):.1f} s")
        print(f"    refused meanwhile: {json.dumps(self._refused, sort_keys=True)}")

    def _run(self):
        try:
            for number in range(self._kills):
                primary = self._wait_until_whole()
                time.sleep(self._numbers.uniform(0, 2))
                self._kill(primary, with_patroni=self._numbers.random() < 0.1)
                self._gaps.append(self._wait_for_a_write(number))
                print(f"kill {number + 1}: writes after {self._gaps[-1]:.1f} s", flush=True)
            self._wait_until_whole()
        except BaseException as error:
            self._failure = error

    def _wait_until_whole(self):
        """Waits for three members that run and a standby that has all. Returns the primary."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            members = self._cluster.members()
            roles = {member["role"]: name for name, member in members.items()}
            if (len(members) == 3 and "leader" in roles and "sync_standby" in roles
                    and all(each["state"] in ("running", "streaming") for each in members.values())
                    and len({each.get("timeline") for each in members.values()}) == 1):
                return roles["leader"]
            time.sleep(0.2)
        raise RuntimeError(f"the cluster is not whole again: {members}")

    def _kill(self, name, with_patroni):
        patroni, postmaster = self._cluster.pids(name)
        if with_patroni:
            os.kill(patroni, signal.SIGKILL)
        os.kill(postmaster, signal.SIGKILL)

    def _wait_for_a_write(self, number):
        """The seconds until one that was asked for after the kill was acknowledged."""
        begin = time.monotonic()
        connection = Connection(self._cluster.ports[0])
        tries = 0
        while time.monotonic() < begin + PATIENCE:
            tries += 1
            asked = self._root.request("CreateUser", UserName=f"after-{number}-{tries}")
            answer = connection.ask(asked)
            if answer.code == "":
                connection.close()
                return time.monotonic() - begin
            code = answer.code or "none came"
            self._refused[code] = self._refused.get(code, 0) + 1
            time.sleep(0.05)
        raise RuntimeError("no write was acknowledged any more")


def _free_ports(count):
    """The first of some ports in a row that nobody has."""
    for first in range(20_000, 30_000, count):
        taken = []
        try:
            for port in range(first, first + count):
                taken.append(socket.create_server(("127.0.0.1", port)))
            return first
        except OSError:
            continue
        finally:
            for each in taken:
                each.close()
    raise SystemExit("no ports are free")
