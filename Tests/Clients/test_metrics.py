"""What the server shows of itself: metrics that promtool accepts, alerts and a dashboard that ask
for what there is, an access log, and traces that are passed on."""

import json
import pathlib
import re
import subprocess
import time

import pytest

import http_client
from certificates import Authority
from conftest import DEV_ACCOUNT, DataServer, DevServer
from issuers import Issuer
from test_web_identity import make_provider, make_role

pytestmark = pytest.mark.of_one_engine

MONITORING = pathlib.Path(__file__).parents[2] / "Deploy" / "monitoring"
PATIENCE = 20
TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


def metrics(server):
    answer = http_client.send(server, "GET", "/metrics")
    assert answer.status == 200, answer.text
    return answer.text


def value(server, series):
    """What one series says now; 0 for one that is not there."""
    for line in metrics(server).splitlines():
        if line.startswith(series + " "):
            return float(line.rpartition(" ")[2])
    return 0


def promtool(*arguments, **keywords):
    return subprocess.run(
        ["promtool", *map(str, arguments)], capture_output=True, text=True, timeout=60, **keywords)


def log_lines(path, is_there):
    """The lines of an access log as soon as one is there that is waited for."""
    deadline = time.monotonic() + PATIENCE
    while True:
        text = path.read_text() if path.exists() else ""
        lines = [json.loads(line) for line in text.splitlines()]
        if any(map(is_there, lines)):
            return lines
        assert time.monotonic() < deadline, lines


# Metrics


def test_what_is_measured_is_in_a_form_that_prometheus_takes(gatehouse_dev):
    gatehouse_dev.client("iam").list_users()
    checked = promtool("check", "metrics", input=metrics(gatehouse_dev))
    # Two names of OpenTelemetry's end as Prometheus would not have them end.
    complaints = [line for line in checked.stderr.splitlines() if not line.startswith((
        "process_unix_file_descriptor_count non-histogram", "db_client_connection_count non-"))]
    assert complaints == [], checked.stderr


