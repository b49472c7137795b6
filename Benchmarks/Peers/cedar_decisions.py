"""Times Cedar, through cedarpy, on questions that come as JSON on standard input.

Each question is a number of statements, as policies of Cedar with the meaning of ours: one
principal, one action, a bucket of its own for each, a condition on the region. Prints for each
two numbers of nanoseconds of processor time: of one decision with everything parsed before, taken
as the slope between a small and a large batch, so that what a call costs by itself does not
count; and of parsing the policies once. Any other answer than "allow" for every request fails the
run.
"""

import json
import statistics
import sys
import time

from cedarpy import Decision, Entities, PolicySet, is_authorized_batch

SAMPLES = 5


def main():
    print(json.dumps([measure(size) for size in json.load(sys.stdin)]))


def measure(size):
    text = "\n".join(
        f'permit(principal == User::"alice", action == Action::"GetObject",'
        f' resource in Bucket::"bucket-{index}")'
        f' when {{ context.region == "us-east-1" }};'
        for index in range(size))
    start = time.process_time()
    policies = PolicySet.from_str(text)
    parsing = time.process_time() - start
    entities = Entities.from_json_str(json.dumps([
        {"uid": {"type": "Object", "id": "a.csv"}, "attrs": {},
         "parents": [{"type": "Bucket", "id": f"bucket-{size - 1}"}]},
    ]))
    request = {
        "principal": {"type": "User", "id": "alice"},
        "action": {"type": "Action", "id": "GetObject"},
        "resource": {"type": "Object", "id": "a.csv"},
        "context": {"region": "us-east-1"},
    }

    def seconds(count):
        requests = [request] * count
        start = time.process_time()
        answers = is_authorized_batch(requests, policies, entities)
        elapsed = time.process_time() - start
        assert all(answer.decision == Decision.Allow for answer in answers)
        return elapsed

    large = max(4, round(20_000 / size))
    slopes = [(seconds(large) - seconds(1)) / (large - 1) for _ in range(SAMPLES)]
    return {"decision": statistics.median(slopes) * 1e9, "parsing": parsing * 1e9}


main()
