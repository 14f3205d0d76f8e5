"""The wheel and the sdist hold everything, and the wheel works without development tools."""

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from workflow import __version__
from workflow.samples import sample_reports

ROOT = Path(__file__).parents[2]
TOOLS = ("pytest", "hypothesis", "mypy", "ruff", "coverage", "hatchling", "aiosmtpd", "xdist")
PYTHONS = [f"python3.{minor}" for minor in range(11, 15)]
pytestmark = [
    pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="needs the source"),
]

SMOKE = """
import sys
site, *words = sys.argv[1:]
class NoTools:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in TOOLS:
            raise ImportError(f"{name} is a tool of developers")
sys.meta_path.insert(0, NoTools())
sys.path.insert(0, site)
import workflow
assert workflow.__file__.startswith(site), workflow.__file__
from workflow.cli import main
sys.exit(main(words))
"""


@pytest.fixture(scope="module")
def dist(tmp_path_factory) -> Path:
    """Wheel and sdist, built as an installer builds them."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def package_files() -> set[str]:
    """Every file of the package as it stands in the source."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "workflow").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }


def test_the_wheel_holds_the_package_and_nothing_else(dist):
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    assert {name for name in names if name.startswith("workflow/")} == package_files()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"workflow", "council_workflow"}


def test_the_sdist_can_be_built_and_tested(dist):
    with tarfile.open(next(dist.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert package_files() <= names
    assert {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "tests/conftest.py"} <= names


def test_the_version_comes_from_one_place(dist):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" in project["dynamic"]
    assert {path.name.split("-")[1].removesuffix(".tar.gz") for path in dist.iterdir()} == {
        __version__
    }


def test_the_wheel_does_the_job_without_development_tools(dist, tmp_path):
    site = tmp_path / "site"
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        wheel.extractall(site)
    report = str(sample_reports()[0].path)
    meeting = "2031-03-06-jbz"

    def run(*words: str) -> str:
        code = SMOKE.replace("TOOLS", repr(TOOLS))
        done = subprocess.run(
            [sys.executable, "-c", code, str(site), *words], cwd=tmp_path,
            capture_output=True, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": "", "PYTHONUTF8": "1"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    desk = ("--workspace", str(tmp_path / "desk"))
    run("init", str(tmp_path / "desk"))
    run(*desk, "import", report)
    assert meeting in run(*desk, "status")
    assert run(*desk, "search", "grens")
    run(*desk, "export", meeting, "-o", str(tmp_path / "b.docx"))
    assert (tmp_path / "b.docx").stat().st_size > 5000
    assert "Evidence" in run("help", "evidence", "--language", "en")


@pytest.mark.slow
@pytest.mark.parametrize("python", PYTHONS)
def test_the_wheel_installs_in_an_empty_environment(python, dist, tmp_path):
    """Needs that version of Python, and a package index for what the program needs."""
    program = shutil.which(python)
    if program is None or subprocess.run([program, "-c", ""], capture_output=True).returncode:
        pytest.skip(f"{python} is not here")
    subprocess.run([program, "-m", "venv", str(tmp_path / "venv")], check=True)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    wheel = f"{next(dist.glob('*.whl'))}[pdf]"
    installed = subprocess.run(
        [str(scripts / "python"), "-m", "pip", "install", "-q", wheel], capture_output=True
    )
    if b"No matching distribution" in installed.stderr or b"connection" in installed.stderr.lower():
        pytest.skip("there is no package index")
    assert installed.returncode == 0, installed.stderr
    done = subprocess.run(
        [str(scripts / "workflow"), "demo", str(tmp_path / "demo")], capture_output=True
    )
    assert done.returncode == 0, done.stderr
