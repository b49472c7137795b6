"""A PostgreSQL of the tests' own, and servers that share a database of it."""

import itertools
import os
import pathlib
import shutil
import subprocess

from conftest import PATIENCE, REPOSITORY, Account, Server, operate


def preloaded(source, library):
    """Makes a library to preload programs with, from a file in C, by the compiler Swift brings."""
    clang = pathlib.Path(shutil.which("swift")).resolve().with_name("clang")
    subprocess.run([clang, "-shared", "-fPIC", "-O1", "-o", library, source], check=True)
    return library


class PostgreSQL:
    """A database server on a Unix socket. It ends with this process, however that ends."""

    _numbers = itertools.count()

    def __init__(self, *settings, preload=None, port=None):
        """`preload` is a library that is loaded into the server; with a `port` it also listens on
        loopback."""
        # Whoever it runs as has to reach it, which pytest's directories do not allow.
        number = next(self._numbers)
        self.directory = pathlib.Path(f"/tmp/gatehouse-clients-{os.getpid()}-{number}")
        environment = os.environ | ({"LD_PRELOAD": str(preload)} if preload else {})
        if port:
            environment["PGPORT"] = str(port)
            settings = (*settings, "listen_addresses=127.0.0.1")
        self.port = port or 5432
        self._process = subprocess.Popen(
            [REPOSITORY / "Tools" / "serve-postgresql", self.directory, *settings],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
        assert self._process.stdout.readline() == "ready\n"
        self._databases = 0

    def stop(self):
        self._process.stdin.close()
        self._process.wait(timeout=PATIENCE)

    def tell(self, command, answer):
        """Has the server `stop`, or `start` again."""
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == answer + "\n"

    def database(self, *options):
        """Makes a database, by `createdb` with these options; returns its URL."""
        self._databases += 1
        name = f"gatehouse_{self._databases}"
        self._run("createdb", *options, name)
        return self.url(name)

    def url(self, name):
        return f"postgresql:///{name}?host={self.directory}&port={self.port}&user=postgres"

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
            arguments = ("--host", str(self.directory), "--port", str(self.port),
                         "--username", "postgres", *arguments)
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
