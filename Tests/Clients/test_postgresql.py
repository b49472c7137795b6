"""Several servers share a database of PostgreSQL."""

import concurrent.futures
import json
import shutil
import threading

import botocore.config
import botocore.exceptions
import pytest

import http_client
from conftest import Account, Credentials, operate
from postgresql import Node, PostgreSQL

pytestmark = pytest.mark.of_one_engine

DENY = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]})
ALLOW = DENY.replace("Deny", "Allow")


@pytest.fixture(scope="module")
def postgresql():
    server = PostgreSQL()
    yield server
    server.stop()


@pytest.fixture
def nodes(postgresql, tmp_path):
    """Starts nodes on one new database: call it with a name."""
    url = postgresql.database()
    started = []

    def start(name):
        started.append(Node(tmp_path, url, name))
        return started[-1]

    yield start
    for node in started:
        node.stop()


def code(call, **parameters):
    """The code of the error that a call is answered with; None for none."""
    try:
        call(**parameters)
    except botocore.exceptions.ClientError as error:
        return error.response["Error"]["Code"]
    return None


def test_what_one_node_revokes_the_other_refuses_next(nodes):
    one, other = nodes("one"), nodes("other")
    account = one.account()
    root = account.client("iam")
    root.create_user(UserName="carol")
    root.put_user_policy(UserName="carol", PolicyName="all", PolicyDocument=ALLOW)
    key = root.create_access_key(UserName="carol")["AccessKey"]
    carol = other.client("iam", Credentials(key["AccessKeyId"], key["SecretAccessKey"]))
    for _ in range(20):
        assert code(carol.get_user) is None
        root.put_user_policy(UserName="carol", PolicyName="none", PolicyDocument=DENY)
        assert code(carol.get_user) == "AccessDenied"
        root.delete_user_policy(UserName="carol", PolicyName="none")
        assert code(carol.get_user) is None
        root.update_access_key(
            UserName="carol", AccessKeyId=key["AccessKeyId"], Status="Inactive")
        assert code(carol.get_user) == "InvalidClientTokenId"
        root.update_access_key(UserName="carol", AccessKeyId=key["AccessKeyId"], Status="Active")


def test_quotas_and_names_hold_for_writes_of_several_nodes_at_once(nodes):
    one, other = nodes("one"), nodes("other")
    account = one.account()
    root = account.client("iam")
    root.create_user(UserName="carol")
    clients = [node.client("iam", account.credentials) for node in (one, other)]

    def tried(number):
        client = clients[number % 2]
        return (
            code(client.create_access_key, UserName="carol"),
            code(client.create_user, UserName=f"user-{number // 4}"))

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(tried, range(64)))
    assert sum(key is None for key, _ in answers) == 2
    assert {key for key, _ in answers} == {None, "LimitExceeded"}
    assert sum(user is None for _, user in answers) == 16
    assert {user for _, user in answers} == {None, "EntityAlreadyExists"}
    assert len(root.list_access_keys(UserName="carol")["AccessKeyMetadata"]) == 2
    assert root.get_account_summary()["SummaryMap"]["Users"] == 17


def test_guesses_at_a_password_count_whichever_node_they_are_sent_to(nodes):
    servers = [nodes("one"), nodes("other")]
    account = servers[0].account()
    browsers = [http_client.Browser(node) for node in servers]
    statuses = []
    for number in range(7):
        browsers[number % 2].sign_in_as_root(account.email, "wrong")
        statuses.append(browsers[number % 2].status)
    assert statuses == [401] * 6 + [429]


def test_what_was_acknowledged_outlives_a_crash_of_the_database_with_its_record(
        nodes, postgresql):
    node = nodes("node")
    account = node.account()
    done, stopped = [], threading.Event()

    def write(prefix):
        iam = account.client("iam")
        for number in range(10_000):
            if stopped.is_set():
                return
            name = f"{prefix}-{number}"
            answer = code(iam.create_user, UserName=name)
            # What was not acknowledged may have been kept. Both codes tell SDKs to try again.
            assert answer in (None, "ServiceUnavailable", "Throttling")
            if answer is None:
                done.append(name)

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        writers = [pool.submit(write, f"writer-{number}") for number in range(4)]
        try:
            for crash in range(3):
                # Each writer has gone on after the crash before.
                seen = len(done)
                while len(done) < seen + 40:
                    concurrent.futures.wait(writers, timeout=0.1)
                    assert not any(writer.done() for writer in writers)
                postgresql.crash()
        finally:
            stopped.set()
        for writer in writers:
            writer.result()
    patient = botocore.config.Config(retries={"mode": "standard", "total_max_attempts": 10})
    pages = account.client("iam", config=patient).get_paginator("list_users").paginate()
    users = {user["UserName"] for page in pages for user in page["Users"]}
    assert set(done) <= users
    records = postgresql.query(
        node.url_of_database,
        "SELECT record FROM audit_event WHERE event_name = 'CreateUser'")
    # One that was answered with an error has a record that says so.
    recorded = {
        record["requestParameters"]["userName"] for record in map(json.loads, records)
        if "errorCode" not in record}
    assert users == recorded


