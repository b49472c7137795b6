"""Every operation's shapes, held against botocore in both directions.

botocore serialises a request and the wire's code must read the same values; the wire's code writes
an answer and botocore must read the same values. Each constraint of each input, violated alone, is
refused with AWS's sentence. WireProbe answers; GATEHOUSE_BIN_DIR (default .build/debug) holds it.
"""

import base64
import copy
import json
import os
import pathlib
import re
import subprocess
import unicodedata
import unittest
from urllib.parse import quote, urlencode

import botocore.session
from botocore.parsers import create_parser
from botocore.serialize import create_serializer

import generated_values
import seeds

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROBE = pathlib.Path(os.environ.get("GATEHOUSE_BIN_DIR", ROOT / ".build/debug")) / "WireProbe"
ROUNDS = 3
PATHS = {
    r"\u002F[\u0021-\u007F]*",
    r"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)",
    r"((/[A-Za-z0-9\.,\+@=_-]+)*)/",
}

# Those of which every operation is in the catalogue, and those among them that speak the query
# protocol. test_protocols.py has the others' requests and answers.
SERVICES = ("iam", "sts", "account")
QUERY_SERVICES = ("iam", "sts")

PATCHES = json.loads((ROOT / "Models/patches.json").read_text())["patches"]
# What we mask though the model does not say so.
MADE_SENSITIVE = {patch["shape"] for patch in PATCHES if patch.get("sensitive")}


def own_sentence(pattern, place):
    """The sentence that IAM has of its own for some patterns."""
    if pattern == r"[\w+=,.@-]+":
        demand = "contain only alphanumeric characters and/or the following: +=,.@_-"
    elif pattern == r"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$":
        demand = (
            "be a minimum length of 3 characters and maximum length of 63 characters, contain only "
            "digits, lowercase letters, and hyphens (-), but cannot begin or end with a hyphen.")
    elif pattern == r"[\u0009\u000A\u000D\u0020-\u00FF]+" and place.endswith("olicyDocument"):
        demand = "contain only printable ASCII characters."
    elif pattern in PATHS:
        start = "begin with the / character" if place == "pathPrefix" else "begin and end with /"
        demand = f"{start} and contain only alphanumeric characters and/or / characters."
    else:
        return None
    return f"The specified value for {place} is invalid. It must {demand}"


def quoted(text):
    """A value as sentences repeat it, where they do: the beginning of a long one."""
    return f"Value '{text if len(text) <= 512 else text[:512] + '…'}'"


def corrected_model(session, service):
    """botocore's model, with our corrections to constraints of strings."""
    model = session.get_service_model(service)
    for patch in PATCHES:
        if patch["service"] == service and "pattern" in patch:
            model._service_description["shapes"][patch["shape"]]["pattern"] = patch["pattern"]
    return model


def operations(services=SERVICES):
    session = botocore.session.Session()
    for service in services:
        model = corrected_model(session, service)
        for name in model.operation_names:
            yield service, model.operation_model(name)


def form(shape, value):
    """`value` as botocore sends one of `shape`."""
    fields = {}
    if shape is not None:
        create_serializer("query", False)._serialize(fields, value, shape)
    # botocore's own requests spell a space as a plus sign.
    return urlencode(fields)


def question(service, operation, shape, fields, encoding):
    return {
        "service": service, "operation": operation.name, "shape": shape, "form": fields,
        "format": encoding,
    }


