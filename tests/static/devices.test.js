// @ts-check
/**
 * Devices: each failure is known by its cause, and what works is used.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  acquire,
  constraints,
  devices,
  hearing,
  loudness,
  modeOf,
  obstacle,
  openDevices,
  permission,
  problemOf,
  setWish,
} from "../../static/app/devices.js";
import { browserOf } from "../../static/app/help.js";

const NONE = { camera: "", microphone: "", speaker: "" };

/** @param {...string} kinds @returns {any} */
const stream = (...kinds) => {
  const tracks = kinds.map((kind) => ({ kind }));
  return {
    getTracks: () => tracks,
    getAudioTracks: () => tracks.filter(({ kind }) => kind === "audio"),
    getVideoTracks: () => tracks.filter(({ kind }) => kind === "video"),
  };
};

/**
 * A browser in which some devices fail.
 *
 * @param {{ audio?: string, video?: string }} failures by the name of the error
 */
function browser(failures) {
  /** @type {string[]} */
  const asked = [];
  /** @param {MediaStreamConstraints} wanted */
  const open = async (wanted) => {
    const kinds = /** @type {("audio" | "video")[]} */ (["audio", "video"]).filter(
      (kind) => wanted[kind],
    );
    asked.push(kinds.join("+"));
    const broken = kinds.find((kind) => failures[kind]);
    if (broken) throw Object.assign(new Error("no"), { name: failures[broken] });
    return stream(...kinds);
  };
  return { asked, open };
}

test("errors of every browser map to a cause that can be explained", () => {
  const causes = /** @type {const} */ ([
    ["NotAllowedError", "Permission denied", "denied"],
    ["NotAllowedError", "Permission denied by system", "system"],
    ["SecurityError", "", "denied"],
    ["NotFoundError", "", "missing"],
    ["OverconstrainedError", "", "missing"],
    ["NotReadableError", "Could not start video source", "busy"],
    ["AbortError", "", "busy"],
    ["TypeError", "", "failed"],
  ]);
  for (const [name, message, problem] of causes)
    assert.equal(problemOf({ name, message }), problem);
});

test("a page without media is told whether the address or the browser is the reason", () => {
  assert.equal(obstacle({ secure: false, media: undefined }), "insecure");
  assert.equal(obstacle({ secure: true, media: undefined }), "unsupported");
  assert.equal(obstacle({ secure: true, media: {} }), null);
});

test("instructions fit the browser that is used", () => {
  const agents = {
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36": [
      "android",
      "Chrome (Android)",
    ],
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1": [
      "ios",
      "Safari (iOS)",
    ],
    "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15": [
      "safari",
      "Safari",
    ],
    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0": [
      "firefox",
      "Firefox",
    ],
    "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0": ["chrome", "Edge"],
    "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36": ["chrome", "Chrome"],
    "curl/8": ["other", ""],
  };
  for (const [agent, [steps, name]] of Object.entries(agents)) {
    assert.deepEqual(browserOf(agent), { steps, name });
  }
});

test("the browser is asked once for both, and once more only to learn which one failed", async () => {
  const fine = browser({});
  const both = await acquire(fine.open, constraints(NONE), "video");
  assert.deepEqual(fine.asked, ["audio+video"]);
  assert.deepEqual(
    both.tracks.map(({ kind }) => kind),
    ["audio", "video"],
  );
  const busy = browser({ video: "NotReadableError" });
  const heard = await acquire(busy.open, constraints(NONE), "video");
  assert.deepEqual(
    heard.tracks.map(({ kind }) => kind),
    ["audio"],
  );
  assert.deepEqual(heard.problems, { camera: "busy", microphone: null });
});

test("each device fails for its own reason", async () => {
  const { open } = browser({ audio: "NotFoundError", video: "NotAllowedError" });
  const { tracks, problems } = await acquire(open, constraints(NONE), "video");
  assert.deepEqual(tracks, []);
  assert.deepEqual(problems, { camera: "denied", microphone: "missing" });
});

test("who wants to be heard only is never asked for the camera, and who writes for nothing", async () => {
  const { asked, open } = browser({});
  await acquire(open, constraints(NONE), "audio");
  assert.deepEqual(asked, ["audio"]);
  assert.deepEqual((await acquire(open, constraints(NONE), "text")).tracks, []);
  assert.deepEqual(asked, ["audio"]);
});

