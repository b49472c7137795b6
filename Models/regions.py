#!/usr/bin/env python3
"""Writes the regions of the partition aws: Sources/Operations/AccountManagement/AWSRegionTable.swift.

Usage: python3 Models/regions.py          (needs botocore; pip install botocore)

Their codes and names are those of botocore's partitions. Which of them every account has from the
start no data tells: AWS says that those are the regions from before March 20, 2019.

<https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html>
"""

import json
import pathlib
import sys

import botocore
from botocore.loaders import Loader

TABLE = (
    pathlib.Path(__file__).parents[1] / "Sources/Operations/AccountManagement/AWSRegionTable.swift"
)

ENABLED_BY_DEFAULT = {
    "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1",
    "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2",
    "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
}

# What botocore lists among the regions of a partition and is none.
NOT_REGIONS = {"aws-global"}

partitions = Loader().load_data("partitions")["partitions"]
regions = next(each["regions"] for each in partitions if each["id"] == "aws")
regions = {code: facts for code, facts in regions.items() if code not in NOT_REGIONS}
missing = ENABLED_BY_DEFAULT - set(regions)
if missing:
    sys.exit(f"botocore does not know {sorted(missing)}")

lines = [
    "// Written by Models/regions.py; change it there.", "",
    "extension AWSRegion {",
    f"    /// The regions of the partition aws, by their codes. Source: botocore {botocore.__version__}.",
    "    package static let all = [",
]
for code, facts in sorted(regions.items()):
    by_default = "true" if code in ENABLED_BY_DEFAULT else "false"
    name = json.dumps(facts["description"])
    lines.append(
        f"        AWSRegion(code: {json.dumps(code)}, name: {name}, isEnabledByDefault: {by_default}),")
lines += ["    ]", "}", ""]
TABLE.write_text("\n".join(lines))
print(f"wrote {TABLE.name}: {len(regions)} regions")
