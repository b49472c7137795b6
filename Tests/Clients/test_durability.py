"""What was acknowledged outlives SIGKILL, with its record; what was deleted stays deleted."""

import concurrent.futures
import contextlib
import sqlite3
import threading

import botocore.exceptions
import botocore.parsers
import pytest

import seeds
from conftest import PATIENCE, Account, Credentials

pytestmark = pytest.mark.of_one_engine

MOMENTS = 100
WRITERS = 4

# The most answers that are waited for before the server is killed.
MOST_ANSWERS = 40

# How a request ends that the server did not live to answer.
UNANSWERED = (botocore.exceptions.BotoCoreError, botocore.parsers.ResponseParserError)


class Answers:
    """Counts what all writers were answered."""

    def __init__(self):
        self._count = 0
        self._changed = threading.Condition()

    def add(self):
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def wait_for(self, count):
        with self._changed:
            wanted = self._count + count
            assert self._changed.wait_for(lambda: self._count >= wanted, timeout=PATIENCE)


class Writer:
    """Writes in an account of its own, and remembers what was acknowledged.

    What was asked for and not answered is in none of the sets: it may be there or not.
    """

    def __init__(self, account, answers):
        self.account = account.account
        self._answers = answers
        self.users, self.deleted_users = set(), set()
        self.keys, self.deleted_keys = {}, set()
        self._iam = account.client("iam")

    def write(self, prefix):
        """Creates users and keys, deleting every third, until the server is gone."""
        with contextlib.suppress(*UNANSWERED):
            for number in range(10_000):
                self._write_one(f"{prefix}-{number}", is_deleted=number % 3 == 2)

    def _write_one(self, name, is_deleted):
        self._iam.create_user(UserName=name)
        self.users.add(name)
        self._answers.add()
        key = self._iam.create_access_key(UserName=name)["AccessKey"]
        self.keys[key["AccessKeyId"]] = key["SecretAccessKey"]
        self._answers.add()
        if is_deleted:
            del self.keys[key["AccessKeyId"]]
            self._iam.delete_access_key(UserName=name, AccessKeyId=key["AccessKeyId"])
            self.deleted_keys.add(key["AccessKeyId"])
            self._answers.add()
            self.users.remove(name)
            self._iam.delete_user(UserName=name)
            self.deleted_users.add(name)
            self._answers.add()

    def check(self, database):
        """Holds what was acknowledged against what is kept."""

        def kept(sql):
            return [row[0] for row in database.execute(sql, (self.account,))]

        def recorded(event, path):
            return kept(
                f"SELECT json_extract(record, '$.{path}') FROM audit_event WHERE account_id = ? "
                f"AND event_name = '{event}' AND json_extract(record, '$.errorCode') IS NULL")

        users = set(kept("SELECT name FROM iam_user WHERE account_id = ?"))
        assert self.users <= users
        assert not self.deleted_users & users
        keys = set(kept("SELECT access_key_id FROM access_key WHERE account_id = ?"))
        assert self.keys.keys() <= keys
        assert not self.deleted_keys & keys
        created = recorded("CreateUser", "requestParameters.userName")
        deleted = recorded("DeleteUser", "requestParameters.userName")
        assert len(set(created)) == len(created)
        # Neither a change without its record nor a record without its change.
        assert set(created) - set(deleted) == users
        made = recorded("CreateAccessKey", "responseElements.accessKey.accessKeyId")
        withdrawn = recorded("DeleteAccessKey", "requestParameters.accessKeyId")
        root = set(kept("SELECT access_key_id FROM access_key "
                        "WHERE account_id = ? AND owner_id NOT LIKE 'AIDA%'"))
        assert set(made) - set(withdrawn) == keys - root


def write_and_kill(server, writers, prefix, answers, count):
    """Lets all writers write, and kills the server after so many answers, amid other requests."""
    with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
        running = [pool.submit(writer.write, prefix) for writer in writers]
        answers.wait_for(count)
        server.kill()
        for future in running:
            future.result()


def test_what_was_acknowledged_outlives_the_process(gatehouse_data, tmp_path):
    moments = seeds.generator("durability")
    server = gatehouse_data()
    answers = Answers()
    writers = [Writer(Account(server), answers) for _ in range(WRITERS)]
    for number in range(MOMENTS):
        write_and_kill(
            server, writers, f"u{number}", answers, moments.randrange(1, MOST_ANSWERS))
        server.start()
        with contextlib.closing(sqlite3.connect(server.data / "gatehouse.db")) as database:
            for writer in writers:
                writer.check(database)
    acknowledged = sum(len(writer.users) + len(writer.keys) for writer in writers)
    print(f"{acknowledged} users and keys acknowledged and there")
    assert acknowledged >= MOMENTS
    for writer in writers:
        # The newest key of each still opens: secrets are kept as well as rows.
        key_id, secret = list(writer.keys.items())[-1]
        identity = server.client("sts", Credentials(key_id, secret)).get_caller_identity()
        assert identity["Account"] == writer.account
