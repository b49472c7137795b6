"""Times Cedar, through cedarpy, on questions that come as JSON on standard input.

Each question is a number of statements, as policies of Cedar with the meaning of ours: one
principal, one action, a bucket of its own for each, a condition on the region. Prints for each
three numbers of nanoseconds, medians of several samples, with the policies and entities parsed
before:

    authorizing  one decision, by Cedar's own clock: elapsed time, cut to whole microseconds
    deciding     one decision with its request and answer, which cedarpy passes as JSON: processor
                 time, the slope between a small and a large batch, so that what a call costs by
                 itself does not count
    parsing      the policies, once: processor time

Any other answer than "allow" for every request fails the run.
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
    policies = PolicySet.from_str(text)
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

    def decide(count):
        answers = is_authorized_batch([request] * count, policies, entities)
        assert len(answers) == count
        assert all(answer.decision == Decision.Allow for answer in answers)
        return answers

    large = max(4, round(20_000 / size))
    authorizing = [
        answer.metrics["authz_duration_micros"] for answer in decide(max(20, large))]
    slopes = [
        (seconds(lambda: decide(large)) - seconds(lambda: decide(1))) / (large - 1)
        for _ in range(SAMPLES)
    ]
    readings = [seconds(lambda: PolicySet.from_str(text)) for _ in range(SAMPLES)]
    return {
        "authorizing": statistics.median(authorizing) * 1e3,
        "deciding": statistics.median(slopes) * 1e9,
        "parsing": statistics.median(readings) * 1e9,
    }


def seconds(work):
    start = time.process_time()
    work()
    return time.process_time() - start


main()
