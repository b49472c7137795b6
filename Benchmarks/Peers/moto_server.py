"""Runs moto's server with users in it: moto_server.py PORT USERS.

They are put there at once, because moto takes half a minute to make 5,000 of them over HTTP.
"""

import sys

from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam.models import iam_backends
from moto.server import main

port, users = sys.argv[1:]
backend = iam_backends[DEFAULT_ACCOUNT_ID]["aws"]
for name in ["admin", *(f"user-{number}" for number in range(1, int(users)))]:
    backend.create_user("us-east-1", name)
main(["--host", "127.0.0.1", "--port", port])
