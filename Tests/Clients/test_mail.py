"""Mail by SMTP: aiosmtpd is the server, in every mood; the message is the link for a lost device,
and what the operator's commands tell about."""

import json
import re
import time

import pytest

import http_client
from certificates import Authority
from conftest import Account, DataServer, DataServerWithClock, DevServer
from mail_servers import PASSWORD, USER, MailServer, PlainServer, SilentServer
from test_lost_device import LOST, assign_app

ORIGIN = "http://id.example.com:8426"

# aiosmtpd warns of servers that let clients log in without TLS.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH")


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path)


@pytest.fixture
def mail_server(request):
    """Starts mail servers, which end with the test: call it as `MailServer`."""

    def start(*arguments, kind=MailServer, **options):
        server = kind(*arguments, **options)
        request.addfinalizer(server.stop)
        return server

    return start


@pytest.fixture
def gatehouse(gatehouse_data, tmp_path):
    """Starts a server that hands its mail to another; further settings may be given."""
    password = tmp_path / "password"
    password.write_text(f"{PASSWORD}\n")
    password.chmod(0o600)

    def serve(mail_server, authority=None, kind=DataServer, **settings):
        settings = {
            "host": "localhost", "port": mail_server.port, "from": "gatehouse@id.example.com",
            "user": USER, "password_file": str(password), "timeout_seconds": 30} | settings
        if authority:
            settings["ca_file"] = str(authority.path)
        lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
        configuration = tmp_path / "gatehouse.toml"
        configuration.write_text(
            "\n".join([f"public_url = {json.dumps(ORIGIN)}", "[mail]", *lines]))
        return gatehouse_data("data", "--config", configuration, kind=kind)

    return serve


def cause_mail(server):
    """Makes an account whose root user has an authenticator app, and is told so by mail."""
    account = Account(server)
    assign_app(account)
    return account


def ask_for_link(account, language):
    """Asks for a link by mail, since the app is lost."""
    browser = http_client.Browser(account.server, language=language)
    browser.sign_in_as_root(account.email, account.password)
    browser.open("/signin/mfa/lost").submit(form="send-link")
    assert browser.status == 200 and LOST[language].sent in browser.text


@pytest.fixture
def queue(operator):
    """The queue of a server, as `gatehouse mail list --json` shows it."""

    def read(server, *arguments):
        listed = operator("mail", "list", "--json", "--data", server.data, *arguments)
        assert listed.returncode == 0, listed.stderr
        return json.loads(listed.stdout)

    return read


@pytest.fixture
def wait_for_error(queue):
    """Waits until the one message of the queue was tried so often; returns it."""

    def wait(server, attempts=1):
        while True:
            [message] = queue(server)
            if message["attempts"] >= attempts and not message["isBeingSent"]:
                return message

    return wait


@pytest.fixture
def wait_until_empty(queue):
    def wait(server):
        while queue(server):
            pass

    return wait


# Delivery


@pytest.mark.parametrize("tls, language", [("starttls", "en"), ("tls", "ko")])
def test_a_link_is_delivered_over_tls_to_who_logs_in(
        gatehouse, mail_server, authority, wait_until_empty, tls, language):
    post = mail_server(authority.context("localhost"), tls)
    server = gatehouse(post, authority, tls=tls)
    account = cause_mail(server)
    ask_for_link(account, language)
    message = post.next(LOST[language].mail)
    assert message.envelope == ("gatehouse@id.example.com", [account.email])
    assert set(post.logins) == {(USER, PASSWORD)}
    assert set(post.greetings) == {"id.example.com"}
    assert message["from"] == "gatehouse@id.example.com" and message["to"] == account.email
    assert account.account in message["subject"]
    assert message["content-language"] == language
    assert message["auto-submitted"] == "auto-generated"
    assert re.fullmatch(r"<[a-zA-Z0-9.]+@id\.example\.com>", message["message-id"])
    assert abs(message["date"].datetime.timestamp() - time.time()) < 600
    assert not message.defects
    plain, html = message.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    # The link in both begins with public_url, not with the host that the browser asked.
    for part in (plain, html):
        [link] = re.findall(r"https?://[^\s\"<]+", part.get_content())
        assert link.startswith(f"{ORIGIN}/") and not part.defects
    # What was delivered is not kept.
    wait_until_empty(server)
    browser = http_client.Browser(server)
    assert browser.open(link.removeprefix(ORIGIN)).status == 200
    # The notice about the waiting period follows.
    browser.submit(form="start-wait")
    assert post.next("can be removed from")["to"] == account.email


