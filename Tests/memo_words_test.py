"""The demo tells the facts of the decision note of 2025 in our own words: no twelve words of it stand in the sources, and no
sentence that is shorter."""

import hashlib
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[1]
LENGTH = 12
LINES = [line.split() for line in (ROOT / "Tests/memo_words.txt").read_text().splitlines() if not line.startswith("#")]
# By how many words they have.
KNOWN = {length: {line[-1] for line in LINES if (int(line[0]) if len(line) > 1 else LENGTH) == length} for length in range(5, LENGTH + 1)}


def digest(run):
    return hashlib.sha256(run.encode()).hexdigest()[:16]


def runs(text, length):
    """Each run of so many words, in lower case and with one space between them."""
    words = re.findall(r"[\w-]+", text.lower())
    return [" ".join(words[start : start + length]) for start in range(len(words) - length + 1)]


def taken(text, known):
    return [run for length, digests in known.items() if digests for run in runs(text, length) if digest(run) in digests]


class MemoWords(unittest.TestCase):
    def test_no_sentence_of_the_note_stands_in_the_sources(self):
        self.assertEqual((len(KNOWN[LENGTH]), sum(map(len, KNOWN.values()))), (631, 641))
        kinds, folders = ("*.swift", "*.json", "*.md", "*.py", "*.sql", "*.js"), ("Sources", "Tests", "docs", "Tools", "Bench")
        files = [path for kind in kinds for folder in folders for path in (ROOT / folder).rglob(kind)]
        self.assertGreater(len(files), 400)
        found = {str(path.relative_to(ROOT)): runs for path in files if (runs := taken(path.read_text(), KNOWN))}
        self.assertEqual(found, {})

    def test_a_sentence_that_is_known_is_seen_however_it_is_broken_and_capitalised(self):
        known = {12: {digest("een zin van precies twaalf woorden die in een bestand zou staan")}, 5: {digest("een zin van vijf woorden")}}
        text = "Voor. Een zin van\nprecies twaalf Woorden, die in een bestand zou  staan. Na."
        self.assertEqual(len(taken(text, known)), 1)
        self.assertEqual(taken(text.replace("twaalf", "elf"), known), [])
        self.assertEqual(taken("Dit is een zin\nvan vijf  woorden.", known), ["een zin van vijf woorden"])


if __name__ == "__main__":
    unittest.main()
