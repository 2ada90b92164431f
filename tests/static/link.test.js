// @ts-check
/**
 * Link: the way down when nothing gets through, and the way back up.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { carried, ladder, step } from "../../static/app/ladder.js";
import { Link } from "../../static/app/link.js";
import { FakePeer } from "./fake_peer.js";

const LOST = { expected: true, flowing: false, weak: false, turn: false };

/**
 * @param {Record<string, boolean>} facts
 * @param {number} seconds
 * @param {import("../../static/app/ladder.js").Ladder} [from]
 */
function walk(facts, seconds, from = ladder(0)) {
  /** @type {[number, string][]} */
  const acts = [];
  let at = from;
  for (let now = 0; now <= seconds; now += 0.5) {
    const { ladder: next, act } = step(at, { ...LOST, ...facts }, now);
    at = next;
    if (act) acts.push([now, act]);
  }
  return { acts, at };
}

test("no sound or picture: another path at 4 s, then sound only at 8 s, then text", () => {
  assert.deepEqual(walk({}, 60).acts, [
    [4, "restart"],
    [8, "audio"],
    [12, "restart"],
    [16, "text"],
  ]);
});

test("with a relay the relay comes before sound only", () => {
  const acts = walk({ turn: true }, 60).acts.filter(([, act]) => act !== "restart");
  assert.deepEqual(acts, [
    [8, "relay"],
    [16, "audio"],
    [24, "text"],
  ]);
});

test("nobody steps down while the other is away or the round has not begun", () => {
  assert.deepEqual(walk({ expected: false }, 120).acts, []);
});

test("a weak network costs the picture after 10 s, never the sound", () => {
  const { acts, at } = walk({ flowing: true, weak: true }, 120);
  assert.deepEqual(acts, [[10, "audio"]]);
  assert.equal(at.rung, "audio");
});

test("a network that is weak for a moment costs nothing", () => {
  let at = ladder(0);
  for (let now = 0; now < 60; now += 0.5) {
    const weak = now % 8 < 6;
    const { ladder: next, act } = step(at, { ...LOST, flowing: true, weak }, now);
    at = next;
    assert.equal(act, null);
  }
  assert.equal(at.met, true);
});

test("a new generation keeps the rung, except the last: that is a wish to try again", () => {
  assert.equal(carried(ladder(0, "audio"), 9).rung, "audio");
  assert.equal(carried(ladder(0, "text"), 9).rung, "direct");
  assert.equal(carried(ladder(3, "direct"), 9).since, 3);
});

/** @param {{ polite?: boolean }} [wish] */
function lonelyLink({ polite = false } = {}) {
  /** @type {any[]} */
  const emitted = [];
  const fake = new FakePeer({ later: () => {}, nextId: () => 1 });
  const link = new Link({
    person: "b",
    gen: 0,
    polite,
    now: 0,
    config: { iceServers: [] },
    make: () => /** @type {any} */ (fake),
    emit: (signal) => void emitted.push(signal),
    changed: () => {},
  });
  return { link, fake, emitted };
}

test("a link that reaches nobody asks once for a fresh start and ends as text", () => {
  const { link, fake, emitted } = lonelyLink();
  for (let now = 0; now < 60; now += 0.5) link.tick(now, { expected: true, turn: false });
  assert.equal(link.state, "text");
  assert.equal(fake.signalingState, "closed");
  assert.deepEqual(emitted, [{ t: "restart" }]);
  link.climb();
  assert.deepEqual(emitted, [{ t: "restart" }, { t: "restart" }]);
});

test("the relay rung forbids every other path", () => {
  const { link, fake } = lonelyLink();
  for (let now = 0; now < 9; now += 0.5) link.tick(now, { expected: true, turn: true });
  assert.equal(link.ladder.rung, "relay");
  assert.equal(fake.configurations.at(-1).iceTransportPolicy, "relay");
});

/** @param {string} id */
const trackOf = (id) => ({ id, getSettings: () => ({ height: 720 }) });

test("sound only takes the pictures out of the link and keeps the sound", async () => {
  const { link, fake } = lonelyLink();
  const tracks = /** @type {any} */ ({
    audio: trackOf("mic"),
    video: trackOf("cam"),
    screen: null,
  });
  fake.become("connected");
  for (const line of fake.getTransceivers()) line.sender.track = null;
  link.level = 1;
  for (let now = 0; now < 20; now += 0.5) link.tick(now, { expected: true, turn: false });
  link.attach(tracks, { bitrate: 1, height: 1 });
  const lines = fake.getTransceivers();
  assert.deepEqual(
    lines.map(({ direction }) => direction),
    ["sendrecv", "inactive", "inactive"],
  );
  assert.deepEqual(
    lines.map(({ sender }) => sender.track?.id ?? null),
    ["mic", null, null],
  );
  link.climb();
  assert.deepEqual(
    lines.map(({ sender }) => sender.track?.id ?? null),
    ["mic", "cam", null],
  );
});

test("a lost path is looked for anew after 2 s by one side and a second later by the other", () => {
  for (const [polite, tried] of /** @type {const} */ ([
    [false, 2.5],
    [true, 3.5],
  ])) {
    const { link, fake } = lonelyLink({ polite });
    fake.remoteDescription = { type: "offer", sdp: "1" };
    /** @type {number[]} */
    const at = [];
    let now = 0;
    fake.restartIce = () => void at.push(now);
    fake.become("connected");
    link.tick(now, { expected: false, turn: false });
    fake.become("disconnected");
    for (; now < 8; now += 0.5) link.tick(now, { expected: false, turn: false });
    assert.deepEqual(at, [tried], `polite ${polite}`);
  }
});

test("a failed link asks for a new generation, at most every 4 s", () => {
  const { link, fake, emitted } = lonelyLink();
  fake.become("failed");
  for (let now = 0; now < 8; now += 0.5) link.tick(now, { expected: false, turn: false });
  assert.equal(emitted.length, 2);
});

test("what another browser would refuse leaves neither in an offer nor in an answer", async () => {
  const { fake, emitted } = lonelyLink();
  const stray = "m=video 9 UDP/TLS/RTP/SAVPF 120\r\na=rtcp-fb:120 nack\r\na=rtcp-fb:99 nack\r\n";
  const kept = stray.replace("a=rtcp-fb:99 nack\r\n", "");
  for (const type of /** @type {const} */ (["offer", "answer"])) {
    fake.setLocalDescription = async () => {
      fake.localDescription = { type, sdp: stray };
    };
    fake.onnegotiationneeded?.();
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(emitted.at(-1), { t: type, sdp: kept });
  }
});
