"""Session descriptions and candidates: parsed and bounded before they are passed on.

One rule: what goes from one browser to another is a well-formed description of a few media
sections (RFC 8866), or a candidate (RFC 8839) that could be one; anything else is refused here.
"""

from __future__ import annotations

import re

from server.errors import BadSignal

MAX_SDP_CHARS = 20 * 1024
MAX_LINES = 1000
MAX_LINE_CHARS = 2048
MAX_SECTIONS = 8
MAX_CANDIDATES = 64
MAX_CANDIDATE_CHARS = 1024

_LINE = re.compile(r"[a-z]=[^\x00-\x08\x0a-\x1f\x7f]*")
_MEDIA = re.compile(
    r"m=(audio|video|application) \d{1,5} [A-Z/]{3,24}( [A-Za-z0-9.+_-]{1,32}){1,128}"
)
_HEAD = ("v=", "o=", "s=")
_CANDIDATE = re.compile(
    r"(?:a=)?candidate:(?P<foundation>[A-Za-z0-9+/]{1,32}) (?P<component>\d{1,3})"
    r" (?P<transport>udp|tcp|ssltcp|UDP|TCP|SSLTCP) (?P<priority>\d{1,10})"
    r" (?P<address>[0-9A-Za-z.:%-]{1,255}) (?P<port>\d{1,5})"
    r" typ (?P<kind>host|srflx|prflx|relay)(?P<rest>(?: [\x21-\x7e]{1,256}){0,32})"
)
MAX_PORT = 65535
MAX_PRIORITY = 2**32 - 1
MAX_COMPONENT = 256


def check_sdp(sdp: str) -> None:
    """Raise BadSignal unless the text is a session description within bounds."""
    if len(sdp) > MAX_SDP_CHARS:
        raise BadSignal("description too long")
    lines = sdp.replace("\r\n", "\n").rstrip("\n").split("\n")
    if len(lines) > MAX_LINES:
        raise BadSignal("too many lines")
    for line in lines:
        if len(line) > MAX_LINE_CHARS or not _LINE.fullmatch(line):
            raise BadSignal("malformed line")
    _check_head(lines)
    _check_sections(lines)


def check_candidate(candidate: str) -> None:
    """Raise BadSignal unless the text is a candidate; an empty one ends the list."""
    if candidate == "":
        return
    if len(candidate) > MAX_CANDIDATE_CHARS:
        raise BadSignal("candidate too long")
    parsed = _CANDIDATE.fullmatch(candidate.strip())
    if parsed is None:
        raise BadSignal("malformed candidate")
    if int(parsed["port"]) > MAX_PORT or int(parsed["priority"]) > MAX_PRIORITY:
        raise BadSignal("number out of range")
    if not 1 <= int(parsed["component"]) <= MAX_COMPONENT:
        raise BadSignal("component out of range")


def _check_head(lines: list[str]) -> None:
    starts = tuple(line[:2] for line in lines[: len(_HEAD)])
    if starts != _HEAD or lines[0] != "v=0":
        raise BadSignal("not a session description")
    if not any(line.startswith("t=") for line in lines):
        raise BadSignal("no time line")


def _check_sections(lines: list[str]) -> None:
    sections = [line for line in lines if line.startswith("m=")]
    if len(sections) > MAX_SECTIONS:
        raise BadSignal("too many media sections")
    if not all(_MEDIA.fullmatch(line) for line in sections):
        raise BadSignal("malformed media section")
    candidates = [line for line in lines if line.startswith("a=candidate:")]
    if len(candidates) > MAX_CANDIDATES:
        raise BadSignal("too many candidates")
    for line in candidates:
        check_candidate(line)
