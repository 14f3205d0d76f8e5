"""The loop that puts keys first."""

import asyncio
import os
import selectors
import sys
import time
from collections.abc import Iterator

import pytest

from workflow.tui import quick

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own loop")


@pytest.fixture(autouse=True)
def usual_turns() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


def test_input_waits_while_work_is_left(
    pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with quick.KeysFirst() as selector:
        selector.register(pipe[0], selectors.EVENT_READ)
        assert selector.select(0) == []
        os.write(pipe[1], b"x")
        monkeypatch.setattr(quick, "HOLD", 60.0)
        assert selector.select(0) == []
        assert len(selector.select(1)) == 1
        monkeypatch.setattr(quick, "HOLD", 0.0001)
        time.sleep(0.001)
        assert len(selector.select(0)) == 1


def test_others_make_way_at_once_only_while_the_loop_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    meanwhile = []

    def look(self: object, timeout: float | None = None) -> quick.Found:
        meanwhile.append(sys.getswitchinterval())
        return []

    monkeypatch.setattr(selectors.DefaultSelector, "select", look)
    with quick.KeysFirst() as selector:
        selector.select(None)
    assert meanwhile == [pytest.approx(quick.TURN)]
    assert sys.getswitchinterval() == pytest.approx(quick.HOLD)


def test_a_loop_that_never_rests_still_hears_input(pipe: tuple[int, int]) -> None:
    async def hear() -> bytes:
        loop = asyncio.get_running_loop()
        heard: asyncio.Future[bytes] = loop.create_future()

        def work() -> None:
            if not heard.done():
                loop.call_soon(work)

        def listen() -> None:
            loop.remove_reader(pipe[0])
            heard.set_result(os.read(pipe[0], 1))

        loop.add_reader(pipe[0], listen)
        work()
        loop.call_later(0.01, os.write, pipe[1], b"x")
        return await asyncio.wait_for(heard, 30)

    with asyncio.Runner(loop_factory=quick.loop_factory()) as runner:
        assert runner.run(hear()) == b"x"
