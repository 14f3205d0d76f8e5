"""What sharing did, in one line."""

from datetime import UTC, datetime

import pytest

from workflow.history.revisions import Revision
from workflow.history.syncing import Synced
from workflow.history.telling import sync_in_short

SAVED = Revision("c", "Noor", "n@x.nl", datetime(2031, 3, 6, tzinfo=UTC), "Vat samen", {})


@pytest.mark.parametrize(
    ("synced", "told"),
    [
        (Synced("bord"), "Niets nieuws; alles is gedeeld via bord."),
        (Synced("bord", outgoing=(SAVED,)), "1 bewaring gedeeld"),
        (
            Synced("bord", (SAVED, SAVED), (SAVED,), 3, open=("a", "b")),
            "2 bewaringen binnengekomen van Noor · 1 bewaring gedeeld · nog niet gedeeld: 3"
            " · bij 2 punten valt iets te kiezen",
        ),
    ],
)
def test_sharing_in_one_line(synced: Synced, told: str) -> None:
    assert sync_in_short(synced) == told
