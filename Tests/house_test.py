"""The rules of the house that a compiler does not check: sizes, arrows, names, and documents made from the sources."""

import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "Tools"))

import law_table  # noqa: E402

LONGEST_FILE = 300
LONGEST_FUNCTION = 60
FLOOR = ["Kernel", "Sealing", "Database", "AuditLog", "Access", "Compartments", "FileCleaning", "Markup", "Documents"]
ARROWS = {
    "Kernel": [],
    "FileCleaning": [],
    "Markup": [],
    "Documents": ["Kernel", "Markup"],
    "XMLReading": ["CXML"],
    "Sealing": ["Kernel", "CSodium"],
    "Database": ["Kernel"],
    "DatabaseSQLite": ["Database", "CSQLite"],
    "DatabasePostgres": ["Database", "CPQ"],
    "AuditLog": ["Kernel", "Database", "Sealing"],
    "Access": ["Kernel", "Database", "Sealing", "AuditLog"],
    "Compartments": ["Kernel", "Database", "Sealing", "AuditLog", "Access"],
    "Commitments": ["Kernel", "Database", "Sealing", "AuditLog", "Access", "XMLReading", "Documents", "Markup"],
    "ReportingDesk": ["Kernel", "Database", "Sealing", "AuditLog", "Access", "Compartments", "FileCleaning"],
    "Web": [*FLOOR, "ReportingDesk", "Commitments"],
    "API": ["Kernel", "Database", "Access", "Commitments"],
    "App": ["API", *FLOOR, "DatabaseSQLite", "DatabasePostgres", "ReportingDesk", "Commitments", "Web"],
    "CLI": [*FLOOR, "DatabaseSQLite", "ReportingDesk", "Commitments", "Web", "App"],
    "meldloket": ["CLI"],
}
NAMES = re.compile(r"\b(?:class|struct|enum|actor|protocol) \w*(Manager|Service|Helper|Util|Utils|Handler|Impl|DTO|Repository)\b")
BEGINS = re.compile(r"^(\s*)(?:@\w+(?:\([^)]*\))? )*(?:(?:package|private|fileprivate|static|mutating|override) )*(?:func\b|init[?(<])")


def swift_files(*folders):
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.swift"))]


def long_functions(text):
    """The functions over the limit, as (line, lines): from `func` to the brace that closes at the same indent."""
    lines, found = text.split("\n"), []
    for number, line in enumerate(lines):
        begin = BEGINS.match(line)
        if not begin:
            continue
        closing = begin[1] + "}"
        end = next((later for later in range(number, len(lines)) if lines[later].rstrip() == closing), number)
        if "{" in line and line.rstrip().endswith("}"):
            end = number
        if end - number + 1 > LONGEST_FUNCTION:
            found.append((number + 1, end - number + 1))
    return found


def undeclared_arrows(room, text):
    imports = set(re.findall(r"^(?:@testable )?import (?:struct |enum |func )?(\w+)", text, re.M))
    rooms = set(ARROWS) | {"CSQLite", "CPQ", "CSodium", "CXML"}
    return sorted((imports & rooms) - set(ARROWS[room]))


def taking_away(step):
    """The statements of a step under which a node of the release before could not go on (docs/decisions/0035)."""
    if step.startswith("-- contract: "):
        return []
    statements = [" ".join(text.split()) for text in re.sub(r"(?m)--.*$", "", step).split(";")]
    return [statement for statement in statements if statement and not only_adds(statement)]


def only_adds(statement):
    """A table of its own, an index that forbids nothing, or one column that may be left out."""
    if re.match(r"CREATE TABLE ", statement, re.I):
        return all(re.match(r"\w+ ?\([^)]*\) ON DELETE CASCADE", rest, re.I) for rest in re.split(r"\bREFERENCES ", statement)[1:])
    if re.match(r"CREATE INDEX ", statement, re.I):
        return True
    column = re.fullmatch(r"ALTER TABLE \w+ ADD COLUMN \w+ \{\w+\}((?: NOT NULL| DEFAULT (?:-?\d+|'[^']*'))*)", statement, re.I)
    return bool(column) and ("NOT NULL" not in column[1].upper() or "DEFAULT" in column[1].upper())


