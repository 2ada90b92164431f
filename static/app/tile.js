// @ts-check
/**
 * Tile: one person in a room: picture, sound, name, place and time, and how their line does.
 * Rule: text stands on solid ground, never on a picture; who comes by voice or in writing has the
 * same size and rank as who comes by camera.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { tryAgain } from "./call.js";
import { devices } from "./devices.js";
import { Avatar, html, Icon, LocalTime, Name } from "./parts.js";
import { useLeft } from "./ring.js";
import { RobotFace } from "./robotface.js";
import { now as serverNow } from "./socket.js";
import { skyOf, t, whereIs } from "./words.js";

/** @typedef {import("./protocol.js").Member} Member */
/** @typedef {import("./protocol.js").Card} Card */
/** @typedef {import("./call.js").LinkView} LinkView */
/** @typedef {import("preact").ComponentChildren} Children */
/** @typedef {"robot" | "coming" | "away" | "connecting" | "video" | "audio" | "text"} Face */

/**
 * What a member's tile shows.
 *
 * @param {Member} member
 * @param {LinkView | undefined} link
 * @returns {Face}
 */
export function faceOf(member, link) {
  if (member.card.robot) return member.seat === "away" ? "away" : "robot";
  if (member.seat === "away" && !link?.receiving) return "away";
  if (member.mode === "text" || link?.rung === "text") return "text";
  if (!link || link.state === "connecting") return lineless(member, link);
  if (link.state === "audio" || member.mode === "audio" || member.camera === false) return "audio";
  return link.picture ? "video" : "connecting";
}

/**
 * @param {Member} member
 * @param {LinkView | undefined} link
 * @returns {Face}
 */
function lineless(member, link) {
  if (!link) return "text";
  return member.seat === "coming" && !link.met ? "coming" : "connecting";
}

/**
 * @param {{ member: Member, link: LinkView | undefined, now: number, speaking: boolean }} props
 */
export function PartnerTile({ member, link, now, speaking }) {
  const { card, sharing = false } = member;
  const face = faceOf(member, link);
  const shows = sharing && link?.screen ? link.screen : null;
  const kinds = ["tile", face === "away" && "gone", shows && "sharing", speaking && "speaking"];
  return html`<figure
    class=${kinds.filter(Boolean).join(" ")}
    data-sky=${skyOf(now, card.zone)}
    data-person=${card.id}
    data-state=${face}
  >
    ${card.robot && html`<${RobotFace} id=${card.id} name=${card.name} />`}
    ${link?.main && html`<${Surface} key=${`main${link.gen}`} stream=${link.main} name=${card.name} />`}
    ${
      shows &&
      html`<${Surface} key="screen" stream=${shows} silent
      name=${t("room-share-theirs", { name: card.name })} />`
    }
    ${!shows && COVERED.has(face) && html`<${Cover} card=${card} now=${now} />`}
    <${Note} ...${{ member, link, face }} />
    <${Badge} ...${{ member, link, face }} />
    <${Plate} ...${{ card, now }} muted=${face !== "text" && member.muted === true} />
  </figure>`;
}

const COVERED = new Set(["coming", "connecting", "audio", "text"]);

/** @param {{ card: Card, now: number }} props */
function Cover({ card, now }) {
  return html`<div class="tile-off"><${Avatar} name=${card.name} zone=${card.zone} now=${now} size="xl" /></div>`;
}

/**
 * The viewer's own tile, mirrored and without sound.
 *
 * @param {{ card: Card, now: number, stream: MediaStream | null, muted: boolean, mode: string, camera: boolean }} props
 */
export function SelfTile({ card, now, stream, muted, mode, camera }) {
  const seen = mode === "video" && camera && Boolean(stream?.getVideoTracks().length);
  return html`<figure class="tile self-pip mirror" data-sky=${skyOf(now, card.zone)}
    data-person=${card.id} data-state=${seen ? "video" : mode === "text" ? "text" : "audio"}>
    ${seen && html`<${Surface} stream=${stream} silent name=${t("you")} />`}
    ${!seen && html`<${Cover} card=${card} now=${now} />`}
    <${Plate} ...${{ card, now }} name=${t("you")} muted=${muted && mode !== "text"} />
  </figure>`;
}

/** @param {{ card: Card, now: number, muted: boolean, name?: string }} props */
function Plate({ card, now, muted, name }) {
  return html`<figcaption class="plate">
    ${muted && html`<${Icon} name="mic-off" small /><span class="vh">${t("room-muted")}</span>`}
    ${name ? html`<b class="plate-n">${name}</b>` : html`<${Name} of=${card} kind="plate-n" />`}
    <span class="plate-s">${whereIs(card)}</span>
    <${LocalTime} epoch=${now} zone=${card.zone} />
  </figcaption>`;
}

