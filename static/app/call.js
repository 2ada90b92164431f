// @ts-check
/**
 * Call: the running call of this page: the room's state goes in, links and reports come out.
 * Rule: it starts once and then only follows `state` and `devices`; no view opens or closes a link.
 */
import { effect, signal, untracked } from "@preact/signals-core";
import { devices, openDevices } from "./devices.js";
import { outgoing, reportOf, screen, stopSharing } from "./media.js";
import { Peers } from "./peers.js";
import { speaker } from "./quality.js";
import { dispatch, listen, now, send, state } from "./socket.js";
import { t } from "./words.js";

/** @typedef {import("./link.js").Link} Link */
/** @typedef {import("./link.js").LinkState} LinkState */
/** @typedef {import("./reduce.js").State} State */
/**
 * @typedef {object} LinkView what the views may know of a link
 * @property {number} gen
 * @property {LinkState} state
 * @property {import("./ladder.js").Rung} rung
 * @property {import("./quality.js").Level} level
 * @property {boolean} met
 * @property {boolean} receiving something came in lately
 * @property {boolean} picture a picture comes in
 * @property {boolean} trying another path is being tried
 * @property {MediaStream | null} main
 * @property {MediaStream | null} screen
 */
/** @typedef {{ links: Readonly<Record<string, LinkView>>, speaker: string | null }} Call */

const TICK_MS = 500;
const TICKS_PER_POLL = 4;
const GROUP = 3;

/** @type {import("@preact/signals-core").Signal<Call>} */
export const call = signal({ links: {}, speaker: null });

const peers = new Peers({ send: (message) => send(message), now, changed: show });

let started = false;
let ticks = 0;
/** @type {import("./protocol.js").RoomState | null} */
let lastRoom = null;
let sending = false;
let told = "";
let floor = { person: /** @type {string | null} */ (null), since: 0 };
/** @type {ReturnType<typeof setInterval> | undefined} */
let ticking;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let beginning;
/** Changes when a round begins, so that what depends on it is looked at again. */
const begins = signal(0);

/** Follows the room from now on; a second call changes nothing. */
export function startCall() {
  if (started) return;
  started = true;
  effect(follow);
  effect(attach);
  effect(report);
  listen((message) => {
    if (message.t === "signal.offer" || message.t === "signal.answer") peers.receive(message);
    if (message.t === "signal.candidate") peers.receive(message);
    if (message.t === "room.closed") tellWhy(message);
    // Whoever answers now may know nothing of what was told before.
    if (message.t === "welcome") told = "";
  });
  for (const source of [globalThis, /** @type {any} */ (navigator).connection]) {
    source?.addEventListener?.(source === globalThis ? "online" : "change", () => peers.moved());
  }
  addEventListener("pagehide", () => peers.close());
}

/**
 * The room is gone from the screen with its last word, so that word is said on the next one.
 *
 * @param {import("./protocol.js").RoomClosed} closed
 */
function tellWhy({ room, reason }) {
  if (lastRoom?.room !== room) return;
  const [only, more] = lastRoom.members;
  const name = more ? "" : (only?.card.name ?? "");
  if (reason === "partner_left" && name) return tell(t("match-lost-open", { name }));
  return reason === "moved" ? tell(t("room-closed-moved")) : undefined;
}

/** @param {string} text */
function tell(text) {
  dispatch({ t: "local.notice", text, at: now() });
}

/**
 * "Try again" after the call had stepped down.
 *
 * @param {string} person
 */
export function tryAgain(person) {
  peers.links.get(person)?.climb();
  show();
}

/**
 * When the room opens: its own word, or the card's while that is all there is.
 *
 * @param {State} at
 */
export function beganAt({ room, seat }) {
  return room?.began ?? seat?.starts_at ?? Number.POSITIVE_INFINITY;
}

/** @param {State} at */
const modeOf = ({ you }) => you?.mode ?? "video";

function follow() {
  const at = state.value;
  const room = at.here ? at.room : null;
  if (at.room) lastRoom = at.room;
  peers.useIce((at.ice ?? []).map(iceServer));
  untracked(() => {
    peers.sync(room, modeOf(at));
    if (room) keepGoing(at);
    else stopGoing();
    show();
  });
}

/** @param {State} at */
function keepGoing(at) {
  ticking ??= setInterval(tick, TICK_MS);
  clearTimeout(beginning);
  const wait = beganAt(at) - now();
  // Timers may fire a little early, and then it would not have begun yet.
  if (wait > 0) beginning = setTimeout(() => begins.value++, wait * 1000 + 5);
  const { opened, asking } = devices.value;
  // After a reload in the middle of a round the camera is still to be opened.
  if (!opened && !asking && modeOf(at) !== "text") void openDevices();
}

function stopGoing() {
  clearInterval(ticking);
  clearTimeout(beginning);
  ticking = undefined;
  told = "";
  floor = { person: null, since: 0 };
  stopSharing();
}

function attach() {
  const at = state.value;
  const { stream } = devices.value;
  const shown = screen.value;
  void begins.value;
  const begun = now() >= beganAt(at);
  sending = begun;
  peers.attach(outgoing(stream, shown, { begun, mode: modeOf(at) }));
}

function report() {
  const { room, you, link } = state.value;
  const states = Object.values(call.value.links).map((each) => each.state);
  const media = reportOf(states, you?.mode ?? "video", devices.value, screen.value !== null);
  if (!room || link !== "live") return;
  const key = JSON.stringify([room.room, room.epoch, media]);
  if (key === told) return;
  told = key;
  // Refused means that the room is no more.
  send({ t: "room.media", room: room.room, epoch: room.epoch, ...media }).catch(() => {});
}

function tick() {
  const at = state.value;
  const begun = now() >= beganAt(at);
  if (begun !== sending) begins.value++;
  peers.tick(now(), begun);
  ticks += 1;
  if (ticks % TICKS_PER_POLL === 0) void peers.poll();
  if ((at.room?.members.length ?? 0) + 1 >= GROUP) listenIn();
  else show();
}

/** Finds out who has the floor; in a room of two everybody knows. */
function listenIn() {
  const levels = Object.fromEntries([...peers.links].map(([id, link]) => [id, link.loudness()]));
  floor = speaker(floor, levels, now());
  show();
}

function show() {
  const links = Object.fromEntries([...peers.links].map(([id, link]) => [id, viewOf(link)]));
  const last = call.peek();
  if (last.speaker === floor.person && sameLinks(last.links, links)) return;
  call.value = { links, speaker: floor.person };
}

/**
 * @param {Link} link
 * @returns {LinkView}
 */
function viewOf(link) {
  return {
    gen: link.gen,
    state: link.state,
    rung: link.ladder.rung,
    level: link.level,
    met: link.met,
    receiving: link.receiving,
    picture: link.picture,
    trying: link.ladder.restarted,
    main: link.main,
    screen: link.screen,
  };
}

/**
 * @param {Readonly<Record<string, LinkView>>} a
 * @param {Readonly<Record<string, LinkView>>} b
 */
function sameLinks(a, b) {
  const ids = Object.keys(b);
  if (ids.length !== Object.keys(a).length) return false;
  return ids.every((id) => {
    const [one, two] = [a[id], b[id]];
    if (!one || !two) return false;
    const keys = /** @type {(keyof LinkView)[]} */ (Object.keys(two));
    return keys.every((key) => one[key] === two[key]);
  });
}

/**
 * @param {import("./protocol.js").IceServer} server
 * @returns {RTCIceServer}
 */
function iceServer({ urls, username, credential }) {
  return { urls, ...(username && { username }), ...(credential && { credential }) };
}
