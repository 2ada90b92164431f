"""A repeated request gets the answer it got before."""

from __future__ import annotations

from server.protocol.server import Ok
from server.services.audience import parcel
from server.sessions.replies import REMEMBER_COUNT, REMEMBER_SECONDS, Replies

OK = parcel(Ok(re=1))


def test_an_answer_is_known_for_two_minutes() -> None:
    replies = Replies()
    assert replies.begin(1)
    replies.finish(1, OK, now=0.0)
    assert replies.given(1, REMEMBER_SECONDS - 1) is OK
    assert replies.given(1, REMEMBER_SECONDS) is None


def test_a_request_that_is_being_decided_is_not_begun_twice() -> None:
    replies = Replies()
    assert replies.begin(1)
    assert not replies.begin(1)
    replies.finish(1, OK, now=0.0)
    assert replies.given(1, 1.0) is OK


def test_only_so_many_answers_are_kept() -> None:
    replies = Replies()
    for number in range(REMEMBER_COUNT + 5):
        replies.finish(number, OK, now=0.0)
    assert [replies.given(number, 0.0) is OK for number in (0, 4, 5)] == [False, False, True]
