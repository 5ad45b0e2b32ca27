"""Whether a description of an interface keeps to the NL API Design Rules 2.2.0: the rules of their linter that a program can check.

Each fault begins with the name that the rule has in the linter. What the linter only warns of is a fault here too. Where a pattern of
the linter misses what its message says, the message holds.
"""

import functools
import re

import openapi_schema_validator
from openapi_spec_validator.shortcuts import get_validator_cls

METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
STANDARD = {"post", "put", "get", "delete", "patch", "parameters", "summary", "description", "servers"}
SCHEMA_KEYS = {"type", "enum", "format", "properties", "items"}
PROBLEMS = ["application/problem+json", "application/problem+xml"]
PASCAL = re.compile(r"[A-Z][a-z\d]*(?:[A-Z\d](?:[a-z\d]+|$))*")
CAMEL = re.compile(r"[a-z][a-z\d]*(?:[A-Z\d](?:[a-z\d]+|$))*")
QUERY_KEY = re.compile(r"\$?[a-z][a-z\d]*([A-Z][a-z\d]*)*")
SEGMENT, LAST_SEGMENT = r"(?:[a-z0-9\-]+|{[^}]+})", r"(?:[a-z0-9\-.]+|{[^}]+})"
KEBAB = re.compile(rf"/|(/_[a-z0-9]+|/{SEGMENT}(/{LAST_SEGMENT})*(/_[a-z]+)?)/?")
DATE_NAME = re.compile(r"date|datum|.*(\wD|_[dD])(ate|atum).*")
NUMBER = r"(0|[1-9]\d*)"
LABEL = r"(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)"
SEMVER = re.compile(rf"{NUMBER}\.{NUMBER}\.{NUMBER}(?:-{LABEL}(?:\.{LABEL})*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?")

RULES = {}


def rule(name):
    """Keeps a rule under its name in the linter. It gets the document with its references filled in."""

    def keep(check):
        RULES[name] = check
        return check

    return keep


def faults(document: dict) -> list[str]:
    """What is wrong with a document, a line each; nothing where nothing is."""
    wrong = [f"oas3-schema: {fault}" for fault in schema_faults(document)]
    whole = filled(document, document)
    return wrong + [f"{name}: {fault}" for name, check in RULES.items() for fault in check(whole)]


def schema_faults(document):
    """Where a document does not follow the schema of its version of OpenAPI."""
    try:
        checker = get_validator_cls(document)(document)
        return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in checker.iter_errors()]
    except Exception as error:
        return [f"cannot be checked: {type(error).__name__} {error}"]


def filled(part, document, within=()):
    """A part of a document with what its references lead to in their place. One that leads back to itself stays."""
    if isinstance(part, list):
        return [filled(each, document, within) for each in part]
    if not isinstance(part, dict):
        return part
    address = part.get("$ref")
    if isinstance(address, str) and address not in within:
        target = document
        for name in address.removeprefix("#/").split("/"):
            name = name.replace("~1", "/").replace("~0", "~")
            target = target[int(name)] if isinstance(target, list) else target.get(name, {})
        return filled(target, document, (*within, address))
    return {key: filled(value, document, within) for key, value in part.items()}


def walk(part, path=()):
    """Every value in a part with the keys that lead to it."""
    yield path, part
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inside:
        yield from walk(value, (*path, str(key)))


def twice(names):
    """Those that are there more than once."""
    return sorted({name for name in names if names.count(name) > 1})


def operations(document):
    for path, item in document.get("paths", {}).items():
        yield from ((path, item, method, item[method]) for method in METHODS if method in item)


def answers(document, digits):
    """The answers whose status begins with one of the digits."""
    for path, part in walk(document):
        if len(path) > 1 and path[-2] == "responses" and re.search(rf"[{digits}]\d\d", path[-1]) and isinstance(part, dict):
            yield "/".join(path), part


def properties(document):
    """The name and the schema of every property."""
    for path, part in walk(document):
        if path and path[-1] == "properties" and path[-2:-1] != ("properties",) and isinstance(part, dict):
            yield from ((name, schema) for name, schema in part.items() if isinstance(schema, dict))


