"""Servers that take audit records and alerts, and keep what they get."""

import http.server
import json
import pathlib
import queue
import re
import socket
import threading

from conftest import PATIENCE


class HTTPCollector:
    """Takes JSON by POST on 127.0.0.1; `status` is what it answers."""

    def __init__(self, context=None, port=0):
        self.status = 200
        self.headers = []
        self.got = queue.Queue()
        self.tries = queue.Queue()
        collector = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                collector.headers.append(dict(self.headers))
                if collector.status < 300:
                    collector.got.put(json.loads(body))
                collector.tries.put(collector.status)
                self.send_response(collector.status)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        if context:
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def next(self):
        return self.got.get(timeout=PATIENCE)

    def stop(self):
        self._server.shutdown()
        self._server.server_close()


class SocketSyslog:
    """A syslog's socket."""

    def __init__(self, path):
        self.address = str(path)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(self.address)
        self._socket.settimeout(PATIENCE)

    def next(self):
        return record_of(self._socket.recv(1 << 20))

    def stop(self):
        self._socket.close()
        pathlib.Path(self.address).unlink()


class TCPSyslog:
    """A syslog that listens on 127.0.0.1, and reads messages behind their lengths."""

    def __init__(self):
        self._messages = queue.Queue()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as stream:
                while length := self._length(stream):
                    self._messages.put(stream.read(length))

    @staticmethod
    def _length(stream):
        digits = b""
        while (byte := stream.read(1)) not in (b" ", b""):
            digits += byte
        return int(digits or 0)

    def next(self):
        return record_of(self._messages.get(timeout=PATIENCE))

    def stop(self):
        self._socket.close()


def record_of(message):
    """The audit record in a message of RFC 5424."""
    head, record = re.fullmatch(
        rb"(<110>1 \S+T\S+Z - gatehouse \d+ \w+ - )(\{.*\})", message, re.DOTALL).groups()
    record = json.loads(record)
    assert record["eventName"].encode() in head
    return record
