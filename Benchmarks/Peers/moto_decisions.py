"""Times moto's policy evaluator on questions that come as JSON on standard input.

Prints a list of nanoseconds of processor time, one for each question: the median of several
samples, the policies read before. Any other answer than "permitted" fails the run.
"""

import json
import statistics
import sys
import time

from moto.iam.access_control import IAMPolicy, PermissionResult

SAMPLES = 5
SAMPLE_SECONDS = 0.02


def main():
    print(json.dumps([measure(question) for question in json.load(sys.stdin)]))


def measure(question):
    policies = [IAMPolicy(text) for text in question["policies"]]
    values = {"aws:RequestedRegion": question["region"]}

    def decide():
        results = [
            policy.is_action_permitted(
                question["action"], question["resource"], incoming_condition_values=values)
            for policy in policies
        ]
        assert PermissionResult.PERMITTED in results and PermissionResult.DENIED not in results

    once = seconds(decide, 1)
    runs = max(1, round(SAMPLE_SECONDS / once))
    samples = 1 if once > 0.5 else SAMPLES
    return statistics.median(seconds(decide, runs) / runs for _ in range(samples)) * 1e9


def seconds(decide, runs):
    start = time.process_time()
    for _ in range(runs):
        decide()
    return time.process_time() - start


main()
