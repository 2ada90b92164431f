// @ts-check
/**
 * Devices: camera, microphone and speaker of this page, and why one of them does not work.
 * Rule: nothing that fails here keeps anybody out; what can be had is used, and what is repaired
 * is noticed without a reload. The stream stays open for the whole event.
 */
import { signal } from "@preact/signals-core";
/** @typedef {import("./protocol.js").Mode} Mode */
/** @typedef {"denied" | "system" | "busy" | "missing" | "insecure" | "unsupported" | "failed"} Problem */
/** @typedef {"camera" | "microphone" | "speaker"} Kind */
/** @typedef {{ id: string, label: string }} Device */
/** @typedef {{ camera: Problem | null, microphone: Problem | null }} Problems */
/**
 * `wish`: how the person wants to take part. `stream`: a new one whenever its tracks change.
 * `asking`: the browser's question stands open. `opened`: it was answered at least once.
 *
 * @typedef {{ wish: Mode, stream: MediaStream | null, asking: boolean, opened: boolean,
 *   cameraOn: boolean, micOn: boolean, problems: Problems,
 *   found: Record<Kind, Device[]>, chosen: Record<Kind, string> }} Devices
 */

const KEPT_IN = "tsunagari:devices";
const BUSY_AGAIN_MS = 4000;
const INPUTS = /** @type {const} */ (["camera", "microphone"]);
const KIND_OF = /** @type {Record<string, Kind>} */ ({
  videoinput: "camera",
  audioinput: "microphone",
  audiooutput: "speaker",
});

/** @type {Record<string, Problem>} */
const PROBLEM_OF = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
};

/**
 * Why a device could not be had, from what the browser threw.
 *
 * @param {{ name?: string, message?: string }} error
 * @returns {Problem}
 */
export function problemOf(error) {
  const problem = PROBLEM_OF[error.name ?? ""] ?? "failed";
  // Chrome says so when the operating system, not the page's permission, stands in the way.
  return problem === "denied" && /system/i.test(error.message ?? "") ? "system" : problem;
}

/**
 * Why no device can be had at all, before anybody is asked.
 *
 * @param {{ secure: boolean, media: unknown }} page
 * @returns {Problem | null}
 */
export function obstacle({ secure, media }) {
  if (media) return null;
  return secure ? "unsupported" : "insecure";
}

/**
 * How the person takes part with what works: seen, heard, or in writing.
 *
 * @param {Pick<Devices, "wish" | "stream">} devices
 * @returns {Mode}
 */
export function modeOf({ wish, stream }) {
  if (wish === "text" || !stream?.getAudioTracks().length) return "text";
  return wish === "video" && stream.getVideoTracks().length ? "video" : "audio";
}

/**
 * What to ask the browser for. Remembered devices are wishes: one that is gone is no failure.
 *
 * @param {Record<Kind, string>} chosen
 * @returns {{ audio: MediaTrackConstraints, video: MediaTrackConstraints }}
 */
export function constraints(chosen) {
  const { camera, microphone } = chosen;
  return {
    audio: {
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      ...(microphone && { deviceId: { ideal: microphone } }),
    },
    video: {
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30, max: 30 },
      ...(camera ? { deviceId: { ideal: camera } } : { facingMode: "user" }),
    },
  };
}

/**
 * Opens what is wanted and tells for each device what came of it. Both are asked for at once, so
 * that the browser asks once; only if that fails, each alone, to learn which of them it was.
 *
 * @param {(wanted: MediaStreamConstraints) => Promise<MediaStream>} open
 * @param {ReturnType<typeof constraints>} want
 * @param {Mode} wish
 * @returns {Promise<{ tracks: MediaStreamTrack[], problems: Problems }>}
 */
