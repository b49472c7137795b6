"""Every command of the guides for operators, in both languages, and what packages are made of."""

import pathlib
import re
import shlex
import shutil
import subprocess

import pytest
import yaml

from conftest import GATEHOUSE, Account, DataServer, clean_environment, operate

pytestmark = pytest.mark.of_one_engine

ROOT = pathlib.Path(__file__).parents[2]
GUIDES = {"en": ROOT / "docs/operating.md", "ko": ROOT / "docs/operating.ko.md"}
PACKAGING = ROOT / "Packaging"
# What the package's own trial runs, on a machine of its own: make test-deb.
ELSEWHERE = ("sudo apt install ", "sudo journalctl ", "sudo systemctl ")


def commands(guide):
    return re.findall(r"^    (\S.*)$", guide.read_text(), re.M)


def test_both_guides_have_the_same_commands():
    assert commands(GUIDES["en"]) == commands(GUIDES["ko"])
    headings = [re.findall(r"^## ", guide.read_text(), re.M) for guide in GUIDES.values()]
    assert len(headings[0]) == len(headings[1])


def test_every_command_of_the_guide_does_what_it_says(tmp_path):
    data, backups = tmp_path / "gatehouse", tmp_path / "backups"
    restored = tmp_path / "gatehouse-restored"
    backups.mkdir()
    server = DataServer(data, tmp_path / "gatehouse.log")
    account = Account(server)
    account.client("iam").create_user(UserName="alice")
    config = tmp_path / "gatehouse.toml"
    config.write_text(f'listen = "127.0.0.1:{server.port}"\ndata = "{data}"\n')
    ran = 0
    try:
        for command in commands(GUIDES["en"]):
            if command.startswith(ELSEWHERE):
                continue
            for old, new in (
                    ("sudo -u gatehouse gatehouse ", ""), ("/var/lib/gatehouse", str(data)),
                    ("/etc/gatehouse/gatehouse.toml", str(config)),
                    ("/var/backups", str(backups)), ("127.0.0.1:8426", f"127.0.0.1:{server.port}"),
                    ("root@example.com", account.email)):
                command = command.replace(old, new)
            if command.startswith("curl "):
                done = subprocess.run(shlex.split(command), capture_output=True, text=True)
                assert done.stdout == "ready\n"
                continue
            if command.startswith("restore "):
                # The guide says that the master key is put there first.
                restored.mkdir(mode=0o700)
                shutil.copy(data / "master.key", restored)
            done = operate(tmp_path, *shlex.split(command))
            assert done.returncode == 0, (command, done.stderr)
            ran += 1
    finally:
        assert server.stop() == 0
    assert ran >= 13
    again = DataServer(restored, tmp_path / "restored.log", port=server.port)
    try:
        assert [user["UserName"] for user in account.client("iam").list_users()["Users"]] == [
            "alice"]
    finally:
        again.stop()


# Packages


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The program of these tests, packed twice."""
    packed = []
    for name in ("first", "second"):
        directory = tmp_path_factory.mktemp(name)
        done = subprocess.run(
            [ROOT / "Tools/package-deb", GATEHOUSE, directory, "9.9.9-1"], capture_output=True,
            text=True)
        assert done.returncode == 0, done.stderr
        packed.append(pathlib.Path(done.stdout.splitlines()[-1]))
    return packed


def test_a_package_is_the_same_each_time_and_holds_what_it_should(package, tmp_path):
    first, second = package
    assert first.read_bytes() == second.read_bytes()
    subprocess.run(["dpkg-deb", "-x", first, tmp_path], check=True)
    files = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert {
        "usr/bin/gatehouse", "lib/systemd/system/gatehouse.service",
        "etc/gatehouse/gatehouse.toml", "usr/share/man/man1/gatehouse.1.gz",
        "usr/share/man/man5/gatehouse.toml.5.gz", "usr/share/doc/gatehouse/sbom.cdx.json",
        "usr/share/bash-completion/completions/gatehouse",
        "usr/share/zsh/vendor-completions/_gatehouse",
        "usr/share/fish/vendor_completions.d/gatehouse.fish"} <= files
    completion = tmp_path / "usr/share/bash-completion/completions/gatehouse"
    subprocess.run(["bash", "-n", completion], check=True)
    # The configuration that is installed is one that the program takes.
    config = tmp_path / "etc/gatehouse/gatehouse.toml"
    found = operate(tmp_path, "doctor", "--config", config, "--json")
    assert '"check":"configuration","state":"good"' in found.stdout, found.stdout
    for page in ("man1/gatehouse.1", "man5/gatehouse.toml.5"):
        shown = subprocess.run(
            f"zcat {tmp_path}/usr/share/man/{page}.gz | man --warnings -l -", shell=True,
            capture_output=True, text=True, env=clean_environment(tmp_path) | {"MANPAGER": "cat"})
        assert shown.returncode == 0 and not shown.stderr, shown.stderr
        assert "gatehouse" in shown.stdout


def test_the_manual_has_every_command_and_key(package, tmp_path):
    subprocess.run([ROOT / "Tools/manual", GATEHOUSE, tmp_path], check=True)
    page = (tmp_path / "gatehouse.1").read_text().replace("\\-", "-")
    for command in ("serve", "doctor", "account limits", "audit verify", "keys rotate-master"):
        assert f'.SS "{command}"' in page
    keys = (tmp_path / "gatehouse.toml.5").read_text()
    source = (ROOT / "Sources/Server/ConfigurationFile.swift").read_text()
    [known] = re.findall(r"static let keys = \[(.*?)\]", source, re.S)
    for key in re.findall(r'"(\w+)"', known):
        if key != "database":  # the guide to several servers has it
            assert re.search(rf"^\[?{key}\b", keys, re.M), key


def test_the_unit_confines_the_service():
    unit = (PACKAGING / "debian/gatehouse.service").read_text()
    for line in (
            "NoNewPrivileges=yes", "ProtectSystem=strict", "PrivateDevices=yes", "UMask=0077",
            "CapabilityBoundingSet=CAP_NET_BIND_SERVICE", "SystemCallFilter=@system-service",
            "MemoryDenyWriteExecute=yes", "User=gatehouse", "LimitCORE=0"):
        assert line in unit.splitlines(), line


def test_the_manifest_is_what_kubernetes_reads():
    kinds = {}
    for document in yaml.safe_load_all((PACKAGING / "kubernetes/gatehouse.yaml").read_text()):
        kinds[document["kind"]] = document
    assert set(kinds) == {"Service", "ConfigMap", "StatefulSet"}
    [container] = kinds["StatefulSet"]["spec"]["template"]["spec"]["containers"]
    assert container["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert container["livenessProbe"]["httpGet"]["path"] == "/healthz"
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    words = (PACKAGING / "container/Containerfile").read_text()
    assert "USER gatehouse" in words and '["serve", "--data", "/var/lib/gatehouse"' in words
