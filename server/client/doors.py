"""The few HTTP requests that lead to a socket: make an event, join one."""

from __future__ import annotations

import functools
import ssl

import httpx
import msgspec

from server.client.commands import Refused

SECONDS = 10.0


class Joined(msgspec.Struct, frozen=True):
    """What somebody who joined gets; `token` is for `Tsunagari`."""

    event: str
    person: str
    token: str
    socket: str = ""


class Made(msgspec.Struct, frozen=True):
    """A new event and its links."""

    event: str
    host_link: str
    join_link: str
    host_token: str
    invite: str
    code: str = ""


async def join(url: str, invite: str, name: str, *, zone: str = "UTC", **more: object) -> Joined:
    """Join an event by its invite (what stands in the link after `/j/`) or its code.

    `more` may hold `reading`, `lang`, and `robot=True` for a simulated person, which only practice
    events let in.
    """
    body = {"invite": invite, "name": name, "zone": zone, **more}
    return msgspec.convert(await _post(f"{url.rstrip('/')}/api/join", body, ""), Joined)


async def create(url: str, owner_token: str, **draft: object) -> Made:
    """Make an event: `title`, and if wanted `plan`, `starts_at`, `zone`, `note`, `practice`.

    `plan` is a dictionary with what differs from the usual one, such as `{"rounds": 4}`. The token
    comes from `python3 -m server owner-link --token`.
    """
    return msgspec.convert(await _post(f"{url.rstrip('/')}/api/events", draft, owner_token), Made)


@functools.cache
def _trust() -> ssl.SSLContext:
    """Load the certificates once: that takes longer than a request."""
    return httpx.create_ssl_context()


async def _post(address: str, body: dict[str, object], bearer: str) -> object:
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    async with httpx.AsyncClient(timeout=SECONDS, trust_env=False, verify=_trust()) as http:
        answer = await http.post(address, json=body, headers=headers)
    if answer.is_error:
        raise _refusal(answer)
    said: object = msgspec.json.decode(answer.content)
    return said


def _refusal(answer: httpx.Response) -> Refused:
    try:
        said = msgspec.json.decode(answer.content, type=dict[str, object])
    except msgspec.MsgspecError:
        return Refused(str(answer.status_code))
    return Refused(str(said.get("code", answer.status_code)), str(said.get("detail", "")))
