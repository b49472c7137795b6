"""Values of botocore's shapes: ones that satisfy every constraint, always the same for a seed."""

import datetime
import re

# Patterns that are more than one class of characters, with texts that match them.
SAMPLES = {
    r"^o-[a-z0-9]{10,32}$": ["o-a1b2c3d4e5"],
    r"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$": ["my-company", "a1b", "0-0-0"],
    r"\d{12}": ["123456789012"],
    r"[+][\s0-9()-]+": ["+41 (44) 555-01-23", "+1"],
    r"[\s]*[\w+=.#|!&-]+@[\w.-]+\.[\w]+[\s]*": ["a@b.c", " no.or+1@mail.example.com\t"],
    r"[a-zA-Z0-9]{6}": ["a1B2c3"],
    r"^o-[0-9a-z]{10,32}\/r-[0-9a-z]{4,32}[0-9a-z-\/]*": ["o-a1b2c3d4e5/r-f6g7/ou-1"],
    r"^p-[0-9a-zA-Z_]{8,128}$": ["p-a1B2_c3D4"],
    r"\u002F[\u0021-\u007F]*": ["/", "/division_abc/", "/!~"],
    r"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)": ["/", "/division_abc/sub/", "/!~/"],
    r"((/[A-Za-z0-9\.,\+@=_-]+)*)/": ["/", "/a.b/c,d/", "/+@=_-/"],
    r"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?": ["v1", "v12.a-B3", "v7."],
    r"^http(s?)://[a-zA-Z0-9._/-]*(\?[a-zA-Z0-9._=&-]*)?(#[a-zA-Z0-9._/-]*)?$": [
        "https://example.com/a?b=c&d#e", "http://"],
    r"^[A-Za-z][A-Za-z0-9/_-]*$": ["RoleManager/Enabled", "a"],
    r"/[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*/": ["//", "/a b/{c}/"],
    r"[\x21\x23-\x2B\x2D-\x5B\x5D-\x7E]+( [\x21\x23-\x2B\x2D-\x5B\x5D-\x7E]+)*": [
        "openid", "a:b c/d", "! #[] ~"],
}
# Characters from which those that a class allows are chosen; Python's `re` knows no \p{…}.
CANDIDATES = "aZ09_+=,.@-:/ \t\n\r~!\"#$%&'()*;<>?[]^`{|}\\é\x85\xa0ÿĀ홍\u2028Ⅷ٣￼"
# The beginning of two classes: one ends here, and one allows braces, too.
UNICODE_CLASS = r"[\p{L}\p{Z}\p{N}_.:/=+\-@"
UNICODE_ALLOWED = "aZ09é홍Ⅷ٣ \xa0\u2028_.:/=+-@"
ANY_TEXT = CANDIDATES + "👩‍👩‍👧"


def allowed(pattern):
    """The candidates that a pattern of one class allows, or None for another pattern."""
    if pattern is None:
        return ANY_TEXT
    if pattern.startswith(UNICODE_CLASS):
        return UNICODE_ALLOWED + ("{}" if "{}" in pattern else "")
    if not re.fullmatch(r"\^?\[(\\.|[^\]\\])*\][+*]\$?", pattern):
        return None
    return "".join(c for c in CANDIDATES if re.fullmatch(pattern, c, re.ASCII))


def text(shape, random):
    facts = shape.metadata
    if "enum" in facts:
        return random.choice(facts["enum"])
    least, most = facts.get("min", 0), facts.get("max", 10**9)
    characters = allowed(facts.get("pattern"))
    if characters is None:
        return random.choice([t for t in SAMPLES[facts["pattern"]] if least <= len(t) <= most])
    if facts.get("pattern", "").rstrip("$").endswith("+"):
        least = max(least, 1)
    count = random.randint(least, min(most, least + 12))
    characters = [c for c in characters if ord(c) < 0x10000]  # of one UTF-16 unit
    return "".join(random.choice(characters) for _ in range(count))


def value(shape, random, full=False, depth=0):
    """A value of `shape`: with `full`, every member is there; otherwise the required, and some.

    A shape that holds itself does so through a list, which is empty where it is deep.
    """
    facts = getattr(shape, "metadata", {})
    if shape.type_name == "structure":
        chosen = [
            name
            for name in shape.members
            if full or name in shape.required_members or random.random() < 0.6
        ] or list(shape.members)[:1]
        if getattr(shape, "is_tagged_union", False):
            chosen = [random.choice(list(shape.members))]
        return {name: value(shape.members[name], random, full, depth + 1) for name in chosen}
    if shape.type_name == "list":
        if depth > 8:
            return []
        least = max(facts.get("min", 0), 1 if full else 0)
        count = random.randint(least, min(facts.get("max", 4), least + 3))
        return [value(shape.member, random, full, depth + 1) for _ in range(max(count, least))]
    if shape.type_name == "map":
        keys = {value(shape.key, random) for _ in range(3)}
        return {key: value(shape.value, random, depth=depth + 1) for key in keys}
    if shape.type_name == "string":
        return text(shape, random)
    if shape.type_name == "integer":
        return random.randint(facts.get("min", -2_147_483_648), facts.get("max", 2_147_483_647))
    if shape.type_name == "long":
        return random.randint(facts.get("min", -(2**63)), facts.get("max", 2**63 - 1))
    if shape.type_name == "boolean":
        return random.random() < 0.5
    if shape.type_name == "blob":
        return bytes(random.randrange(256) for _ in range(random.randrange(20)))
    if shape.type_name == "timestamp":
        seconds = random.randrange(0, 4_000_000_000)
        return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
    raise ValueError(shape.type_name)
