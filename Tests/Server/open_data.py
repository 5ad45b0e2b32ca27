"""The open data of a running server by their description: that it is served, what it says of data and refusals, and made-up requests.

    open_data.py <address>

Prints what was checked; where something is wrong, what, and exits with 1. The server has to have data: at least one of everything.
"""

import http.client
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "Tests"))

import api_rules  # noqa: E402

DESCRIPTION = ROOT / "Sources/API/Data/openapi.json"
CONTRACT = json.loads(DESCRIPTION.read_text())
SCHEMAS = api_rules.filled(CONTRACT, CONTRACT)["components"]["schemas"]
BASE = "/api/v1"
ALWAYS = {
    "API-Version": CONTRACT["info"]["version"],
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
# What is in each list, and by what those that come in pages can be narrowed.
ROWS = {"toezeggingen": "Toezegging", "moties": "Motie", "brieven": "Brief", "planningsoverzichten": "Planningsoverzicht"}
PAGED = {"toezeggingen": ["kamer", "stand", "soort"], "moties": ["kamer", "stand"], "brieven": ["kamer"]}
VALUES = {"kamer": SCHEMAS["Kamer"]["enum"], "stand": SCHEMAS["Stand"]["enum"], "soort": SCHEMAS["SoortToezegging"]["enum"]}
# A second value is a parameter that is there twice.
WRONG_VALUES = {
    "kamer": ["", "TK", "dk", "%FF", "%zz", "tk&kamer=ek", "tk&kamer=tk"],
    "aantal": ["", "0", "-1", "101", "1.5", "tien"],
    "vanaf": ["1000000000", "99999999999999999999", "%2B1", "%201", "%00", "%D9%A1"],
    "Kamer": ["tk"],
}
WRONG_NUMBERS = ["0", "-1", "1.5", "1e3", "een", "1000000000", "%D9%A1"]
WRONG_KEYS = ["BZK-tk", "bzk", "bzk-dk", "b-tk", "bzk_tk", "%E2%80%93-tk"]
NOWHERE = ["", "/", "/planningsoverzichten/", "/planningsoverzichten/zz-tk", "/openapi.json/", "/openapi.yaml", "/concepten", "/Moties"]
METHODS = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
ACCEPTED = [None, "*/*", "application/*", BROWSER, "text/html, application/json;q=0.1", "APPLICATION/JSON"]
UNACCEPTED = ["text/html", "text/*, image/png", "application/xml", "application/json;q=0", "*/*;q=0.0"]
# The same requests are made up each time, so many for each operation and more where a parameter has edges.
SEED, EXAMPLES = 20250127, 60


class Door:
    """Asks as a page of another site would. Looks at each answer for what all have in common, and keeps what is wrong."""

    def __init__(self, address):
        self.place = urllib.parse.urlsplit(address)
        self.asked, self.faults = 0, []

    def ask(self, path, method="GET", accept="application/json"):
        """The status, the headers and what the body holds. The path begins after the base."""
        kind = http.client.HTTPSConnection if self.place.scheme == "https" else http.client.HTTPConnection
        connection = kind(self.place.hostname, self.place.port, timeout=10)
        headers = {"Origin": "https://example.nl", **({"Accept": accept} if accept else {})}
        connection.request(method, BASE + path, headers=headers)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        self.asked += 1
        what = f"{method} {path}: "
        content = None
        if method != "HEAD":
            try:
                content = json.loads(body.decode())
            except ValueError:
                self.faults.append(f"{what}{response.status} and no JSON: {body[:60]}")
        self.faults += [what + fault for fault in self.common_faults(path, response, content)]
        return response.status, response.headers, content

    def common_faults(self, path, response, content):
        headers = response.headers
        yield from (f"{name} is {headers[name]}, not {value}" for name, value in ALWAYS.items() if headers[name] != value)
        yield from (f"{name} is there twice" for name in ALWAYS if len(headers.get_all(name, [])) > 1)
        yield from (f"it has {name}" for name in ("Set-Cookie", "Server", "X-Powered-By") if name in headers)
        if self.place.scheme == "https" and not (headers["Strict-Transport-Security"] or "").startswith("max-age="):
            yield "no Strict-Transport-Security"
        if not path.startswith("/openapi.json"):
            yield from (f"it has {name}" for name in headers if name.lower().startswith("access-control-"))
        kind = "application/json" if response.status < 400 else "application/problem+json"
        if headers.get_content_type() != kind:
            yield f"{response.status} of type {headers['Content-Type']}"
        if response.status >= 400 and content is not None:
            yield from misfits("Problem", content)
            if isinstance(content, dict) and content.get("status") != response.status:
                yield f"{response.status} says that it is {content.get('status')}"

    def read(self, path):
        """What is at a path, which has to be there."""
        status, _, content = self.ask(path)
        assert status == 200 and isinstance(content, dict), f"GET {path}: {status} {content}"
        return content


def misfits(name, value):
    return [f"not a {name}: {misfit}" for misfit in api_rules.misfits(CONTRACT, SCHEMAS[name], value)]


def described(door):
    """That the description is served to every site, is ours but for whom to ask, and keeps the rules."""
    status, headers, served = door.ask("/openapi.json")
    assert status == 200 and isinstance(served, dict) and "info" in served, f"no description: {status} {served}"
    if headers.get_all("Access-Control-Allow-Origin") != ["*"]:
        yield "not every site may read the description"
    yield from (f"the description: {fault}" for fault in api_rules.faults(served))
    asked = served["info"].pop("contact", {})
    if set(asked) != {"name", "email", "url"} or not all(isinstance(part, str) and part for part in asked.values()):
        yield f"the description does not say whom to ask: {asked}"
    ours = {**CONTRACT, "info": {key: value for key, value in CONTRACT["info"].items() if key != "contact"}}
    if served != ours:
        yield f"another description is served, first in {first_difference(ours, served)}"


def first_difference(ours, served):
    other = dict(api_rules.walk(served))
    leaves = ((path, part) for path, part in api_rules.walk(ours) if not isinstance(part, (dict, list)))
    changed = ("/".join(path) for path, part in leaves if path not in other or other[path] != part)
    return next(changed, "something that ours has not")


def walk(door, name, **query):
    """Everything in a list, page after page by the address of the next."""
    path, rows, seen = f"/{name}?{urllib.parse.urlencode(query)}".rstrip("?"), [], set()
    while path:
        assert path not in seen, f"{path} comes back on a later page"
        seen.add(path)
        page = door.read(path)
        assert isinstance(page.get(name), list), f"{path} has no {name}"
        assert len(page[name]) <= int(query.get("aantal", 50)), f"{path} has {len(page[name])} {name}"
        assert page[name] or not rows, f"{path} is a page with nothing"
        rows += page[name]
        after = page.get("volgende")
        assert after is None or after.startswith(f"{BASE}/{name}?"), f"{path} goes on at {after}"
        path = after and after.removeprefix(BASE)
    return rows


def shape_faults(data):
    """Which lists have nothing to look at, and which rows are not as described."""
    yield from (f"there are no {name}" for name, rows in data.items() if not rows)
    for name, rows in data.items():
        for row in rows:
            which = row.get("nummer") if isinstance(row, dict) else row
            yield from (f"{name} {which}: {misfit}" for misfit in misfits(ROWS[name], row))


def list_faults(door, name, rows):
    """What is wrong with a list, its pages and what narrows it, and whether each of its rows is the same by itself."""
    numbers = [row["nummer"] for row in rows]
    if numbers != sorted(set(numbers)):
        yield f"{name} are not in the order of their numbers"
    for row in rows:
        if door.read(f"/{name}/{row['nummer']}") != row:
            yield f"{name} {row['nummer']} is not what it is in the list"
    middle = len(rows) // 2
    for expected, query in [
        (rows, {"aantal": max(1, len(rows) // 20)}),
        (rows, {}),
        (rows[middle:], {"vanaf": rows[middle]["nummer"]}),
        ([], {"vanaf": numbers[-1] + 1}),
        *(([row for row in rows if row[key] == value], {key: value}) for key in PAGED[name] for value in VALUES[key]),
    ]:
        if "aantal" not in query and expected is not rows:
            query["aantal"] = max(1, len(expected) // 3)
        found = walk(door, name, **query)
        if found != expected:
            yield f"{name} by {query} are {[row['nummer'] for row in found]}, not {[row['nummer'] for row in expected]}"


def overview_faults(door, rows):
    yield from (f"{key} is there twice" for key in api_rules.twice([row["sleutel"] for row in rows]))
    for row in rows:
        key = row["sleutel"]
        if key != f"{row['ministerie']['code']}-{row['kamer']}":
            yield f"the key {key} is not of {row['ministerie']['code']} and {row['kamer']}"
        if door.read(f"/planningsoverzichten/{key}") != row:
            yield f"planningsoverzichten {key} is not what it is in the list"


def reference_faults(data):
    """Whether letters and overviews speak of entries that are there, and say what belongs together."""
    kinds = {row["nummer"]: row["soort"] for row in data["toezeggingen"]}
    yield from (f"{row['nummer']} is a motion and something else" for row in data["moties"] if row["nummer"] in kinds)
    kinds |= {row["nummer"]: "motie" for row in data["moties"]}
    for letter in data["brieven"]:
        for answer in letter["antwoorden"]:
            if kinds.get(answer["nummer"]) != answer["soort"]:
                yield f"letter {letter['nummer']} answers {answer['soort']} {answer['nummer']}, which is not there"
            if ("termijn" in answer) != (answer["gevolg"] == "uitgesteld"):
                yield f"letter {letter['nummer']} has or lacks a term for {answer['nummer']}"
    for overview in data["planningsoverzichten"]:
        for line in overview["regels"]:
            if kinds.get(line.get("nummer"), "brief") != line["soort"]:
                yield f"{overview['sleutel']} has {line['soort']} {line.get('nummer')}, which is not there"
            if ("gaatMeeIn" in line) != (line["stand"] == "gaatMee"):
                yield f"{overview['sleutel']} does not say whether {line['onderwerp']} goes along"


def refusals(data):
    """A request, its status, and for 400 the parameters that are wrong."""
    everything = "?kamer=dk&stand=weg&soort=motie&vanaf=0&aantal=101&kleur=rood"
    yield "GET", f"/toezeggingen{everything}", 400, {"kamer", "stand", "soort", "vanaf", "aantal", "kleur"}
    yield "GET", f"/moties{everything}", 400, {"kamer", "stand", "soort", "vanaf", "aantal", "kleur"}
    yield "GET", f"/brieven{everything}", 400, {"kamer", "stand", "soort", "vanaf", "aantal", "kleur"}
    yield "HEAD", "/moties?kleur=rood", 400, None
    for name, values in WRONG_VALUES.items():
        yield from (("GET", f"/toezeggingen?{name}={value}", 400, {name}) for value in values)
    yield "GET", "/planningsoverzichten?kamer=tk", 400, {"kamer"}
    yield "GET", f"/planningsoverzichten/{data['planningsoverzichten'][0]['sleutel']}?aantal=1", 400, {"aantal"}
    yield "GET", f"/brieven/{data['brieven'][0]['nummer']}?kamer=tk", 400, {"kamer"}
    yield "GET", "/openapi.json?vorm=yaml", 400, {"vorm"}
    yield "GET", "/toezeggingen/0?kleur=rood&vorm=rond", 400, {"nummer", "kleur", "vorm"}
    for name in PAGED:
        yield from (("GET", f"/{name}/{number}", 400, {"nummer"}) for number in WRONG_NUMBERS)
        yield from (("GET", f"/{name}{path}", 404, None) for path in ("/", "/999999999", "/999999999/", "/1/brieven"))
    yield from (("GET", f"/planningsoverzichten/{key}", 400, {"sleutel"}) for key in WRONG_KEYS)
    yield from (("GET", path, 404, None) for path in NOWHERE)
    yield from (("HEAD", path, 404, None) for path in ("/moties/", "/moties/999999999"))
    for method in METHODS:
        yield from ((method, path, 405, None) for path in ("/toezeggingen", f"/moties/{data['moties'][0]['nummer']}", "/openapi.json"))


def refusal_faults(door, data):
    for method, path, right, wrong in refusals(data):
        status, headers, content = door.ask(path, method)
        if status != right:
            yield f"{method} {path}: {status}, not {right}"
        elif wrong and (told := {error.get("parameter") for error in (content or {}).get("errors", [])}) != wrong:
            yield f"{method} {path}: {sorted(told)} are wrong, not {sorted(wrong)}"
        elif right == 405 and sorted((headers["Allow"] or "").replace(" ", "").split(",")) != ["GET", "HEAD"]:
            yield f"{method} {path} allows {headers['Allow']}"
    for accept, right in [*((accept, 200) for accept in ACCEPTED), *((accept, 406) for accept in UNACCEPTED)]:
        for path in ("/toezeggingen", "/openapi.json"):
            if (status := door.ask(path, accept=accept)[0]) != right:
                yield f"Accept: {accept} on {path}: {status}, not {right}"
    for path in (*(f"/{name}" for name in data), "/openapi.json", f"/brieven/{data['brieven'][0]['nummer']}"):
        if (status := door.ask(path, "HEAD")[0]) != 200:
            yield f"HEAD {path}: {status}"


def made_up(address):
    """Sends what Schemathesis makes up from the description, right and wrong. Returns how many requests that were.

    Raises AssertionError with its report where an answer is not as described.
    """
    with tempfile.TemporaryDirectory() as folder:
        words = [pathlib.Path(sys.executable).parent / "st", "run", DESCRIPTION, "--url", address.rstrip("/") + BASE, "--no-color"]
        words += ["--phases", "examples,coverage,fuzzing", "--checks", "all", "--seed", SEED, "--max-examples", EXAMPLES, "--workers", 1]
        words += ["--generation-database", "none", "--warnings", "off", "--request-timeout", 10, "--report-json-path", f"{folder}/report"]
        done = subprocess.run(list(map(str, words)), cwd=folder, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
        report = json.loads(pathlib.Path(folder, "report").read_text())
    tested, made = report["operations"]["tested"], report["test_cases"]["generated"]
    assert tested == len(CONTRACT["paths"]) and made > 100, f"only {made} requests for {tested} operations"
    return made


def told(found):
    return "\n".join([f"{len(found)} faults in the open data", *found[:40]])


def check(base_url: str) -> str:
    """Everything here against a server, for example at `http://localhost:8082`. Returns what was checked, in a line."""
    door = Door(base_url)
    found = list(described(door))
    data = {name: walk(door, name, aantal=100) for name in PAGED}
    data["planningsoverzichten"] = door.read("/planningsoverzichten").get("planningsoverzichten", [])
    found += shape_faults(data)
    assert not found, told(found)
    for name in PAGED:
        found += list_faults(door, name, data[name])
    found += [*overview_faults(door, data["planningsoverzichten"]), *reference_faults(data), *refusal_faults(door, data), *door.faults]
    assert not found, told(found)
    made = made_up(base_url)
    counts = ", ".join(f"{len(rows)} {name}" for name, rows in data.items())
    return f"{len(api_rules.RULES) + 1} rules; {counts}; {door.asked} requests of ours, {made} made up"


def main(addresses):
    try:
        print("\n".join(check(address) for address in addresses))
    except (AssertionError, OSError, http.client.HTTPException) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0 if addresses else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
