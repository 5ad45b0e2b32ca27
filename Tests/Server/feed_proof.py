"""The House's feed over the network: page after page, and the next time from where it was read last."""

import http.server
import threading

from import_proof import command

NAMESPACE = "http://www.tweedekamer.nl/xsd/tkData/v1-0"


def promises(numbers):
    return "".join(
        f'<entry><content><toezegging xmlns="{NAMESPACE}" id="10000000-0000-4000-8000-{number:012d}"><nummer>TZ202603-{number}</nummer>'
        f"<status>Openstaand</status><ministerie>Defensie</ministerie><tekst>Punt {number}.</tekst></toezegging></content></entry>"
        for number in numbers
    )


class House:
    """Pages that lead to each other, at an address of this machine."""

    def __init__(self):
        self.pages, self.asked = {}, []
        house = self

        class Answers(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                house.asked.append(self.path)
                body = house.pages.get(self.path)
                self.send_response(200 if body else 500)
                self.end_headers()
                self.wfile.write((body or "").encode())

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def put(self, path, numbers, following):
        link = f'<link rel="next" href="{following}"/>' if following else ""
        self.pages[path] = f'<feed xmlns="http://www.w3.org/2005/Atom">{link}{promises(numbers)}</feed>'


def feed(served):
    """the House's feed: a page that fails, one that is cut off, and a link elsewhere lose nothing, and are asked again"""
    house = House()
    try:
        house.put("/a", range(1, 4), f"{house.address}/b")
        house.put("/b", range(3, 6), "/c")
        first = fetch(served, house, succeeds=False)
        assert "3 new" in first and "2 new, 0 changed, 1 unchanged" in first and "curl ended with 22" in first, first
        house.put("/c", range(6, 8), "/d")
        whole = house.pages["/c"]
        house.pages["/c"] = whole[: len(whole) - 60]
        cut = fetch(served, house, succeeds=False)
        assert "the file ends too soon" in cut and "read again the next time" in cut, cut
        house.pages["/c"] = whole
        house.put("/d", range(8, 9), "http://elsewhere.example/e")
        house.asked.clear()
        rest = fetch(served, house)
        assert "1 new" in rest and house.asked == ["/c", "/d"], (rest, house.asked)
        house.asked.clear()
        again = fetch(served, house)
        assert "0 new, 0 changed, 1 unchanged" in again and house.asked == ["/d"], (again, house.asked)
        assert served.count("house_item", "category = 'promise'") == 8
        return "4 pages, 8 promises"
    finally:
        house.server.shutdown()


def fetch(served, house, succeeds=True):
    """What the command printed, and why it ended."""
    return command(served, "fetch", "--feed", f"{house.address}/a", status=0 if succeeds else 1)
