#!/usr/bin/env python3
"""Writes common-passwords.txt: the passwords that are found most often in leaks.

Usage: make data, which installs what this needs: Django

The list is Django's (BSD-3-Clause, see NOTICE), which Royce Williams made from the passwords of
Have I Been Pwned. It is in lower case. Passwords of fewer than six characters are left out, since
no policy of an account allows them.

The file, read by Sources/Credentials/CommonPasswords.swift:

    a line     the source and its version
    passwords  sorted by their bytes, a line feed behind each
"""

import gzip
import pathlib

import sources

TARGET = pathlib.Path(__file__).with_name("common-passwords.txt")

# IAM's MinimumPasswordLength is at least this.
SHORTEST = 6


def django():
    """The passwords of Django's validator, and Django's version."""
    package, version = sources.package("Django", "django")
    text = gzip.decompress((package / "contrib/auth/common-passwords.txt.gz").read_bytes())
    return text.decode().splitlines(), f"Django {version}"


def main():
    found, source = django()
    if any(password != password.lower().strip() for password in found):
        raise SystemExit("a password of the list is not in lower case, or has spaces around it")
    after = sorted({each.encode() for each in found if len(each) >= SHORTEST})
    before = TARGET.read_bytes().splitlines()[1:] if TARGET.exists() else []
    TARGET.write_bytes(b"".join(line + b"\n" for line in [source.encode(), *after]))
    print(f"{TARGET.name}: {source}, {TARGET.stat().st_size:,} bytes")
    # Their number alone: nobody should have to read them.
    print(f"  passwords: {len(before):,} before, {len(after):,} now, "
          f"{len(set(before) & set(after)):,} of them the same")


main()
