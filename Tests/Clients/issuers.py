"""Issuers of web identity tokens over TLS: oidc-provider-mock, with certificates made here."""

import datetime
import threading
import urllib.parse

import httpx
import oidc_provider_mock
import werkzeug.serving

from conftest import free_port

CLIENT = "deployments"


class Issuer:
    """An OpenID Connect provider at `https://localhost:PORT`. It counts what is asked of it.

    `life` is how long its tokens are good, in seconds. Less than 0 is a token from yesterday.
    """

    def __init__(self, authority, life=300, host="localhost"):
        self.port = free_port()
        self.url = f"https://{host}:{self.port}"
        self.asked = []
        # The trace of each request, as it was said.
        self.traces = []
        # What it answers at some paths in place of its own.
        self.answers = {}
        app = oidc_provider_mock.app(access_token_max_age=datetime.timedelta(seconds=life))
        self._server = werkzeug.serving.make_server(
            "127.0.0.1", self.port, self._counting(app), threaded=True,
            ssl_context=authority.context(host))
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self._client = httpx.Client(base_url=self.url, verify=str(authority.path))

    def _counting(self, app):
        def serve(environment, start):
            path = environment["PATH_INFO"]
            self.asked.append(path)
            self.traces.append((path, environment.get("HTTP_TRACEPARENT")))
            if path in self.answers:
                status, headers, body = self.answers[path]
                start(status, headers)
                return [body]
            return app(environment, start)

        return serve

    def asked_for_keys(self):
        """How often its keys were asked for."""
        return sum("jwks" in path for path in self.asked)

    def token(self, subject="alice", client=CLIENT, **claims):
        """An ID token, as a client of the issuer gets it for somebody who signed in."""
        self._client.put(
            f"/users/{urllib.parse.quote(subject)}", json=claims).raise_for_status()
        redirect = "https://client.example/callback"
        answer = self._client.post(
            "/oauth2/authorize", data={"sub": subject}, params={
                "client_id": client, "redirect_uri": redirect, "response_type": "code",
                "scope": "openid email"})
        code = urllib.parse.parse_qs(
            urllib.parse.urlsplit(answer.headers["location"]).query)["code"][0]
        tokens = self._client.post("/oauth2/token", data={
            "grant_type": "authorization_code", "code": code, "redirect_uri": redirect,
            "client_id": client, "client_secret": "any"})
        return tokens.raise_for_status().json()["id_token"]

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
