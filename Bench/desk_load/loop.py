"""A closed loop: some actors, each a process of its own, who do one act after another for a while."""

import collections
import multiprocessing
import random
import sys
import time

from .figures import percentile, summary
from .probe import Probe, host_cpu

Done = collections.namedtuple("Done", "is_right begun seconds client_seconds requests bytes_in steps result")
PAUSE_AFTER_FAILURE = 0.2


def closed_loop(adapter, base, options, act, people, seconds, process, keep=None):
    """Lets `people` actors do `act` for some seconds and waits for what is under way.

    - act: takes an adapter, a visit and a number, and returns a result.
    - keep: is told each result as it comes.
    """
    queue, start, until = multiprocessing.Queue(), multiprocessing.Event(), multiprocessing.Value("d", 1e18)
    arguments = (adapter, base, options, act, start, until, queue)
    actors = [multiprocessing.Process(target=actor, args=(number, *arguments), daemon=True) for number in range(people)]
    for one in actors:
        one.start()
    for _ in actors:
        if (message := queue.get())[0] == "failed":
            sys.exit(f"the adapter is not ready: {message[1]}")
    probe = Probe(process)
    probe.forget_peak()
    cpu, host, began = probe.cpu(), host_cpu(), time.time()
    until.value = began + seconds
    start.set()
    done, left = [], people
    while left:
        kind, *message = queue.get()
        if kind == "left":
            left -= 1
            continue
        done.append(Done(*message))
        if done[-1].is_right and keep:
            keep(done[-1].result)
    used, busy = probe.cpu() - cpu, busy_share(host)
    for one in actors:
        one.join()
    return outcome(people, done, began, used, busy, probe)


def actor(number, adapter, base, options, act, start, until, queue):
    random.seed(number)
    own = adapter(base, options)
    try:
        own.prepare()
    except Exception as error:
        queue.put(("failed", repr(error)))
        return
    queue.put(("ready", number))
    start.wait()
    count = 0
    while time.time() < until.value:
        begun, before, visit = time.time(), time.perf_counter(), None
        try:
            visit = own.visit()
            is_right, result = True, act(own, visit, number * 1_000_000 + count)
        except Exception as error:
            is_right, result = False, f"{type(error).__name__}: {error}"
        seconds = time.perf_counter() - before
        used = (visit.client_seconds, visit.requests, visit.bytes_in, dict(visit.steps)) if visit else (0, 0, 0, {})
        queue.put(("done", is_right, begun, seconds, *used, result))
        if visit:
            visit.close()
        if not is_right:
            time.sleep(PAUSE_AFTER_FAILURE)
        count += 1
    queue.put(("left", number))


def busy_share(before):
    """How much of the machine's processor time was used since."""
    after = host_cpu()
    whole = after[0] - before[0]
    return 1 - (after[1] - before[1]) / whole if whole else None


def outcome(people, done, began, cpu, busy, probe):
    right = [one for one in done if one.is_right]
    errors = collections.Counter(one.result[:120] for one in done if not one.is_right)
    wall = max((one.begun + one.seconds for one in done), default=began) - began
    names = sorted({name for one in right for name in one.steps})
    return {
        "people": people,
        "right": len(right),
        "failed": len(done) - len(right),
        "errors": dict(errors),
        "wall": wall,
        "rate": len(right) / wall if wall else None,
        "seconds": summary([one.seconds for one in right]),
        "seconds_without_client": summary([one.seconds - one.client_seconds for one in right]),
        "steps": {name: percentile([one.steps.get(name, 0) for one in right], 0.5) for name in names},
        "requests": sum(one.requests for one in right) / len(right) if right else None,
        "bytes_in": sum(one.bytes_in for one in right) / len(right) if right else None,
        "cpu_each": cpu / len(right) if right and probe.process else None,
        "busy": busy,
        "memory": probe.memory(),
        "memory_peak": probe.memory("VmHWM"),
    }
