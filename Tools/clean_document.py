#!/usr/bin/env python3
"""Removes from a document what tells who made it.

    clean_document.py <kind>  < document > copy

The kind is pdf, docx, xlsx, pptx, odt, ods or odp. Nothing is written but the copy, on standard output, which has to be a pipe.
The exit codes are those of `Refusal`; on standard error stands one word, never anything of the document.
"""

import logging
import os
import sys
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from document_cleaning import limits  # noqa: E402
from document_cleaning.refusal import Damaged, LibraryMissing, Refusal, TooComplex, TooLarge, UnknownKind  # noqa: E402


def cleaned(kind: str, document: bytes) -> bytes:
    """The cleaned copy of a document of this kind."""
    try:
        from document_cleaning import dispatch
    except ImportError as error:
        raise LibraryMissing from error
    dispatch.prepare()
    limits.apply()
    copy = dispatch.clean_document(kind, document)
    if len(copy) > limits.LONGEST_COPY:
        raise TooLarge
    return copy


def main() -> int:
    # Libraries write what they stumble over, which may be a piece of the document.
    logging.disable()
    warnings.simplefilter("ignore")
    try:
        if len(sys.argv) != 2:
            raise UnknownKind
        document = sys.stdin.buffer.read(limits.LONGEST_DOCUMENT + 1)
        if len(document) > limits.LONGEST_DOCUMENT:
            raise TooLarge
        copy = cleaned(sys.argv[1], document)
        sys.stdout.buffer.write(copy)
        sys.stdout.buffer.flush()
        return 0
    except Refusal as refusal:
        code, word = refusal.code, type(refusal).__name__
    except (MemoryError, RecursionError):
        code, word = TooComplex.code, TooComplex.__name__
    except Exception:
        # A document that makes a library fall over follows no format that it knows.
        code, word = Damaged.code, Damaged.__name__
    print(word, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
