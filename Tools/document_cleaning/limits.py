"""What the cleaner may use. It limits itself, so that a document that takes over a library finds little to take."""

import os
import resource
import signal

from .refusal import TooComplex

MIB = 1 << 20
LONGEST_DOCUMENT = 25 * MIB
LONGEST_COPY = 100 * MIB
# Of everything that a document unpacks to, and of one part of it.
LONGEST_UNPACKED = 200 * MIB
LONGEST_PART = 100 * MIB
# A part above 1 MiB that unpacks to more than this many times its size is a bomb; tables of numbers reach about a hundred.
LARGEST_RATIO = 300
MOST_PARTS = 10_000
DEEPEST_NESTING = 3
_MEMORY = 1024 * MIB
_SECONDS = 30


def apply(seconds: int = _SECONDS) -> None:
    """Takes away memory and time beyond what a document needs, and the means to write a file, start a process or connect.

    To be called once everything is imported: afterwards no file can be opened.
    """
    signal.signal(signal.SIGXCPU, lambda *_: os._exit(TooComplex.code))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 3))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    # No descriptor beyond the standard three can be made: neither a file nor a socket.
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


class Budget:
    """What is left of the bytes that a document may unpack to, with everything in it."""

    def __init__(self, length: int = LONGEST_UNPACKED) -> None:
        self.left = length

    def spend(self, length: int) -> None:
        self.left -= length
        if self.left < 0:
            raise TooComplex