def test_a_database_that_is_not_there_is_said_in_one_line_without_the_password(tmp_path):
    tried = operate(
        tmp_path, "account", "list", "--database",
        "postgresql://gatehouse:swordfish@127.0.0.1:1/gatehouse")
    assert tried.returncode == 1
    assert tried.stderr.startswith("gatehouse: the database's server cannot be reached: ")
    assert tried.stderr.count("\n") == 1
    assert "swordfish" not in tried.stdout + tried.stderr
    tried = operate(tmp_path, "account", "list", "--database", "postgresql://a:swordfish@[/x")
    assert tried.returncode == 1
    assert "swordfish" not in tried.stdout + tried.stderr
    assert "postgresql://USER@HOST:5432/DATABASE" in tried.stderr


@pytest.mark.parametrize("options", [
    ("--locale-provider", "icu", "--icu-locale", "en"), ("--encoding", "SQL_ASCII")])
def test_a_database_that_sorts_by_a_language_or_has_another_encoding_is_refused(
        postgresql, tmp_path, options):
    url = postgresql.database("--template", "template0", *options)
    tried = operate(tmp_path, "account", "list", "--database", url)
    assert tried.returncode == 1
    assert "--encoding UTF8 --locale C" in tried.stderr
    assert postgresql.query(url, r"SELECT to_regclass('account')") == [""]


def test_the_first_node_makes_its_data_directory_for_the_master_key(postgresql, tmp_path):
    url = postgresql.database()
    made = operate(tmp_path, "account", "list", "--database", url)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / ".gatehouse").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / ".gatehouse" / "master.key").stat().st_mode & 0o777 == 0o600


def test_a_node_without_the_master_key_of_the_others_is_refused(nodes, tmp_path):
    node = nodes("one")
    tried = operate(
        tmp_path, "account", "list", "--data", tmp_path / "elsewhere",
        environment={"GATEHOUSE_DATABASE": node.url_of_database})
    assert tried.returncode == 1
    assert "master.key" in tried.stderr


def test_a_command_prints_the_master_key(gatehouse_data, operator):
    server = gatehouse_data()
    account = Account(server)
    server.stop()
    elsewhere = server.data.parent / "vault"
    (server.data / "master.key").rename(elsewhere)

    def listed(command, **more):
        return operate(
            server.data.parent, "account", "list", "--data", server.data,
            environment={"GATEHOUSE_MASTER_KEY_COMMAND": command, **more})

    assert account.account in listed(f"cat {elsewhere}").stdout
    for command, words in [
            ("echo no; exit 3", "ended with 3"), ("echo swordfish", "not 32 bytes"),
            ("yes", "not 32 bytes"), (f"cat {elsewhere} {elsewhere}", "not 32 bytes"),
            ("head -c 32 /dev/urandom | base64", "restore")]:
        tried = listed(command)
        assert tried.returncode == 1 and words in tried.stderr, (command, tried.stderr)
        assert tried.stderr.count("\n") == 1 and "swordfish" not in tried.stderr
    tried = listed("true", GATEHOUSE_MASTER_KEY_FILE=str(elsewhere))
    assert tried.returncode == 1 and "unset one" in tried.stderr


def test_nodes_may_be_a_user_that_does_not_own_the_tables(postgresql, tmp_path):
    url = postgresql.database()
    weaker = url.replace("user=postgres", "user=node")
    tried = operate(tmp_path, "account", "list", "--database", weaker)
    assert tried.returncode == 1 and 'role "node" does not exist' in tried.stderr
    postgresql.query(url, "CREATE ROLE node LOGIN")
    tried = operate(tmp_path, "account", "list", "--database", weaker)
    assert tried.returncode == 1 and "gatehouse schema" in tried.stderr
    for _ in range(2):
        made = operate(tmp_path, "schema", "--grant-to", "node", "--database", url)
        assert made.returncode == 0, made.stderr
    node = Node(tmp_path, weaker)
    try:
        node.account().client("iam").create_user(UserName="carol")
        assert node.stop() == 0
        # What it did is not to be undone in silence.
        for statement in ("UPDATE audit_event SET record = ''", "DELETE FROM audit_event",
                          "DROP TABLE account", "TRUNCATE audit_event"):
            with pytest.raises(AssertionError, match="permission denied|must be owner"):
                postgresql.query(weaker, statement)
    finally:
        node.stop()


