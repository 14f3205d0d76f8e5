"""House templates: kept where they are sound, refused in one sentence where they are not."""

import re
from pathlib import Path

import docx
import pytest
from briefing_samples import IMPRINT, approved_source, sample_briefing, tracked_briefing
from house_templates import changed, dutch_parts, write_template
from judges import verdicts
from lxml import etree
from revisions import W

from workflow.briefing.compose import compose
from workflow.briefing.word.house import house_template
from workflow.briefing.word.package import unpack
from workflow.briefing.write import render, write_briefing
from workflow.errors import WorkflowError

TYPES, STYLES = "[Content_Types].xml", "word/styles.xml"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return write_template(tmp_path, dutch_parts())


def test_a_dutch_template_gives_its_look(template: Path, tmp_path: Path) -> None:
    written = write_briefing(tracked_briefing(), tmp_path / "uit.docx", template=template)
    assert verdicts(written.path) == []
    document = docx.Document(str(written.path))
    names = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Heading 1", "Heading 2", "Heading 3", "Normal", "Title"} <= names
    parts = unpack(written.path.read_bytes())
    text = parts["word/document.xml"].decode()
    assert '"Kop1"' in text
    assert '"Heading1"' not in text
    assert 'w:left="2268"' in text
    assert "Vul hier de titel in" not in text
    assert "Postbus 1" in parts["word/footer1.xml"].decode()
    assert "word/media/image1.png" in parts
    header = parts["word/header1.xml"].decode()
    assert "Ministerie van Huisstijl" in header
    assert 'string="CONCEPT"' in header
    assert 'w:ascii="Calibri"' in parts[STYLES].decode()


def test_a_final_briefing_has_no_watermark(template: Path, tmp_path: Path) -> None:
    final = compose(approved_source(), imprint=IMPRINT)
    written = write_briefing(final, tmp_path / "uit.docx", template=template)
    assert verdicts(written.path) == []
    everything = b"".join(unpack(written.path.read_bytes()).values())
    assert b"CONCEPT" not in everything
    assert b"Definitief" in everything


def test_missing_helpers_are_added_and_named(template: Path) -> None:
    rendered = render(sample_briefing(), template=template)
    assert any("annotation text, annotation reference" in n for n in rendered.notices)


def test_tables_fill_the_width_of_the_house(template: Path) -> None:
    text = unpack(render(sample_briefing(), template=template).content)[
        "word/document.xml"
    ].decode()
    assert set(re.findall(r'<w:tblW w:w="(\d+)"', text)) == {str(11906 - 1134 - 2268)}


def test_our_own_template_can_be_a_house_template(tmp_path: Path) -> None:
    path = tmp_path / "eigen.dotx"
    path.write_bytes(house_template())
    written = write_briefing(sample_briefing(), tmp_path / "uit.docx", template=path)
    assert verdicts(written.path) == []


def test_a_document_serves_as_template(tmp_path: Path) -> None:
    parts = changed(dutch_parts(), TYPES, "template.main+xml", "document.main+xml")
    path = write_template(tmp_path, parts, "huis.docx")
    written = write_briefing(sample_briefing(), tmp_path / "uit.docx", template=path)
    assert verdicts(written.path) == []


def test_a_word_default_document_serves_as_template(tmp_path: Path) -> None:
    path = tmp_path / "leeg.docx"
    docx.Document().save(str(path))
    written = write_briefing(sample_briefing(), tmp_path / "uit.docx", template=path)
    assert not [v for v in verdicts(written.path) if "error" in v.lower() and "A9" not in v]


def test_every_missing_style_is_named_before_anything_is_written(tmp_path: Path) -> None:
    parts = dutch_parts()
    for name in ("heading 1", "heading 2", "caption"):
        text = re.sub(
            rf'<w:style [^>]*><w:name w:val="{name}"/>.*?</w:style>', "", parts[STYLES].decode()
        )
        parts[STYLES] = text.encode()
    path = write_template(tmp_path, parts)
    with pytest.raises(WorkflowError) as caught:
        write_briefing(sample_briefing(), tmp_path / "uit.docx", template=path)
    assert all(name in str(caught.value) for name in ("heading 1", "heading 2", "caption"))
    assert not (tmp_path / "uit.docx").exists()


def test_headers_for_all_kinds_of_pages_bear_the_status(tmp_path: Path) -> None:
    parts = dutch_parts()
    parts = changed(parts, "word/document.xml", "</w:sectPr>", "<w:titlePg/></w:sectPr>")
    parts = changed(
        parts, "word/settings.xml", "<w:characterSp", "<w:evenAndOddHeaders/><w:characterSp"
    )
    written = write_briefing(
        sample_briefing(), tmp_path / "uit.docx", template=write_template(tmp_path, parts)
    )
    assert verdicts(written.path) == []
    found = [
        blob.decode().count('string="CONCEPT"')
        for name, blob in unpack(written.path.read_bytes()).items()
        if name.startswith("word/header")
    ]
    assert found == [1, 1, 1]


