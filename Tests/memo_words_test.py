"""The demo tells the facts of the decision note of 2025 in our own words: no twelve words of it stand in the sources."""

import hashlib
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[1]
LENGTH = 12
KNOWN = {line for line in (ROOT / "Tests/memo_words.txt").read_text().splitlines() if not line.startswith("#")}


def digest(run):
    return hashlib.sha256(run.encode()).hexdigest()[:16]


def runs(text):
    """Each run of words, in lower case and with one space between them."""
    words = re.findall(r"[\w-]+", text.lower())
    return [" ".join(words[start : start + LENGTH]) for start in range(len(words) - LENGTH + 1)]


def taken(text, known):
    return [run for run in runs(text) if digest(run) in known]


class MemoWords(unittest.TestCase):
    def test_no_sentence_of_the_note_stands_in_the_sources(self):
        self.assertEqual(len(KNOWN), 631)
        kinds = ("*.swift", "*.json", "*.md", "*.py")
        files = [path for kind in kinds for folder in ("Sources", "Tests", "docs") for path in (ROOT / folder).rglob(kind)]
        self.assertGreater(len(files), 400)
        found = {str(path.relative_to(ROOT)): runs for path in files if (runs := taken(path.read_text(), KNOWN))}
        self.assertEqual(found, {})

    def test_a_sentence_that_is_known_is_seen_however_it_is_broken_and_capitalised(self):
        known = {digest("een zin van precies twaalf woorden die in een bestand zou staan")}
        text = "Voor. Een zin van\nprecies twaalf Woorden, die in een bestand zou  staan. Na."
        self.assertEqual(len(taken(text, known)), 1)
        self.assertEqual(taken(text.replace("twaalf", "elf"), known), [])


if __name__ == "__main__":
    unittest.main()
