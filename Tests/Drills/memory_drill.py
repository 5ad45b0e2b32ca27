"""A limit on memory that is too low for two derivations at full cost."""

import pathlib
import resource

from desk_client import Refused, ReporterClient
from drilled import Drilled, refused

MB = 1 << 20


def little_memory(cluster):
    """There is no memory for a derivation: the page says to wait, nothing is lost, and work resumes when there is"""
    served = Drilled("sqlite", cluster)
    served.kind = ""
    try:
        served.start().staff()
        served.report()
        client = ReporterClient(served.reporter)
        client.begin()
        client.answer("verhaal bij weinig geheugen")
        client.finish_draft()
        resource.prlimit(served.process.pid, resource.RLIMIT_AS, (address_space(served) + 32 * MB, resource.RLIM_INFINITY))
        try:
            client.send()
            raise AssertionError("a code was derived without memory")
        except Refused as refusal:
            refused(refusal.answer)
        assert ReporterClient(served.reporter).get("/nl").status == 200
        resource.prlimit(served.process.pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        client.send()
        client.read_code()
        served.report()
        served.check()
        return f"{len(served.known) + 1} reports whole, the server never ended"
    finally:
        served.remove()


def address_space(served):
    """Bytes of addresses that the server has in use."""
    status = pathlib.Path(f"/proc/{served.process.pid}/status").read_text()
    return int(status.split("VmSize:")[1].split()[0]) * 1024
