"""docs/plain-columns.md says of every column of both engines what form it has."""

import pathlib
import re
import sqlite3
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "Tests/Browser"))

from installation import POSTGRES, Installation  # noqa: E402

FORMS = {"plain", "tag", "sealed", "wrapped", "public key", "hash"}
POSTGRES_COLUMNS = """SELECT table_name || ' ' || column_name FROM information_schema.columns
    WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"""


def documented():
    """Table → columns with their forms, in the order of the document."""
    tables, columns = {}, None
    for line in (ROOT / "docs/plain-columns.md").read_text().splitlines():
        if heading := re.match(r"## (\w+)$", line):
            columns = tables.setdefault(heading[1], {})
        elif columns is not None and (row := re.match(r"\| `?(\w+)`? \| ([^|]+) \| \S", line)) and row[1] != "column":
            columns[row[1]] = row[2].strip()
    return {table: columns for table, columns in tables.items() if columns}


def of_sqlite(path):
    with sqlite3.connect(path) as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        return {name: [row[1] for row in database.execute(f"PRAGMA table_info({name})")] for name in names}


def of_postgres(address):
    done = subprocess.run(["psql", address, "-Atqc", POSTGRES_COLUMNS], capture_output=True, text=True, check=True)
    tables = {}
    for line in done.stdout.splitlines():
        table, column = line.split()
        tables.setdefault(table, []).append(column)
    return tables


class PlainColumns(unittest.TestCase):
    def compare(self, engine, read):
        installation = Installation(engine)
        try:
            installation.command("migrate")
            found = read(installation.database)
        finally:
            installation.remove()
        self.assertGreater(len(found), 30)
        self.assertEqual({table: list(columns) for table, columns in documented().items()}, found)

    def test_every_column_on_sqlite_is_in_the_document(self):
        self.compare("sqlite", of_sqlite)

    def test_every_column_on_postgres_is_in_the_document(self):
        self.assertTrue(POSTGRES, "set MELDLOKET_TEST_POSTGRES to what `Tools/postgres.sh start` prints")
        self.compare("postgres", of_postgres)

    def test_every_form_is_one_of_the_six(self):
        forms = {form for columns in documented().values() for form in columns.values()}
        self.assertLessEqual(forms, FORMS)


if __name__ == "__main__":
    unittest.main()