class HouseRules(unittest.TestCase):
    def test_no_file_is_longer_than_a_room_holds(self):
        kinds = ("*.swift", "*.py", "*.css", "*.js", "*.sql", "*.sh")
        files = [path for kind in kinds for folder in ("Sources", "Tests", "Tools", "Bench") for path in (ROOT / folder).rglob(kind)]
        long = {str(p.relative_to(ROOT)): n for p in files if (n := len(p.read_text().splitlines())) > LONGEST_FILE}
        self.assertGreater(len(files), 300)
        self.assertEqual(long, {})

    def test_no_function_is_longer_than_a_page(self):
        long = {str(p.relative_to(ROOT)): f for p in swift_files("Sources", "Tests", "Bench") if (f := long_functions(p.read_text()))}
        self.assertEqual(long, {})

    def test_a_long_function_is_seen(self):
        body = "\n".join(["        work()"] * LONGEST_FUNCTION)
        self.assertEqual(long_functions(f"struct A {{\n    private func b() {{\n{body}\n    }}\n}}\n"), [(2, LONGEST_FUNCTION + 2)])

    def test_imports_go_down_the_house(self):
        wrong = {}
        for room in ARROWS:
            for path in swift_files(f"Sources/{room}"):
                if found := undeclared_arrows(room, path.read_text()):
                    wrong[str(path.relative_to(ROOT))] = found
        self.assertEqual(wrong, {})
        self.assertEqual(undeclared_arrows("Access", "import Kernel\nimport ReportingDesk\n"), ["ReportingDesk"])

    def test_every_room_has_its_arrows(self):
        rooms = {path.name for path in (ROOT / "Sources").iterdir() if any(path.rglob("*.swift"))}
        self.assertEqual(rooms, set(ARROWS))

    def test_nothing_is_public_and_nothing_is_named_for_what_it_is_made_of(self):
        for path in swift_files("Sources"):
            text = path.read_text()
            self.assertNotRegex(text, r"(?m)^\s*(?:@\w+ )?(?:public|open) (?:func|var|let|class|struct|enum|init|static|protocol|extension)\b", path)
            self.assertIsNone(NAMES.search(text), path)
            self.assertNotIn(path.name, ("Types.swift", "Constants.swift", "Extensions.swift"))
            self.assertNotIn("Extensions", path.parts)

    def test_later_steps_of_the_schema_only_add_unless_they_say_who_no_longer_needs_it(self):
        later = [path for path in (ROOT / "Sources").rglob("Schema/*.sql") if not path.name.startswith("0001")]
        self.assertEqual({str(path.relative_to(ROOT)): wrong for path in later if (wrong := taking_away(path.read_text()))}, {})
        column, new = "ALTER TABLE a ADD COLUMN b {int}", "CREATE TABLE a (b {text} REFERENCES c (d)"
        harmless = ["", " DEFAULT 0 NOT NULL", " NOT NULL DEFAULT 'x'"]
        harmful = [" not null", ", DROP COLUMN c", " UNIQUE", " NOT NULL CHECK (b <> 'DEFAULT')"]
        self.assertEqual(taking_away(";\n".join(column + more for more in harmless) + f";{new} ON DELETE CASCADE)"), [])
        self.assertEqual(taking_away(";\n".join(column + more for more in harmful)), [column + more for more in harmful])
        self.assertEqual(taking_away("-- contract: not read since 1.2\nALTER TABLE a DROP COLUMN b;"), [])
        self.assertEqual(len(taking_away(f"{new});\nDROP TABLE c;\nCREATE UNIQUE INDEX d ON c (e);\nUPDATE a SET b = 1;")), 4)

    def test_delivery_holds_no_statements_for_the_database(self):
        statement = re.compile(r"\b(SELECT .+ FROM|INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b")
        for path in swift_files("Sources/Web", "Sources/API", "Sources/CLI"):
            self.assertIsNone(statement.search(path.read_text()), path)


class Documents(unittest.TestCase):
    def test_the_table_of_articles_is_as_the_tests_say(self):
        self.assertEqual((ROOT / "docs/law.md").read_text(), law_table.table(), "run Tools/law_table.py")

    def test_every_article_that_a_test_proves_is_named_in_the_code(self):
        unnamed = [row.split(" | ")[0] for row in law_table.table().splitlines() if " | – | " in row]
        self.assertEqual(unnamed, [])

    def test_every_attack_has_a_test_by_the_name_that_the_table_gives(self):
        swift = "\n".join(path.read_text() for path in (ROOT / "Tests").rglob("*.swift"))
        python = "\n".join(path.read_text() for path in (ROOT / "Tests").rglob("*.py"))
        rows = [line.split(" | ") for line in (ROOT / "docs/attacks.md").read_text().splitlines() if line.startswith("| ")]
        named = [name for row in rows[2:] for name in re.findall(r"`([^`]+)`", row[-1])]
        self.assertGreater(len(named), 50)
        for name in named:
            self.assertTrue(f"func `{name}`" in swift or re.search(rf"def {re.escape(name)}\b", python), name)

    def test_the_script_keeps_nothing_in_the_browser(self):
        script = (ROOT / "Sources/Web/Site/Assets/meldloket.js").read_text()
        for store in ("localStorage", "sessionStorage", "indexedDB", "caches", "serviceWorker", "document.cookie", "history."):
            self.assertNotIn(store, script)

    def test_packages_come_from_known_hands(self):
        known = {"apple", "hummingbird-project", "swift-server", "swiftlang"}
        owners = re.findall(r'\.package\(url: "https://github\.com/([^/]+)/', (ROOT / "Package.swift").read_text())
        self.assertGreater(len(owners), 8)
        self.assertLessEqual(set(owners), known)

    def test_links_between_documents_lead_somewhere(self):
        listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
        self.assertGreater(len(listed), 10)
        for name in listed:
            path = ROOT / name
            for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text()):
                if "://" not in target and not target.startswith("mailto:"):
                    self.assertTrue((path.parent / target).exists(), f"{name}: {target}")


if __name__ == "__main__":
    unittest.main()
