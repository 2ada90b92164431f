"""Session descriptions and candidates: what browsers send passes, anything else does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.errors import BadSignal
from server.protocol.sdp import MAX_CANDIDATES, MAX_SECTIONS, check_candidate, check_sdp

HEAD = "v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"
AUDIO = (
    "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126\r\nc=IN IP4 0.0.0.0\r\n"
    "a=rtcp:9 IN IP4 0.0.0.0\r\na=ice-ufrag:aB+/\r\na=ice-pwd:x1y2z3x1y2z3x1y2z3x1y2z3\r\n"
    "a=fingerprint:sha-256 AA:BB:CC\r\na=setup:actpass\r\na=mid:0\r\na=sendrecv\r\n"
    "a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;useinbandfec=1\r\n"
)
DATA = (
    "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=sctp-port:5000\r\n"
)
CANDIDATES = (
    "",
    "candidate:1 1 udp 2122260223 192.0.2.1 54400 typ host",
    "candidate:8421 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 10.0.17.1 rport 46154 ufrag E",
    "candidate:0 1 UDP 2122187007 5d1a-4c2e.local 56789 typ host",
    "candidate:1 2 tcp 1518280447 2001:db8::1 9 typ host tcptype active",
    "candidate:3 1 udp 33562367 198.51.100.9 49203 typ relay raddr 0.0.0.0 rport 0",
)
BAD_CANDIDATES = (
    "candidate",
    "candidate:1 1 udp 2122260223 192.0.2.1 54400",
    "candidate:1 1 sctp 2122260223 192.0.2.1 54400 typ host",
    "candidate:1 1 udp 2122260223 192.0.2.1 65536 typ host",
    "candidate:1 1 udp 4294967296 192.0.2.1 1 typ host",
    "candidate:1 0 udp 1 192.0.2.1 1 typ host",
    "candidate:1 1 udp 1 192.0.2.1 1 typ somewhere",
    "candidate:1 1 udp 1 <script>alert(1)</script> 1 typ host",
    "candidate:1 1 udp 1 192.0.2.1 1 typ host\r\na=candidate:2 1 udp 1 192.0.2.1 1 typ host",
    "candidate:1 1 udp 1 192.0.2.1 1 typ host " + "x" * 1024,
)
BAD_SDP = (
    "",
    "hello",
    HEAD.replace("v=0", "v=1"),
    HEAD.replace("t=0 0\r\n", ""),
    HEAD.replace("o=-", "b=-"),
    HEAD + "m=audio\r\n",
    HEAD + "m=text 9 RTP/AVP 98\r\n",
    HEAD + "M=audio 9 RTP/AVP 0\r\n",
    HEAD + "a=\x00\r\n",
    HEAD + "<script>\r\n",
    HEAD + "a=" + "x" * 3000,
    HEAD + AUDIO + "a=candidate:nonsense\r\n",
    HEAD + DATA * (MAX_SECTIONS + 1),
    HEAD + AUDIO + "a=candidate:1 1 udp 1 192.0.2.1 1 typ host\r\n" * (MAX_CANDIDATES + 1),
    HEAD + "a=x\r\n" * 1001,
    HEAD + "a=" + "x" * 20480,
)


@pytest.mark.parametrize(
    "sdp", [HEAD, HEAD + AUDIO, HEAD + AUDIO + DATA, (HEAD + AUDIO).replace("\r", "")]
)
def test_descriptions_of_browsers_pass(sdp):
    check_sdp(sdp)
    assert len(sdp) > len("v=0")


@pytest.mark.parametrize("sdp", BAD_SDP, ids=range(len(BAD_SDP)))
def test_anything_else_is_refused(sdp):
    with pytest.raises(BadSignal):
        check_sdp(sdp)


@pytest.mark.parametrize("candidate", CANDIDATES, ids=range(len(CANDIDATES)))
def test_candidates_of_browsers_pass_alone_and_in_a_description(candidate):
    check_candidate(candidate)
    if candidate:
        check_sdp(HEAD + AUDIO + f"a={candidate}\r\n")
    assert not candidate or "typ" in candidate


@pytest.mark.parametrize("candidate", BAD_CANDIDATES, ids=range(len(BAD_CANDIDATES)))
def test_other_candidates_are_refused(candidate):
    with pytest.raises(BadSignal):
        check_candidate(candidate)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_refused_by_name_or_harmless(text):
    refused = []
    for check in (check_sdp, check_candidate):
        try:
            check(text)
        except BadSignal:
            refused.append(check)
    assert check_sdp in refused
    assert check_candidate in refused or text == "" or "candidate:" in text
