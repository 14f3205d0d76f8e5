"""What becomes of a stance when it is denied or given up: one table for each way of saying so."""

from workflow.positions.model import STANCES

_DENIED = {
    "support": "oppose",
    "oppose": "support",
    "concern": "inform",
    "announce": "oppose",
    "reserve": "support",
    "call": "inform",
    "decide": "oppose",
}
DENIED_CUE = {**_DENIED, "decide": "none"}
"""What words beside a verb say when they are denied, unless their own entry tells otherwise."""
DENIED_INSIDE = {"support": "oppose", "oppose": "support", "announce": "oppose"}
"""What a verb in a complement says when it is denied: "zei niet te kunnen instemmen"."""
NOT_HELD = {**DENIED_INSIDE, "call": "oppose", "concern": "inform"}
"""What somebody says who does not hold an opinion: "meende niet dat regels nodig waren"."""
YIELDED = {
    "support": "oppose",
    "call": "oppose",
    "decide": "oppose",
    "announce": "oppose",
    "oppose": "support",
    "concern": "support",
    "reserve": "support",
}
"""What somebody says who gives up a stance, or sees it the other way: "trok zijn bezwaren in"."""

assert set(_DENIED) | set(YIELDED) <= set(STANCES)


def denied_stance(stance: str) -> str:
    """What a verb of a stance says when it is denied: "steunde het voorstel niet"."""
    return _DENIED.get(stance, stance)
