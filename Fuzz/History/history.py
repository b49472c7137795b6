"""Makes a history of several nodes on one database, and looks for what must not be in it.

    Fuzz/History/history.py [--operations N] [--seed N] [--clients N] [--plant FAULT]

README.md says what is asked for, what befalls the nodes, and what must hold. The exit status is 1
when something did not.
"""

import argparse
import collections
import json
import multiprocessing
import pathlib
import random
import sys
import tempfile
import time

from client import Signer
from cluster import LONGEST_SKEW, Nemesis, PostgreSQL, SkewedNode, skewing_library
from rules import faults_of_records
from workload import Client

NODES = 3
# Faults that a correct server does not have, by what does them in the database from then on.
PLANTS = {
    "cached-key": None,
    "lost-record": """
        CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF NEW.event_name = 'CreateUser' AND random() < 0.02 THEN RETURN NULL; END IF;
        RETURN NEW; END $$;
        CREATE TRIGGER lose BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION lose()""",
    "third-key": """
        CREATE FUNCTION another() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (SELECT count(*) FROM access_key
                    WHERE account_id = NEW.account_id AND owner_id = NEW.owner_id) = 2 THEN
                NEW.access_key_id = left(NEW.access_key_id, -1)
                    || CASE right(NEW.access_key_id, 1) WHEN 'A' THEN 'B' ELSE 'A' END;
                INSERT INTO access_key SELECT NEW.*;
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER another AFTER INSERT ON access_key FOR EACH ROW
        WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION another()""",
    "lost-write": """
        CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF random() < 0.02 THEN RETURN OLD; END IF; RETURN NEW; END $$;
        CREATE TRIGGER forget BEFORE UPDATE OF status ON access_key FOR EACH ROW
        EXECUTE FUNCTION forget()""",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--operations", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    parser.add_argument("--clients", type=int, default=4, help="processes, each with an account")
    parser.add_argument("--plant", choices=PLANTS, help="a fault that has to be found")
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    faults = run(arguments)
    for fault in faults[:20]:
        print(f"FAULT {fault}")
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


def run(arguments):
    """The faults that were found."""
    numbers = random.Random(f"{arguments.seed} nemesis")
    with tempfile.TemporaryDirectory(prefix="gatehouse-history-") as directory:
        database = PostgreSQL()
        nodes = []
        try:
            url = database.database()
            library = skewing_library(directory)
            for number in range(NODES):
                skew = numbers.randint(-LONGEST_SKEW, LONGEST_SKEW)
                nodes.append(SkewedNode(directory, url, f"node-{number}", library, skew))
            return _history(arguments, database, url, nodes, numbers)
        finally:
            for node in nodes:
                node.stop()
            database.stop()


def _history(arguments, database, url, nodes, numbers):
    accounts = [nodes[0].account() for _ in range(arguments.clients)]
    ports = [node.port for node in nodes]
    clients = []
    for number, account in enumerate(accounts):
        mine, theirs = multiprocessing.Pipe()
        client = Client(
            number, account.account, Signer(
                account.credentials.access_key_id, account.credentials.secret_access_key),
            ports, arguments.operations // arguments.clients, arguments.seed,
            caches=arguments.plant == "cached-key")
        process = multiprocessing.Process(target=_run_client, args=(client, theirs))
        process.start()
        clients.append((process, mine))
    for _, pipe in clients:
        pipe.recv()
    if PLANTS.get(arguments.plant):
        database.query(url, PLANTS[arguments.plant])
    nemesis = Nemesis(nodes, database, numbers)
    begin = time.monotonic()
    for _, pipe in clients:
        pipe.send("run")
    nemesis.start()
    for _, pipe in clients:
        pipe.recv()
    nemesis.stop()
    seconds = time.monotonic() - begin
    for _, pipe in clients:
        pipe.send("finish")
    outcomes = [pipe.recv() for _, pipe in clients]
    for process, _ in clients:
        process.join()
    answers = sum((outcome["answers"] for outcome in outcomes), collections.Counter())
    _report(answers, seconds, nemesis.counts)
    faults = [fault for outcome in outcomes for fault in outcome["faults"]]
    for account, outcome in zip(accounts, outcomes):
        records = _records(database, url, account.account)
        faults += faults_of_records(outcome["acknowledged"], outcome["unanswered"], records)
    return faults


def _run_client(client, pipe):
    client.prepare()
    pipe.send("prepared")
    pipe.recv()
    client.run()
    pipe.send("ran")
    pipe.recv()
    client.finish()
    pipe.send({
        "faults": list(client.faults()), "answers": client.answers,
        "acknowledged": client.acknowledged, "unanswered": client.unanswered})


def _records(database, url, account):
    """The IDs and names of an account's requests that are recorded as successful."""
    rows = database.query(url, f"""
        SELECT record::json->>'requestID', event_name FROM audit_event
        WHERE account_id = '{account}' AND record::json->>'errorCode' IS NULL
            AND record::json->'userIdentity'->>'type' <> 'Operator'
            AND NOT COALESCE((record::json->>'readOnly')::boolean, false)
            OR account_id = '{account}' AND event_name = 'AssumeRole'
            AND record::json->>'errorCode' IS NULL""")
    return [tuple(row.split("|")) for row in rows]


def _report(answers, seconds, befallen):
    total = sum(answers.values())
    print(f"{total} operations in {seconds:.0f} s")
    for name, count in sorted(befallen.items()):
        print(f"  {count:5} {name.replace('_', ' ')}")
    by_action = collections.defaultdict(dict)
    for (action, code), count in answers.items():
        by_action[action][code if code else "none came" if code is None else "done"] = count
    for action, codes in sorted(by_action.items()):
        print(f"  {action}: {json.dumps(codes, sort_keys=True)}")


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
    main()
