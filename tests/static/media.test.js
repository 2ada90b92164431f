// @ts-check
/**
 * Media: what leaves the page and when, what is reported, how a link is graded, who has the floor.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { outgoing, reportOf } from "../../static/app/media.js";
import { countsOf, levelOf, NO_COUNTS, speaker } from "../../static/app/quality.js";
import { aim, fill, tune } from "../../static/app/sending.js";

const mic = { kind: "audio", id: "mic" };
const cam = { kind: "video", id: "cam", getSettings: () => ({ height: 720 }) };
const shown = /** @type {any} */ ({ kind: "video", id: "screen" });

/** @param {...any} tracks @returns {any} */
function streamOf(...tracks) {
  /** @param {string} kind */
  const of = (kind) => tracks.filter((track) => track.kind === kind);
  return { getAudioTracks: () => of("audio"), getVideoTracks: () => of("video") };
}

test("nothing of a person leaves the page before the round begins", () => {
  const before = outgoing(streamOf(mic, cam), shown, { begun: false, mode: "video" });
  assert.deepEqual(before, { audio: null, video: null, screen: null });
});

test("who comes by voice sends no picture, who comes in writing nothing", () => {
  const begun = true;
  const by = (/** @type {any} */ mode) => outgoing(streamOf(mic, cam), null, { begun, mode });
  assert.deepEqual(by("video"), { audio: mic, video: cam, screen: null });
  assert.deepEqual(by("audio"), { audio: mic, video: null, screen: null });
  assert.deepEqual(by("text"), { audio: null, video: null, screen: null });
});

test("a camera that is off or missing leaves the sound alone", () => {
  const sent = outgoing(streamOf(mic), shown, { begun: true, mode: "video" });
  assert.deepEqual(sent, { audio: mic, video: null, screen: shown });
  assert.equal(outgoing(null, null, { begun: true, mode: "video" }).audio, null);
});

test("the report tells the best that works", () => {
  const held = { stream: streamOf(mic, cam), micOn: true };
  const state = (/** @type {any} */ links, mode = /** @type {any} */ ("video")) =>
    reportOf(links, mode, held, false).state;
  assert.equal(state(["connecting"]), "connecting");
  assert.equal(state(["connecting", "connected"]), "connected");
  assert.equal(state(["audio", "text"]), "audio");
  assert.equal(state(["text", "text"]), "text");
  assert.equal(state(["connected"], "audio"), "audio");
  assert.equal(state(["connected"], "text"), "text");
  assert.equal(state([]), "connected");
});

test("without a microphone one is muted, whatever the switch says", () => {
  const none = reportOf([], "video", { stream: null, micOn: true }, true);
  assert.deepEqual([none.muted, none.camera, none.sharing], [true, false, true]);
  const off = reportOf([], "video", { stream: streamOf(mic, cam), micOn: false }, false);
  assert.deepEqual([off.muted, off.camera], [true, true]);
});

const GOOD = { received: 1000, lost: 0, bytes: 9e5, frames: 60, freezes: 0, rtt: 0.1 };

test("the counts of a report are added up over its lines", () => {
  const counts = countsOf([
    {
      type: "inbound-rtp",
      packetsReceived: 90,
      packetsLost: 10,
      bytesReceived: 5,
      framesDecoded: 3,
    },
    { type: "inbound-rtp", packetsReceived: 10, packetsLost: -1, bytesReceived: 2, freezeCount: 1 },
    { type: "candidate-pair", nominated: true, state: "succeeded", currentRoundTripTime: 0.2 },
    { type: "candidate-pair", nominated: false, state: "waiting", currentRoundTripTime: 9 },
  ]);
  assert.deepEqual(counts, { received: 100, lost: 10, bytes: 7, frames: 3, freezes: 1, rtt: 0.2 });
});

test("four levels, from what was lost and how long a way it is", () => {
  const level = (/** @type {Partial<typeof GOOD>} */ change) =>
    levelOf(NO_COUNTS, { ...GOOD, ...change });
  assert.equal(level({}), 4);
  assert.equal(level({ freezes: 1 }), 3);
  assert.equal(level({ lost: 20 }), 3);
  assert.equal(level({ lost: 50 }), 2);
  assert.equal(level({ lost: 100 }), 1);
  assert.equal(level({ rtt: 0.35 }), 3);
  assert.equal(level({ rtt: 0.5 }), 2);
  assert.equal(level({ rtt: 0.7 }), 1);
});

test("only what happened since the last count matters", () => {
  const before = { ...GOOD, lost: 500 };
  assert.equal(levelOf(before, { ...before, received: 2000 }), 4);
  assert.equal(levelOf(GOOD, NO_COUNTS), 4);
});

test("the floor goes to a voice, stays through a breath, and is taken only by a louder one", () => {
  let floor = { person: /** @type {string | null} */ (null), since: 0 };
  const hear = (/** @type {Record<string, number>} */ levels, /** @type {number} */ now) => {
    floor = speaker(floor, levels, now);
    return floor.person;
  };
  assert.equal(hear({ a: 0.01, b: 0 }, 0), null);
  assert.equal(hear({ a: 0.2, b: 0 }, 1), "a");
  assert.equal(hear({ a: 0, b: 0.3 }, 1.5), "a", "a breath");
  assert.equal(hear({ a: 0.1, b: 0.25 }, 2.5), "b");
  assert.equal(hear({ a: 0.3, b: 0.25 }, 4), "b", "hardly louder");
  assert.equal(hear({ a: 0.5, b: 0.25 }, 4.5), "a");
  assert.equal(hear({}, 5), "a");
  assert.equal(hear({}, 6), null);
});

/** @returns {any[]} */
function linesOf() {
  return ["audio", "video", "video"].map(() => {
    const line = {
      direction: "sendrecv",
      sender: {
        track: /** @type {any} */ (null),
        encodings: [/** @type {Record<string, number>} */ ({})],
        set: 0,
        /** @param {any} track */
        async replaceTrack(track) {
          this.track = track;
        },
        getParameters() {
          return { encodings: this.encodings };
        },
        /** @param {any} parameters */
        async setParameters(parameters) {
          this.encodings = parameters.encodings;
          this.set += 1;
        },
      },
    };
    return line;
  });
}

test("tracks go into their lines, a new device into the same one", () => {
  const lines = linesOf();
  const tracks = /** @type {any} */ ({ audio: mic, video: cam, screen: null });
  fill(lines, tracks, false);
  const other = { ...cam, id: "other" };
  fill(lines, { ...tracks, video: other }, false);
  const ids = lines.map(({ sender }) => sender.track?.id ?? null);
  assert.deepEqual(ids, ["mic", "other", null]);
});

test("without pictures the lines are closed both ways, so that the other stops sending too", () => {
  const lines = linesOf();
  aim(lines, true);
  assert.deepEqual(
    lines.map(({ direction }) => direction),
    ["sendrecv", "inactive", "inactive"],
  );
});

test("a link is capped once, in bits and in lines of picture", () => {
  const lines = linesOf();
  fill(lines, /** @type {any} */ ({ audio: mic, video: cam, screen: null }), false);
  tune(lines, { bitrate: 350_000, height: 360 });
  tune(lines, { bitrate: 350_000, height: 360 });
  const { encodings, set } = lines[1].sender;
  assert.deepEqual(encodings, [{ maxBitrate: 350_000, scaleResolutionDownBy: 2 }]);
  assert.equal(set, 1);
});
