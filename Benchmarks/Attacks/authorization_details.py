"""Measures GetAccountAuthorizationDetails of a large account: `make authorization-details`.

An account of 1,000 users, 300 groups, 500 roles and 500 policies is read whole, in pages of 1,000,
again and again. It fails when a reading takes a second or longer, or when the server's memory has
grown by a tenth from the third reading to the last.
"""

import json
import sys
import time

from served import Server, element, machine

READINGS = 10
LONGEST_SECONDS = 1.0
POLICY = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "sqs:*"], "Resource": "*"}]})
TRUST = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"},
                   "Action": "sts:AssumeRole"}]})


def prepare(server, root):
    def call(action, **parameters):
        return server.call(root, action, parameters)

    policies = [
        element("Arn", call("CreatePolicy", PolicyName=f"p{number}", PolicyDocument=POLICY))
        for number in range(500)]
    for number in range(300):
        call("CreateGroup", GroupName=f"g{number}")
        call("PutGroupPolicy", GroupName=f"g{number}", PolicyName="own", PolicyDocument=POLICY)
    for number in range(500):
        call("CreateRole", RoleName=f"r{number}", AssumeRolePolicyDocument=TRUST)
        call("PutRolePolicy", RoleName=f"r{number}", PolicyName="own", PolicyDocument=POLICY)
    for number in range(1_000):
        call("CreateUser", UserName=f"u{number}")
        call("AddUserToGroup", UserName=f"u{number}", GroupName=f"g{number % 300}")
        call("AttachUserPolicy", UserName=f"u{number}", PolicyArn=policies[number % 500])


def read(server, root):
    """Reads the account whole; returns the pages and the seconds it took."""
    start, pages, parameters = time.monotonic(), 0, {"MaxItems": 1_000}
    while True:
        answer = server.call(root, "GetAccountAuthorizationDetails", parameters)
        pages += 1
        if "<Marker>" not in answer:
            return pages, time.monotonic() - start
        parameters["Marker"] = element("Marker", answer)


def main():
    server = Server(accounts=("large",))
    try:
        root = server.roots["large"]
        prepare(server, root)
        times, memory = [], []
        for _ in range(READINGS):
            pages, seconds = read(server, root)
            times.append(seconds)
            memory.append(server.resident_megabytes())
    finally:
        server.stop()
    print(machine())
    print(f"{pages} pages, {min(times):.2f} to {max(times):.2f} s a reading, "
          f"{memory[0]:.0f} to {memory[-1]:.0f} MB")
    if max(times) >= LONGEST_SECONDS:
        sys.exit(f"a reading took {max(times):.2f} s; the limit is {LONGEST_SECONDS} s")
    if memory[-1] > 1.1 * memory[2]:
        sys.exit("the server's memory grows with each reading")


main()
