"""The mailbox: bounded, in order, and it wakes its reader."""

from __future__ import annotations

import asyncio

import pytest

from server.errors import TooMany, WrongPhase
from server.services.mailbox import Job, Mailbox


def job() -> Job:
    return Job(lambda evening, now: [], asyncio.get_running_loop().create_future())


async def test_jobs_come_out_in_the_order_in_which_they_came() -> None:
    box = Mailbox()
    jobs = [job() for _ in range(5)]
    for each in jobs:
        box.put(each)
    assert box.take(3) == jobs[:3]
    await box.wait(None)
    assert box.take(3) == jobs[3:]
    assert box.take(3) == []


async def test_a_full_mailbox_refuses_requests_but_not_the_shells_own() -> None:
    box = Mailbox(capacity=2)
    box.put(job())
    box.put(job())
    with pytest.raises(TooMany):
        box.put(job())
    box.put(job(), urgent=True)
    assert len(box) == 3


async def test_the_reader_waits_no_longer_than_it_said() -> None:
    box = Mailbox()
    await asyncio.wait_for(box.wait(0.01), 5)
    await asyncio.wait_for(box.wait(0), 5)
    asyncio.get_running_loop().call_soon(box.wake)
    await asyncio.wait_for(box.wait(None), 5)


async def test_who_gave_up_is_not_answered() -> None:
    given_up = job()
    given_up.done.cancel()
    given_up.succeed("x")
    given_up.fail(WrongPhase())
    assert given_up.done.cancelled()
    refused = job()
    refused.fail(WrongPhase("no"))
    refused.succeed("late")
    with pytest.raises(WrongPhase):
        await refused.done
