// @ts-check
/**
 * Sending: the three lines of a link: which are wanted, what goes out on them, and how much.
 * Rule: an engine that refuses a wish goes on as it was; nobody loses a call over a setting.
 */

/** @typedef {{ audio: MediaStreamTrack | null, video: MediaStreamTrack | null, screen: MediaStreamTrack | null }} Tracks */
/** @typedef {{ bitrate: number, height: number }} Cap of the camera: bits per second, lines of picture */
/** @typedef {readonly RTCRtpTransceiver[]} Lines */

export const KINDS = /** @type {const} */ (["audio", "video", "video"]);
const NAMES = /** @type {const} */ (["audio", "video", "screen"]);
const SCREEN = { bitrate: 1_500_000, height: 0 };

/** Two lines of video with every codec a browser knows would not fit into an allowed offer. */
const CODECS = ["video/vp8", "video/h264", "video/rtx", "video/red", "video/ulpfec"];

/**
 * Sets which lines are wanted; without pictures the others stop sending theirs too.
 *
 * @param {Lines} lines
 * @param {boolean} silent no pictures
 */
export function aim(lines, silent) {
  for (const [index, line] of lines.entries()) {
    if (index >= KINDS.length) return;
    const wanted = index > 0 && silent ? "inactive" : "sendrecv";
    if (line.direction !== wanted) line.direction = wanted;
    if (index > 0) preferCodecs(line);
  }
}

/**
 * @param {Lines} lines
 * @param {Tracks} tracks
 * @param {boolean} silent no pictures
 */
export function fill(lines, tracks, silent) {
  for (const [index, { sender }] of lines.entries()) {
    const name = NAMES[index];
    if (!name) return;
    const track = silent && name !== "audio" ? null : tracks[name];
    if (sender.track !== track) sender.replaceTrack(track).catch(() => {});
  }
}

/**
 * Caps what goes out: in a mesh every room-mate costs an encoder and a share of the uplink.
 *
 * @param {Lines} lines
 * @param {Cap} cap
 */
export function tune(lines, cap) {
  limit(lines[1]?.sender, cap);
  limit(lines[2]?.sender, SCREEN);
}

/**
 * A description without lines about payload types that its section does not list. Firefox (seen in
 * 140) leaves those of codecs that are not preferred, and Chromium refuses such an offer whole.
 *
 * @param {string} sdp
 */
export function withoutStrays(sdp) {
  /** @type {ReadonlySet<string> | null} */
  let listed = null;
  const kept = sdp.split("\r\n").filter((line) => {
    if (line.startsWith("m=")) listed = new Set(line.split(" ").slice(3));
    const type = /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+) /.exec(line)?.[1];
    return !type || !listed || listed.has(type);
  });
  return kept.join("\r\n");
}

/** @param {RTCRtpTransceiver} line */
function preferCodecs(line) {
  const all = globalThis.RTCRtpReceiver?.getCapabilities?.("video")?.codecs ?? [];
  const wanted = CODECS.flatMap((name) => all.filter((one) => one.mimeType.toLowerCase() === name));
  if (wanted.length === 0) return;
  try {
    line.setCodecPreferences(wanted);
  } catch {
    // An engine that lists what it will not take: its own order is as good.
  }
}

/**
 * @param {RTCRtpSender | undefined} sender
 * @param {Cap} cap `height` 0: as captured
 */
function limit(sender, { bitrate, height }) {
  const parameters = sender?.track ? sender.getParameters() : null;
  const encoding = parameters?.encodings?.[0];
  if (!sender || !parameters || !encoding) return;
  const captured = sender.track?.getSettings().height ?? 0;
  const scale = height > 0 && captured > height ? captured / height : 1;
  if (encoding.maxBitrate === bitrate && (encoding.scaleResolutionDownBy ?? 1) === scale) return;
  encoding.maxBitrate = bitrate;
  encoding.scaleResolutionDownBy = scale;
  sender.setParameters(parameters).catch(() => {});
}
