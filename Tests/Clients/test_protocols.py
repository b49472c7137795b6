"""The protocols REST with JSON and JSON 1.0 and 1.1, held against botocore in both directions.

The services of Tests/ProtocolModels have a shape of each kind. botocore serialises a request and
the protocol must read the same values; the protocol writes an answer or an error and botocore must
read the same. WireProbe answers; GATEHOUSE_BIN_DIR (default .build/debug) holds it.
test_model_botocore.py does the same for the query protocol.
"""

import base64
import json
import pathlib
import unittest
from urllib.parse import urlsplit

import botocore.session
from botocore.awsrequest import AWSRequest, HeadersDict, prepare_request_dict
from botocore.loaders import Loader
from botocore.model import ServiceModel
from botocore.parsers import create_parser
from botocore.serialize import create_serializer

import generated_values
import seeds
from test_model_botocore import answers

MODELS = pathlib.Path(__file__).resolve().parents[1] / "ProtocolModels/botocore"
SERVICES = ("samplerest", "samplejson10", "samplejson11")
ROUNDS = 25


def operations():
    loader = Loader(extra_search_paths=[str(MODELS)])
    for service in SERVICES:
        model = ServiceModel(loader.load_service_model(service, "service-2"), service)
        for name in model.operation_names:
            yield service, model.operation_model(name)


def request(operation, value):
    """What botocore sends for `value`."""
    serializer = create_serializer(operation.service_model.metadata["protocol"], False)
    serialized = serializer.serialize_to_request(value, operation)
    prepare_request_dict(serialized, "http://localhost", user_agent="probe")
    sent = AWSRequest(
        method=serialized["method"], url=serialized["url"], data=serialized["body"],
        headers=serialized["headers"],
    ).prepare()
    parts = urlsplit(sent.url)
    body = sent.body or b""
    body = body.encode() if isinstance(body, str) else body
    headers = {
        name: value.decode("latin-1") if isinstance(value, bytes) else value
        for name, value in sent.headers.items()
    }
    return {
        "method": sent.method, "path": parts.path, "query": parts.query, "headers": headers,
        "body": base64.b64encode(body).decode(),
    }


def as_json(shape, value):
    """`value` as JSON with the names of the body; members elsewhere have their own."""
    if shape is None:
        return {}
    if shape.type_name == "structure":
        # botocore sends an empty object for a body that is not there.
        payload = shape.serialization.get("payload")
        found = {payload: {}} if payload else {}
        for name, member in value.items():
            place = shape.members[name].serialization
            in_body = "location" not in place
            if not in_body and member == []:
                continue  # an address has no way to say it
            key = place.get("name", name) if in_body else name
            found[key] = as_json(shape.members[name], member)
        return found
    if shape.type_name == "list":
        return [as_json(shape.member, member) for member in value]
    if shape.type_name == "map":
        return {key: as_json(shape.value, member) for key, member in value.items()}
    if shape.type_name == "blob":
        return base64.b64encode(value).decode()
    if shape.type_name == "timestamp":
        if shape.serialization.get("timestampFormat") == "iso8601":
            return f"{value:%Y-%m-%dT%H:%M:%SZ}"
        return int(value.timestamp())
    return value


class Protocols(unittest.TestCase):
    maxDiff = None

    def cases(self, side):
        seeded = seeds.generator(f"protocols, {side}")
        for service, operation in operations():
            shape = operation.input_shape if side == "input" else operation.output_shape
            for turn in range(ROUNDS):
                value = generated_values.value(shape, seeded, turn == 0) if shape else {}
                yield service, operation, shape, value

    def parsed(self, operation, answer):
        protocol = operation.service_model.metadata["protocol"]
        response = {
            "status_code": answer["status"], "headers": HeadersDict(answer["headers"]),
            "body": answer["body"].encode(),
        }
        return create_parser(protocol).parse(response, operation.output_shape)

    def test_a_request_is_understood_as_botocore_meant_it(self):
        cases = list(self.cases("input"))
        found = answers([
            {"sample": service, "request": request(operation, value)}
            for service, operation, _, value in cases
        ])
        for (service, operation, shape, value), answer in zip(cases, found):
            with self.subTest(service=service, operation=operation.name):
                self.assertEqual(answer.get("operation"), operation.name, answer)
                self.assertEqual(json.loads(answer["input"]), as_json(shape, value))

    def test_botocore_understands_an_answer(self):
        cases = list(self.cases("output"))
        found = answers([
            {
                "sample": service, "operation": operation.name,
                "output": json.dumps(as_json(shape, value)),
            }
            for service, operation, shape, value in cases
        ])
        for (service, operation, shape, value), answer in zip(cases, found):
            with self.subTest(service=service, operation=operation.name):
                self.assertIn("status", answer, answer)
                parsed = self.parsed(operation, answer)
                metadata = parsed.pop("ResponseMetadata")
                self.assertEqual(metadata["RequestId"], "probe")
                status = value.get("status", operation.http.get("responseCode", 200))
                self.assertEqual(metadata["HTTPStatusCode"], status)
                value = dict(value, status=status) if "status" in parsed else value
                if shape is not None and "payload" in shape.serialization:
                    value = {shape.serialization["payload"]: {}} | value
                self.assertEqual(parsed, value)

    def test_botocore_understands_an_error(self):
        """By its name and, where the service has statuses of its own, by its status."""
        seen = 0
        for service, operation in operations():
            for shape in operation.error_shapes:
                seen += 1
                error = shape.metadata["error"]
                code = error.get("code", shape.name)
                asked = {"sample": service, "operation": operation.name, "error": code}
                answer = answers([asked])[0]
                with self.subTest(service=service, operation=operation.name, error=code):
                    self.assertEqual(answer["status"], error["httpStatusCode"])
                    parsed = self.parsed(operation, answer)
                    self.assertEqual(parsed["Error"]["Code"], code)
                    self.assertEqual(parsed["Error"]["Message"], "it is <so>")
                    self.assertEqual(parsed["ResponseMetadata"]["RequestId"], "probe")
        self.assertGreater(seen, 10)

    def test_botocore_understands_what_every_operation_can_answer(self):
        for code, name in (
            ("AccessDenied", "AccessDeniedException"), ("Throttling", "ThrottlingException"),
            ("InvalidClientTokenId", "UnrecognizedClientException"),
        ):
            for service, operation in operations():
                asked = {"sample": service, "operation": operation.name, "error": code}
                parsed = self.parsed(operation, answers([asked])[0])
                self.assertEqual(parsed["Error"]["Code"], name)


if __name__ == "__main__":
    unittest.main()
