"""A Debian with nothing on it, in a folder: a place to follow an installation in. It needs root and Debian's archive."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

# What a machine needs to reach its archives, where it has it.
WAY_OUT = ["etc/resolv.conf", "etc/pip.conf"]
AUTHORITIES = pathlib.Path("/etc/ssl/certs/ca-certificates.crt")
SYSTEMCTL = pathlib.Path(__file__).with_name("systemctl.sh")


class EmptyMachine:
    """Commands run in it as root. It shares the network with the machine that it is on."""

    def __enter__(self):
        with contextlib.ExitStack() as undone:
            self.root = pathlib.Path(tempfile.mkdtemp(prefix="meldloket-machine-"))
            undone.callback(shutil.rmtree, self.root)
            self.root.chmod(0o755)
            words = ["debootstrap", "--variant=minbase", "bookworm", str(self.root), "http://deb.debian.org/debian"]
            done = subprocess.run(words, capture_output=True, text=True)
            assert done.returncode == 0, f"no Debian could be made: {done.stdout[-500:]} {done.stderr[-500:]}"
            for name in WAY_OUT:
                self._copy(pathlib.Path("/", name), self.root / name)
            (self.root / "etc/apt/apt.conf.d/90way-out").write_text(way_of_apt())
            self._copy(AUTHORITIES, self.root / "etc/authorities.pem")
            for name in ("proc", "dev"):
                subprocess.run(["mount", "--rbind", f"/{name}", self.root / name], check=True)
                undone.callback(subprocess.run, ["umount", "--recursive", "--lazy", self.root / name], check=True)
                # What is unmounted here stays mounted on the machine itself.
                subprocess.run(["mount", "--make-rslave", self.root / name], check=True)
            undone.callback(self._end_processes)
            # No service starts by itself while packages are installed, and services are started without systemd.
            (self.root / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
            (self.root / "usr/sbin/policy-rc.d").chmod(0o755)
            (self.root / "usr/bin/systemctl").write_bytes(SYSTEMCTL.read_bytes())
            (self.root / "usr/bin/systemctl").chmod(0o755)
            self.undone = undone.pop_all()
        return self

    def __exit__(self, *_):
        self.undone.close()

    @staticmethod
    def _copy(source, target):
        if source.exists():
            target.unlink(missing_ok=True)
            shutil.copyfile(source, target)

    def _end_processes(self):
        """Ends those whose root is this folder."""
        for entry in pathlib.Path("/proc").iterdir():
            with contextlib.suppress(OSError):
                if entry.name.isdecimal() and (entry / "root").resolve() == self.root:
                    os.kill(int(entry.name), signal.SIGKILL)

    def run(self, line, lines=()):
        """Runs a line of shell, with what is typed, and returns what it printed. Fails where it does."""
        given = {key: value for key, value in os.environ.items() if key.lower().endswith("_proxy") or key.startswith("PIP_")}
        environment = given | {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root"}
        if AUTHORITIES.exists():
            environment["PIP_CERT"] = "/etc/authorities.pem"
        environment |= {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        words = ["chroot", str(self.root), "/bin/bash", "-euo", "pipefail", "-c", f"cd /root\n{line}"]
        text = "".join(f"{typed}\n" for typed in lines)
        with tempfile.TemporaryFile("w+") as out:
            done = subprocess.run(words, env=environment, input=text, stdout=out, stderr=out, text=True)
            out.seek(0)
            printed = out.read()
        assert done.returncode == 0, f"`{line}` ended with {done.returncode}: {printed[-1500:]}"
        return printed

    def path(self, inside):
        return self.root / inside.lstrip("/")


def way_of_apt():
    """How the machine's own apt reaches its archives."""
    dumped = subprocess.run(["apt-config", "dump"], check=True, capture_output=True, text=True).stdout
    return "".join(f"{line}\n" for line in dumped.splitlines() if line.lower().startswith("acquire::http"))
