"""Runs checks of prowler, whose names are the arguments, on the account of the environment's key.

Prints as JSON what each says of each resource: `{"check": {"name": "PASS"}}`. It runs in the Python
of .build/prowler. prowler's own command needs the libraries of every cloud, which take two
gigabytes; its provider and its checks for AWS are what the command runs, too.
"""

import importlib
import json
import logging
import sys

from prowler.providers.aws.aws_provider import AwsProvider
from prowler.providers.common.models import Audit_Metadata

# What the server does not answer is told at length.
logging.disable(logging.CRITICAL)
provider = AwsProvider(
    retries_max_attempts=1, scan_unused_services=True, regions={"us-east-1"})
provider.audit_metadata = Audit_Metadata(
    services_scanned=0, expected_checks=sys.argv[1:], completed_checks=0, audit_progress=0)
verdicts = {}
for name in sys.argv[1:]:
    service = name.partition("_")[0]
    module = importlib.import_module(f"prowler.providers.aws.services.{service}.{name}.{name}")
    findings = getattr(module, name)().execute()
    verdicts[name] = {finding.resource_id: finding.status for finding in findings}
print("\n" + json.dumps(verdicts))
