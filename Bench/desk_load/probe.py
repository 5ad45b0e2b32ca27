"""What a server uses: processor time and memory of its process and of the processes that it started."""

import contextlib
import os
import pathlib

TICKS = os.sysconf("SC_CLK_TCK")


class Probe:
    def __init__(self, process):
        """`process` is the number of the server's process; 0 where it is not on this machine."""
        self.process = process

    def processes(self):
        found, left = [], [self.process] if self.process else []
        while left:
            process = left.pop()
            found.append(process)
            with contextlib.suppress(OSError):
                for thread in os.listdir(f"/proc/{process}/task"):
                    left += map(int, pathlib.Path(f"/proc/{process}/task/{thread}/children").read_text().split())
        return found

    def cpu(self):
        """Seconds of processor time so far."""
        seconds = 0
        for process in self.processes():
            with contextlib.suppress(OSError):
                fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
                seconds += int(fields[11]) + int(fields[12])
        return seconds / TICKS

    def memory(self, key="VmRSS"):
        """MB of memory now (`VmRSS`), or the most since `forget_peak` (`VmHWM`)."""
        kilobytes = 0
        for process in self.processes():
            with contextlib.suppress(OSError):
                for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
                    if line.startswith(f"{key}:"):
                        kilobytes += int(line.split()[1])
        return kilobytes / 1024

    def forget_peak(self):
        for process in self.processes():
            with contextlib.suppress(OSError):
                pathlib.Path(f"/proc/{process}/clear_refs").write_text("5")


def host_cpu():
    """Seconds of processor time of the whole machine since it started: all, and idle."""
    fields = [int(word) for word in pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    return sum(fields) / TICKS, (fields[3] + fields[4]) / TICKS
