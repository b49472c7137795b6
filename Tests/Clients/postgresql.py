"""A PostgreSQL of the tests' own, and servers that share a database of it."""

import os
import pathlib
import shutil
import subprocess

from conftest import PATIENCE, REPOSITORY, Account, Server, operate


class PostgreSQL:
    """A database server on a Unix socket. It ends with this process, however that ends."""

    def __init__(self, number=0):
        # Whoever it runs as has to reach it, which pytest's directories do not allow.
        self.directory = pathlib.Path(f"/tmp/gatehouse-clients-{os.getpid()}-{number}")
        self._process = subprocess.Popen(
            [REPOSITORY / "Tools" / "serve-postgresql", self.directory], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)
        assert self._process.stdout.readline() == "ready\n"
        self._databases = 0

    def stop(self):
        self._process.stdin.close()
        self._process.wait(timeout=PATIENCE)

    def database(self, *options):
        """Makes a database, by `createdb` with these options; returns its URL."""
        self._databases += 1
        name = f"gatehouse_{self._databases}"
        self._run("createdb", *options, name)
        return self.url(name)

    def url(self, name):
        return f"postgresql:///{name}?host={self.directory}&user=postgres"

    def query(self, url, statement):
        """What a statement gives, a line for each row."""
        return self._run(
            "psql", "--no-psqlrc", "--tuples-only", "--no-align", "--dbname", url, "--command",
            statement).splitlines()

    def crash(self):
        """Has the server end every connection and recover, as after a loss of power."""
        victim = self.query(
            self.url("postgres"),
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'")
        os.kill(int(victim[0]), 9)

    def _run(self, program, *arguments):
        if program == "createdb":
            arguments = ("--host", str(self.directory), "--username", "postgres", *arguments)
        finished = subprocess.run(
            [shutil.which(program), *arguments], capture_output=True, text=True, timeout=PATIENCE)
        assert finished.returncode == 0, finished.stderr
        return finished.stdout


class Node(Server):
    """`gatehouse serve` on a database that others share. Nodes of one directory have one key."""

    def __init__(self, directory, url, name="node"):
        self.data = pathlib.Path(directory) / name
        self.url_of_database = url
        self.environment = {
            "GATEHOUSE_DATABASE": url,
            "GATEHOUSE_MASTER_KEY_FILE": str(pathlib.Path(directory) / "master.key"),
        }
        super().__init__(
            ["--data", self.data], pathlib.Path(directory) / f"{name}.log",
            environment=self.environment)

    def account(self):
        """An account that the operator made, which is used by way of this node."""
        return AccountOfNodes(self)


class AccountOfNodes(Account):
    """An account in a database that nodes share."""

    def _operate(self, *arguments, **keywords):
        return operate(
            self.server.data.parent, *arguments, environment=self.server.environment, **keywords)
