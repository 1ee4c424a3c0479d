#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs a command beside its own PostgreSQL with PostGIS, and takes the server away afterwards.

  with_postgis.py COMMAND...

The server listens on a socket in a folder of its own, never on the network; MERESTONE_TEST_POSTGIS tells the command
how to reach it. Where PostgreSQL or PostGIS is missing this fails: a suite that was not run has not passed.
"""
import glob
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile


def programs():
    """The folder of initdb and postgres, of the newest version installed."""
    found = glob.glob("/usr/lib/postgresql/*/bin/initdb")
    found.sort(key=lambda path: int(path.split("/")[4]))
    beside = shutil.which("initdb")
    folders = [pathlib.Path(path).resolve().parent for path in found + ([beside] if beside else [])]
    for folder in reversed(folders):
        share = subprocess.run([folder / "pg_config", "--sharedir"], capture_output=True, text=True).stdout.strip() \
            if (folder / "pg_config").exists() else f"/usr/share/postgresql/{folder.parent.name}"
        if glob.glob(f"{share}/extension/postgis.control"):
            return folder
    sys.exit("with_postgis: PostgreSQL with PostGIS is not installed (packages postgresql and postgresql-postgis)")


def servant():
    """The server refuses to run as root: whom to run it as."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    sys.exit("with_postgis: started as root, and there is no user to run the server as")


def main():
    folder, user = programs(), servant()
    home = pathlib.Path(tempfile.mkdtemp(prefix="merestone-pg-", dir="/tmp"))  # a socket's path must be short
    identity = {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    if user is not None:
        os.chown(home, user.pw_uid, user.pw_gid)

    def run(*words):
        done = subprocess.run([str(word) for word in words], cwd=home, capture_output=True, text=True, **identity)
        if done.returncode != 0:
            sys.exit(f"with_postgis: {words[0].name} failed\n{done.stdout}{done.stderr}")

    server = None
    try:
        data = home / "data"
        run(folder / "initdb", "-D", data, "-U", "merestone", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        log = open(home / "log", "w")
        server = subprocess.Popen(
            [folder / "postgres", "-D", data, "-k", home, "-c", "listen_addresses=", "-c", "fsync=off",
             "-c", "max_wal_size=4GB", "-c", "shared_buffers=256MB"],
            cwd=home, stdout=log, stderr=log, start_new_session=True, **identity)
        for attempt in range(200):
            ready = subprocess.run([folder / "pg_isready", "-q", "-h", home, "-U", "merestone", "-t", "1"], cwd=home)
            if ready.returncode == 0:
                break
            if server.poll() is not None:
                sys.exit("with_postgis: the server ended\n" + (home / "log").read_text())
            try:
                server.wait(0.05)
            except subprocess.TimeoutExpired:
                pass
        else:
            sys.exit("with_postgis: the server does not answer\n" + (home / "log").read_text())
        run(folder / "createdb", "-h", home, "-U", "merestone", "merestone")
        place = f"host={home} user=merestone dbname=merestone"
        return subprocess.run(sys.argv[1:], env={**os.environ, "MERESTONE_TEST_POSTGIS": place}).returncode
    finally:
        if server is not None and server.poll() is None:
            server.send_signal(signal.SIGINT)  # fast shutdown
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is taken away then too
    sys.exit(main())