test("a remembered device is a wish that cannot fail", () => {
  const { audio, video } = constraints({ ...NONE, camera: "c1", microphone: "m1" });
  assert.deepEqual(audio.deviceId, { ideal: "m1" });
  assert.deepEqual(video.deviceId, { ideal: "c1" });
  assert.equal(constraints(NONE).video.facingMode, "user");
});

test("one takes part by the best that works and is wished for", () => {
  assert.equal(modeOf({ wish: "video", stream: stream("audio", "video") }), "video");
  assert.equal(modeOf({ wish: "video", stream: stream("audio") }), "audio");
  assert.equal(modeOf({ wish: "audio", stream: stream("audio", "video") }), "audio");
  assert.equal(modeOf({ wish: "video", stream: stream("video") }), "text");
  assert.equal(modeOf({ wish: "text", stream: stream("audio", "video") }), "text");
  assert.equal(modeOf({ wish: "video", stream: null }), "text");
});

test("loudness runs from silence to full, and has words", () => {
  assert.equal(loudness(new Float32Array(64)), 0);
  assert.equal(loudness(new Float32Array(64).fill(1)), 1);
  const speech = loudness(new Float32Array(64).fill(0.05));
  assert.ok(speech > 0.5 && speech < 0.8, String(speech));
  assert.equal(hearing(0), "dev-hear-nothing");
  assert.equal(hearing(0.3), "dev-hear-soft");
  assert.equal(hearing(speech), "dev-hear");
  assert.equal(hearing(1), "dev-hear-loud");
});

test("nothing is open before it is asked for, and an unknown permission is no error", async () => {
  assert.equal(devices.value.stream, null);
  assert.equal(devices.value.opened, false);
  assert.equal(await permission("camera"), "unknown");
});

/**
 * A browser whose question stays open until the test answers it.
 *
 * @param {import("node:test").TestContext} context
 */
function asking(context) {
  /** @type {{ kinds: string, answer: () => void, stopped: string[] }[]} */
  const questions = [];
  /** @param {MediaStreamConstraints} wanted */
  const getUserMedia = (wanted) =>
    new Promise((resolve) => {
      const kinds = ["audio", "video"].filter((kind) => wanted[/** @type {"audio"} */ (kind)]);
      /** @type {string[]} */
      const stopped = [];
      const tracks = kinds.map((kind) => ({ kind, stop: () => stopped.push(kind) }));
      const answer = () => resolve({ getTracks: () => tracks });
      questions.push({ kinds: kinds.join("+"), answer, stopped });
    });
  const mediaDevices = { getUserMedia, enumerateDevices: async () => [], addEventListener() {} };
  const page = /** @type {any} */ (globalThis);
  const before = Object.getOwnPropertyDescriptor(page, "navigator");
  const old = devices.value;
  Object.defineProperty(page, "navigator", { value: { mediaDevices }, configurable: true });
  page.isSecureContext = true;
  page.document = { addEventListener() {} };
  page.MediaStream = class {
    /** @param {{ kind: string }[]} tracks */
    constructor(tracks) {
      Object.assign(this, stream(...tracks.map(({ kind }) => kind)), { tracks });
    }
  };
  context.after(() => {
    if (before) Object.defineProperty(page, "navigator", before);
    for (const name of ["isSecureContext", "document", "MediaStream"]) delete page[name];
    devices.value = old;
  });
  return questions;
}

test("who decides to write goes on at once, and a late yes opens nothing", async (context) => {
  const questions = asking(context);
  const opening = openDevices();
  assert.deepEqual(
    questions.map(({ kinds }) => kinds),
    ["audio+video"],
  );
  await setWish("text");
  assert.equal(modeOf(devices.value), "text");
  questions[0]?.answer();
  await opening;
  assert.deepEqual(questions[0]?.stopped, ["audio", "video"]);
  assert.equal(devices.value.stream, null);
  assert.equal(questions.length, 1);
});

test("who changes from picture to voice while asked is asked for the voice", async (context) => {
  const questions = asking(context);
  void openDevices();
  const changed = setWish("audio");
  questions[0]?.answer();
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(
    questions.map(({ kinds }) => kinds),
    ["audio+video", "audio"],
  );
  questions[1]?.answer();
  await changed;
  assert.deepEqual(questions[0]?.stopped, ["audio", "video"]);
  assert.equal(modeOf(devices.value), "audio");
});
