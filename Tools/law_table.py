#!/usr/bin/env python3
"""Writes docs/law.md: each article, the code that names it, and the tests that prove it (`.law("…")`)."""

import pathlib
import re
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parents[1]
ACTS = {"Algemene termijnenwet": "Atw"}
HEAD = """# Articles, code and tests

Made by `Tools/law_table.py` from the tests that carry `.law("…")` and from the comments and wording in the sources.
What each article says, and how we read it, stands beside the rule in the code.

| article | named in | proven by |
| --- | --- | --- |
"""


def proven():
    """Article → tests, as (path, name)."""
    found = defaultdict(set)
    for path in sorted((ROOT / "Tests").rglob("*.swift")):
        text = path.read_text()
        for trait in re.finditer(r"\.law\(((?:\"[^\"]+\"(?:,\s*)?)+)\)", text):
            name = re.search(r"func `([^`]+)`|struct (\w+)", text[trait.end() :])
            for article in re.findall(r'"([^"]+)"', trait[1]):
                found[article].add((path.relative_to(ROOT / "Tests").as_posix(), name[1] or name[2]))
    return found


def named():
    """Pairs of path and text of the sources, with the short names of the acts."""
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        text = path.read_text()
        for long, short in ACTS.items():
            text = text.replace(long, short)
        yield path.relative_to(ROOT / "Sources").as_posix(), re.sub(r"\barts?\. ?", "", text)


def is_named(article, text):
    """Whether a text names an article, in full or by its number without its paragraphs."""
    act, _, number = article.rpartition(" ")
    number = number if act else ""
    whole = article if not number else f"{act} {number.split('(')[0]}"
    return re.search(re.escape(whole) + r"(?![\w:.])", text) is not None


def table():
    sources, rows = list(named()), []
    for article, tests in sorted(proven().items()):
        code = [path for path, text in sources if is_named(article, text)]
        proof = [f"{name} (`{path}`)" for path, name in sorted(tests)]
        rows.append(f"| {article} | {'<br>'.join(f'`{path}`' for path in code) or '–'} | {'<br>'.join(proof)} |\n")
    return HEAD + "".join(rows)


if __name__ == "__main__":
    (ROOT / "docs/law.md").write_text(table())
