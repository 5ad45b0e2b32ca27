"""A case whose readers all left, given back by two recovery officers who do not get to see it."""

import main_way
from officer import OfficerDesk

RECOVERY = "form[action$=herstellen] button, form[action$=recover] button"


def walk(installation, new_page, visits, staff, folder):
    """One begins and the other completes, and Pim reads what was reported before he came."""
    reporter, _, case = main_way.walk(installation, new_page, visits, "nl", staff["vera"], folder, look=False)
    staff.add("pim", "Pim Smit", "integrityCoordinator", "bzk")
    staff.add("roos", "Roos Vos", "integrityCoordinator", "bzk")
    staff.confirm(staff["vera"], visits)
    for user_name in ("vera", "omar", "lotte"):
        installation.command("officer", "leave", "--user-name", user_name)
    desks = []
    for user_name, language in (("ruth", "nl"), ("sem", "en")):
        desk = OfficerDesk(visits.watch(new_page(), installation), installation, visits, language)
        desk.sign_in(staff[user_name])
        desk.go("/nl/toegang")
        desks.append(desk)
    desks.sort(key=lambda desk: not desk.page.locator(RECOVERY).count())
    for desk, state in zip(desks, ("begin", "complete"), strict=True):
        desk.go("/nl/toegang")
        desk.look("access", f"recovery-{state}")
        desk.page.locator(RECOVERY).click()
        desk.page.wait_for_load_state()
        desk.look("access", f"recovery-{state}-done")
        desk.go("/nl/zaken/{id}", case)
        assert main_way.FEEDBACK["nl"] not in desk.page.content()
    desk = OfficerDesk(visits.watch(new_page(), installation), installation, visits, "nl")
    desk.sign_in(staff["pim"])
    desk.go("/nl/zaken/{id}", case)
    desk.state_purpose()
    main_way.shown(desk.page, main_way.FEEDBACK["nl"])
