"""The outbox: numbered frames, kept until acknowledged, bounded."""

from __future__ import annotations

import json
from typing import Any

from server.protocol.parts import ChatLine
from server.protocol.server import (
    ChatMessage,
    MixerState,
    Pong,
    PresenceDiff,
    PresenceState,
    Resumed,
)
from server.services.audience import Parcel, parcel
from server.sessions.outbox import MAX_BYTES, MAX_FRAMES, SLOW_BYTES, Outbox


def line(text: str) -> Parcel:
    return parcel(
        ChatMessage(line=ChatLine(seq=1, sender="p-a", name="A", text=text, at=0.0))  # type: ignore[arg-type]
    )


def mixer(round_: int) -> Parcel:
    return parcel(MixerState(epoch=1, v=round_, phase="lobby", round=round_, rounds=3))


def taken(outbox: Outbox) -> list[dict[str, Any]]:
    frames = []
    while (data := outbox.take()) is not None:
        frames.append(json.loads(data))
    return frames


def test_what_waits_travels_in_one_numbered_frame() -> None:
    outbox = Outbox()
    outbox.push(line("one"))
    outbox.push(line("two"))
    first = taken(outbox)
    outbox.push(line("three"))
    second = taken(outbox)
    assert [frame["n"] for frame in first + second] == [1, 2]
    assert [message["line"]["text"] for message in first[0]["m"]] == ["one", "two"]


def test_a_newer_state_makes_the_older_superfluous() -> None:
    outbox = Outbox()
    outbox.push(mixer(1))
    outbox.push(line("between"))
    outbox.push(mixer(2))
    (frame,) = taken(outbox)
    assert [message["t"] for message in frame["m"]] == ["chat.message", "mixer.state"]
    assert frame["m"][1]["round"] == 2


def test_a_whole_presence_swallows_the_changes_before_it() -> None:
    outbox = Outbox()
    outbox.push(parcel(PresenceDiff(epoch=1, v=2, pv=1, total=1)))
    outbox.push(parcel(PresenceState(epoch=1, v=3, total=1, people=[])))
    outbox.push(parcel(PresenceDiff(epoch=1, v=4, pv=3, total=1)))
    (frame,) = taken(outbox)
    assert [(message["t"], message["v"]) for message in frame["m"]] == [
        ("presence.state", 3),
        ("presence.diff", 4),
    ]


def test_a_lost_socket_gets_again_what_it_had_not_acknowledged() -> None:
    outbox = Outbox()
    for text in ("one", "two", "three"):
        outbox.push(line(text))
        taken(outbox)
    outbox.push(line("waiting"))
    assert outbox.resume(acked=1)
    outbox.push_loose(Resumed(re=9, at=0.0))
    outbox.replay()
    frames = taken(outbox)
    assert "n" not in frames[0]
    assert [frame["n"] for frame in frames[1:]] == [2, 3, 4]
    assert frames[-1]["m"][0]["line"]["text"] == "waiting"


def test_what_was_acknowledged_is_forgotten() -> None:
    outbox = Outbox()
    for text in ("one", "two", "three"):
        outbox.push(line(text))
        taken(outbox)
    outbox.acknowledge(2)
    assert not outbox.resume(acked=1), "frame 2 is gone, so that a fresh state must follow"
    assert outbox.lost


def test_an_acknowledgement_of_what_was_never_sent_is_no_resume() -> None:
    outbox = Outbox()
    outbox.push(line("one"))
    taken(outbox)
    assert not outbox.resume(acked=7)


def test_numbers_go_on_after_a_loss() -> None:
    outbox = Outbox()
    outbox.push(line("one"))
    taken(outbox)
    assert not outbox.resume(acked=5)
    outbox.push(line("dropped while lost"))
    assert taken(outbox) == []
    outbox.start_over()
    outbox.push(line("fresh"))
    (frame,) = taken(outbox)
    assert frame["n"] == 2


def test_it_never_holds_more_than_its_bounds() -> None:
    outbox = Outbox()
    fitting = [outbox.push(line(str(number))) for number in range(MAX_FRAMES + 1)]
    assert fitting == [True] * MAX_FRAMES + [False]
    assert outbox.lost
    assert taken(outbox) == []

    heavy = Outbox()
    pushes = [heavy.push(line("x" * 2000)) for _ in range(MAX_BYTES // 2000 + 1)]
    assert pushes.count(False) == 1
    assert heavy.lost


def test_sent_frames_are_bounded_too() -> None:
    outbox = Outbox()
    for number in range(MAX_FRAMES + 10):
        outbox.push(line(str(number)))
        taken(outbox)
    assert not outbox.resume(acked=9)
    again = Outbox()
    for number in range(MAX_FRAMES + 10):
        again.push(line(str(number)))
        taken(again)
    assert again.resume(acked=10)


def test_a_slow_reader_skips_changes_of_presence_and_is_told_the_whole_once() -> None:
    outbox = Outbox()
    while outbox._waiting_bytes <= SLOW_BYTES:
        outbox.push(line("y" * 2000))
    assert outbox.push(parcel(PresenceDiff(epoch=1, v=2, pv=1, total=1)))
    assert not outbox.caught_up(), "not before the rest has gone out"
    (frame,) = taken(outbox)
    assert all(message["t"] == "chat.message" for message in frame["m"])
    assert outbox.caught_up()
    assert not outbox.caught_up()


def test_loose_frames_are_bounded_and_unnumbered() -> None:
    outbox = Outbox()
    for number in range(100):
        outbox.push_loose(Pong(re=number, sent=0.0, at=0.0))
    frames = taken(outbox)
    assert len(frames) == 16
    assert all("n" not in frame for frame in frames)
