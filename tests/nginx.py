"""nginx as deploy/nginx configures it, before given processes.

It reads the very files of deploy/nginx. Only what lies in jisr/here/ (ports, names, certificate,
processes, paths) is written anew, and the nginx.conf around it, which is the distribution's.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp.abc import AbstractResolver, ResolveResult

from tests.stack import ROOT, free_ports, wait_until_open

CONFIGURATION = ROOT / "deploy" / "nginx"
NAME = "localhost"
CONSOLE = f"console.{NAME}"

# The packaged processes, whose ports a test has to change: all else of the file stays.
_SERVERS = re.compile(r"(?: *server 127\.0\.0\.1:\d+(.*;)\n)+")
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"
_START_S = 10.0
_STOP_S = 10.0
_MAIN = """
{user}daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 4096; }}
http {{
    types {{ application/javascript js; application/pdf pdf; }}
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include jisr.conf;
}}
"""


@dataclass(frozen=True)
class Nginx:
    """A running nginx; `url` is the same server without TLS, for clients that measure."""

    folder: Path
    tls_port: int
    plain_port: int
    redirecting_port: int
    process: subprocess.Popen[bytes]

    @property
    def tls_url(self) -> str:
        """Where citizens would reach it."""
        return f"https://{NAME}:{self.tls_port}"

    @property
    def url(self) -> str:
        """The same server without TLS."""
        return f"http://127.0.0.1:{self.plain_port}"

    @property
    def console_tls_url(self) -> str:
        """Where staff would reach it; a client needs Loopback to find it."""
        return f"https://{CONSOLE}:{self.tls_port}"

    @property
    def console_url(self) -> str:
        """The same server without TLS; a client needs Loopback to find it."""
        return f"http://{CONSOLE}:{self.plain_port}"

    @property
    def trust(self) -> ssl.SSLContext:
        """Trusts its certificate and no other."""
        return ssl.create_default_context(cafile=self.folder / "certificate.pem")

    def log(self) -> str:
        """The access log."""
        return (self.folder / "access.log").read_text("utf-8")


class Loopback(AbstractResolver):
    """Finds every name on this machine, as a browser does those that end in `.localhost`."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """One address: the loopback."""
        found = ResolveResult(
            hostname=host, host="127.0.0.1", port=port, family=family, proto=0, flags=0
        )
        return [found]

    async def close(self) -> None:
        """Nothing is held."""


def installed() -> bool:
    """Whether nginx and openssl are."""
    return bool(shutil.which("nginx", path=_PATH) and shutil.which("openssl"))


@contextmanager
def running_nginx(folder: Path, application_ports: Sequence[int]) -> Iterator[Nginx]:
    """Runs nginx before the processes on these ports; its files are in `folder`."""
    tls, plain, redirecting = free_ports(3)
    configure(folder, application_ports, tls=tls, plain=plain, redirecting=redirecting)
    process = subprocess.Popen(_command(folder), cwd=folder, start_new_session=True)  # noqa: S603
    try:
        wait_until_open(tls, _START_S)
        yield Nginx(folder, tls, plain, redirecting, process)
    finally:
        process.terminate()
        process.wait(_STOP_S)


def configure(
    folder: Path, application_ports: Sequence[int], *, tls: int, plain: int, redirecting: int
) -> None:
    """Copies deploy/nginx into `folder` with a place of its own in jisr/here/."""
    shutil.copytree(CONFIGURATION, folder, dirs_exist_ok=True)
    _make_certificate(folder)
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_MAIN.format(folder=folder, user=user))
    here = {
        "processes": _processes(folder, application_ports),
        "listen": f"listen 127.0.0.1:{tls} ssl http2;\nlisten 127.0.0.1:{plain};\n",
        "listen-plain": f"listen 127.0.0.1:{redirecting};\n",
        "name": f"server_name {NAME} 127.0.0.1;\n",
        "console-name": f"server_name {CONSOLE};\n",
        "challenges": f"root {folder}/challenges;\n",
        "certificate": (
            f"ssl_certificate {folder}/certificate.pem;\nssl_certificate_key {folder}/key.pem;\n"
        ),
        "log": f"access_log {folder}/access.log jisr;\n",
    }
    for name, text in here.items():
        (folder / "jisr" / "here" / f"{name}.conf").write_text(text)


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """What `nginx -t` says of the configuration in `folder`."""
    return subprocess.run(  # noqa: S603
        [*_command(folder), "-t"], capture_output=True, text=True, check=False, timeout=_START_S
    )


def _command(folder: Path) -> list[str]:
    nginx = shutil.which("nginx", path=_PATH)
    if nginx is None:
        raise FileNotFoundError("nginx")
    return [nginx, "-e", str(folder / "error.log"), "-p", str(folder), "-c", "nginx.conf"]


def _processes(folder: Path, ports: Sequence[int]) -> str:
    """The packaged upstream with these ports instead of its own."""
    packaged = (CONFIGURATION / "jisr" / "here" / "processes.conf").read_text()
    own = "".join(f"    server 127.0.0.1:{port}\\1\n" for port in ports)
    return _SERVERS.sub(own, packaged).replace("/var/lib/nginx/jisr", f"{folder}/cache")


def _make_certificate(folder: Path) -> None:
    """A key and a certificate for both names that nobody but the test trusts."""
    options = "-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    subprocess.run(  # noqa: S603
        [
            *("openssl", "req", *options.split(), "-subj", f"/CN={NAME}"),
            *("-addext", f"subjectAltName=DNS:{NAME},DNS:{CONSOLE},IP:127.0.0.1"),
            *("-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")),
        ],
        check=True,
        capture_output=True,
    )
