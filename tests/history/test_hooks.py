"""The hooks and the signature of the repository's owner, and whose repository it is."""

import shutil
import subprocess
from pathlib import Path

import pytest
from history_helpers import ITEM, NOOR, git
from sharing_desks import Desk

from workflow.errors import WorkflowError
from workflow.history import History, Message, open_history, save
from workflow.history.ownership import is_trusted, trust, would_run

MESSAGE = Message("Iets bewaard", "regel\n# blijft", [("Action", "edit")])


def hook(history: History, name: str, script: str) -> Path:
    path = history.common_dir / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def put(history: History, content: str, path: str = ITEM) -> str:
    return save(history, {path: content.encode()}, MESSAGE)


def test_hooks_of_the_owner_run(history: History) -> None:
    (history.top / "staged.py").write_text("1\n")
    git(history.top, "add", "staged.py")
    put(history, "oud\n")
    log = history.git_dir / "ran"
    for name in ("pre-commit", "commit-msg", "post-commit"):
        hook(history, name, f"echo {name} $GIT_INDEX_FILE >> {log}")
    commit = put(history, "nieuw\n")
    save(history, {ITEM: None, "summaries/x é.md": b"x\n"}, MESSAGE)
    assert [line.split()[0] for line in log.read_text().splitlines()] == [
        "pre-commit", "commit-msg", "post-commit",
    ] * 2  # fmt: skip
    assert git(history.top, "show", "-s", "--format=%B", commit).strip() == (
        MESSAGE.render().decode().strip()
    )
    assert git(history.top, "status", "--porcelain") == "A  staged.py\n"
    assert git(history.top, "show", "--name-only", "--format=", commit).split() == [ITEM]


@pytest.mark.parametrize("name", ["pre-commit", "commit-msg"])
@pytest.mark.parametrize("known", [True, False])
def test_a_failing_hook_speaks_for_itself(history: History, name: str, known: bool) -> None:
    if known:
        put(history, "oud\n")
    (history.top / "staged.py").write_text("1\n")
    git(history.top, "add", "staged.py")
    hook(history, name, "echo 'Het woord \"misschien\" mag niet.' >&2; exit 1")
    with pytest.raises(WorkflowError) as caught:
        put(history, "misschien\n")
    assert 'Het woord "misschien" mag niet.' in str(caught.value)
    assert (history.root / ITEM).exists() == known
    assert git(history.top, "status", "--porcelain") == "A  staged.py\n"
    assert git(history.top, "fsck", "--no-dangling") == ""


def test_a_hook_that_is_switched_off_is_no_hook(history: History) -> None:
    hook(history, "pre-commit", "exit 1").chmod(0o644)
    hook(history, "pre-push", "exit 1")
    assert put(history, "nieuw\n")


def test_a_signature_that_cannot_be_made_is_refused(history: History, tmp_path: Path) -> None:
    program = tmp_path / "gpg"
    program.write_text("#!/bin/sh\necho 'geen sleutel' >&2; exit 1\n")
    program.chmod(0o755)
    git(history.top, "config", "commit.gpgsign", "true")
    git(history.top, "config", "gpg.program", str(program))
    with pytest.raises(WorkflowError) as caught:
        put(history, "nieuw\n")
    assert caught.value.key == "history.errors.hook"
    assert "sign" in str(caught.value)
    program.write_text(
        "#!/bin/sh\ncat >/dev/null; echo '[GNUPG:] SIG_CREATED ' >&2\n"
        "printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n'\n"
    )
    commit = put(history, "nieuw\n")
    assert "gpgsig" in git(history.top, "cat-file", "commit", commit)


def test_a_hook_that_puts_other_words_in_is_followed(history: History) -> None:
    hook(history, "pre-commit", f"sed -i s/twee/TWEE/ {ITEM}; git add {ITEM}")
    hook(history, "prepare-commit-msg", """printf 'Ticket: 12\\n' >> "$1" """)
    hook(history, "post-commit", "exit 1")
    put(history, "een\n")
    commit = put(history, "twee\n")
    assert git(history.top, "show", f"{commit}:{ITEM}") == "TWEE\n"
    assert (history.root / ITEM).read_text() == "TWEE\n"
    assert git(history.top, "status", "--porcelain") == ""
    trailers = git(history.top, "show", "-s", "--format=%(trailers)", commit)
    assert trailers.split() == ["Action:", "edit", "Ticket:", "12"]
    assert put(history, "drie\n")


def test_every_save_and_merge_bears_a_signature_that_holds(
    noor: Desk, sam: Desk, tmp_path: Path
) -> None:
    """With a key of ssh, which needs no agent and no network."""
    key, allowed = tmp_path / "key", tmp_path / "allowed"
    try:
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)]
        subprocess.run(command, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no ssh-keygen here")
    allowed.write_text(f"{NOOR.email} {key.with_suffix('.pub').read_text()}")
    for name, value in (
        ("commit.gpgSign", "true"), ("gpg.format", "ssh"), ("user.signingKey", str(key)),
        ("gpg.ssh.allowedSignersFile", str(allowed)),
    ):  # fmt: skip
        git(noor.history.top, "config", name, value)
    sam.write("schengen", "Van Sam.")
    sam.sync()
    noor.write("mensensmokkel", "Een een een.", "Twee twee twee.", "Drie anders.")
    noor.sync()
    signed = git(noor.history.top, "log", "-2", "--first-parent", "--format=%G? %p").splitlines()
    assert [line[0] for line in signed] == ["G", "G"]
    assert len(signed[0].split()) == 3  # the merge


def test_a_key_behind_a_passphrase_asks_nobody(history: History, tmp_path: Path) -> None:
    key = tmp_path / "key"
    try:
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "geheim", "-f", str(key)]
        subprocess.run(command, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no ssh-keygen here")
    for name, value in (
        ("commit.gpgSign", "true"), ("gpg.format", "ssh"), ("user.signingKey", str(key)),
    ):  # fmt: skip
        git(history.top, "config", name, value)
    with pytest.raises(WorkflowError) as caught:
        put(history, "nieuw\n")
    assert "passphrase" in str(caught.value)
    assert git(history.top, "status", "--porcelain") == ""


def test_a_copied_folder_is_asked_about_once(history: History, tmp_path: Path) -> None:
    put(history, "oud\n")
    log = tmp_path / "ran"
    hook(history, "pre-commit", f"echo x >> {log}")
    assert is_trusted(history)
    shutil.copytree(history.top, tmp_path / "kopie")
    copy = open_history(tmp_path / "kopie")
    assert "pre-commit" in would_run(copy)
    with pytest.raises(WorkflowError) as caught:
        put(copy, "nieuw\n")
    assert caught.value.key == "history.errors.untrusted"
    assert "pre-commit" in str(caught.value)
    assert not log.exists()
    assert (copy.root / ITEM).read_text() == "oud\n"
    trust(copy)
    assert put(copy, "nieuw\n")
    assert log.exists()


def test_hooks_that_the_user_chose_for_every_repository_run(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(history.top, tmp_path / "kopie")
    copy = open_history(tmp_path / "kopie")
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "pre-commit").write_text(f"#!/bin/sh\necho x >> {tmp_path / 'ran'}\n")
    (hooks / "pre-commit").chmod(0o755)
    config = tmp_path / "config"
    config.write_text(f"[core]\n\thooksPath = {hooks}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    assert put(copy, "nieuw\n")
    assert (tmp_path / "ran").exists()
