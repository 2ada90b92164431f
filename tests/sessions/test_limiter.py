"""How often one connection may ask."""

from __future__ import annotations

from server.ids import PersonId, RoomId
from server.protocol.client import ChatSay, Ping, SignalCandidate
from server.sessions.limiter import Limiter, TokenBucket, Verdict

CANDIDATE = SignalCandidate(
    id=1, room=RoomId("e.1"), to=PersonId("p"), gen=1, candidate="candidate:1"
)


def test_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    bucket = TokenBucket(2, 5, now=0.0)
    assert [bucket.take(0.0) for _ in range(7)] == [True] * 5 + [False] * 2
    assert [bucket.take(1.0) for _ in range(3)] == [True, True, False]


def test_a_clock_that_stands_still_gives_nothing_away() -> None:
    bucket = TokenBucket(2, 1, now=10.0)
    assert bucket.take(10.0)
    assert not bucket.take(9.0)


def test_a_browser_that_gathers_candidates_is_not_refused() -> None:
    limiter = Limiter(0.0)
    assert all(limiter.message(CANDIDATE, 0.0) is Verdict.FINE for _ in range(200))


def test_chat_is_for_people_who_type() -> None:
    limiter = Limiter(0.0)
    verdicts = [limiter.message(ChatSay(id=n, text="hi"), 0.0) for n in range(10)]
    assert verdicts == [Verdict.FINE] * 8 + [Verdict.REFUSE] * 2
    assert limiter.message(ChatSay(id=11, text="hi"), 1.0) is Verdict.FINE


def test_who_goes_on_after_being_refused_is_cut_off() -> None:
    limiter = Limiter(0.0)
    verdicts = [limiter.message(Ping(id=n), 0.0) for n in range(300)]
    assert verdicts[:60] == [Verdict.FINE] * 60
    assert verdicts[60:260] == [Verdict.REFUSE] * 200
    assert set(verdicts[260:]) == {Verdict.CLOSE}
