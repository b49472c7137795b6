"""Makes a history of several nodes on one database, and looks for what must not be in it.

    Fuzz/History/history.py [--operations N] [--seed N] [--clients N] [--plant FAULT]
    Fuzz/History/history.py --kill-primary N [--seed N] [--clients N]

README.md says what is asked for, what befalls the nodes, and what must hold. The exit status is 1
when something did not.
"""

import argparse
import collections
import json
import math
import multiprocessing
import pathlib
import random
import sys
import tempfile
import time

from client import Signer
from cluster import ThreeNodes
from patroni_cluster import PatroniCluster
from rules import faults_of_records
from workload import Client

# Faults that a correct server does not have, by what does them in the database from then on.
PLANTS = {
    "cached-key": None,
    "lost-record": """
        CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF NEW.event_name = 'CreateUser' AND random() < 0.2 THEN RETURN NULL; END IF;
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
        BEGIN IF random() < 0.2 THEN RETURN OLD; END IF; RETURN NEW; END $$;
        CREATE TRIGGER forget BEFORE UPDATE OF status ON access_key FOR EACH ROW
        EXECUTE FUNCTION forget()""",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--operations", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    parser.add_argument("--clients", type=int, default=4, help="processes, each with an account")
    parser.add_argument(
        "--kill-primary", type=int, metavar="N",
        help="ask the nodes of Deploy/patroni until their primary database was killed N times")
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
        if arguments.kill_primary:
            cluster = PatroniCluster(numbers, arguments.kill_primary)
        else:
            cluster = ThreeNodes(directory, numbers)
        try:
            return _history(arguments, cluster)
        finally:
            cluster.stop()


def _history(arguments, cluster):
    clients = []
    enough = multiprocessing.Event()
    for number in range(arguments.clients):
        account, key = cluster.account()
        mine, theirs = multiprocessing.Pipe()
        client = Client(
            number, account, Signer(key.access_key_id, key.secret_access_key), cluster.ports,
            math.inf if arguments.kill_primary else arguments.operations // arguments.clients,
            arguments.seed, enough, caches=arguments.plant == "cached-key")
        process = multiprocessing.Process(target=_run_client, args=(client, theirs))
        process.start()
        clients.append((process, mine, account))
    for _, pipe, _ in clients:
        pipe.recv()
    if PLANTS.get(arguments.plant):
        cluster.query(PLANTS[arguments.plant])
    begin = time.monotonic()
    for _, pipe, _ in clients:
        pipe.send("run")
    cluster.nemesis.start()
    cluster.nemesis.wait()
    if arguments.kill_primary:
        enough.set()
    for _, pipe, _ in clients:
        pipe.recv()
    cluster.nemesis.stop()
    seconds = time.monotonic() - begin
    for _, pipe, _ in clients:
        pipe.send("finish")
    outcomes = [pipe.recv() for _, pipe, _ in clients]
    for process, _, _ in clients:
        process.join()
    answers = sum((outcome["answers"] for outcome in outcomes), collections.Counter())
    _report(answers, seconds, cluster.nemesis)
    faults = [fault for outcome in outcomes for fault in outcome["faults"]]
    for (_, _, account), outcome in zip(clients, outcomes):
        faults += faults_of_records(
            outcome["acknowledged"], outcome["unanswered"], _records(cluster, account))
    checked = cluster.operate("audit", "verify")
    if checked.returncode:
        faults += [f"audit verify: {line}" for line in checked.stdout.splitlines()]
        faults.append(f"audit verify: {checked.stderr.strip()}")
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


def _records(cluster, account):
    """The IDs and names of an account's requests that are recorded as successful."""
    rows = cluster.query(f"""
        SELECT record::json->>'requestID', event_name FROM audit_event
        WHERE account_id = '{account}' AND record::json->>'errorCode' IS NULL
            AND record::json->'userIdentity'->>'type' <> 'Operator'
            AND NOT COALESCE((record::json->>'readOnly')::boolean, false)
            OR account_id = '{account}' AND event_name = 'AssumeRole'
            AND record::json->>'errorCode' IS NULL""")
    return [tuple(row.split("|")) for row in rows]


def _report(answers, seconds, nemesis):
    print(f"{sum(answers.values())} operations in {seconds:.0f} s")
    nemesis.report()
    by_action = collections.defaultdict(dict)
    for (action, code), count in answers.items():
        by_action[action][code if code else "none came" if code is None else "done"] = count
    for action, codes in sorted(by_action.items()):
        print(f"  {action}: {json.dumps(codes, sort_keys=True)}")


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
    main()