def test_requests_operations_and_decisions_are_counted(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    calls = 'rpc_server_call_duration_seconds_count{rpc_system_name="aws-api",'
    created = calls + 'rpc_method="iam/CreateUser"}'
    allowed = 'gatehouse_authorization_decisions_total{gatehouse_decision="allowed"}'
    denied = 'gatehouse_authorization_decisions_total{gatehouse_decision="implicit_deny"}'
    unknown = 'gatehouse_authentication_failures_total{error_type="InvalidClientTokenId"}'
    refused = 'gatehouse_operation_refusals_total{rpc_method="iam/CreateUser",' \
        'error_type="AccessDenied"}'
    posts = 'http_server_request_duration_seconds_count{http_request_method="POST",' \
        'http_response_status_code="200",url_scheme="http",http_route="/"}'
    everything = (created, allowed, denied, unknown, refused, posts)
    before = {series: value(gatehouse_dev, series) for series in everything}
    iam.create_user(UserName="alice")
    key = iam.create_access_key(UserName="alice")["AccessKey"]
    alice = type(gatehouse_dev.credentials)(key["AccessKeyId"], key["SecretAccessKey"])
    nobody = type(gatehouse_dev.credentials)("AKIARZPUZDIKANOBODY0", "x" * 40)
    for credentials in (alice, nobody):
        with pytest.raises(Exception, match="AccessDenied|InvalidClientTokenId"):
            gatehouse_dev.client("iam", credentials).create_user(UserName="bob")
    after = {series: value(gatehouse_dev, series) - before[series] for series in everything}
    assert after == {
        created: 2, allowed: 2, denied: 1, unknown: 1, refused: 1, posts: 2}


def test_a_scrape_has_every_queue_and_the_process(gatehouse_dev):
    text = metrics(gatehouse_dev)
    assert "gatehouse_ready 1" in text
    queues = set(re.findall(r'gatehouse_queue_length\{gatehouse_queue="([a-z.]+)"\}', text))
    assert {"audit.records", "password.hashes", "requests.signed", "database.writes"} <= queues
    memory = float(re.search(r"^process_memory_usage_bytes (\S+)", text, re.M)[1])
    with open(f"/proc/{gatehouse_dev.pid}/statm") as file:
        resident = int(file.read().split()[1]) * 4096
    assert resident / 2 < memory < resident * 2


def test_whoever_comes_by_another_name_or_a_proxy_is_not_told(gatehouse_dev):
    stranger = http_client.send(
        gatehouse_dev, "GET", "/metrics", headers={"Host": "evil.example"})
    assert stranger.status == 421 and "gatehouse_ready" not in stranger.text
    forwarded = http_client.send(
        gatehouse_dev, "GET", "/metrics", headers={"X-Forwarded-For": "203.0.113.9"})
    assert forwarded.status == 403 and "metrics_from" in forwarded.text


def test_no_series_is_made_by_whoever_asks_for_what_is_not_there(gatehouse_dev):
    metrics(gatehouse_dev)
    for number in range(20):
        http_client.send(gatehouse_dev, f"M{number}", f"/none{number}")
        http_client.send(gatehouse_dev, "GET", f"/console/none{number}")
    text = metrics(gatehouse_dev)
    assert "none" not in text and "M1" not in text


# Alerts and a dashboard


def test_alerts_are_rules_that_fire_when_they_are_to():
    for arguments in [
            ("check", "config", "prometheus.yml"), ("check", "rules", "gatehouse.rules.yml"),
            ("test", "rules", "gatehouse.rules.test.yml")]:
        checked = promtool(*arguments, cwd=MONITORING)
        assert checked.returncode == 0, checked.stdout + checked.stderr


def test_alerts_and_dashboard_ask_for_metrics_that_there_are():
    source = (MONITORING.parents[1] / "Sources/Telemetry/Metric.swift").read_text()
    known = {name.replace(".", "_") for name in re.findall(r'^ +"([a-z._]+)", \.', source, re.M)}
    assert len(known) > 20
    dashboard = json.loads((MONITORING / "grafana-dashboard.json").read_text())
    asked = [each["expr"] for panel in dashboard["panels"] for each in panel["targets"]]
    rules = (MONITORING / "gatehouse.rules.yml").read_text()
    asked.append(re.sub(r"\$labels\.\w+", "", rules))
    names = {
        name for text in asked
        for name in re.findall(r"\b(?:gatehouse|http|rpc|db|process)_\w+(?=[{\[ ])", text)}
    suffix = re.compile(r"(_seconds|_bytes)?(_bucket|_count|_sum|_total)?$")
    # Such an ending may be a part of the name.
    assert {name for name in names if not any(
        name.startswith(each) and suffix.fullmatch(name[len(each):]) for each in known)} == set()
    assert len(names) > 20


def test_a_dashboard_asks_what_prometheus_understands(tmp_path):
    dashboard = json.loads((MONITORING / "grafana-dashboard.json").read_text())
    rules = [
        {"record": f"panel:{number}", "expr": each["expr"].replace("$__rate_interval", "5m")}
        for number, each in enumerate(
            each for panel in dashboard["panels"] for each in panel["targets"])]
    path = tmp_path / "rules.json"
    path.write_text(json.dumps({"groups": [{"name": "dashboard", "rules": rules}]}))
    checked = promtool("check", "rules", path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


# Access log


def test_a_line_of_the_access_log_says_who_did_what(tmp_path):
    path = tmp_path / "access.log"
    server = DevServer(tmp_path / "gatehouse.log", arguments=["--access-log", path])
    try:
        iam = server.client("iam")
        made = iam.create_user(UserName="alice")
        key = iam.create_access_key(UserName="alice")["AccessKey"]
        alice = type(server.credentials)(key["AccessKeyId"], key["SecretAccessKey"])
        with pytest.raises(Exception, match="AccessDenied"):
            server.client("iam", alice).list_users()
        browser = http_client.Browser(server)
        browser.open("/signin?token=s3cret")
        lines = log_lines(path, lambda line: line["path"] == "/signin")
        request = made["ResponseMetadata"]["RequestId"]
        create = next(line for line in lines if line.get("request_id") == request)
        assert create["action"] == "iam:CreateUser" and create["result"] == "success"
        assert create["principal"] == f"arn:aws:iam::{DEV_ACCOUNT}:root"
        assert create["account"] == DEV_ACCOUNT and create["client"] == "127.0.0.1"
        assert (create["method"], create["path"], create["status"]) == ("POST", "/", 200)
        assert create["microseconds"] > 0 and create["bytes_out"] > 100
        refused = next(line for line in lines if line.get("action") == "iam:ListUsers")
        assert (refused["result"], refused["status"]) == ("AccessDenied", 403)
        assert refused["principal"].endswith(":user/alice")
        text = path.read_text()
        assert "s3cret" not in text and key["SecretAccessKey"] not in text
    finally:
        server.stop()
    assert all(json.loads(line) for line in path.read_text().splitlines())


def test_a_renamed_access_log_is_begun_anew_and_one_that_fails_stops_nothing(tmp_path):
    path = tmp_path / "logs" / "access.log"
    path.parent.mkdir()
    server = DataServer(
        tmp_path / "data", tmp_path / "gatehouse.log", arguments=["--access-log", path])
    try:
        http_client.send(server, "GET", "/signin")
        log_lines(path, lambda line: line["path"] == "/signin")
        old = path.rename(path.with_suffix(".1"))
        http_client.send(server, "GET", "/signup")
        log_lines(old, lambda line: True)
        deadline = time.monotonic() + PATIENCE
        while not path.exists():
            assert time.monotonic() < deadline
            http_client.send(server, "GET", "/signup")
        log_lines(path, lambda line: line["path"] == "/signup")
        path.unlink()
        path.mkdir()
        assert http_client.send(server, "GET", "/signin").status == 200
        server.wait_for("the access log cannot be written")
        path.rmdir()
        http_client.send(server, "GET", "/signin")
        server.wait_for("the access log is written again")
    finally:
        assert server.stop() == 0


# Traces


def test_a_trace_is_logged_and_passed_on(tmp_path):
    authority = Authority(tmp_path)
    issuer = Issuer(authority)
    path = tmp_path / "access.log"
    server = DevServer(
        tmp_path / "gatehouse.log", arguments=["--access-log", path], environment={
            "GATEHOUSE_FEDERATION_CA_FILE": str(authority.path),
            "GATEHOUSE_FEDERATION_PRIVATE_ISSUERS": issuer.url})
    try:
        make_provider(server, issuer)
        make_role(server, issuer)
        sts = server.client("sts")
        sts.meta.events.register(
            "before-send.sts.*",
            lambda request, **_: request.headers.__setitem__("traceparent", TRACE))
        sts.assume_role_with_web_identity(
            RoleArn=f"arn:aws:iam::{DEV_ACCOUNT}:role/deploy", RoleSessionName="session",
            WebIdentityToken=issuer.token())
        line = next(each for each in log_lines(path, lambda line: "trace_id" in line)
                    if "trace_id" in each)
        assert line["action"] == "sts:AssumeRoleWithWebIdentity"
        assert (line["trace_id"], line["parent_id"]) == (TRACE[3:35], TRACE[36:52])
        passed = {
            trace for path, trace in issuer.traces if "jwks" in path or ".well-known" in path}
        assert {trace[:36] for trace in passed} == {TRACE[:36]}
        assert not any(TRACE[36:52] in trace for trace in passed)
    finally:
        server.stop()
        issuer.stop()