def answers(questions):
    lines = "".join(json.dumps(entry) + "\n" for entry in questions)
    done = subprocess.run([PROBE], input=lines.encode(), capture_output=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(questions)
    return found


def json_value(value):
    """`value` as the query services write it in JSON."""
    if isinstance(value, dict):
        return {key: json_value(member) for key, member in value.items()}
    if isinstance(value, list):
        return [json_value(member) for member in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return int(value.timestamp()) if hasattr(value, "timestamp") else value


def without_nulls(value):
    if isinstance(value, dict):
        return {key: without_nulls(member) for key, member in value.items() if member is not None}
    return [without_nulls(member) for member in value] if isinstance(value, list) else value


def lowered(name):
    return name[:1].lower() + name[1:]


class RoundTrips(unittest.TestCase):
    """The same values come back, for every operation."""

    maxDiff = None

    def setUp(self):
        self.parser = create_parser("query")

    def cases(self, shape):
        """Service, operation, shape and value of every operation that has a `shape`."""
        seeded = seeds.generator(f"round trips of {shape}")
        for service, operation in operations(QUERY_SERVICES):
            model = operation.input_shape if shape == "input" else operation.output_shape
            for turn in range(ROUNDS):
                value = generated_values.value(model, seeded, turn == 0) if model else {}
                yield service, operation, model, value

    def check(self, shape, encoding, read):
        cases = list(self.cases(shape))
        self.assertEqual(len(cases), 193 * ROUNDS)
        found = answers([
            question(service, operation, shape, form(model, value), encoding)
            for service, operation, model, value in cases
        ])
        for (_, operation, model, value), answer in zip(cases, found):
            with self.subTest(operation.name):
                self.assertIn("body", answer, answer)
                read(operation, model, value, answer["body"])

    def test_a_request_is_understood_as_botocore_meant_it(self):
        def read(_, model, value, body):
            root = self.parser._parse_xml_string_to_dom(body.encode())
            self.assertEqual(self.parser._parse_shape(model, root) if model else {}, value)

        self.check("input", "xml", read)

    def test_a_request_reads_the_same_as_json(self):
        def read(_, model, value, body):
            self.assertEqual(without_nulls(json.loads(body)), json_value(value))

        self.check("input", "json", read)

    def test_botocore_understands_an_answer(self):
        def read(operation, model, value, body):
            response = {"status_code": 200, "headers": {}, "body": body.encode()}
            parsed = self.parser.parse(response, model)
            metadata = parsed.pop("ResponseMetadata")
            self.assertEqual(metadata["RequestId"], "probe")
            self.assertEqual(parsed, value)
            self.assertTrue(body.startswith(f"<{operation.name}Response xmlns="), body)
            self.assertEqual(f"<{operation.name}Result>" in body, model is not None)

        self.check("output", "xml", read)

    def test_an_answer_reads_the_same_as_json(self):
        def read(operation, model, value, body):
            answer = without_nulls(json.loads(body))
            result = {f"{operation.name}Result": json_value(value)} if model else {}
            expected = result | {"ResponseMetadata": {"RequestId": "probe"}}
            self.assertEqual(answer, {f"{operation.name}Response": expected})

        self.check("output", "json", read)

    def test_an_audit_record_holds_every_value_but_the_sensitive_ones(self):
        def masked(model, value):
            if model is None:
                return None
            if model.metadata.get("sensitive") or model.name in MADE_SENSITIVE:
                return "HIDDEN_DUE_TO_SECURITY_REASONS"
            if model.type_name == "structure":
                members = {
                    lowered(name): masked(model.members[name], member)
                    for name, member in value.items()
                }
                return members or None
            if model.type_name == "list":
                return [masked(model.member, member) for member in value]
            if model.type_name == "map":
                return {key: masked(model.value, member) for key, member in value.items()}
            if model.type_name == "timestamp":
                clock = f"{value.hour % 12 or 12}:{value:%M:%S %p}"
                return f"{value:%b} {value.day}, {value.year} {clock}"
            return json_value(value)

        def read(_, model, value, body):
            self.assertEqual(json.loads(body), masked(model, value))

        self.check("input", "audit", read)
        self.check("output", "audit", read)


class Violations(unittest.TestCase):
    """Each constraint of each input, violated alone, is refused in AWS's words."""

    # IAM's sentences do not repeat the value since 2024; those of STS do.
    tells_values = False

    def faults(self, shape, value, path=""):
        """(change, sentence): a function that spoils a copy of the whole value, and the answer."""
        for name, model in shape.members.items():
            place = path + lowered(name)
            if name in shape.required_members:
                yield (lambda v, n=name: v.pop(n)), self.told("Value null", place, "not be null")
            for bad, sentence in self.bad_values(model, place):
                yield (lambda v, n=name, b=bad: v.update({n: b})), sentence
            inner, label = model, None
            if model.type_name == "list":
                inner, label = model.member, "member"
            if inner.type_name != "structure" or name not in value:
                continue
            below = f"{place}.1.member." if label else f"{place}."
            nested = value[name][0] if label else value[name]
            for change, sentence in self.faults(inner, nested, below):
                yield (
                    lambda v, n=name, c=change, is_list=label: c(v[n][0] if is_list else v[n])
                ), sentence

    def told(self, value, place, constraint):
        value = value if self.tells_values else "Value"
        return f"{value} at '{place}' failed to satisfy constraint: Member must {constraint}"

    def bad_values(self, model, place):
        facts = model.metadata
        if model.type_name == "list" and model.member.type_name == "string":
            yield from self.bad_members(model.member, place)
        if model.type_name == "list" and "max" in facts:
            good = generated_values.value(model.member, seeds.generator("one member"), True)
            bad = [copy.deepcopy(good) for _ in range(facts["max"] + 1)]
            shown = quoted(f"[{', '.join(bad)}]") if isinstance(good, str) else "Value"
            limit = f"have length less than or equal to {facts['max']}"
            yield bad, self.told(shown, place, limit)
        if model.type_name == "integer":
            for key, step, word in (("min", -1, "greater"), ("max", 1, "less")):
                if key in facts:
                    bad = facts[key] + step
                    limit = f"have value {word} than or equal to {facts[key]}"
                    yield bad, self.told(f"Value '{bad}'", place, limit)
        if model.type_name == "string":
            for bad, constraint in self.bad_texts(model):
                own = own_sentence(facts.get("pattern"), place)
                if own and constraint.startswith("satisfy regular"):
                    yield bad, own
                else:
                    shown = "Value" if facts.get("sensitive") else quoted(bad)
                    yield bad, self.told(shown, place, constraint)

    def bad_texts(self, model):
        """Texts that violate one constraint of a string, and the constraint as AWS words it."""
        facts = model.metadata
        good = generated_values.text(model, seeds.generator("good text"))
        if "enum" in facts:
            yield "no such", f"satisfy enum value set: [{', '.join(facts['enum'])}]"
            return
        if facts.get("min"):
            limit = f"have length greater than or equal to {facts['min']}"
            yield good[:1] * (facts["min"] - 1), limit
        if facts.get("max", 10**9) < 200_000:
            limit = f"have length less than or equal to {facts['max']}"
            yield (good or "a")[:1] * (facts["max"] + 1), limit
        if "pattern" in facts:
            yield self.outside(facts), f"satisfy regular expression pattern: {facts['pattern']}"

    def outside(self, facts):
        """A text of a good length that no pattern of the model matches: U+FFFE is in none."""
        return "\ufffe" * max(1, facts.get("min", 1))

    def bad_members(self, member, place):
        facts = member.metadata
        wanted = []
        if "enum" in facts:
            wanted = [f"Member must satisfy enum value set: [{', '.join(facts['enum'])}]"]
        else:
            if "max" in facts:
                wanted.append(f"Member must have length less than or equal to {facts['max']}")
            if "min" in facts:
                wanted.append(f"Member must have length greater than or equal to {facts['min']}")
            if "pattern" in facts:
                pattern = facts["pattern"]
                wanted.append(f"Member must satisfy regular expression pattern: {pattern}")
        for bad, _ in self.bad_texts(member):
            shown = quoted(f"[{bad}]")
            yield [bad], self.told(shown, place, f"satisfy constraint: [{', '.join(wanted)}]")

    def test_each_constraint_has_its_sentence(self):
        asked = []
        for service, operation in operations():
            if operation.input_shape is None:
                continue
            self.tells_values = service != "iam"
            numbers = seeds.generator("good input")
            good = generated_values.value(operation.input_shape, numbers, True)
            for change, sentence in self.faults(operation.input_shape, good):
                bad = copy.deepcopy(good)
                change(bad)
                fields = form(operation.input_shape, bad)
                asked.append((question(service, operation, "input", fields, "xml"), sentence))
        self.assertGreater(len(asked), 1_000)
        for (entry, sentence), answer in zip(asked, answers([entry for entry, _ in asked])):
            with self.subTest(entry["operation"], sentence=sentence[:200]):
                self.assertEqual(answer.get("code"), "ValidationError", answer)
                self.assertIn(sentence, answer["message"])

    def test_a_sensitive_value_is_never_told(self):
        asked = []
        for service, operation in operations():
            members = operation.input_shape.members if operation.input_shape else {}
            for name, model in members.items():
                if model.metadata.get("sensitive") and model.type_name == "string":
                    for bad, _ in self.bad_texts(model):
                        fields = f"{name}={quote('Tr0ub4dor' + bad)}"
                        asked.append(question(service, operation, "input", fields, "xml"))
        self.assertGreater(len(asked), 10)
        for answer in answers(asked):
            self.assertNotIn("Tr0ub4dor", answer.get("message", ""))


class Patterns(unittest.TestCase):
    """Every pattern of the models matches what Python's `re` matches."""

    def reference(self, pattern, text):
        """Java's meaning: whole strings, ASCII for \\w and \\d, general categories for \\p."""
        if not pattern.startswith(generated_values.UNICODE_CLASS):
            return re.fullmatch(pattern, text, re.ASCII) is not None
        marks = "_.:/=+-@" + ("{}" if "{}" in pattern else "")
        fits = all(unicodedata.category(c)[0] in "LZN" or c in marks for c in text)
        return fits and (text != "" or pattern.endswith("*"))

    def texts(self, pattern, seeded):
        """Texts that match, the same with one character altered, and any texts."""
        good = list(generated_values.SAMPLES.get(pattern, []))
        characters = generated_values.allowed(pattern)
        if characters is not None:
            good += ["".join(seeded.choices(characters, k=seeded.randrange(9))) for _ in range(50)]
        pool = generated_values.ANY_TEXT
        for text in good * 8:
            place = seeded.randrange(len(text) + 1)
            yield text[:place] + seeded.choice(pool) + text[place + seeded.randrange(2):]
            yield text[:place] + text[place + 1:]
        yield from good
        yield from pool
        yield from ("", "/", "//", "a--b", "a-b", "-a", "a-", "v0", "v1.", "\n", "a\n")
        for _ in range(300):
            yield "".join(seeded.choices(pool, k=seeded.randrange(6)))
            yield "".join(seeded.choices("a-/0.v", k=seeded.randrange(8)))

    def test_each_matches_what_re_matches(self):
        session = botocore.session.Session()
        patterns = set()
        for service in SERVICES:
            model = corrected_model(session, service)
            for name in model.shape_names:
                patterns.add(model.shape_for(name).metadata.get("pattern"))
        patterns = sorted(patterns - {None})
        self.assertGreater(len(patterns), 30)
        seeded = seeds.generator("patterns")
        asked = [{"pattern": p, "texts": list(self.texts(p, seeded))} for p in patterns]
        for entry, answer in zip(asked, answers(asked)):
            pattern = entry["pattern"]
            self.assertTrue(answer["isSupported"], pattern)
            for text, matches in zip(entry["texts"], answer["matches"]):
                with self.subTest(pattern, text=text):
                    self.assertEqual(matches, self.reference(pattern, text))
            self.assertEqual(set(answer["matches"]), {True, False}, pattern)


if __name__ == "__main__":
    unittest.main()
