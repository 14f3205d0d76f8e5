"""Adding and replacing parts of a package of python-docx."""

from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part


def add_part(
    package: Any, owner: Any, name: str, content_type: str, relation: str, text: str, key: str = ""
) -> Part:
    """A new part that `owner`, a part or the package, refers to.

    A part of the same name makes way: the number before `.xml` is raised until it is free.
    """
    taken = {str(part.partname) for part in package.iter_parts()}
    stem, at = name.removesuffix(".xml"), 1
    while name in taken:
        at += 1
        name = f"{stem}{at}.xml"
    part = Part(PackURI(name), content_type, text.encode(), package)
    if key:
        owner.rels.add_relationship(relation, part, key)
    else:
        owner.rels.get_or_add(relation, part)
    return part


def drop_relations(owner: Any, *kinds: str) -> None:
    """Forget every part that `owner` refers to in one of these ways."""
    for key in [key for key, rel in owner.rels.items() if rel.reltype in kinds]:
        del owner.rels[key]