def test_what_a_command_tells_is_delivered_by_the_server(
        gatehouse, mail_server, authority, operator):
    post = mail_server(authority.context("localhost"))
    account = cause_mail(gatehouse(post, authority))
    removed = operator(
        "root", "remove-mfa", account.account, "--data", account.server.data)
    assert removed.returncode == 0, removed.stderr
    message = post.next("were removed")
    assert account.account in message["subject"]
    assert message.envelope[1] == [account.email]


def test_a_local_server_is_spoken_to_without_tls(gatehouse, mail_server):
    post = mail_server(tls="none")
    account = cause_mail(gatehouse(post, tls="none"))
    assert post.next()["to"] == account.email


# Servers that are not trusted


def test_a_server_with_a_certificate_of_another_authority_gets_nothing(
        gatehouse, mail_server, authority, tmp_path, wait_for_error):
    post = mail_server(Authority(tmp_path, "Another CA").context("localhost"))
    server = gatehouse(post, authority)
    cause_mail(server)
    assert "certificate" in wait_for_error(server)["lastError"]
    assert post.logins == [] and post.is_empty


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_a_server_with_a_certificate_for_another_host_gets_nothing(
        gatehouse, mail_server, authority, wait_for_error, tls):
    post = mail_server(authority.context("other.example"), tls)
    server = gatehouse(post, authority, tls=tls)
    cause_mail(server)
    assert "no alternative certificate subject name" in wait_for_error(server)["lastError"]
    assert post.logins == [] and post.is_empty


def test_a_server_without_starttls_is_told_nothing(gatehouse, mail_server, wait_for_error):
    plain = mail_server(kind=PlainServer)
    server = gatehouse(plain)
    cause_mail(server)
    told = plain.told().upper()
    assert told.startswith(b"EHLO")
    assert b"AUTH" not in told and b"MAIL" not in told
    assert "no STARTTLS" in wait_for_error(server)["lastError"]


# Servers that refuse, hang and come back


def test_a_wrong_password_is_said_and_not_shown(
        gatehouse, mail_server, authority, wait_for_error, tmp_path):
    post = mail_server(authority.context("localhost"))
    server = gatehouse(post, authority)
    (tmp_path / "password").write_text("a wrong password")
    server.restart()
    cause_mail(server)
    error = wait_for_error(server)["lastError"]
    assert "535" in error and "a wrong password" not in error
    assert "a wrong password" not in server.output()


def test_who_is_refused_for_now_is_tried_again(
        gatehouse, mail_server, authority, operator, queue, wait_for_error):
    post = mail_server(authority.context("localhost"))
    post.recipient_reply = "451 4.7.1 come back later"
    server = gatehouse(post, authority)
    account = cause_mail(server)
    message = wait_for_error(server)
    assert "451 4.7.1 come back later" in message["lastError"]
    assert message["nextAttemptAt"] > message["createdAt"] and "failedAt" not in message
    assert queue(server, "--failed") == []
    # The next try would come after a minute; the operator has it made at once.
    post.recipient_reply = None
    retried = operator("mail", "retry", message["id"], "--data", server.data)
    assert (retried.returncode, retried.stdout) == (0, f"trying {message['id']}\n")
    assert post.next()["to"] == account.email


@pytest.mark.parametrize("place", ["recipient", "message"])
def test_who_is_refused_for_good_is_given_up(
        gatehouse, mail_server, authority, operator, queue, wait_for_error, place):
    post = mail_server(authority.context("localhost"))
    setattr(post, f"{place}_reply", "550 5.1.1 no such user")
    server = gatehouse(post, authority)
    account = cause_mail(server)
    message = wait_for_error(server)
    assert "550 5.1.1 no such user" in message["lastError"]
    assert message["failedAt"] and "nextAttemptAt" not in message
    assert message["to"] == account.email and message["accountId"] == account.account
    assert queue(server, "--failed") == [message]
    assert f'{message["id"]}  {account.email}  ' in operator(
        "mail", "list", "--data", server.data).stdout
    setattr(post, f"{place}_reply", None)
    retried = operator("mail", "retry", "--all", "--json", "--data", server.data)
    assert json.loads(retried.stdout) == {"retried": [message["id"]]}
    assert post.next()["to"] == account.email


def test_a_server_that_says_nothing_holds_nobody_up(gatehouse, mail_server, wait_for_error):
    silent = mail_server(kind=SilentServer)
    server = gatehouse(silent, timeout_seconds=1)
    cause_mail(server)
    silent.is_called()
    # Somebody else is told something meanwhile, and the request is answered.
    cause_mail(server)
    silent.is_called()


def test_a_server_that_hangs_is_left_after_the_time_out(gatehouse, mail_server, wait_for_error):
    silent = mail_server(kind=SilentServer)
    server = gatehouse(silent, timeout_seconds=1)
    cause_mail(server)
    assert re.search("time(d )?out", wait_for_error(server)["lastError"], re.IGNORECASE)


