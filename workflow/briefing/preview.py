"""A briefing to read on screen: its Markdown without what only a browser needs."""

import re

from workflow.briefing.markdown import render_markdown
from workflow.briefing.model import Briefing

_PLACE = re.compile(r'<a id="[^"]*"></a>\n*')
_SUP = re.compile(r"<sup>(.*?)</sup>")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\((?:#[^)\s]*|<[^>]*>)\)")
_TAGS = (("<del>", "~~"), ("</del>", "~~"), ("<em>", "*"), ("</em>", "*"))
_RULE = re.compile(r"(?m)^\|(?: --- \|)+\n")


def preview_text(briefing: Briefing) -> str:
    """The whole briefing: links by their words, evidence as `[s3 s4]`; signs of a text escaped."""
    text = _PLACE.sub("", render_markdown(briefing))
    text = _SUP.sub(lambda found: f"\\[{found[1]}\\]", text)
    text = _LINK.sub(r"\1", text)
    for tag, mark in _TAGS:
        text = text.replace(tag, mark)
    return _RULE.sub("", text).replace("<br>", " · ").replace("&amp;", "&")
