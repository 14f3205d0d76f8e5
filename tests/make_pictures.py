"""Make the pictures of the README from the samples: `python -m tests.make_pictures`.

Two screens as Textual draws them, and the first page of a briefing where LibreOffice and pdftoppm
are installed. The demo and the clock are fixed, so that a picture changes only with the program.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from workflow import languages
from workflow.demo import build_demo
from workflow.tui.app import DeskApp

PICTURES = Path(__file__).parent / "pictures"
SIZE = (110, 34)
CLOCK = datetime(2031, 6, 20, 9, 30, tzinfo=UTC)
MEETING = "2031-06-12-jbz"
SCREENS = {"board": (), "item": ("enter",)}
"""Each picture, and the keys that lead to it from the board."""


async def _settle(pilot) -> None:
    await pilot.pause()
    while pilot.app.jobs.running:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def screens(root: Path) -> dict[str, str]:
    """The screens as SVG."""
    found = {}
    for name, keys in SCREENS.items():
        app = DeskApp(root, clock=lambda: CLOCK)
        async with app.run_test(size=SIZE) as pilot:
            await _settle(pilot)
            for key in keys:
                await pilot.press(key)
                await _settle(pilot)
            picture = app.export_screenshot(title="workflow")
        # Textual numbers its drawings by chance; a fixed number keeps the file the same.
        found[name] = re.sub(r"terminal-\d+", f"terminal-{name}", picture)
    return found


def page(root: Path, target: Path) -> bool:
    """The first page of a briefing as PNG; False where the programs for it are not here."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        return False
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "briefing.docx"
        command = [sys.executable, "-m", "workflow", "--workspace", str(root), "export", MEETING]
        subprocess.run([*command, "-o", str(word)], check=True, capture_output=True)
        office = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless"]
        subprocess.run(
            [*office, "--convert-to", "pdf", str(word)], cwd=folder, check=True, capture_output=True
        )
        drawing = ["pdftoppm", "-png", "-r", "70", "-f", "1", "-singlefile"]
        subprocess.run(
            [*drawing, str(word.with_suffix(".pdf")), str(target.with_suffix(""))], check=True
        )
    return True


def main() -> int:
    """Write all pictures; say which could not be made."""
    os.environ |= {"GIT_CONFIG_GLOBAL": os.devnull, "COLORTERM": "truecolor", "TZ": "UTC"}
    os.environ.pop("NO_COLOR", None)
    PICTURES.mkdir(exist_ok=True)
    languages.use("nl")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        root = build_demo(Path(folder) / "demo").root
        for name, picture in asyncio.run(screens(root)).items():
            (PICTURES / f"{name}.svg").write_text(picture, "utf-8")
        if not page(root, PICTURES / "briefing.png"):
            print("LibreOffice or pdftoppm is missing: the page was not made", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