def test_a_server_that_hangs_does_not_keep_gatehouse_from_stopping(gatehouse, mail_server, queue):
    silent = mail_server(kind=SilentServer)
    server = gatehouse(silent, timeout_seconds=120)
    cause_mail(server)
    silent.is_called()
    assert server.stop() == 0
    # What was not sent is in the queue, as if it had not been tried.
    [message] = queue(server)
    assert (message["attempts"], message["isBeingSent"]) == (0, False)


def test_mail_waits_while_both_servers_are_down(
        gatehouse, mail_server, authority, operator, wait_for_error, wait_until_empty):
    context = authority.context("localhost")
    post = MailServer(context)
    server = gatehouse(post, authority)
    post.stop()
    account = cause_mail(server)
    assert wait_for_error(server)["attempts"] == 1
    # Killed, and started again: the message is there.
    server.kill()
    post = mail_server(context, port=post.port)
    server.start()
    assert operator("mail", "retry", "--all", "--data", server.data).returncode == 0
    assert post.next()["to"] == account.email
    wait_until_empty(server)
    assert post.is_empty


def test_a_server_that_comes_back_is_found_by_itself(
        gatehouse, authority, mail_server, wait_for_error, wait_until_empty):
    context = authority.context("localhost")
    post = MailServer(context)
    server = gatehouse(post, authority, kind=DataServerWithClock)
    post.stop()
    account = cause_mail(server)
    wait_for_error(server)
    post = mail_server(context, port=post.port)
    server.set_clock_forward(minutes=1)
    assert post.next()["to"] == account.email
    wait_until_empty(server)


def test_a_message_that_a_crash_interrupts_is_sent_by_the_next_server(
        gatehouse, authority, mail_server, queue, wait_until_empty):
    silent = SilentServer()
    server = gatehouse(silent, authority, kind=DataServerWithClock, timeout_seconds=120)
    account = cause_mail(server)
    silent.is_called()
    server.kill()
    silent.stop()
    [message] = queue(server)
    assert (message["attempts"], message["isBeingSent"]) == (1, True)
    post = mail_server(authority.context("localhost"), port=silent.port)
    server.start()
    # Another server might have it still. After three minutes none has.
    server.set_clock_forward(minutes=3)
    assert post.next()["to"] == account.email
    wait_until_empty(server)


def test_in_development_mode_nothing_leaves(gatehouse, mail_server, authority, tmp_path):
    post = mail_server(authority.context("localhost"))
    configured = gatehouse(post, authority)
    configured.stop()
    dev = DevServer(tmp_path / "dev.log", ["--config", tmp_path / "gatehouse.toml"])
    try:
        assign_app(dev)
        assert "[mail] is not used with --dev" in dev.output()
        assert dev.mail()[0]["to"] == dev.email
    finally:
        dev.stop()
    assert post.is_empty


# The operator


def test_the_operators_commands_say_what_is_wrong(gatehouse, mail_server, operator, queue):
    server = gatehouse(mail_server(kind=SilentServer), timeout_seconds=120)
    account = cause_mail(server)
    while not queue(server)[0]["isBeingSent"]:
        pass

    def complaint(*arguments):
        finished = operator("mail", *arguments, "--data", server.data)
        assert finished.returncode != 0 and finished.stdout == ""
        return finished.stderr

    [message] = queue(server)
    assert "is being sent now" in complaint("retry", message["id"])
    assert "there is no message" in complaint("retry", f"{account.account}-99")
    assert "is not the ID of a message" in complaint("retry", "7")
    assert "--all" in complaint("retry")
    assert "--all" in complaint("retry", message["id"], "--all")
    # Nothing of what it says, nor its link, is shown.
    listed = operator("mail", "list", "--data", server.data).stdout
    assert "being sent" in listed and "http" not in listed


@pytest.mark.parametrize("change, words", [
    (lambda path: path.chmod(0o644), "chmod 600"),
    (lambda path: path.unlink(), "No such file"),
    (lambda path: path.write_text(""), "write the password into it"),
])
def test_a_password_file_that_cannot_be_used_is_said_at_the_start(
        operator, tmp_path, change, words):
    password = tmp_path / "password"
    password.write_text(PASSWORD)
    password.chmod(0o600)
    change(password)
    (tmp_path / "g.toml").write_text(
        f'public_url = "{ORIGIN}"\n[mail]\nhost = "localhost"\nfrom = "a@b.example"\n'
        f'user = "a"\npassword_file = "{password}"\n')
    served = operator("serve", "--config", tmp_path / "g.toml", "--listen", "127.0.0.1:0")
    assert served.returncode == 1 and words in served.stderr
    assert served.stderr.count("\n") == 1 and PASSWORD not in served.stderr
    assert not (tmp_path / ".gatehouse").exists()