def test_all_data_moves_to_the_database_and_back(gatehouse_data, postgresql, operator, tmp_path):
    server = gatehouse_data("before")
    account = Account(server)
    account.client("iam").create_user(UserName="carol")
    url = postgresql.database()
    tried = operator("migrate", "--from", server.data, "--to", url)
    assert tried.returncode == 1 and "another gatehouse serves" in tried.stderr
    server.stop()

    moved = operator("migrate", "--from", server.data, "--to", url)
    assert moved.returncode == 0, moved.stderr
    assert "rows are the same in both" in moved.stdout
    shutil.copy(server.data / "master.key", tmp_path / "master.key")
    node = Node(tmp_path, url)
    try:
        client = node.client("iam", account.credentials)
        assert client.get_user(UserName="carol")["User"]["UserName"] == "carol"
        client.create_user(UserName="dave")
    finally:
        node.stop()

    tried = operator("migrate", "--from", url, "--to", server.data)
    assert tried.returncode == 1 and "not empty" in tried.stderr
    back = tmp_path / "back"
    moved = operator("migrate", "--json", "--from", url, "--to", back)
    assert moved.returncode == 0, moved.stderr
    users = [table for table in json.loads(moved.stdout) if table["table"] == "iam_user"]
    assert users[0]["rows"] == 2
    shutil.copy(server.data / "master.key", back / "master.key")
    client = gatehouse_data("back").client("iam", account.credentials)
    assert {user["UserName"] for user in client.list_users()["Users"]} == {"carol", "dave"}


def test_every_row_of_an_account_is_found_by_it(postgresql, tmp_path):
    """What docs/sharding.md says of the schema."""
    url = postgresql.database()
    assert operate(tmp_path, "schema", "--database", url).returncode == 0
    without = postgresql.query(url, """
        SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            AND oid NOT IN (SELECT attrelid FROM pg_attribute WHERE attname = 'account_id')""")
    assert sorted(without) == [
        "data_key", "mail_sender", "password_attempt", "schema_migration", "setup_link"]
    unique = postgresql.query(url, """
        SELECT tablename FROM pg_indexes WHERE schemaname = 'public'
            AND indexdef LIKE 'CREATE UNIQUE%' AND indexdef NOT LIKE '%(account_id%'""")
    assert sorted(set(unique) - set(without)) == [
        "access_key", "account", "account_alias", "mail_token", "saml_provider",
        "web_identity_issuer", "web_session"]
    keys = postgresql.query(url, """
        SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'""")
    assert keys and all(key.startswith("FOREIGN KEY (account_id") for key in keys)


def test_nodes_of_the_version_before_work_while_tables_are_changed(nodes, postgresql):
    """A later version adds tables and columns; here some are added to each table."""
    node = nodes("before")
    account = node.account()
    root = account.client("iam")
    answers, done = [], threading.Event()

    def work(number):
        iam = account.client("iam")
        for turn in range(10_000):
            name = f"user-{number}-{turn}"
            answers.append(code(iam.create_user, UserName=name))
            answers.append(code(iam.put_user_policy, UserName=name, PolicyName="all",
                                PolicyDocument=ALLOW))
            answers.append(code(iam.list_user_policies, UserName=name))
            answers.append(code(iam.delete_user_policy, UserName=name, PolicyName="all"))
            answers.append(code(iam.delete_user, UserName=name))
            if done.is_set():
                return

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        working = [pool.submit(work, number) for number in range(2)]
        try:
            tables = postgresql.query(node.url_of_database, """
                SELECT relname FROM pg_class
                WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1""")
            for table in tables:
                postgresql.query(
                    node.url_of_database,
                    f"ALTER TABLE {table} ADD COLUMN later bigint NOT NULL DEFAULT 0")
            postgresql.query(node.url_of_database, "CREATE TABLE later (account_id text)")
            postgresql.query(
                node.url_of_database,
                "INSERT INTO schema_migration (number, name, digest) VALUES (9999, 'later', 0)")
        finally:
            done.set()
        for each in working:
            each.result()
    assert set(answers) == {None}
    # It goes on until it is stopped; then the later version is the one to start.
    root.create_user(UserName="carol")
    node.stop()
    with pytest.raises(pytest.fail.Exception, match="newer"):
        nodes("again")


def test_of_several_servers_the_one_that_takes_writes_is_found(tmp_path):
    standby = PostgreSQL("default_transaction_read_only=on")
    primary = PostgreSQL()
    try:
        url = primary.url("postgres")
        hosts = f"/tmp/nowhere,{standby.directory},{primary.directory}"
        node = Node(tmp_path, f"postgresql:///postgres?host={hosts}&user=postgres")
        try:
            assert code(node.account().client("iam").create_user, UserName="carol") is None
        finally:
            node.stop()
        assert primary.query(url, "SELECT name FROM iam_user") == ["carol"]
    finally:
        primary.stop()
        standby.stop()
