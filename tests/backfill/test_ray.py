"""On Ray: the same rows as on one machine alone."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("daft", reason="the extra 'backfill' is not installed")
pytest.importorskip("ray", reason="the extra 'cluster' is not installed")

from benchmarks.crawls import Crawl, write_crawl
from crawling import backfill, do_tasks, problems, rows

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow
CRAWL = Crawl(200, days=5, rows=8, words=60)


def test_a_ray_of_its_own_gives_the_same_rows(tmp_path: Path) -> None:
    paths = write_crawl(tmp_path, CRAWL, 4, "a.warc.gz")
    paths[1].write_bytes(paths[1].read_bytes()[:-9])
    do_tasks(tmp_path / "alone", *paths)
    ran = backfill(*paths, "--out", tmp_path / "ray", "--engine", "ray")
    assert ran.returncode == 0, ran.stderr
    assert "record 51: the archive ends within the record" in ran.stderr
    assert rows(tmp_path / "ray") == rows(tmp_path / "alone")
    assert [each["code"] for each in problems(tmp_path / "ray")] == ["cut"]


def wait_until_listening(port: int, cluster: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while cluster.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)


def test_a_cluster_that_runs_gives_the_same_rows(tmp_path: Path) -> None:
    paths = write_crawl(tmp_path, CRAWL, 3, "a.parquet")
    do_tasks(tmp_path / "alone", *paths)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    head = [os.path.join(os.path.dirname(sys.executable), "ray"), "start", "--head", "--block", f"--port={port}"]  # noqa: PTH118, PTH120
    options = ["--num-cpus=2", "--include-dashboard=false", "--node-ip-address=127.0.0.1", f"--temp-dir=/tmp/r{port}"]
    token = {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}  # of this cluster only
    env = {**os.environ, **token, "RAY_USAGE_STATS_ENABLED": "0"}
    cluster = subprocess.Popen([*head, *options], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until_listening(port, cluster)
        ran = backfill(*paths, "--out", tmp_path / "ray", "--engine", "ray", "--address", f"127.0.0.1:{port}", **token)
    finally:
        cluster.terminate()
        cluster.wait(60)
    assert ran.returncode == 0, ran.stderr
    assert rows(tmp_path / "ray") == rows(tmp_path / "alone")


def test_a_cluster_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    (path,) = write_crawl(tmp_path, CRAWL, 1)
    ran = backfill(path, "--out", tmp_path / "ray", "--engine", "ray", "--address", "127.0.0.1:1")
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert ran.stderr.startswith("tickerboard: Ray cannot be reached at 127.0.0.1:1 (")
