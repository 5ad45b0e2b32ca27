"""A case that is left with one reader goes to another organisation."""


def walk(desk, reporter, newcomer):
    """Vera is left alone with a report about Omar, once Lotte stands in for him: by opening it she hands it over."""
    reporter.begin()
    reporter.answer_until_files(involved=["Omar Haddad"])
    reporter.go("/nl/melden/bestanden")
    reporter.name_and_check()
    reporter.send()
    bzk = ["--organisation", "bzk", "--role"]
    desk.installation.command("officer", "end", "--user-name", newcomer.user_name, *bzk, newcomer.role)
    desk.installation.command(
        "officer", "appoint", "--user-name", "lotte", *bzk, "integrityCoordinator", "--substitute-for", "omar"
    )
    desk.go("/nl/werklijst")
    for link in [link.get_attribute("href") for link in desk.page.locator("main table a").all()]:
        desk.page.goto(desk.installation.officer + link)
        desk.state_purpose()
        if desk.page.documents[-1][3].status == 403:
            break
    else:
        raise AssertionError("no case was handed over")
    desk.look("case", "moved")
    desk.go("/nl/toegang")
    reporter.enter()
    reporter.look("mailbox", "moved")
