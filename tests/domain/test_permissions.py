"""Who may send what: every message has a row, and a guest is no host."""

from __future__ import annotations

from typing import get_args

import pytest

from server.domain.permissions import RIGHTS, Actor, Right, authorize
from server.errors import NotAllowed
from server.ids import PersonId
from server.protocol import client as c
from server.protocol.examples import client_examples

GUEST = Actor(PersonId("p"))
HOST = Actor(None, host=True)
OF_THE_SESSION = {c.Hello, c.Ping, c.SessionTake}
EXAMPLES = [each for each in client_examples() if type(each) not in OF_THE_SESSION]


def test_every_message_type_has_a_row():
    assert set(RIGHTS) == set(get_args(c.EveningMessage))
    assert set(RIGHTS) | OF_THE_SESSION == set(get_args(c.ClientMessage))


@pytest.mark.parametrize("message", EXAMPLES, ids=lambda m: type(m).__name__)
def test_a_guest_speaks_for_themselves_and_a_host_steers(message):
    guest_may = RIGHTS[type(message)] is Right.PERSON
    for actor, allowed in ((GUEST, guest_may), (HOST, not guest_may)):
        if allowed:
            authorize(actor, message)
        else:
            with pytest.raises(NotAllowed):
                authorize(actor, message)


def test_nobody_may_do_anything():
    for message in EXAMPLES:
        with pytest.raises(NotAllowed):
            authorize(Actor(None), message)


def test_a_type_without_a_row_is_refused():
    with pytest.raises(NotAllowed):
        authorize(Actor(PersonId("p"), host=True), c.SessionTake(id=1))


def test_a_host_who_takes_part_may_do_both():
    for message in EXAMPLES:
        authorize(Actor(PersonId("p"), host=True), message)
