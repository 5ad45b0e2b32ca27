"""Why a document is not cleaned. The codes are those of `DocumentCleaner.ExitCode` in Swift."""


class Refusal(Exception):
    code = 1


class Encrypted(Refusal):
    """Protected by a password."""

    code = 10


class Damaged(Refusal):
    """Does not follow its own format."""

    code = 11


class TooLarge(Refusal):
    """Longer than what is taken."""

    code = 12


class TooComplex(Refusal):
    """Asks more time or memory than one document may take, as an archive does that unpacks to a multiple of its size."""

    code = 13


class UnknownKind(Refusal):
    """Not a document of the kind that it is said to be."""

    code = 14


class LibraryMissing(Refusal):
    """pikepdf or lxml is not installed."""

    code = 15
