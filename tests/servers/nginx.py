"""A real nginx in front of a server of this machine, as docs/deploy.md describes a proxy."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_CONFIGURATION = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://127.0.0.1:{behind};
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto $scheme;
        }}
    }}
}}
"""


def program() -> str:
    """Where nginx is. Skips the test where it is not installed, unless FAIL_ON_SKIP=1 says that it must be."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if found is None and os.environ.get("FAIL_ON_SKIP") == "1":
        pytest.fail("nginx is not installed, and FAIL_ON_SKIP=1 asks for it.")
    if found is None:
        pytest.skip("nginx is not installed.")
    return found


@contextmanager
def in_front_of(behind: int, *, port: int, folder: Path) -> Iterator[None]:
    """Run nginx on `port`, which passes everything on to the port `behind`.

    :param folder: an empty folder for its files.
    """
    configuration = folder / "nginx.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder, port=port, behind=behind))
    command = [program(), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(configuration)]
    server = subprocess.Popen(command)
    try:
        _wait_for(port, server)
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _attempt in range(200):
        if server.poll() is not None:
            raise RuntimeError("nginx ended before it listened.")
        try:
            socket.create_connection(("127.0.0.1", port), 2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("nginx does not listen.")