/** Quality or way of taking part, where it is not plain picture and sound. */
/** @param {{ member: Member, link: LinkView | undefined, face: Face }} props */
function Badge({ member, link, face }) {
  if (member.card.robot) return html`<span class="q">${t("simulated")}</span>`;
  if (face === "text") return html`<span class="q">${t("room-text-only")}</span>`;
  if (member.seat === "away" && face !== "away") {
    return html`<span class="q"><span class="ql q1"><span class="pd re"></span>${t("presence-reconnecting")}</span></span>`;
  }
  if (link && link.state !== "connecting" && link.level <= 2) {
    const word = t(link.level === 1 ? "room-quality-bad" : "room-quality-weak");
    return html`<span class="q"><${Beads} lit=${link.level} word=${word} /></span>`;
  }
  if (face !== "audio") return null;
  const quiet = member.camera === false && member.mode !== "audio" && link?.state !== "audio";
  return html`<span class="q">${t(quiet ? "room-camera-off-note" : "room-audio-only")}</span>`;
}

/** @param {{ lit: number, word: string }} props */
function Beads({ lit, word }) {
  return html`<span class=${`ql q${lit}`}><span class="beads" aria-hidden="true">
    ${[1, 2, 3].map((n) => html`<i class=${n <= lit ? "on" : ""}></i>`)}</span>${word}</span>`;
}

/** What has happened to the line, and what there is to do: mostly nothing. */
/** @param {{ member: Member, link: LinkView | undefined, face: Face }} props */
function Note({ member, link, face }) {
  const { name, id } = member.card;
  if (face === "away") return html`<${Away} name=${name} until=${member.until ?? null} />`;
  if (face === "coming") return html`<${Line} text=${t("room-coming")} amber />`;
  if (link?.rung === "text" && member.mode !== "text") {
    return html`<${Line} text=${t("room-fallback-text")}>
      <button type="button" class="btn quiet sm" onClick=${() => tryAgain(id)}>${t("retry")}</button>
    <//>`;
  }
  if (link?.rung === "audio" && face === "audio") {
    return html`<${Line} text=${t(link.met ? "room-slow" : "room-fallback-audio")}>
      <button type="button" class="btn quiet sm" onClick=${() => tryAgain(id)}>${t("retry")}</button>
    <//>`;
  }
  if (face !== "connecting" || link?.state !== "connecting") return null;
  if (link.rung === "relay") return html`<${Line} text=${t("room-relay")} amber />`;
  if (link.trying) return html`<${Line} text=${t("room-restarting")} amber />`;
  return html`<${Line} text=${t("room-connecting", { name })} />`;
}

/** @param {{ text: string, amber?: boolean, children?: Children }} props */
function Line({ text, amber, children }) {
  return html`<div class="tile-line" role="status">
    <span class=${amber ? "tag amber" : "tag"}>${text}</span>${children}
  </div>`;
}

/** @param {{ name: string, until: number | null }} props */
function Away({ name, until }) {
  const left = Math.ceil(useLeft(until ?? 0, serverNow));
  return html`<div class="tile-note">
    <span class="tag amber"><span class="pd re"></span>${t("presence-reconnecting")}</span>
    <p class="d3">${t("room-partner-lost-title", { name })}</p>
    <p class="sm" role="timer">${t("room-partner-lost-note", { s: left })}</p>
  </div>`;
}

/**
 * A stream as the browser plays it. Its tile counts the frames that were really shown.
 *
 * @param {{ stream: MediaStream | null, name: string, silent?: boolean }} props
 */
function Surface({ stream, name, silent = false }) {
  const video = useRef(/** @type {HTMLVideoElement | null} */ (null));
  const [held, setHeld] = useState(false);
  const play = () =>
    video.current?.play().then(
      () => setHeld(false),
      (error) => setHeld(error.name === "NotAllowedError"),
    );
  useEffect(() => {
    const box = video.current;
    if (!box || !stream) return;
    if (box.srcObject !== stream) box.srcObject = stream;
    // As an attribute it would come too late for the first sound.
    box.muted = silent;
    void play();
  }, [stream, silent]);
  useEffect(() => countFrames(video.current), []);
  const speaker = devices.value.chosen.speaker;
  useEffect(() => {
    const box = /** @type {any} */ (video.current);
    // Not every browser lets a page choose the speaker; then it is the system's.
    if (!silent && speaker) box?.setSinkId?.(speaker).catch(() => {});
  }, [speaker, silent]);
  return html`<video ref=${video} aria-label=${name} autoplay playsinline></video>
    ${
      held &&
      html`<div class="tile-line"><span class="tag amber">${t("room-sound-blocked")}</span>
        <button type="button" class="btn sm" onClick=${play}>${t("room-sound-play")}</button></div>`
    }`;
}

/**
 * @param {HTMLVideoElement | null} video
 * @returns {() => void} stops it
 */
function countFrames(video) {
  const tile = /** @type {HTMLElement | null | undefined} */ (video?.closest("[data-person]"));
  if (!video?.requestVideoFrameCallback || !tile) return () => {};
  let frames = 0;
  let handle = 0;
  const count = () => {
    frames += 1;
    tile.dataset.frames = String(frames);
    handle = video.requestVideoFrameCallback(count);
  };
  handle = video.requestVideoFrameCallback(count);
  return () => video.cancelVideoFrameCallback(handle);
}
