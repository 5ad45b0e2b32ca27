"""Small real file systems, to fill up."""

import contextlib
import os
import pathlib
import subprocess
import tempfile


class SmallDisk:
    """An ext4 file system of some megabytes in a file, mounted. It needs root."""

    def __init__(self, megabytes):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="meldloket-disk-"))
        self.image, self.path = self.folder / "image", self.folder / "disk"
        self.megabytes = megabytes

    def __enter__(self):
        with open(self.image, "wb") as image:
            image.truncate(self.megabytes << 20)
        self.path.mkdir()
        run("mkfs.ext4", "-q", "-m", "0", self.image)
        run("mount", "-o", "loop", self.image, self.path)
        self.folder.chmod(0o755)
        self.path.chmod(0o755)
        return self

    def __exit__(self, *_):
        run("umount", self.path)
        self.image.unlink()
        self.path.rmdir()
        self.folder.rmdir()

    @property
    def free(self):
        """Megabytes that can still be written."""
        status = os.statvfs(self.path)
        return status.f_bavail * status.f_frsize / (1 << 20)

    @contextlib.contextmanager
    def full(self):
        """Not a byte can be written while this lasts."""
        filler = self.path / "filler"
        self.fill(filler)
        try:
            yield lambda: self.fill(filler)
        finally:
            filler.unlink()

    @staticmethod
    def fill(filler):
        """Takes what is left; again where something was freed meanwhile."""
        with open(filler, "ab", buffering=0) as file:
            for size in (1 << 20, 4096, 1):
                with contextlib.suppress(OSError):
                    while True:
                        file.write(b"x" * size)
            os.fsync(file.fileno())


def run(*words):
    subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True)