export async function acquire(open, want, wish) {
  /** @type {Problems} */
  const problems = { camera: null, microphone: null };
  if (wish === "text") return { tracks: [], problems };
  /** @type {MediaStreamTrack[]} */
  const tracks = [];
  if (wish === "video") {
    try {
      return { tracks: (await open(want)).getTracks(), problems };
    } catch {
      // Which of the two it was shows below.
    }
  }
  for (const kind of wish === "video" ? INPUTS : /** @type {const} */ (["microphone"])) {
    try {
      const one = kind === "camera" ? { video: want.video } : { audio: want.audio };
      tracks.push(...(await open(one)).getTracks());
    } catch (error) {
      problems[kind] = problemOf(/** @type {Error} */ (error));
    }
  }
  return { tracks, problems };
}

/* ---- The devices of this page ---- */

/** @returns {{ wish: Mode, chosen: Record<Kind, string> }} */
function remembered() {
  const chosen = { camera: "", microphone: "", speaker: "" };
  try {
    const { wish, ...kept } = JSON.parse(localStorage.getItem(KEPT_IN) ?? "{}");
    return { wish: wish ?? "video", chosen: { ...chosen, ...kept } };
  } catch {
    return { wish: "video", chosen };
  }
}

/** @type {import("@preact/signals-core").Signal<Devices>} */
export const devices = signal({
  wish: "video",
  stream: null,
  asking: false,
  opened: false,
  cameraOn: true,
  micOn: true,
  problems: { camera: null, microphone: null },
  found: { camera: [], microphone: [], speaker: [] },
  chosen: { camera: "", microphone: "", speaker: "" },
});
if (typeof localStorage !== "undefined") devices.value = { ...devices.value, ...remembered() };

/** @param {Partial<Devices>} change */
function set(change) {
  devices.value = { ...devices.value, ...change };
}

