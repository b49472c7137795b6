"""What of secrets is left in the memory of a server that has answered."""

import re
import time

import http_client
from conftest import Account

# How long buffers may stay in use after an answer, in seconds; only a server that keeps them
# needs it.
PATIENCE = 20

PASSWORD = "Hy4-Memory-Lm83zc"


def left_in_memory(pid, texts):
    """Which of the texts stand in memory that the process may write; None if it cannot be read."""
    try:
        memory = open(f"/proc/{pid}/mem", "rb", buffering=0)
    except PermissionError:
        # Without the rights of root no process reads another's that forbids it.
        return None
    found = set()
    with memory, open(f"/proc/{pid}/maps") as maps:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw") or "[v" in line:
                continue
            start, end = (int(place, 16) for place in span.split("-"))
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except OSError:
                continue  # unmapped meanwhile
            found |= {text for text in texts if text.encode() in content}
    return found


def test_no_secret_stays_in_memory_after_its_request(gatehouse_data):
    server = gatehouse_data()
    account = Account(server)
    iam = account.client("iam")
    iam.create_user(UserName="alice")
    iam.create_login_profile(UserName="alice", Password=PASSWORD)
    key = iam.create_access_key(UserName="alice")["AccessKey"]
    browser = http_client.Browser(server).open("/signin").submit(
        account=account.account, user="alice", password=PASSWORD)
    assert (browser.status, browser.path) == (200, "/console")
    iam.close()
    secrets = {PASSWORD, key["SecretAccessKey"], account.credentials.secret_access_key}
    deadline = time.monotonic() + PATIENCE
    while (left := left_in_memory(server.pid, secrets)) and time.monotonic() < deadline:
        pass
    assert not left


def test_a_server_leaves_no_core_dump(gatehouse_data):
    with open(f"/proc/{gatehouse_data().pid}/limits") as limits:
        [line] = [line for line in limits if line.startswith("Max core file size")]
    assert re.split(r"\s{2,}", line.strip())[1:3] == ["0", "0"]
