"""What the browser saw: every page is photographed, examined and kept, and every address is counted."""

import json
import pathlib
import re
import subprocess
import sys

from installation import BINARY, ROOT

ARTIFACTS = ROOT / "artifacts"
AXE = next(pathlib.Path(sys.prefix).glob("lib/python*/site-packages/axe_playwright_python/axe.min.js")).read_text()
HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow",
}
DOWNLOAD_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
KEPT = "public, max-age=31536000, immutable"
# What may differ with colours or widths, for the second look at a page.
CHANGING = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]}}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# What is well is many times what is wrong, and would all be told and carried over.
VIOLATIONS = "options => axe.run(document, {...options, resultTypes: ['violations']}).then(found => found.violations)"


class Routes:
    """The route table of both doors, as the program prints it."""

    def __init__(self):
        self.table = json.loads(subprocess.run([str(BINARY), "routes"], capture_output=True, check=True).stdout)
        for route in self.table:
            route["form"] = re.compile("^" + re.sub(r"\\{\w+\\}", "[^/]+", re.escape(route["pattern"])) + "$")
        dutch = [r for r in self.table if r["pattern"].startswith("/nl")]
        english = [r for r in self.table if r["pattern"].startswith("/en")]
        self.pairs = {(nl["door"], nl["pattern"]): en["pattern"] for nl, en in zip(dutch, english, strict=True)}

    def find(self, door, method, path):
        matches = [r for r in self.table if r["door"] == door and r["method"] == method and r["form"].match(path)]
        return min(matches, key=lambda r: r["pattern"].count("{"), default=None)

    def link(self, door, language, pattern, *values):
        """The address of a Dutch pattern in a language, with its placeholders filled."""
        chosen = pattern if language == "nl" else self.pairs[door, pattern]
        for value in values:
            chosen = re.sub(r"\{\w+\}", value, chosen, count=1)
        return chosen


class Visits:
    """Collects over all journeys of a run."""

    def __init__(self):
        self.routes, self.seen, self.faults, self.twin = Routes(), set(), [], None
        (ARTIFACTS / "html").mkdir(parents=True, exist_ok=True)

    def watch(self, page, installation):
        """Counts each answer that the page gets, and looks at its headers."""
        page.documents = []
        page.on("response", lambda response: self._answered(page, installation, response))
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("console", lambda message: self._said(page, message))
        return page

    def _said(self, page, message):
        if message.type in ("error", "warning") and "status of 4" not in message.text:
            self.faults.append(f"{page.url}: {message.text}")

    def _answered(self, page, installation, response):
        doors = {installation.reporter: "reporter", installation.officer: "officer"}
        address = re.match(r"(http://[^/]+)(/[^?#]*)", response.url)
        door = doors.get(address[1]) if address else None
        if door is None:
            return
        method, route = response.request.method, self._counted(door, response.request.method, address[2], response)
        if response.request.is_navigation_request():
            page.documents.append((door, method, route["pattern"] if route else None, response))

    def fetch(self, page, installation, url):
        """Gets something that is not shown in the window, and counts it."""
        response = page.request.get(url, max_redirects=0)
        path = re.match(r"http://[^/]+(/[^?#]*)", url)[1]
        self._counted("reporter" if url.startswith(installation.reporter) else "officer", "GET", path, response)
        return response

    def _counted(self, door, method, path, response):
        """Looks at the headers of an answer, and returns its route."""
        headers, expected = response.headers, dict(HEADERS)
        if "content-disposition" in headers:
            expected["content-security-policy"] = DOWNLOAD_POLICY
        for name, value in expected.items():
            if headers.get(name) != value:
                self.faults.append(f"{method} {path}: {name} is {headers.get(name)}")
        kept = headers.get("cache-control", "")
        if kept != (KEPT if path.startswith("/assets/") or path == "/favicon.ico" else "no-store"):
            self.faults.append(f"{method} {path}: cache-control is {kept}")
        if response.status >= 500:
            self.faults.append(f"{method} {path}: {response.status}")
        route = self.routes.find(door, method, path)
        if route and (route["kind"] != "page"):
            self.seen.add((door, method, route["pattern"]))
        return route

    def look(self, page, name, language, state=""):
        """Photographs a page at both widths and in the dark, and examines it."""
        title = f"{name}-{state}" if state else name
        door, method, pattern, response = page.documents[-1]
        self.seen.add((door, method, pattern))
        body = response.body()
        (ARTIFACTS / "html" / f"{language}-{title}.html").write_bytes(body)
        screens = ARTIFACTS / "screens" / language
        screens.mkdir(parents=True, exist_ok=True)
        page.evaluate("scrollTo(0, 0)")
        examined = page if page.runs_scripts else self._twin(page, body)
        for scheme in ("light", "dark"):
            for width, height in ((390, 844), (1280, 900)):
                for one in {page, examined}:
                    one.emulate_media(color_scheme=scheme)
                    one.set_viewport_size({"width": width, "height": height})
                self._measure(examined, f"{title} {language} {scheme} {width}")
                # Colours differ by scheme and targets by width: two of the four combinations see both of each.
                if (scheme == "light") == (width == 390):
                    self._examine(examined, f"{title} {language} {scheme} {width}", RULES if scheme == "light" else CHANGING)
                if scheme == "dark" and width == 1280:
                    continue
                page.screenshot(path=str(screens / f"{title}-{width}{'-dark' if scheme == 'dark' else ''}.png"), full_page=True)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 900})

    def _twin(self, page, body):
        """The same HTML at the same address, where the examination can run: it needs the timers of JavaScript."""
        if self.twin is None:
            self.twin = page.context.browser.new_context().new_page()
        self.twin.unroute_all()
        self.twin.route(page.url.split("#")[0], lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
        self.twin.goto(page.url)
        return self.twin

    def _measure(self, page, where):
        if page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
            self.faults.append(f"{where}: wider than the screen")

    def _examine(self, page, where, rules):
        if not page.evaluate("typeof axe === 'object'"):
            page.evaluate(AXE)
        for found in page.evaluate(VIOLATIONS, rules):
            nodes = "; ".join(node["html"][:160] for node in found["nodes"][:3])
            self.faults.append(f"{where}: {found['id']}: {nodes}")

    def unvisited(self):
        """The routes that no journey saw."""
        table = {(route["door"], route["method"], route["pattern"]) for route in self.routes.table}
        return sorted(table - self.seen)
