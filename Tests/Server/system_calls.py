"""What a trace of system calls says about one commit: was it on the disk before the answer left?"""

import collections
import pathlib
import re
import subprocess
import time

CALLS = "fdatasync,fsync,write,writev,sendto,sendmsg,pwrite64,pwritev"
LINE = re.compile(r"^(\d+) +(\d+\.\d+) (.*)$")
RESUMED = re.compile(r"<\.\.\. \w+ resumed>(.*)$")
CALL = re.compile(r"(\w+)\(\d+<(.*?)>(?:, (.*?))?\) += (-?\d+)[^<]*<([\d.]+)>$")
SYNCS = {"fdatasync", "fsync"}
# How PostgreSQL tells its client that a transaction has begun, and that it is committed.
BEGUN, COMMITTED = r'"C\0\0\0\nBEGIN', r'"C\0\0\0\vCOMMIT'
NOT_SYNCED = "the answer left before the last write of the log was synced"

Call = collections.namedtuple("Call", "process name place text begun ended result")


class Tracing:
    """strace on some processes while something is done. The calls that it saw are `calls` afterwards."""

    def __init__(self, processes, folder, *options):
        self.file = pathlib.Path(folder) / "trace.txt"
        words = ["strace", "-f", "-ttt", "-T", "-yy", "-s", "64", "-e", f"trace={CALLS}", *options, "-o", self.file]
        self.words = [*map(str, words), *(word for process in processes for word in ("-p", str(process)))]
        self.awaited = len(processes)

    def __enter__(self):
        self.process = subprocess.Popen(self.words, stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 20
        for _ in range(self.awaited):
            while " attached" not in (line := self.process.stderr.readline()):
                assert line and time.monotonic() < deadline, "strace did not attach"
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.process.stderr.close()
        self.calls = read(self.file.read_text(errors="replace"))
        self.file.unlink()


def read(text):
    """The calls of a trace that came to their end, in that order."""
    calls, begun = [], {}
    for line in text.splitlines():
        found = LINE.match(line)
        if not found:
            continue
        process, instant, rest = found.group(1), float(found.group(2)), found.group(3)
        if rest.endswith("<unfinished ...>"):
            begun[process] = (instant, rest.removesuffix("<unfinished ...>"))
            continue
        if resumed := RESUMED.match(rest):
            if process not in begun:
                continue
            instant, before = begun.pop(process)
            rest = before + resumed.group(1)
        if call := CALL.match(rest):
            name, place, arguments, result, seconds = call.groups()
            calls.append(Call(process, name, place, arguments, instant, instant + float(seconds), int(result)))
    return calls


def delay_of_answer(calls, log, client_port):
    """How long after the log was synced the answer to a client left, in seconds.

    `log` is a part of the path of the write-ahead log. Fails where the answer left before a sync returned, without an
    error, that was begun after the last write of the log for the commit.
    """
    answers = [call for call in calls if call.place.endswith(f":{client_port}]") and "HTTP/1.1 303" in call.text]
    assert len(answers) == 1, f"{len(answers)} answers in the trace"
    answer = answers[0].begun
    of_log = [call for call in calls if log in call.place]
    writes = [call for call in of_log if call.name.startswith("pwrite")]
    if told := [call for call in calls if call.name == "sendto" and COMMITTED in call.text and call.begun < answer]:
        commit = max(told, key=lambda call: call.begun)
        end, writes = commit.begun, writes_of_transaction(calls, writes, commit)
    else:
        end = answer
    written = [call.ended for call in writes if call.begun < end]
    assert written, "the trace shows no write of the log before the answer"
    syncs = [call for call in of_log if call.name in SYNCS and call.result == 0]
    done = [call.ended for call in syncs if call.begun >= max(written) and call.ended <= end]
    assert done, NOT_SYNCED
    return answer - max(done)


def writes_of_transaction(calls, writes, commit):
    """The writes by the process that told of the commit, since its transaction began: the others of PostgreSQL write of
    their own accord. Where it wrote nothing itself, another did it for it, and all count."""
    told = [call for call in calls if call.process == commit.process and call.name == "sendto" and call.begun < commit.begun]
    begun = max((call.begun for call in told if BEGUN in call.text), default=0)
    return [call for call in writes if call.process == commit.process and call.begun >= begun] or writes
