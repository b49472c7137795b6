"""Installs the Debian package on a machine without Swift, walks the README's first steps there,
upgrades it, and removes it.

    python machine.py PACKAGE OLDER_PACKAGE DIRECTORY

The machine is a Debian 12 that debootstrap makes in DIRECTORY, with nothing but what Debian
installs by itself; this has to be root. OLDER_PACKAGE is the version before. Says what it has seen,
and fails at the first thing that is not so.
"""

import pathlib
import re
import signal
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Tests" / "Clients"))
import boto3  # noqa: E402

import http_client  # noqa: E402
from conftest import REGION, clean_environment, free_port  # noqa: E402

EMAIL, PASSWORD = "first@example.com", "a first password 1!"
USER_PASSWORD = "A long phrase, 1 of many"
CONFIGURATION = "etc/gatehouse/gatehouse.toml"
PATIENCE = 30


class Machine:
    """The directory in which the machine is."""

    def __init__(self, directory):
        self.root = pathlib.Path(directory)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._server = None
        if not (self.root / "etc/debian_version").exists():
            run("debootstrap", "--variant=minbase", "bookworm", self.root)
        run("mount", "-t", "proc", "proc", self.root / "proc")

    def end(self):
        self.stop()
        run("umount", self.root / "proc")

    def tls(self):
        """As the servers of the client tests say it: plain HTTP."""
        return None

    def run(self, *command, status=0, **keywords):
        """Runs a command there; returns what it prints."""
        done = subprocess.run(
            ["chroot", str(self.root), *map(str, command)], capture_output=True, text=True,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive",
                 "LC_ALL": "C.UTF-8"}, timeout=600, **keywords)
        assert done.returncode == status, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def has(self, path):
        return (self.root / path).exists()

    def install(self, package):
        """As a person does: `apt install ./gatehouse_….deb`."""
        (self.root / "root" / package.name).write_bytes(package.read_bytes())
        # What was changed by hand is kept, as apt asks a person.
        return self.run(
            "apt-get", "install", "-y", "--no-install-recommends", "-o",
            "Dpkg::Options::=--force-confold", f"/root/{package.name}")

    def serve(self):
        """Starts the server as its unit does, since no systemd runs there; returns how long it
        took until it answered, in seconds."""
        start = time.monotonic()
        deadline = start + PATIENCE
        self._log = open(self.root / "serve.log", "w+")
        self._server = subprocess.Popen(
            ["chroot", "--userspec=gatehouse:gatehouse", str(self.root), "/usr/bin/gatehouse",
             "serve", "--config", f"/{CONFIGURATION}"], stdout=self._log, stderr=self._log,
            stdin=subprocess.DEVNULL, env={"PATH": "/usr/sbin:/usr/bin"})
        while True:
            assert self._server.poll() is None, self.output()
            assert time.monotonic() < deadline, self.output()
            try:
                if http_client.send(self, "GET", "/readyz").status == 200:
                    return time.monotonic() - start
            except OSError:
                pass  # it does not listen yet

    def output(self):
        return (self.root / "serve.log").read_text()

    def stop(self):
        if self._server is None:
            return
        self._server.send_signal(signal.SIGTERM)
        assert self._server.wait(timeout=PATIENCE) == 0, self.output()
        self._server = None


def run(*command):
    subprocess.run([*map(str, command)], check=True, stdout=subprocess.DEVNULL)


def say(text):
    print(text, flush=True)


def set_port(machine):
    """What a person would edit: here the port, which has to be a free one."""
    path = machine.root / CONFIGURATION
    path.write_text(path.read_text().replace("127.0.0.1:8426", f"127.0.0.1:{machine.port}"))


