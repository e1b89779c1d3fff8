"""A load generator for the loopback: a few keep-alive connections that ask for one page as fast as it comes."""

import socket
import threading
import time


def requests_per_second(port: int, path: str, *, seconds: float, connections: int) -> float:
    """How many complete answers (status 200) came per second. Raises RuntimeError for any other status."""
    request = f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode()
    counts = [0] * connections
    faults: list[str] = []
    begin = time.perf_counter()
    end = begin + seconds

    def ask(index: int) -> None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
                while time.perf_counter() < end and not faults:
                    connection.sendall(request)
                    _read(connection)
                    counts[index] += 1
        except (OSError, RuntimeError) as fault:
            faults.append(str(fault))

    threads = [threading.Thread(target=ask, args=(index,)) for index in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise RuntimeError(f"{path}: {faults[0]}")
    return sum(counts) / (time.perf_counter() - begin)


def _read(connection: socket.socket) -> None:
    data = connection.recv(65536)
    while b"\r\n\r\n" not in data:
        data += _more(connection)
    head, _blank, body = data.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.split(b"\r\n")[0].decode())
    left = _length(head) - len(body)
    while left > 0:
        left -= len(_more(connection))


def _more(connection: socket.socket) -> bytes:
    data = connection.recv(65536)
    if not data:
        raise RuntimeError("The connection was closed in the middle of an answer.")
    return data


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _colon, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    raise RuntimeError("An answer without Content-Length.")