BAD: dict[str, tuple[str, str, str, str]] = {
    "macros": (TYPES, "template.main+xml", "template.macroEnabledTemplate.main+xml", "macro's"),
    "another template": (
        "word/_rels/document.xml.rels", "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/attachedTemplate" Target="https://example.org/x.dotm" '
        'TargetMode="External"/></Relationships>',
        "https://example.org/x.dotm",
    ),
    "a picture from elsewhere": (
        "word/_rels/header1.xml.rels", 'Target="media/image1.png"',
        'Target="https://example.org/x.png" TargetMode="External"', "https://example.org/x.png",
    ),
    "broken XML": (STYLES, "</w:styles>", "", "niet te lezen"),
    "broken relations": ("word/_rels/document.xml.rels", "</Relationships>", "", "geen Word"),
    "another kind of file": (TYPES, "wordprocessingml.template", "presentationml.template",
                             "geen Word"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_template_that_cannot_be_used_is_refused(name: str, tmp_path: Path) -> None:
    part, old, new, words = BAD[name]
    path = write_template(tmp_path, changed(dutch_parts(), part, old, new))
    with pytest.raises(WorkflowError) as caught:
        render(sample_briefing(), template=path)
    assert words in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"geen zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9])
def test_what_is_no_template_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "huis.dotx"
    path.write_bytes(content)
    with pytest.raises(WorkflowError, match="geen Word-sjabloon"):
        render(sample_briefing(), template=path)


def test_a_template_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkflowError, match=r"Er is geen sjabloon .*huis\.dotx;"):
        render(sample_briefing(), template=tmp_path / "huis.dotx")
    with pytest.raises(WorkflowError, match="geen Word-sjabloon"):
        render(sample_briefing(), template=tmp_path)


def test_a_macro_part_is_refused(tmp_path: Path) -> None:
    path = write_template(tmp_path, dutch_parts() | {"word/vbaProject.bin": b"x"})
    with pytest.raises(WorkflowError, match="macro's"):
        render(sample_briefing(), template=path)


def test_an_earlier_briefing_serves_as_template(template: Path, tmp_path: Path) -> None:
    first = write_briefing(sample_briefing(), tmp_path / "eerst.docx", template=template)
    final = compose(approved_source(), imprint=IMPRINT)
    written = write_briefing(final, tmp_path / "uit.docx", template=first.path)
    assert verdicts(written.path) == []
    header = unpack(written.path.read_bytes())["word/header1.xml"].decode()
    assert "Ministerie van Huisstijl" in header
    assert "CONCEPT" not in header
    again = write_briefing(sample_briefing(), tmp_path / "weer.docx", template=first.path)
    header = unpack(again.path.read_bytes())["word/header1.xml"].decode()
    assert header.count("<v:shape ") == header.count(">CONCEPT<") == 1


def test_a_footer_without_page_numbers_gets_them_once(template: Path) -> None:
    parts = unpack(render(sample_briefing(), template=template).content)
    assert parts["word/footer1.xml"].decode().count("NUMPAGES") == 1


def text_of(template: Path, part: str = "word/document.xml") -> str:
    return unpack(render(sample_briefing(), template=template).content)[part].decode()


def test_styles_named_in_dutch_become_words_own(tmp_path: Path) -> None:
    parts = dutch_parts()
    for name, dutch in (("heading 1", "Kop 1"), ("heading 2", "Kop 2"), ("Normal", "Standaard")):
        parts = changed(parts, STYLES, f'<w:name w:val="{name}"/>', f'<w:name w:val="{dutch}"/>')
    path = write_template(tmp_path, parts)
    written = write_briefing(sample_briefing(), tmp_path / "uit.docx", template=path)
    assert verdicts(written.path) == []
    document = docx.Document(str(written.path))
    names = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Heading 1", "Heading 2", "Normal"} <= names
    assert '"Kop1"' in text_of(path)


def test_headings_of_a_house_that_numbers_them_bear_no_second_number(tmp_path: Path) -> None:
    numbered = re.sub(
        r'(w:styleId="Kop[12]">.*?)<w:keepNext/><w:keepLines/>',
        r'\1<w:keepNext/><w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr>',
        dutch_parts()[STYLES].decode(),
    )
    path = write_template(tmp_path, dutch_parts() | {STYLES: numbered.encode()})
    headings = re.findall(r'<w:pStyle w:val="Kop[12]"/>.*?</w:pPr>', text_of(path))
    assert len(headings) > 5
    assert all('<w:numId w:val="0"/>' in each for each in headings)
    written = write_briefing(sample_briefing(), tmp_path / "uit.docx", template=path)
    assert verdicts(written.path) == []


@pytest.mark.parametrize("said", ["", '<w:keepNext w:val="0"/>', '<w:keepNext w:val="false"/>'])
def test_headings_stay_with_their_text_in_every_house(tmp_path: Path, said: str) -> None:
    loose = re.sub(
        r'(w:styleId="Kop[123]">.*?<w:pPr>).*?(<w:outlineLvl)', rf"\1{said}\2",
        dutch_parts()[STYLES].decode(),
    )  # fmt: skip
    path = write_template(tmp_path, dutch_parts() | {STYLES: loose.encode()})
    headings = re.findall(r'<w:pStyle w:val="Kop[123]"/>.*?</w:pPr>', text_of(path))
    assert all(each.count("<w:keepNext/>") == 1 for each in headings)
    assert all('<w:spacing w:before="' in each for each in headings)
    written = write_briefing(sample_briefing(), tmp_path / "uit.docx", template=path)
    assert verdicts(written.path) == []


def test_a_caption_stays_with_its_table_in_every_house(tmp_path: Path) -> None:
    parts = dutch_parts()
    assert b'w:styleId="Bijschrift"' in parts[STYLES]
    loose = re.sub(
        rb'(w:styleId="Bijschrift">.*?<w:pPr>)<w:keepNext/><w:keepLines/>', rb"\1", parts[STYLES]
    )
    assert loose != parts[STYLES]
    path = write_template(tmp_path, parts | {STYLES: loose})
    captions = re.findall(r'<w:pStyle w:val="Bijschrift"/>.*?</w:pPr>', text_of(path))
    assert captions
    assert all(each.count("<w:keepNext/>") == 1 for each in captions)
    written = write_briefing(sample_briefing(), tmp_path / "uit.docx", template=path)
    assert verdicts(written.path) == []


def test_a_list_style_without_bullets_gets_them(tmp_path: Path) -> None:
    plain = re.sub(
        r'(w:styleId="Lijstopsomteken">.*?)<w:numPr>.*?</w:numPr>', r"\1",
        dutch_parts()[STYLES].decode(),
    )  # fmt: skip
    path = write_template(tmp_path, dutch_parts() | {STYLES: plain.encode()})
    bullets = re.findall(r'<w:pStyle w:val="Lijstopsomteken"/>.*?</w:pPr>', text_of(path))
    assert bullets
    assert all("<w:numId " in each for each in bullets)


def test_what_is_added_takes_the_colour_of_the_house(tmp_path: Path) -> None:
    green = re.sub(
        r'(w:styleId="Kop1">.*?<w:color w:val=)"\w+"', r'\1"007A3D"',
        dutch_parts()[STYLES].decode(),
    )  # fmt: skip
    path = write_template(tmp_path, dutch_parts() | {STYLES: green.encode()})
    styles = text_of(path, STYLES)
    head = re.search(r'<w:style [^>]*w:styleId="BriefingTableHead".*?</w:style>', styles)
    assert head
    assert "007A3D" in head[0]


def test_the_upright_page_is_taken_and_columns_are_left(tmp_path: Path) -> None:
    parts = dutch_parts()
    body = parts["word/document.xml"].decode()
    first = re.search(r"<w:sectPr>.*</w:sectPr>", body)
    assert first
    upright = first[0].replace("</w:sectPr>", '<w:cols w:num="2" w:space="708"/></w:sectPr>')
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    body = body.replace(first[0], f"<w:p><w:pPr>{upright}</w:pPr></w:p>{wide}")
    path = write_template(tmp_path, parts | {"word/document.xml": body.encode()})
    text = text_of(path)
    assert 'w:w="11906" w:h="16838"' in text
    assert "w:cols" not in text
    assert "headerReference" in text


def test_pale_colours_are_named_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "leeg.docx"
    docx.Document().save(str(path))
    rendered = render(sample_briefing(), template=path)
    assert any("heading 2" in notice and "4,5" in notice for notice in rendered.notices)
    assert b"4F81BD" in unpack(rendered.content)[STYLES]


def test_ids_and_fonts_of_a_house_may_hold_any_sign(tmp_path: Path) -> None:
    styles = dutch_parts()[STYLES].decode()
    for name in ("Kop1", "Standaard", "Bijschrift"):
        styles = styles.replace(f'"{name}"', f'"{name} &quot;A&amp;B&quot; &lt;1&gt;"')
    font = '<w:rFonts w:ascii="Smit &amp; Zonen &quot;Recht&quot;" w:hAnsi="Smit &lt;1&gt;"/>'
    styles = re.sub(r'(w:styleId="Kop1 .*?<w:rPr>)(<w:rFonts [^>]*>)?', rf"\1{font}", styles)
    styles = re.sub(r'<w:style [^>]*><w:name w:val="Title"/>.*?</w:style>', "", styles)
    path = write_template(tmp_path, dutch_parts() | {STYLES: styles.encode()})
    written = write_briefing(tracked_briefing(), tmp_path / "uit.docx", template=path)
    assert verdicts(written.path) == []
    parts = unpack(written.path.read_bytes())
    text, given = (etree.fromstring(parts[name]) for name in ("word/document.xml", STYLES))
    used = {each.get(f"{W}val") for each in text.iter(f"{W}pStyle")}
    assert {'Kop1 "A&B" <1>', 'Bijschrift "A&B" <1>'} <= used
    known = {each.get(f"{W}styleId"): each for each in given.iter(f"{W}style")}
    assert used <= set(known)
    fonts = known["Title"].find(f"{W}rPr/{W}rFonts")
    assert fonts.get(f"{W}ascii") == 'Smit & Zonen "Recht"'