def misfits(document, schema, value):
    """What does not fit in an example."""
    kind = "OAS30" if str(document.get("openapi", "")).startswith("3.0") else "OAS31"
    checker = getattr(openapi_schema_validator, f"{kind.lower()}_format_checker")
    validator = getattr(openapi_schema_validator, f"{kind}Validator")(schema, format_checker=checker)
    return [error.message for error in validator.iter_errors(value)]


@rule("operation-operationId-unique")
def unique_operations(document):
    names = [operation.get("operationId") for *_, operation in operations(document)]
    yield from (f"{name} is there twice" for name in twice([name for name in names if name]))


@rule("path-params")
def path_parameters(document):
    shapes = [re.sub(r"{[^}]*}", "{}", path) for path in document.get("paths", {})]
    yield from (f"two paths are {shape}" for shape in twice(shapes))
    for path, item, method, operation in operations(document):
        given = [*item.get("parameters", []), *operation.get("parameters", [])]
        named = [parameter.get("name") for parameter in given if parameter.get("in") == "path"]
        in_path = re.findall(r"{([^}]+)}", path)
        yield from (f"{method} {path} does not describe {name}" for name in set(in_path) - set(named))
        yield from (f"{method} {path} describes {name}, which is not in it" for name in set(named) - set(in_path))
        yield from (f"{method} {path} describes {name} twice" for name in twice(named))
        yield from (f"{path} has {name} twice" for name in twice(in_path))
        optional = [each for each in given if each.get("in") == "path" and each.get("required") is not True]
        yield from (f"{method} {path} does not require {each.get('name')}" for each in optional)


@rule("openapi-tags-uniqueness")
def unique_tags(document):
    yield from (f"{name} is there twice" for name in twice([tag.get("name") for tag in document.get("tags", [])]))


@rule("oas3-valid-media-example")
def media_examples(document):
    for path, part in walk(document):
        if not isinstance(part, dict) or not isinstance(part.get("schema"), dict):
            continue
        named = part["examples"].items() if isinstance(part.get("examples"), dict) else ()
        given = [("example", part["example"])] if "example" in part else []
        given += [(name, example["value"]) for name, example in named if "value" in example]
        for name, value in given:
            yield from (f"{'/'.join(path)} {name}: {misfit}" for misfit in misfits(document, part["schema"], value))


@rule("oas3-valid-schema-example")
def schema_examples(document):
    for path, part in walk(document):
        if isinstance(part, dict) and path[-1:] != ("properties",) and SCHEMA_KEYS & part.keys():
            for key in {"example", "default"} & part.keys():
                yield from (f"{'/'.join(path)} {key}: {misfit}" for misfit in misfits(document, part, part[key]))


@rule("oas3-server-variables")
def server_variables(document):
    for server in document.get("servers", []):
        named, given = set(re.findall(r"{([^}]+)}", server.get("url", ""))), server.get("variables", {})
        yield from (f"{server['url']} does not describe {name}" for name in named - given.keys())
        yield from (f"{server.get('url')} describes {name}, which is not in it" for name in given.keys() - named)
        for name, variable in given.items():
            if "enum" in variable and variable.get("default") not in variable["enum"]:
                yield f"the default of {name} is none of its values"


def lacks(place, names, document):
    part = functools.reduce(lambda part, key: part.get(key, {}), place, document)
    yield from (f"no {name}" for name in names if not part.get(name))


rule("oas3-api-servers")(functools.partial(lacks, (), ["servers"]))
rule("nlgov:openapi-root-exists")(functools.partial(lacks, (), ["openapi"]))
rule("info-contact")(functools.partial(lacks, ("info",), ["contact"]))
rule("nlgov:info-contact-fields-exist")(functools.partial(lacks, ("info", "contact"), ["email", "name", "url"]))


@rule("path-keys-no-trailing-slash")
@rule("nlgov:paths-no-trailing-slash")
def no_trailing_slash(document):
    yield from (f"{path} ends in a slash" for path in document.get("paths", {}) if re.search(r".+/$", path))


@rule("nlgov:openapi3")
def openapi_3(document):
    if "openapi" in document and not re.fullmatch(r"3(.\d+){1,2}", str(document["openapi"])):
        yield f"{document['openapi']} is not a version 3 of OpenAPI"


@rule("nlgov:missing-version-header")
def has_version_header(document):
    names = {"API-Version", "Api-Version", "Api-version", "api-version", "API-version"}
    told = [(place, answer["headers"]) for place, answer in answers(document, "23") if "headers" in answer]
    yield from (f"{place} has no API-Version" for place, headers in told if not names & headers.keys())


