// @ts-check
/**
 * Sending: what a browser leaves in an offer that another browser would refuse is taken out.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutStrays } from "../../static/app/sending.js";

const OFFER = [
  "v=0",
  "a=fingerprint:sha-256 AA:BB",
  "m=audio 9 UDP/TLS/RTP/SAVPF 109 0",
  "a=rtpmap:109 opus/48000/2",
  "a=rtcp-fb:109 nack",
  "m=video 9 UDP/TLS/RTP/SAVPF 120 124",
  "a=fmtp:124 apt=120",
  "a=rtcp-fb:120 nack pli",
  "a=rtcp-fb:* transport-cc",
  "a=rtcp-fb:121 nack",
  "a=fmtp:99 profile=0",
  "a=rtpmap:120 VP8/90000",
  "a=candidate:1 1 udp 121 192.0.2.1 99 typ host",
  "",
];

test("lines about codecs that a section does not list go, all others stay in order", () => {
  const strays = ["a=rtcp-fb:121 nack", "a=fmtp:99 profile=0"];
  const expected = OFFER.filter((line) => !strays.includes(line));
  assert.equal(withoutStrays(OFFER.join("\r\n")), expected.join("\r\n"));
});

test("each section is measured by its own list", () => {
  const two = ["m=audio 9 X 120", "a=rtcp-fb:120 nack", "m=video 9 X 99", "a=rtcp-fb:120 nack", ""];
  assert.equal(withoutStrays(two.join("\r\n")).match(/rtcp-fb/g)?.length, 1);
});
