"""Officers with a passphrase and a device that shows codes."""

import base64
import hashlib
import hmac
import re
import struct
import time


class Device:
    """An authenticator app (RFC 6238, SHA-1, 30 seconds, six digits)."""

    def __init__(self, secret):
        self.key = base64.b32decode(re.sub(r"\s", "", secret))
        self.last = 0

    def digits(self):
        """The digits of the first step that the server still takes and that was not used before."""
        while True:
            now = time.time()
            step = max(int(now + 5) // 30 - 1, self.last + 1)
            if step <= int(now) // 30 + 1:
                break
            time.sleep(1)
        self.last = step
        mac = hmac.new(self.key, struct.pack(">Q", step), hashlib.sha1).digest()
        place = mac[-1] & 15
        return f"{(struct.unpack('>I', mac[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class Person:
    """Someone of the cast of the tests."""

    def __init__(self, user_name, name, role=None, organisation=None):
        self.user_name, self.name, self.role, self.organisation = user_name, name, role, organisation
        self.passphrase = f"een zin van {name} die lang is"
        self.device = None

    def enrol(self, page, address, code):
        """Enrols at the officers' door, from the invitation to the device."""
        page.goto(f"{address}/enrol")
        page.fill("[name=naam]", self.user_name)
        page.fill("[name=uitnodiging]", code)
        page.click("main form button")
        self.finish_enrolling(page)

    def finish_enrolling(self, page):
        self.device = Device(page.inner_text("main code"))
        page.fill("[name=code]", self.device.digits())
        page.fill("[name=wachtzin]", self.passphrase)
        page.fill("[name=nogmaals]", self.passphrase)
        page.click("main form button")
        page.wait_for_url(re.compile("#ingeschreven$"))

    def sign_in(self, page, address):
        page.goto(address)
        self.fill_in(page)

    def fill_in(self, page):
        page.fill("[name=naam]", self.user_name)
        page.fill("[name=wachtzin]", self.passphrase)
        page.fill("[name=code]", self.device.digits())
        page.locator("main form:has([name=wachtzin]) button").click()


def invitation(printed):
    """The enrolment codes that a command printed, in order."""
    return re.findall(r"enrolment code (\S+)", printed)
