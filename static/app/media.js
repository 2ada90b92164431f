// @ts-check
/**
 * Media: what this page sends into a room, and how it reports about it.
 * Rule: nothing of a person leaves the page before the round begins; the camera itself stays warm
 * in `devices` and is only put into the links here.
 */
import { signal } from "@preact/signals-core";

/** @typedef {import("./protocol.js").Mode} Mode */
/** @typedef {import("./protocol.js").MediaState} MediaState */
/** @typedef {import("./link.js").LinkState} LinkState */
/** @typedef {import("./sending.js").Tracks} Tracks */
/** @typedef {import("./devices.js").Devices} Devices */
/** @typedef {{ state: MediaState, muted: boolean, camera: boolean, sharing: boolean }} Report */

/** @type {Tracks} */
export const NOTHING_SENT = { audio: null, video: null, screen: null };

/**
 * Which tracks go out.
 *
 * @param {MediaStream | null} stream of the devices
 * @param {MediaStreamTrack | null} screen
 * @param {{ begun: boolean, mode: Mode }} room
 * @returns {Tracks}
 */
export function outgoing(stream, screen, { begun, mode }) {
  if (!begun || mode === "text") return NOTHING_SENT;
  return {
    audio: stream?.getAudioTracks()[0] ?? null,
    video: mode === "video" ? (stream?.getVideoTracks()[0] ?? null) : null,
    screen,
  };
}

/**
 * What the others and the host are told about the sender's sound and picture.
 *
 * @param {readonly LinkState[]} links
 * @param {Mode} mode of the sender
 * @param {Pick<Devices, "stream" | "micOn">} devices
 * @param {boolean} sharing
 * @returns {Report}
 */
export function reportOf(links, mode, { stream, micOn }, sharing) {
  const hasMic = Boolean(stream?.getAudioTracks().length);
  const hasCamera = mode === "video" && Boolean(stream?.getVideoTracks().length);
  return {
    state: mediaState(links, mode),
    muted: !micOn || !hasMic,
    camera: hasCamera,
    sharing,
  };
}

/**
 * One word for all links together: the best that works.
 *
 * @param {readonly LinkState[]} links
 * @param {Mode} mode
 * @returns {MediaState}
 */
function mediaState(links, mode) {
  if (mode === "text") return "text";
  const best = mode === "audio" ? "audio" : "connected";
  if (links.length === 0 || links.includes("connected")) return best;
  if (links.includes("audio")) return "audio";
  return links.includes("connecting") ? "connecting" : "text";
}

/* ---- The screen ---- */

/** @type {import("@preact/signals-core").Signal<MediaStreamTrack | null>} */
export const screen = signal(null);

/** Whether this browser can show its screen to others; phones mostly cannot. */
export function canShare() {
  return typeof globalThis.navigator?.mediaDevices?.getDisplayMedia === "function";
}

/** Asks what to share; nothing happens if the person thinks better of it. */
export async function share() {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { ideal: 8, max: 15 } },
      audio: false,
    });
    const track = stream.getVideoTracks()[0] ?? null;
    if (!track) return;
    // Text has to stay sharp; fewer pictures are the smaller loss.
    track.contentHint = "detail";
    track.onended = () => stopSharing();
    screen.value = track;
  } catch {
    // Closing the browser's own question is an answer.
  }
}

export function stopSharing() {
  screen.value?.stop();
  screen.value = null;
}
