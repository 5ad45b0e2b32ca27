"""That our description of the open data keeps to the API Design Rules, and that each rule sees a description that does not."""

import copy
import json
import pathlib
import unittest

import api_rules

ROOT = pathlib.Path(__file__).resolve().parents[1]
CONTRACT = json.loads((ROOT / "Sources/API/Data/openapi.json").read_text())
LIST = ("paths", "/toezeggingen", "get")
FACT = ("components", "schemas", "Motie", "properties")
GONE = object()

# For each rule what to change to break it: a place in our description and what comes there.
BREAKS = {
    "oas3-schema": [(("info", "title"), GONE), ((*LIST, "responses"), GONE), (("swagger",), "2.0")],
    "operation-operationId-unique": [((*LIST, "operationId"), "motiesOphalen")],
    "path-params": [
        (("paths", "/brieven/{nummer}", "get", "parameters"), []),
        ((*LIST, "parameters"), [{"$ref": "#/components/parameters/Sleutel"}]),
        (("components", "parameters", "Sleutel", "required"), False),
        (("paths", "/brieven/{naam}"), CONTRACT["paths"]["/brieven/{nummer}"]),
        (("paths", "/brieven/{nummer}/{nummer}"), CONTRACT["paths"]["/brieven/{nummer}"]),
    ],
    "openapi-tags-uniqueness": [(("tags",), [{"name": "moties"}, {"name": "moties"}])],
    "oas3-valid-media-example": [
        (("components", "responses", "Storing", "content", "application/problem+json", "example", "soort"), "motie"),
        (("components", "parameters", "Aantal", "example"), 101),
        (("components", "parameters", "Kamer", "examples"), {"derde": {"value": "dk"}}),
    ],
    "oas3-valid-schema-example": [
        (("components", "schemas", "Motie", "example", "steller"), "iemand"),
        (("components", "schemas", "Termijn", "properties", "uiterlijkeDatum", "example"), "voorjaar"),
        (("components", "parameters", "Aantal", "schema", "default"), 0),
    ],
    "oas3-server-variables": [
        (("servers", 0, "url"), "https://{plaats}/api/v1"),
        (("servers", 0, "variables"), {"plaats": {"default": "hier"}}),
        (("servers", 0), {"url": "/{a}/v1", "variables": {"a": {"default": "c", "enum": ["b"]}}}),
    ],
    "oas3-api-servers": [(("servers",), []), (("servers",), GONE)],
    "path-keys-no-trailing-slash": [(("paths", "/moties/"), CONTRACT["paths"]["/moties"])],
    "nlgov:paths-no-trailing-slash": [(("paths", "/moties/"), CONTRACT["paths"]["/moties"])],
    "nlgov:openapi3": [(("openapi",), "2.0"), (("openapi",), "3")],
    "nlgov:openapi-root-exists": [(("openapi",), GONE)],
    "nlgov:missing-version-header": [((*LIST, "responses", "200", "headers", "API-Version"), GONE)],
    "nlgov:missing-header": [((*LIST, "responses", "200", "headers"), GONE), ((*LIST, "responses", "302"), {"description": "Daar."})],
    "nlgov:include-major-version-in-uri": [(("servers", 0, "url"), "/api"), (("servers", 0, "url"), "/api/versie1")],
    "info-contact": [(("info", "contact"), GONE)],
    "nlgov:info-contact-fields-exist": [(("info", "contact", field), GONE) for field in ("email", "name", "url")],
    "nlgov:http-methods": [(("paths", "/moties", "trace"), CONTRACT["paths"]["/moties"]["get"])],
    "nlgov:paths-kebab-case": [
        (("paths", path), CONTRACT["paths"]["/moties"]) for path in ("/Moties", "/alle_moties", "/moties.csv", "moties")
    ],
    "nlgov:query-keys-camel-case": [
        (("components", "parameters", "Vanaf", "name"), name) for name in ("Vanaf", "vanaf-nummer", "vanaf_nummer")
    ]
    + [(("components", "securitySchemes"), {"sleutel": {"type": "apiKey", "in": "query", "name": "api_key"}})],
    "nlgov:schema-camel-case": [(("components", "schemas", name), {"type": "string"}) for name in ("motie", "Motie_2", "Motie-lijst")],
    "nlgov:servers-use-https": [
        (("servers", 0, "url"), "http://example.nl/api/v1"),
        ((*LIST, "servers"), [{"url": "http://example.nl/api/v1"}]),
    ],
    "nlgov:use-problem-schema": [(("components", "responses", "Storing", "content"), {"application/json": {"schema": {}}})],
    "nlgov:problem-schema-members": [(("components", "schemas", "Problem", "properties", part), GONE) for part in ("status", "detail")],
    "nlgov:problem-invalid-input": [
        ((*LIST, "responses", "400"), GONE),
        (("paths", "/moties", "post"), {"responses": {"204": {"description": "Gedaan."}}}),
    ],
    "nlgov:property-casing": [((*FACT, name), {"type": "string"}) for name in ("Onderwerp", "kamer_nummer", "kamer-nummer")],
    "nlgov:date-time-ensure-timezone": [((*FACT, "tijdstip"), {"type": "string", "format": "date-time-local"})],
    "nlgov:time-without-timezone": [((*FACT, "uur"), {"type": "string", "format": "time"})],
    "nlgov:specify-format-for-date-and-time": [
        ((*FACT, name), {"type": "string"}) for name in ("datum", "date", "verzendDatum", "verzend_datum", "sentDate")
    ],
    "nlgov:use-date-instead-of-datetime": [
        ((*FACT, "verzendDatum"), {"type": "string", "format": "date-time"}),
        ((*FACT, "verzendDatum"), {"allOf": [{"type": "string", "format": "date-time"}]}),
    ],
    "nlgov:semver": [(("info", "version"), version) for version in ("1", "1.0", "v1.0.0", "1.0.0.0", "01.0.0", "1.0.0-")],
}