@rule("nlgov:missing-header")
def has_headers(document):
    yield from (f"{place} has no headers" for place, answer in answers(document, "23") if not answer.get("headers"))


@rule("nlgov:include-major-version-in-uri")
def version_in_address(document):
    addresses = [server.get("url", "") for server in document.get("servers", [])]
    yield from (f"{address} has no version" for address in addresses if not re.search(r"/v[\d+]", address))


@rule("nlgov:http-methods")
def standard_methods(document):
    for path, item in document.get("paths", {}).items():
        yield from (f"{path} has {key}" for key in item if key not in STANDARD and not key.startswith("x-"))


@rule("nlgov:paths-kebab-case")
def kebab_paths(document):
    paths = [path for path in document.get("paths", {}) if not re.search(r"/openapi\.(json|yaml)", path)]
    yield from (f"{path} is not kebab-case" for path in paths if not KEBAB.fullmatch(path))


@rule("nlgov:query-keys-camel-case")
def camel_queries(document):
    given = [each for _, item, _, operation in operations(document) for part in (item, operation) for each in part.get("parameters", [])]
    given += document.get("components", {}).get("securitySchemes", {}).values()
    names = {str(each.get("name")) for each in given if each.get("in") == "query"}
    yield from (f"{name} is not lower camelCase" for name in sorted(names) if not QUERY_KEY.fullmatch(name))


@rule("nlgov:schema-camel-case")
def pascal_schemas(document):
    names = document.get("components", {}).get("schemas", {})
    yield from (f"{name} is not UpperCamelCase" for name in names if not PASCAL.fullmatch(name))


@rule("nlgov:servers-use-https")
def secure_servers(document):
    for path, part in walk({"servers": document.get("servers", []), "paths": document.get("paths", {})}):
        if path[-2:-1] == ("servers",) and str(part.get("url")).startswith("http://"):
            yield f"{part['url']} is without TLS"


@rule("nlgov:use-problem-schema")
def problem_details(document):
    given = [(place, answer["content"]) for place, answer in answers(document, "45") if "content" in answer]
    yield from (f"{place} is not problem details" for place, content in given if not set(PROBLEMS) & content.keys())


@rule("nlgov:problem-schema-members")
def whole_problems(document):
    for place, answer in answers(document, "45"):
        for schema in (answer.get("content", {}).get(kind, {}).get("schema", {}) for kind in PROBLEMS):
            missing = {"status", "title", "detail"} - schema.get("properties", {}).keys()
            yield from (f"{place} has no {name}" for name in sorted(missing) if "properties" in schema)


@rule("nlgov:problem-invalid-input")
def tells_invalid_input(document):
    for path, _, method, operation in operations(document):
        takes_input = method in ("put", "post", "patch") or method in ("get", "delete") and operation.get("parameters")
        if takes_input and "400" not in operation.get("responses", {}):
            yield f"{method} {path} has no answer 400"


@rule("nlgov:property-casing")
def camel_properties(document):
    names = sorted({name for name, _ in properties(document)})
    yield from (f"{name} is not lowerCamelCase" for name in names if name != "_links" and not CAMEL.fullmatch(name))


def without_format(form, document):
    yield from (f"{name} is a {form}" for name, schema in properties(document) if schema.get("format") == form)


rule("nlgov:date-time-ensure-timezone")(functools.partial(without_format, "date-time-local"))
rule("nlgov:time-without-timezone")(functools.partial(without_format, "time"))


@rule("nlgov:specify-format-for-date-and-time")
def dates_say_so(document):
    for name, schema in properties(document):
        said = "format" in schema or any("format" in part for part in schema.get("allOf", []))
        if DATE_NAME.fullmatch(name) and not said:
            yield f"{name} has no format"


@rule("nlgov:use-date-instead-of-datetime")
def dates_without_time(document):
    for name, schema in properties(document):
        if DATE_NAME.fullmatch(name) and any(path[-1:] == ("format",) and form == "date-time" for path, form in walk(schema)):
            yield f"{name} is a date-time"


@rule("nlgov:semver")
def semantic_version(document):
    version = document.get("info", {}).get("version")
    if version is not None and not SEMVER.fullmatch(str(version)):
        yield f"{version} is not in semver format"
