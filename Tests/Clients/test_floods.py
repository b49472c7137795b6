"""Whoever takes more than a client needs is the one who gets no more."""

import os
import resource
import socket

import pytest

import http_client
from conftest import Account, DataServer

HEALTH = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
LONG = 1_000_000


@pytest.fixture
def serve(tmp_path):
    """Starts a server with this configuration; it ends with the test."""
    servers = []

    def start(configuration=""):
        (tmp_path / "gatehouse.toml").write_text(configuration)
        servers.append(DataServer(
            tmp_path / "data", tmp_path / "gatehouse.log",
            ["--config", tmp_path / "gatehouse.toml"]))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def connect():
    """Connects to a server from an address of this machine; all is closed with the test."""
    sockets = []

    def open_one(server, source="127.0.0.1"):
        sockets.append(socket.create_connection(
            ("127.0.0.1", server.port), timeout=http_client.PATIENCE, source_address=(source, 0)))
        return sockets[-1]

    yield open_one
    for one in sockets:
        one.close()


def is_served(connection):
    """Whether a connection answers; False when the server has closed it."""
    try:
        connection.sendall(HEALTH)
        return http_client.read_answer(connection).status == 200
    except (OSError, http_client.http.client.HTTPException):
        return False


# Connections


def test_connections_of_one_address_do_not_keep_out_another(serve, connect):
    server = serve()
    held = [connect(server, "127.0.0.3") for _ in range(820)]
    assert is_served(connect(server, "127.0.0.2"))
    served = sum(map(is_served, held))
    assert served == 400


def test_one_more_of_the_same_address_is_closed_at_once(serve, connect):
    server = serve("[limits]\nconnections_per_address = 3")
    held = [connect(server, "127.0.0.3") for _ in range(3)]
    assert all(map(is_served, held))
    assert not is_served(connect(server, "127.0.0.3"))
    assert is_served(connect(server, "127.0.0.2"))
    assert "`connections_per_address` is the limit" in server.output()
    assert all(map(is_served, held))


def test_connections_through_a_trusted_proxy_are_not_of_one_address(serve, connect):
    server = serve('trusted_proxies = ["127.0.0.1"]\n[limits]\nconnections_per_address = 3')
    assert all(is_served(connect(server)) for _ in range(20))
    assert [is_served(connect(server, "127.0.0.2")) for _ in range(4)] == [True] * 3 + [False]


def test_the_connection_that_is_idle_longest_makes_room(serve, connect):
    server = serve("[limits]\nconnections = 4\nconnections_per_address = 4")
    held = [connect(server, "127.0.0.3") for _ in range(4)]
    assert all(map(is_served, held))
    assert is_served(held[0])
    assert is_served(connect(server, "127.0.0.2"))
    assert [is_served(one) for one in held] == [True, False, True, True]


def test_connections_that_come_all_at_once_end_nothing(serve, connect):
    server = serve("[limits]\nconnections = 1\nconnections_per_address = 1")
    for block in range(20):
        waiting = [connect(server, f"127.0.{block}.{number}") for number in range(2, 40)]
        assert is_served(waiting[-1])


# Bodies


def test_bodies_of_one_address_have_a_part_of_the_budget(serve, connect):
    account = Account(serve("[limits]\nbodies_bytes = 4000000"))
    head = f"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {LONG}\r\n\r\n".encode()
    first = connect(account.server)
    first.sendall(head + b"x" * (LONG - 1))
    # The budget of the address is taken once a second body is refused.
    for _ in range(100):
        second = connect(account.server)
        second.sendall(head + b"x" * LONG)
        answer = http_client.read_answer(second)
        if answer.status == 503:
            break
    assert (answer.status, answer.code) == (503, "ServiceUnavailable")
    assert "<Type>Receiver</Type>" in answer.text
    # The same address still has what is short, and another what is long.
    assert http_client.call(account.server, "GetUser", credentials=account.credentials).code is None
    other = connect(account.server, "127.0.0.2")
    other.sendall(head + b"x" * LONG)
    assert http_client.read_answer(other).status == 403
    first.sendall(b"x")
    assert http_client.read_answer(first).status == 403


# Files


def test_the_limit_of_open_files_is_raised_at_the_start(serve):
    server = serve()
    soft, hard = resource.prlimit(server.pid, resource.RLIMIT_NOFILE)
    assert soft == hard


def test_without_files_connections_wait_and_it_is_said_once(serve, connect):
    server = serve()
    files = len(os.listdir(f"/proc/{server.pid}/fd"))
    hard = resource.prlimit(server.pid, resource.RLIMIT_NOFILE)[1]
    resource.prlimit(server.pid, resource.RLIMIT_NOFILE, (files, hard))
    waiting = [connect(server, f"127.0.0.{number}") for number in range(2, 30)]
    said = "a connection could not be accepted, and waits"
    for _ in range(1_000_000):
        if said in server.output():
            break
    resource.prlimit(server.pid, resource.RLIMIT_NOFILE, (hard, hard))
    # Those that were let in before, and asked for nothing, may have made room for others.
    assert is_served(waiting[-1])
    assert server.output().count(said) == 1
