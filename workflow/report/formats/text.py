"""Plain text files in the encodings that editors and extractors leave behind."""

import codecs
import re

from workflow.errors import WorkflowError
from workflow.text import without_escapes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NEWLINES = re.compile("\r\n?|[\x0b\u2028\u2029]")
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.01


def decode(data: bytes, where: str) -> str:
    """The text of the bytes, newlines as LF.

    A byte order mark decides; else UTF-16 without one is known by its zero bytes, and what
    is not UTF-8 is Windows-1252. Raises WorkflowError for bytes that are no text.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            encoding = name
            break
    else:
        encoding = _guess(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = _western(data)
    if len(_BINARY.findall(text[:100_000])) > _BINARY_SHARE * min(len(text), 100_000):
        raise WorkflowError("report.errors.binary", where=where)
    return _NEWLINES.sub("\n", without_escapes(text))


def _guess(data: bytes) -> str:
    """The encoding of bytes without a byte order mark."""
    sample = data[:4096]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.6 * half:
        return "utf-16-le"
    if half and sample[0::2].count(0) > 0.6 * half:
        return "utf-16-be"
    return "utf-8"


def _western(data: bytes) -> str:
    """Bytes as Windows-1252; the five bytes that it lacks become U+FFFD."""
    return data.decode("cp1252", "replace")
