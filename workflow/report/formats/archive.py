"""Zip-based formats, opened without trust: no bombs, no external entities, no macros."""

import io
import re
import struct
import zipfile
import zlib

from lxml import etree

from workflow.errors import WorkflowError

LARGEST_MEMBER = 64_000_000
"""Bytes of one unpacked XML file."""
LARGEST_TOTAL = 400_000_000
MOST_MEMBERS = 5_000
MOST_TAGS = 800_000
"""Tags of one XML file; a report of thirty pages has some ten thousand, each takes memory."""
_MACROS = re.compile(r"(^|/)vbaProject\.bin$|^(Basic|Scripts)/.", re.IGNORECASE)
"""Where Word and OpenDocument files keep programs."""
_BROKEN = (
    KeyError, zipfile.BadZipFile, zlib.error, struct.error, OSError, RuntimeError, EOFError,
    NotImplementedError, ValueError, OverflowError,
)  # fmt: skip
"""What the standard library raises for an archive that is damaged or made to do harm."""


def open_archive(data: bytes, where: str) -> zipfile.ZipFile:
    """The archive in the bytes.

    Raises WorkflowError for an archive that is broken, encrypted, absurdly large or holds macros.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except _BROKEN as error:
        raise WorkflowError("report.errors.broken", where=where) from error
    if len(members) > MOST_MEMBERS or sum(m.file_size for m in members) > LARGEST_TOTAL:
        raise WorkflowError("report.errors.bomb", where=where)
    if any(member.flag_bits & 1 for member in members):
        raise WorkflowError("report.errors.password", where=where)
    if any(_MACROS.search(member.filename) for member in members):
        raise WorkflowError("report.errors.macros", where=where)
    return archive


def read_member(archive: zipfile.ZipFile, name: str, where: str) -> bytes:
    """One file of the archive, unpacked up to the limit, whatever its head claims."""
    try:
        with archive.open(name) as stream:
            content = stream.read(LARGEST_MEMBER + 1)
    except _BROKEN as error:
        raise WorkflowError("report.errors.broken", where=where) from error
    if len(content) > LARGEST_MEMBER:
        raise WorkflowError("report.errors.bomb", where=where)
    return content


def parse_xml(content: bytes, where: str) -> etree._Element:
    """The root of an XML file: entities are not resolved, nothing is fetched, depth is limited."""
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
        raise WorkflowError("report.errors.entities", where=where)
    tags = content.count(b"<")
    if tags > MOST_TAGS:
        raise WorkflowError("report.errors.too_many_pieces", where=where, n=tags)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise WorkflowError("report.errors.broken", where=where) from error
    return root