function remember() {
  const { wish, chosen } = devices.value;
  try {
    localStorage.setItem(KEPT_IN, JSON.stringify({ wish, ...chosen }));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** @type {Promise<void> | null} */
let opening = null;

/** What the browser is to be asked for now. */
function wanted() {
  const { wish, chosen, cameraOn } = devices.value;
  const seen = /** @type {Mode} */ (wish === "video" && !cameraOn ? "audio" : wish);
  return { seen, camera: chosen.camera, microphone: chosen.microphone };
}

/**
 * Opens what the person wishes for; a call while one is running waits for that one, which begins
 * again where the wish has changed since.
 *
 * @returns {Promise<void>}
 */
export function openDevices() {
  opening ??= openNow().finally(() => {
    opening = null;
  });
  return opening;
}

async function openNow() {
  const media = navigator.mediaDevices;
  const stopped = obstacle({ secure: isSecureContext, media });
  if (stopped) {
    return set({ opened: true, problems: { camera: stopped, microphone: stopped } });
  }
  set({ asking: true });
  const open = (/** @type {MediaStreamConstraints} */ wish) => media.getUserMedia(wish);
  const asked = wanted();
  const { tracks, problems } = await acquire(open, constraints(devices.value.chosen), asked.seen);
  if (JSON.stringify(asked) !== JSON.stringify(wanted())) {
    for (const track of tracks) track.stop();
    return openNow();
  }
  use(tracks);
  set({ asking: false, opened: true, problems });
  await list();
  watch();
  if (problems.camera === "busy" || problems.microphone === "busy") {
    setTimeout(againIfHelpful, BUSY_AGAIN_MS);
  }
}

/** @param {MediaStreamTrack[]} tracks */
function use(tracks) {
  const { stream: old, micOn } = devices.value;
  for (const track of old?.getTracks() ?? []) if (!tracks.includes(track)) track.stop();
  for (const track of tracks) {
    if (track.kind === "audio") track.enabled = micOn;
    // The device was unplugged or another program took it.
    track.onended = () => void openDevices();
  }
  set({ stream: tracks.length ? new MediaStream(tracks) : null });
}

async function list() {
  /** @type {Devices["found"]} */
  const found = { camera: [], microphone: [], speaker: [] };
  for (const each of await navigator.mediaDevices.enumerateDevices()) {
    const kind = KIND_OF[each.kind];
    if (kind && each.deviceId) found[kind].push({ id: each.deviceId, label: each.label });
  }
  set({ found });
}

let watching = false;

/** Repairs are noticed: a permission given, a device plugged in, a program closed, a page shown. */
function watch() {
  if (watching) return;
  watching = true;
  navigator.mediaDevices.addEventListener("devicechange", async () => {
    await list();
    await againIfHelpful();
  });
  document.addEventListener("visibilitychange", againIfHelpful);
  for (const name of INPUTS) {
    const query = navigator.permissions?.query({ name: /** @type {PermissionName} */ (name) });
    query?.then(
      (status) => status.addEventListener("change", againIfHelpful),
      // Firefox knows no such permission; coming back to the page is noticed there.
      () => undefined,
    );
  }
}

/** Another try without a question: only if nothing is refused that the browser would ask for. */
async function againIfHelpful() {
  const { problems, wish } = devices.value;
  const broken = INPUTS.filter((kind) => problems[kind]);
  if (wish === "text" || !broken.length || document.visibilityState === "hidden") return;
  const states = await Promise.all(broken.map(permission));
  const asks = states.some(
    (state, n) => state !== "granted" && problems[broken[n] ?? "camera"] === "denied",
  );
  if (!asks) await openDevices();
}

/**
 * @param {"camera" | "microphone"} name
 * @returns {Promise<string>} "unknown" where the browser does not tell
 */
export async function permission(name) {
  try {
    const query = { name: /** @type {PermissionName} */ (name) };
    return (await navigator.permissions.query(query)).state;
  } catch {
    return "unknown";
  }
}

/** After a reload: opens again what was allowed before, and asks nothing. */
export async function reopen() {
  const { wish, opened } = devices.value;
  if (opened || wish === "text") return;
  const states = await Promise.all(INPUTS.map(permission));
  if (states.every((state) => state === "granted")) await openDevices();
}

/** @param {Mode} wish */
export async function setWish(wish) {
  set({ wish, problems: { camera: null, microphone: null } });
  remember();
  const done = openDevices();
  // Who only writes needs no answer to a question of the browser that still stands open.
  if (wish !== "text") await done;
}

/** @param {Kind} kind @param {string} id */
export async function chooseDevice(kind, id) {
  set({ chosen: { ...devices.value.chosen, [kind]: id } });
  remember();
  if (kind !== "speaker") await openDevices();
}

/** The camera's light goes out with the picture. */
/** @param {boolean} on */
export async function setCamera(on) {
  set({ cameraOn: on });
  if (on) return openDevices();
  use(devices.value.stream?.getAudioTracks() ?? []);
}

/** @param {boolean} on */
export function setMic(on) {
  for (const track of devices.value.stream?.getAudioTracks() ?? []) track.enabled = on;
  set({ micOn: on });
}

/* ---- Ears ---- */

const QUIETEST_DB = -60;
const LOUDEST_DB = -8;
const LISTEN_MS = 90;

/**
 * How loud a voice is, from 0 to 1, from samples between -1 and 1.
 *
 * @param {Float32Array} samples
 */
export function loudness(samples) {
  const power = samples.reduce((sum, value) => sum + value * value, 0) / (samples.length || 1);
  const decibels = 10 * Math.log10(power + 1e-12);
  return Math.min(1, Math.max(0, (decibels - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)));
}

/**
 * What to say about the loudest moment of the last while.
 *
 * @param {number} peak
 */
export function hearing(peak) {
  if (peak < 0.2) return "dev-hear-nothing";
  if (peak < 0.4) return "dev-hear-soft";
  return peak > 0.95 ? "dev-hear-loud" : "dev-hear";
}

/**
 * Calls `heard` with the loudness of a stream until it is stopped.
 *
 * @param {MediaStream} stream
 * @param {(level: number) => void} heard
 * @returns {() => void}
 */
export function listenTo(stream, heard) {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    // Without a gesture a browser may start it asleep; the first press wakes it.
    if (context.state === "suspended") void context.resume();
    analyser.getFloatTimeDomainData(samples);
    heard(loudness(samples));
  }, LISTEN_MS);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
