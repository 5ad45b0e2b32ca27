"""What the driver needs to know of a server, and the report that it hands in."""

import importlib.util
import random
import uuid

from .visit import Visit


class Adapter:
    """A server under test. Each act gets an open visit and does what the product's own client does for it, no less."""

    def __init__(self, base, options):
        self.base, self.options = base, options

    def visit(self):
        """With `--option src=random` every visit comes from another address of loopback, as those of different reporters
        would, so that limits per address are not what is measured."""
        source = None
        if self.options.get("src") == "random":
            source = "127." + ".".join(str(random.SystemRandom().randrange(1, 255)) for _ in range(3))
        return Visit(self.base, source).open()

    def prepare(self):
        """Once in each process."""

    def submit(self, visit, report, attachment=None):
        """Hands a report in. Returns the receipt."""
        raise NotImplementedError

    def check(self, visit, receipt):
        """Comes back with a receipt. Returns the text of the report."""
        raise NotImplementedError

    def files(self, visit, receipt):
        """The files of a report: for each the size that the server names, and that of what it gives."""
        raise NotImplementedError

    def login(self, visit, user, password):
        """Signs an officer in. Returns the session."""
        raise NotImplementedError

    def list(self, visit, session):
        """All reports of an officer, or the first page of them: the identities, and the size of the answer."""
        raise NotImplementedError

    def open_report(self, visit, session, identity):
        """Opens a report: its text, and the size of the answers."""
        raise NotImplementedError


def sample_report(number):
    """About 2 kB of answers, the same for every server. The mark makes it findable."""
    mark = f"mark-{uuid.uuid4().hex[:12]}-{number}"
    text = (
        "On several occasions invoices were approved without the second signature that the procurement rules require, and "
        "the goods were never seen by the people who signed. "
    )
    return {
        "mark": mark,
        "summary": f"Irregular invoices {mark}",
        "description": (text * 6)[:1000],
        "place": "Office 3, second floor",
        "date": "March to June 2026",
        "evidence": (text * 2)[:300],
        "wanted": (text * 2)[:250],
    }


def load_adapter(where):
    """The adapter that `FILE.py:CLASS` names."""
    path, _, name = where.partition(":")
    spec = importlib.util.spec_from_file_location("desk_load_adapter", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, name)
