"""Nodes on one database, and what befalls them while they are asked."""

import os
import pathlib
import signal
import sys
import threading
import time

import pytest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "Tests" / "Clients"))
from conftest import operate  # noqa: E402 (the path to it comes first)
from postgresql import Node, PostgreSQL, preloaded  # noqa: E402

NODES = 3
LONGEST_SKEW = 5
LONGEST_PAUSE = 13
"""In seconds. The server of the database ends a transaction that has done nothing for 10."""


class SkewedNode(Node):
    """A node whose clock is wrong by some seconds, by others after each start."""

    def __init__(self, directory, url, name, library, skew):
        self._library = library
        self.skew = skew
        super().__init__(directory, url, name)

    def start(self):
        self._environment |= {"LD_PRELOAD": str(self._library), "SKEW_SECONDS": str(self.skew)}
        super().start()

    def start_at_last(self):
        """Starts it again and again, as systemd does, while the database recovers."""
        for _ in range(30):
            try:
                return self.start()
            except pytest.fail.Exception:
                time.sleep(0.5)
        return self.start()

    def signal(self, number):
        os.kill(self.pid, number)


class ThreeNodes:
    """Three nodes on one database, whose clocks are wrong."""

    def __init__(self, directory, numbers):
        self._database = PostgreSQL()
        self._url = self._database.database()
        self._nodes = []
        library = preloaded(
            pathlib.Path(__file__).with_name("skew.c"), pathlib.Path(directory) / "skew.so")
        try:
            for number in range(NODES):
                skew = numbers.randint(-LONGEST_SKEW, LONGEST_SKEW)
                self._nodes.append(
                    SkewedNode(directory, self._url, f"node-{number}", library, skew))
        except BaseException:
            self.stop()
            raise
        self.nemesis = Nemesis(self._nodes, self._database, numbers)

    @property
    def ports(self):
        return [node.port for node in self._nodes]

    def account(self):
        """A new account: its ID, and a key of its root user."""
        account = self._nodes[0].account()
        return account.account, account.credentials

    def operate(self, *arguments):
        """Runs `gatehouse …` as the operator does, and returns the finished process."""
        node = self._nodes[0]
        return operate(
            node.data.parent, *arguments, "--data", node.data, environment=node.environment)

    def query(self, statement):
        return self._database.query(self._url, statement)

    def stop(self):
        for node in self._nodes:
            node.stop()
        self._database.stop()


class Nemesis:
    """Kills and pauses nodes at random until it is stopped, and lets the database crash."""

    def __init__(self, nodes, database, numbers):
        self._nodes = nodes
        self._database = database
        self._numbers = numbers
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self.counts = {}
        self._kinds = [(self._kill, 10), (self._pause, 10), (self._pause_for_long, 1),
                       (self._crash_database, 1)]

    def start(self):
        self._thread.start()

    def wait(self):
        """Until it has done all that it is to do: it never has."""

    def stop(self):
        """Afterwards all nodes serve."""
        self._stopped.set()
        self._thread.join()

    def _run(self):
        kinds, weights = zip(*self._kinds)
        while not self._stopped.wait(self._numbers.uniform(1, 9)):
            kind = self._numbers.choices(kinds, weights)[0]
            kind(self._numbers.choice(self._nodes))
            name = kind.__name__.strip("_").replace("_", " ")
            self.counts[name] = self.counts.get(name, 0) + 1

    def report(self):
        for name, count in sorted(self.counts.items()):
            print(f"  {count:5} {name}")

    def _kill(self, node):
        node.kill()
        self._stopped.wait(self._numbers.uniform(0, 1))
        node.skew = self._numbers.randint(-LONGEST_SKEW, LONGEST_SKEW)
        node.start_at_last()

    def _pause(self, node):
        self._pause_for(node, self._numbers.uniform(0.05, 3))

    def _pause_for_long(self, node):
        self._pause_for(node, LONGEST_PAUSE)

    def _pause_for(self, node, seconds):
        node.signal(signal.SIGSTOP)
        try:
            self._stopped.wait(seconds)
        finally:
            node.signal(signal.SIGCONT)

    def _crash_database(self, node):
        self._database.crash()
