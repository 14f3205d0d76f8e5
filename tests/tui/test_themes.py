"""Our own themes can be read by everyone."""

from itertools import product

import pytest
from madeup import make_app, settle
from textual.color import Color

from workflow.tui.memory import remember
from workflow.tui.themes import THEMES

TEXTS = (
    "foreground", "text-muted", "text-disabled", "text-primary", "text-secondary", "text-accent",
    "text-warning", "text-error", "text-success",
)  # fmt: skip
GROUNDS = (
    "background", "surface", "panel", "boost", "block-cursor-background",
    "block-cursor-blurred-background",
)  # fmt: skip


def luminance(color):
    def linear(value):
        value /= 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)


def contrast(one, other):
    light, dark = sorted((luminance(Color.parse(c)) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_stands_out_against_every_ground(theme):
    colors = {
        name: getattr(theme, name)
        for name in ("foreground", "background", "surface", "panel", "boost")
    } | theme.variables
    poor = [
        f"{text} on {ground}: {contrast(colors[text], colors[ground]):.2f}"
        for text, ground in product(TEXTS, GROUNDS)
        if contrast(colors[text], colors[ground]) < 4.5
    ]
    assert poor == []
    pair = colors["block-cursor-foreground"], colors["block-cursor-background"]
    assert contrast(*pair) >= 4.5


def test_known_values():
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_the_program_opens_in_the_colours_of_its_theme(theme):
    remember("theme", theme)
    remember("tour", "1")
    app = make_app(remembers=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        wanted = next(t for t in THEMES if t.name == theme)
        assert app.theme == theme
        assert app.screen.styles.background.hex.lower() == wanted.background
        assert app.has_class("-light-mode") != wanted.dark
