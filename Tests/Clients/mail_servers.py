"""Mail servers for tests: aiosmtpd with certificates of a CA made here, and servers that hang."""

import email
import email.policy
import queue
import socket
import ssl
import threading

import aiosmtpd.controller
import aiosmtpd.smtp

from conftest import PATIENCE, free_port

USER = "gatehouse@mail.example"
PASSWORD = "the mail password, 1 of a kind"


class MailServer:
    """A server on 127.0.0.1 that keeps what it gets. It asks for `USER` and `PASSWORD`."""

    def __init__(self, context=None, tls="starttls", port=None):
        """`context` is for its certificate; `tls` how it is used: `starttls`, `tls` or `none`."""
        self.port = port or free_port()
        self.greetings = []
        # What it answers to each recipient, and to each message, in place of 250.
        self.recipient_reply = None
        self.message_reply = None
        # The names and passwords that it was told.
        self.logins = []
        self._messages = queue.Queue()
        options = {
            "starttls": {"tls_context": context, "require_starttls": True},
            # With TLS from the first byte, aiosmtpd does not know that it has TLS.
            "tls": {"ssl_context": context, "auth_require_tls": False},
            "none": {"auth_require_tls": False},
        }[tls]
        self._controller = aiosmtpd.controller.Controller(
            self, hostname="127.0.0.1", port=self.port, ready_timeout=PATIENCE,
            auth_required=True, authenticator=self._authenticate, **options)
        self._controller.start()

    def stop(self):
        self._controller.stop()

    def next(self, subject=""):
        """The next message that it gets with these words in its subject, as Python reads it."""
        while True:
            message = self._messages.get(timeout=PATIENCE)
            if subject in message["subject"]:
                return message

    @property
    def is_empty(self):
        return self._messages.empty()

    # What aiosmtpd calls

    def _authenticate(self, _server, _session, _envelope, _mechanism, data):
        login = (data.login.decode(), data.password.decode())
        self.logins.append(login)
        return aiosmtpd.smtp.AuthResult(
            success=login == (USER, PASSWORD), handled=False)

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        if self.recipient_reply:
            return self.recipient_reply
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, session, envelope):
        if self.message_reply:
            return self.message_reply
        self.greetings.append(session.host_name)
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        message.envelope = (envelope.mail_from, envelope.rcpt_tos)
        self._messages.put(message)
        return "250 OK"


class Listener:
    """A server by sockets, which does something with each connection that it accepts."""

    def __init__(self):
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def stop(self):
        # Only this wakes the thread, which holds the port.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listener.close()

    def _accept(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._serve(connection)


class SilentServer(Listener):
    """A server that accepts connections and says nothing."""

    def __init__(self):
        self._connections = queue.Queue()
        self._kept = []
        super().__init__()

    def is_called(self):
        """Waits until it has another connection."""
        self._kept.append(self._connections.get(timeout=PATIENCE))

    def stop(self):
        super().stop()
        while not self._connections.empty():
            self._kept.append(self._connections.get())
        for connection in self._kept:
            connection.close()

    def _serve(self, connection):
        self._connections.put(connection)


class PlainServer(Listener):
    """A server that offers log-in and no STARTTLS, and keeps all that it is told."""

    def __init__(self):
        self._told = queue.Queue()
        super().__init__()

    def told(self):
        """All that one client said until it went away."""
        return self._told.get(timeout=PATIENCE)

    def _serve(self, connection):
        with connection, connection.makefile("rwb") as stream:
            told = []
            self._say(stream, b"220 plain.example")
            for line in stream:
                told.append(line)
                if line.upper().startswith(b"EHLO"):
                    self._say(stream, b"250-plain.example\r\n250 AUTH PLAIN LOGIN")
                elif line.upper().startswith(b"QUIT"):
                    self._say(stream, b"221 bye")
                    break
                else:
                    self._say(stream, b"250 OK")
            self._told.put(b"".join(told))

    @staticmethod
    def _say(stream, line):
        stream.write(line + b"\r\n")
        stream.flush()
