"""Codes and QR codes, with pyotp as the authenticator app and ZXing as its camera.

FactorProbe answers; GATEHOUSE_BIN_DIR (default .build/debug) holds it.
"""

import base64
import json
import os
import pathlib
import struct
import subprocess
import zlib

import pyotp
import pytest
import zxingcpp

import seeds

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROBE = pathlib.Path(os.environ.get("GATEHOUSE_BIN_DIR", ROOT / ".build/debug")) / "FactorProbe"
NAMES = [
    "alice@123456789012", "root-account-mfa-device@123456789012", "a+b=c,d.e-f_g@h@example.com",
    "x" * 226 + "@123456789012", "전화 1@가게",
]


def ask(*questions):
    """FactorProbe's answers to the questions."""
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    answer = subprocess.run([PROBE], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def new_seed(test):
    """A random seed of 64 characters."""
    return base64.b32encode(seeds.generator(test).randbytes(40)).decode()


def rows(png):
    """The rows of a black and white PNG, each a list of truths: whether a pixel is white."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, offset = {}, 8
    while offset < len(png):
        length, kind = struct.unpack(">I4s", png[offset:offset + 8])
        data = png[offset + 8:offset + 8 + length]
        (checksum,) = struct.unpack(">I", png[offset + 8 + length:offset + 12 + length])
        assert checksum == zlib.crc32(kind + data)
        chunks[kind] = data
        offset += 12 + length
    assert offset == len(png) and list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    width, height, *form = struct.unpack(">II5B", chunks[b"IHDR"])
    assert form == [1, 0, 0, 0, 0] and width == height
    data = zlib.decompress(chunks[b"IDAT"])
    stride = (width + 7) // 8 + 1
    assert len(data) == stride * height and set(data[::stride]) == {0}
    return [
        [data[row * stride + 1 + column // 8] >> (7 - column % 8) & 1 == 1
         for column in range(width)]
        for row in range(height)
    ]


def read(png):
    """What the QR code in a picture says."""
    pixels = rows(png)
    grey = bytes(255 * pixel for row in pixels for pixel in row)
    codes = zxingcpp.read_barcodes(memoryview(grey).cast("B", (len(pixels), len(pixels))))
    assert [code.format for code in codes] == [zxingcpp.BarcodeFormat.QRCode]
    return codes[0].text


def test_codes_of_another_implementation_are_accepted():
    random = seeds.generator("codes")
    questions, steps = [], []
    for seed in [new_seed(f"codes {number}") for number in range(5)]:
        app = pyotp.TOTP(seed)
        for _ in range(40):
            seconds = random.randrange(60, 4_000_000_000)
            for drift in [-2, -1, 0, 1, 2]:
                code = app.at(seconds + 30 * drift)
                questions.append({"seed": seed, "codes": [code], "seconds": seconds})
                steps.append(seconds // 30 + drift if abs(drift) <= 1 else None)
    answers = [answer.get("step") for answer in ask(*questions)]
    assert answers == steps


@pytest.mark.parametrize("drift", [-200, -37, -1, 0, 1, 63, 200])
def test_two_codes_in_a_row_tell_the_clock_of_a_device(drift):
    seed, seconds = new_seed("clocks"), 1_796_000_000
    app = pyotp.TOTP(seed)
    question = {"seed": seed, "seconds": seconds, "window": 200}

    def at(step):
        return app.at(seconds + 30 * step)

    codes = [at(drift - 1), at(drift)]
    far = [at(drift + 400), at(drift + 401)]
    answers = ask(
        question | {"codes": codes}, question | {"codes": codes[::-1]}, question | {"codes": far})
    assert [answer.get("step") for answer in answers] == [seconds // 30 + drift, None, None]


@pytest.mark.parametrize("name", NAMES)
def test_an_app_reads_the_seed_from_the_picture(name):
    seed = new_seed(name)
    (uri,) = ask({"seed": seed, "issuer": "Gatehouse", "name": name})
    (picture,) = ask({"text": uri["uri"]})
    text = read(base64.b64decode(picture["png"]))
    assert text == uri["uri"]
    app = pyotp.parse_uri(text)
    assert (app.secret, app.issuer, app.name) == (seed, "Gatehouse", name)
    assert (app.digits, app.interval) == (6, 30)


def test_the_margin_is_four_modules_wide():
    (picture,) = ask({"text": "otpauth://totp/Gatehouse:a?secret=A"})
    pixels = rows(base64.b64decode(picture["png"]))
    # The corner is a dark square of seven modules.
    left = next(column for column in range(len(pixels)) if not all(row[column] for row in pixels))
    top = next(index for index, row in enumerate(pixels) if not all(row))
    corner = pixels[top][left:].index(True)
    assert left == top and left * 7 == corner * 4
    assert all(all(row) for row in pixels[:top] + pixels[-top:])
    assert all(all(row[:left] + row[-left:]) for row in pixels)
