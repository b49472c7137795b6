"""A playbook of Ansible's with the modules for IAM: the first run changes, the second nothing."""

import datetime
import json
import os
import subprocess
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from conftest import PATIENCE, REGION, clean_environment
from test_ansible import TRUST


def policy(action):
    return {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": action, "Resource": "*"}]}


OURS = "arn:aws:iam::{account}:policy/team-policy"


def certificate():
    """A certificate that signed itself, and its key, as PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "www.example.com")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name)
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30)).sign(key, hashes.SHA256()))
    return (
        made.public_bytes(serialization.Encoding.PEM).decode(),
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption()).decode())


def tasks(account):
    body, key = certificate()
    ours = OURS.format(account=account)
    return {
        "amazon.aws.iam_password_policy": {
            "state": "present", "min_pw_length": 14, "require_symbols": True,
            "require_numbers": True, "require_uppercase": True, "require_lowercase": True,
            "allow_pw_change": True, "pw_max_age": 90, "pw_reuse_prevent": 24},
        "amazon.aws.iam_managed_policy": {
            "name": "team-policy", "policy": policy("s3:GetObject"), "state": "present"},
        "amazon.aws.iam_user": {
            "name": "ada", "path": "/team/", "tags": {"team": "core"}, "state": "present",
            "managed_policies": [ours], "password": "Sturdy-Otter-42!",
            "update_password": "on_create"},
        "amazon.aws.iam_group": {
            "name": "makers", "users": ["ada"], "managed_policies": [ours], "state": "present"},
        "amazon.aws.iam_policy": {
            "iam_type": "user", "iam_name": "ada", "policy_name": "own",
            "policy_json": policy("sqs:SendMessage"), "state": "present"},
        "amazon.aws.iam_role": {
            "name": "web", "assume_role_policy_document": TRUST, "managed_policies": [ours],
            "create_instance_profile": False, "state": "present"},
        "amazon.aws.iam_instance_profile": {"name": "web", "role": "web", "state": "present"},
        "community.aws.iam_server_certificate": {
            "name": "www", "cert": body, "key": key, "state": "present", "dup_ok": True},
    }


def run(server, playbook, directory):
    """What each module said it did: whether it changed something."""
    environment = clean_environment(directory) | {
        "PATH": f"{os.path.dirname(sys.executable)}:{os.environ['PATH']}",
        "ANSIBLE_LOCAL_TEMP": str(directory),
        "ANSIBLE_DEPRECATION_WARNINGS": "0", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [os.path.join(os.path.dirname(sys.executable), "ansible-playbook"), "-i", "localhost,",
         "-c", "local", str(playbook)], env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=6 * PATIENCE, cwd=directory)
    assert done.returncode == 0, done.stdout + done.stderr
    told = directory / "told.json"
    return json.loads(told.read_text())


def test_a_second_run_changes_nothing(gatehouse_dev, tmp_path):
    key = gatehouse_dev.credentials
    access = {
        "endpoint_url": gatehouse_dev.url, "region": REGION, "access_key": key.access_key_id,
        "secret_key": key.secret_access_key}
    modules = tasks(gatehouse_dev.account)
    listed, names = [], []
    for number, (module, options) in enumerate(modules.items()):
        names.append(module.rpartition(".")[2])
        listed.append(
            {"name": module, module: access | options, "register": f"result{number}"})
    told = {name: f"{{{{ result{number}.changed }}}}" for number, name in enumerate(names)}
    listed.append({
        "name": "tell", "ansible.builtin.copy": {
            "dest": str(tmp_path / "told.json"), "content": told, "mode": "0600"}})
    playbook = tmp_path / "playbook.yml"
    # JSON is YAML, too.
    playbook.write_text(json.dumps([{
        "hosts": "localhost", "gather_facts": False, "tasks": listed,
        "vars": {"ansible_python_interpreter": sys.executable},
    }]))
    assert run(gatehouse_dev, playbook, tmp_path) == dict.fromkeys(names, True)
    assert run(gatehouse_dev, playbook, tmp_path) == dict.fromkeys(names, False)
    iam = gatehouse_dev.client("iam")
    assert iam.get_user(UserName="ada")["User"]["Path"] == "/team/"
    assert [user["UserName"] for user in iam.get_group(GroupName="makers")["Users"]] == ["ada"]
    assert iam.list_user_policies(UserName="ada")["PolicyNames"] == ["own"]
    [profile] = iam.list_instance_profiles_for_role(RoleName="web")["InstanceProfiles"]
    assert profile["InstanceProfileName"] == "web"
    [listed] = iam.list_server_certificates()["ServerCertificateMetadataList"]
    assert listed["ServerCertificateName"] == "www"
