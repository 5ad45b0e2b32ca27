"""The proofs against a running server, on both engines: one line for each, with its figures. Exit status 1 where one fails."""

import pathlib
import sys
import time
import traceback

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))

import serving
from bad_input_proof import bad_input
from crowd_proof import crowd
from feed_proof import feed
from flood_proof import flood
from import_proof import imported
from kill_proof import kill
from large_file_proof import large_file, too_large_file
from metrics_proof import metrics
from outbound_proof import outbound
from postgres_kill_proof import kill_postgres
from slow_proof import slow
from tls_proof import renewed_certificate, tls
from trace_proof import failing_disk, synced

BOTH = [crowd, bad_input, kill, synced, too_large_file, flood, metrics, outbound, feed, imported]
PROOFS = {"sqlite": [*BOTH, slow, tls, renewed_certificate, failing_disk, large_file], "postgres": [*BOTH, kill_postgres]}


def main(chosen):
    if unknown := set(chosen) - {proof.__name__ for proofs in PROOFS.values() for proof in proofs}:
        sys.exit(f"no such proof: {', '.join(sorted(unknown))}")
    failed, started = 0, time.monotonic()
    cluster = serving.Cluster()
    try:
        for engine in ("sqlite", "postgres"):
            served = serving.ServedInstallation(engine, cluster)
            try:
                served.start().staff()
                failed += sum(not shown(proof, served) for proof in PROOFS[engine] if not chosen or proof.__name__ in chosen)
            finally:
                served.remove()
    finally:
        cluster.stop()
    print(f"  {failed} failed, {time.monotonic() - started:.0f} s")
    return 1 if failed else 0


def shown(proof, served):
    """Runs a proof and prints its line. Returns whether it holds."""
    print(f"  {served.engine}: {proof.__doc__}", end=": ", flush=True)
    before = time.monotonic()
    try:
        print(f"{proof(served)} ({time.monotonic() - before:.0f} s)")
        return True
    except Exception as error:
        print(f"FAILED: {type(error).__name__} {error}")
        for frame in traceback.extract_tb(error.__traceback__):
            if "/Tests/" in frame.filename:
                print(f"    {frame.filename.rsplit('/', 1)[1]}:{frame.lineno} {frame.line}")
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