def changed(place, value):
    """Our description with another value at a place, or none."""
    document = copy.deepcopy(CONTRACT)
    part = document
    for key in place[:-1]:
        part = part[key]
    if value is GONE:
        del part[place[-1]]
    else:
        part[place[-1]] = value
    return document


class Rules(unittest.TestCase):
    def test_our_description_keeps_every_rule(self):
        self.assertEqual(api_rules.faults(CONTRACT), [])

    def test_every_rule_sees_a_description_that_breaks_it(self):
        self.assertEqual(set(BREAKS), {"oas3-schema", *api_rules.RULES})
        self.assertEqual(len(BREAKS), 31)
        for name, changes in BREAKS.items():
            for place, value in changes:
                with self.subTest(name, place=place, value=value):
                    found = api_rules.faults(changed(place, value))
                    self.assertTrue(any(fault.startswith(f"{name}: ") for fault in found), found)

    def test_what_the_rules_allow_is_no_fault(self):
        for place, value in [
            (("openapi",), "3.0.4"),
            (("info", "version"), "2.10.3-rc.1+build.5"),
            (("servers", 0, "url"), "https://example.nl/toezeggingen/api/v12"),
            (("paths", "/moties/_zoek"), {}),
            (("paths", "/dossiers-van-de-kamer/{dossierNummer}/stukken"), {}),
            ((*FACT, "_links"), {"type": "object"}),
            ((*FACT, "gewijzigdOp"), {"type": "string", "format": "date-time"}),
            ((*FACT, "begintOm"), {"type": "string", "format": "time-local"}),
        ]:
            with self.subTest(place=place):
                self.assertEqual(api_rules.faults(changed(place, value)), [])


class Contract(unittest.TestCase):
    def test_nothing_is_sent_that_is_not_described(self):
        open_to_more = [
            "/".join(path)
            for path, part in api_rules.walk(CONTRACT["components"])
            if isinstance(part, dict) and part.get("type") == "object" and part.get("additionalProperties") is not False
        ]
        self.assertEqual(open_to_more, [])

    def test_no_field_is_for_an_official_a_draft_or_a_round(self):
        names = {name for name, _ in api_rules.properties(CONTRACT)}
        self.assertGreater(len(names), 30)
        for word in ("ambtenaar", "behandelaar", "steller", "eigenaar", "concept", "ronde", "versie", "notitie", "reden"):
            self.assertEqual([name for name in names if word in name.lower()], [])

    def test_every_answer_tells_its_version_and_is_kept_from_harm(self):
        whole = api_rules.filled(CONTRACT, CONTRACT)
        answers = list(api_rules.answers(whole["paths"], "245"))
        self.assertGreater(len(answers), 40)
        for place, answer in answers:
            required = {name for name, header in answer["headers"].items() if header["required"]}
            self.assertGreaterEqual(len(required), 6, place)
            self.assertEqual(answer["headers"]["API-Version"]["schema"]["enum"], [CONTRACT["info"]["version"]], place)
            self.assertEqual("Access-Control-Allow-Origin" in required, place.startswith("/openapi.json/get/responses/200"), place)

    def test_everything_is_described_in_words(self):
        for name, schema in CONTRACT["components"]["schemas"].items():
            self.assertTrue(schema.get("description"), name)
        for path, item in CONTRACT["paths"].items():
            self.assertEqual(set(item), {"get"}, path)
            self.assertTrue(item["get"]["summary"] and item["get"]["description"] and item["get"]["tags"], path)


if __name__ == "__main__":
    unittest.main()