def walk(machine, link):
    """The README's first steps; returns the clients of the root user and of Alice."""
    browser = http_client.Browser(machine).open(link).submit(
        email=EMAIL, name="First", password=PASSWORD)
    assert (browser.status, browser.path) == (200, "/console"), browser.text
    browser.open("/console/security-credentials?continue=1&open=access-keys")
    browser.submit(form="create-access-key")
    key = re.search(r"AKIA[A-Z2-7]{16}", browser.text)[0]
    secret = re.search(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])", browser.text)[0]
    environment = clean_environment(machine.root / "tmp") | {
        "AWS_ENDPOINT_URL": machine.url, "AWS_DEFAULT_REGION": REGION, "AWS_PAGER": "",
        "AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": secret}

    def aws(*arguments):
        done = subprocess.run(
            [sys.executable, "-m", "awscli", *arguments], env=environment, capture_output=True,
            text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert ":root" in aws("sts", "get-caller-identity")
    aws("iam", "create-user", "--user-name", "alice")
    aws("iam", "attach-user-policy", "--user-name", "alice",
        "--policy-arn", "arn:aws:iam::aws:policy/AdministratorAccess")
    aws("iam", "create-login-profile", "--user-name", "alice", "--password", USER_PASSWORD)
    account = re.search(r"\d{12}", aws("sts", "get-caller-identity"))[0]
    alice = http_client.Browser(machine).open(f"/signin/{account}")
    alice.submit(user="alice", password=USER_PASSWORD)
    assert (alice.status, alice.path) == (200, "/console"), alice.text
    return key, secret


def users(machine, key, secret):
    client = boto3.session.Session().client(
        "iam", endpoint_url=machine.url, region_name=REGION, aws_access_key_id=key,
        aws_secret_access_key=secret)
    return [user["UserName"] for user in client.list_users()["Users"]]


def main():
    package, older = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
    machine = Machine(sys.argv[3])
    try:
        machine.run("apt-get", "update")
        machine.run("apt-get", "purge", "-y", "gatehouse")
        machine.run("rm", "-rf", "/var/lib/gatehouse", "/etc/gatehouse")
        assert not machine.has("opt/swift") and "not found" in machine.run(
            "sh", "-c", "command -v swift || echo not found")
        begun = time.monotonic()
        machine.install(older)
        say(f"{older.name} installed in {time.monotonic() - begun:.1f} s, without Swift")
        assert machine.run("gatehouse", "--version").startswith("0.")
        for path in ("/etc/gatehouse", "/var/lib/gatehouse"):
            assert machine.run("stat", "-c", "%a %G", path).split() in (
                ["750", "gatehouse"], ["700", "gatehouse"])
        for page in ("man1/gatehouse.1.gz", "man5/gatehouse.toml.5.gz"):
            assert not machine.has("usr/share/man") or machine.has(f"usr/share/man/{page}")

        set_port(machine)
        took = machine.serve()
        link = re.search(r"(/signup\?token=\S+)", machine.output())[1]
        say(f"a setup link {took:.2f} s after the start")
        key, secret = walk(machine, link)
        say("the README's first steps, with a browser and the aws command")
        doctor = machine.run(
            "chroot", "--userspec=gatehouse", "/", "gatehouse", "doctor", "--config",
            f"/{CONFIGURATION}")
        assert "ok      server" in doctor and "failure" not in doctor, doctor
        say("gatehouse doctor finds nothing wrong")
        machine.stop()

        machine.install(package)
        version = package.name.split("_")[1]
        assert version in machine.run("dpkg-query", "-W", "gatehouse")
        assert str(machine.port) in (machine.root / CONFIGURATION).read_text()
        machine.serve()
        assert users(machine, key, secret) == ["alice"]
        machine.stop()
        say(f"upgraded to {version}; the configuration and the data are as they were")

        machine.run("apt-get", "remove", "-y", "gatehouse")
        assert not machine.has("usr/bin/gatehouse") and machine.has(CONFIGURATION)
        assert machine.has("var/lib/gatehouse/master.key")
        machine.run("apt-get", "purge", "-y", "gatehouse")
        assert not machine.has(CONFIGURATION) and not machine.has(
            "lib/systemd/system/gatehouse.service")
        assert machine.has("var/lib/gatehouse/gatehouse.db")
        say("removed and purged; the data is kept, and the configuration is gone")
        machine.install(package)
        set_port(machine)
        machine.serve()
        assert users(machine, key, secret) == ["alice"]
        machine.stop()
        say("installed again, on the data that was kept")
        machine.run("apt-get", "purge", "-y", "gatehouse")
    finally:
        machine.end()


main()
