// @ts-check
/**
 * Socket: the one connection to the server, and the store that its messages fill.
 * Rule: a request is answered once, whatever happens to the line underneath: what has no answer
 * yet is sent again, under the same id, as soon as the session is back.
 *
 * `createConnection` is the machine; time, chance and the WebSocket come in as arguments. Below it
 * stands the one that the page uses.
 */
import { signal } from "@preact/signals-core";
import { initial, reduce } from "./reduce.js";

/** @typedef {import("./protocol.js").ServerMessage} ServerMessage */
/** @typedef {import("./protocol.js").ClientMessage} ClientMessage */
/** @typedef {import("./protocol.js").Hello} Hello */
/** @typedef {import("./protocol.js").Ok} Ok */
/** @typedef {import("./reduce.js").LocalAct} LocalAct */
/** @typedef {{ [T in ClientMessage["t"]]: Omit<Extract<ClientMessage, { t: T }>, "id"> }[ClientMessage["t"]]} Wish */
/** @typedef {Omit<Hello, "t" | "id" | "resume">} Greeting */
/** @typedef {{ send(text: string): void, close(code?: number): void, onopen: ((event: any) => void) | null, onmessage: ((event: { data: any }) => void) | null, onclose: ((event: { code: number }) => void) | null }} Wire */
/** @typedef {{ text: string, done: (ok: Ok) => void, fail: (error: Refused) => void, timer: unknown }} Waiting */
/**
 * @typedef {object} Outside everything that is not the machine
 * @property {() => Wire} open a new WebSocket
 * @property {() => Greeting} greet what the next hello says
 * @property {(messages: ServerMessage[]) => void} hear
 * @property {(act: LocalAct) => void} tell
 * @property {() => number} now seconds on this machine's clock
 * @property {(seconds: number, act: () => void) => unknown} after
 * @property {(timer: any) => void} cancel
 * @property {() => number} random from 0 to 1
 * @property {() => boolean} visible
 */

const PING_SECONDS = 10;
const SILENCE_SECONDS = 22;
const PROBE_SECONDS = 5;
const ANSWER_SECONDS = 30;
const FIRST_WAIT_SECONDS = 0.5;
const LONGEST_WAIT_SECONDS = 30;
/** So often one knocks every second or so: a server that restarts is back within 3 s. */
const EAGER_ATTEMPTS = 30;
const EAGER_WAIT_SECONDS = 2;
const CLOCK_SAMPLES = 5;

/** After these the page does not come back by itself. */
const FINAL = /** @type {Record<number, string>} */ ({
  4401: "not_authenticated",
  4403: "removed",
  4409: "replaced",
  4410: "left",
  4426: "version",
});

/** A request that was refused, with the server's stable code. */
export class Refused extends Error {
  /** @param {string} code @param {string} [detail] */
  constructor(code, detail = "") {
    super(detail || code);
    this.code = code;
  }
}

/** @param {number} attempt @returns {number} seconds to wait at most before it */
export function longestWait(attempt) {
  if (attempt < EAGER_ATTEMPTS) {
    return Math.min(EAGER_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** attempt);
  }
  return Math.min(LONGEST_WAIT_SECONDS, EAGER_WAIT_SECONDS * 2 ** (attempt - EAGER_ATTEMPTS + 1));
}

/** @param {Outside} outside */
export function createConnection({ open, greet, hear, tell, now, after, cancel, random, visible }) {
  /** @type {Wire | null} */
  let wire = null;
  let live = false;
  /** @type {{ session: string, key: string } | null} */
  let session = null;
  let acked = 0;
  let nextId = 1;
  let helloId = 0;
  let attempt = 0;
  let heardAt = 0;
  let pingedAt = 0;
  /** @type {unknown} */
  let retry;
  /** @type {unknown} */
  let beat;
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  /** @type {{ trip: number, offset: number }[]} */
  let samples = [];

  function start() {
    cancel(retry);
    hangUp();
    const mine = open();
    wire = mine;
    mine.onopen = () => wire === mine && sayHello(mine);
    mine.onmessage = (event) => wire === mine && onFrame(event.data);
    mine.onclose = (event) => wire === mine && onClose(event.code);
  }

  function hangUp() {
    const old = wire;
    wire = null;
    live = false;
    cancel(beat);
    old?.close(1000);
  }

  /** @param {Wire} mine */
  function sayHello(mine) {
    helloId = nextId++;
    heardAt = now();
    const resume = session && { ...session, acked };
    mine.send(JSON.stringify({ t: "hello", id: helloId, ...greet(), ...(resume && { resume }) }));
    // A server that accepts the socket and then says nothing is as good as gone.
    cancel(beat);
    beat = after(PING_SECONDS, onSilence);
  }

  /** @param {string} data */
  function onFrame(data) {
    const frame = /** @type {{ n?: number, m: ServerMessage[] }} */ (JSON.parse(data));
    heardAt = now();
    if (frame.m.some((message) => message.t === "welcome")) acked = 0;
    if (frame.n !== undefined) {
      if (frame.n <= acked) return;
      acked = frame.n;
    }
    hear(frame.m);
    frame.m.forEach(attend);
    // Timers of a hidden page are slowed down; a message wakes it all the same.
    if (live && now() - pingedAt >= PING_SECONDS) ping();
  }

  /** @param {ServerMessage} message */
  function attend(message) {
    switch (message.t) {
      case "welcome":
        session = { session: message.session, key: message.key };
        // It says only when it was sent: better than nothing until the first pong.
        if (samples.length === 0) tell({ t: "local.offset", offset: message.at - now() });
        return onLive();
      case "resumed":
        return onLive();
      case "resync":
        return undefined;
      case "pong":
        return onPong(message.sent, message.at);
      case "ok":
        return settle(message.re)?.done(message);
      case "error":
        if (message.re === helloId && !live) return stop(message.code);
        return settle(message.re)?.fail(new Refused(message.code, message.detail));
      default:
        return undefined;
    }
  }

  function onLive() {
    live = true;
    attempt = 0;
    for (const { text } of waiting.values()) wire?.send(text);
    ping();
  }

  function ping() {
    cancel(beat);
    pingedAt = now();
    const frame = { t: "ping", id: nextId++, acked, sent: pingedAt, visible: visible() };
    wire?.send(JSON.stringify(frame));
    beat = after(PING_SECONDS, onBeat);
  }

  function onBeat() {
    if (now() - heardAt > SILENCE_SECONDS) onSilence();
    else ping();
  }

  function onSilence() {
    hangUp();
    onClose(1006);
  }

  /** The fastest of the last answers is the one that waited least on its way. */
  /** @param {number} sent @param {number} at */
  function onPong(sent, at) {
    const trip = Math.max(0, now() - sent);
    samples = [...samples, { trip, offset: at - sent - trip / 2 }].slice(-CLOCK_SAMPLES);
    const best = samples.reduce((a, b) => (b.trip < a.trip ? b : a));
    tell({ t: "local.offset", offset: best.offset });
  }

  /** @param {number} code */
  function onClose(code) {
    wire = null;
    live = false;
    cancel(beat);
    const final = FINAL[code];
    if (final) return stop(final);
    const wait = random() * longestWait(attempt);
    attempt += 1;
    tell({ t: "local.link", link: "lost", retryAt: now() + wait });
    cancel(retry);
    retry = after(wait, start);
  }

  /** @param {string} code */
  function stop(code) {
    hangUp();
    cancel(retry);
    for (const id of [...waiting.keys()]) {
      if (code === "left") settle(id)?.done({ t: "ok", re: id });
      else settle(id)?.fail(new Refused(code));
    }
    tell({ t: "local.link", link: code === "removed" ? "removed" : "ended", ended: code });
  }

  /** @param {number} id */
  function settle(id) {
    const found = waiting.get(id);
    waiting.delete(id);
    cancel(found?.timer);
    return found;
  }

  /**
   * Sends a request and resolves with its `ok`, or rejects with Refused.
   *
   * @param {Wish} message
   * @returns {Promise<Ok>}
   */
  function send(message) {
    const id = nextId++;
    const text = JSON.stringify({ ...message, id });
    const answer = new Promise((done, fail) => {
      const timer = after(ANSWER_SECONDS, () => settle(id)?.fail(new Refused("timeout")));
      waiting.set(id, { text, done, fail, timer });
    });
    // Who does not look at the answer does not want a complaint in the console either.
    answer.catch(() => {});
    if (live) wire?.send(text);
    return answer;
  }

  /** The network or the reader is back: try now, or see whether the line still stands. */
  function wake() {
    if (wire === null) {
      attempt = 0;
      return start();
    }
    if (!live) return undefined;
    ping();
    cancel(beat);
    beat = after(PROBE_SECONDS, () => (now() - heardAt > PROBE_SECONDS ? onSilence() : onBeat()));
    return undefined;
  }

  /** A change was missed: come back as one who has seen nothing, but keep the session. */
  function startOver() {
    acked = 0;
    start();
  }

  return { start, send, wake, startOver, hangUp };
}

/* ---- The connection of this page ---- */

export const state = signal(initial);

/** Server time now, in seconds. */
export function now() {
  return Date.now() / 1000 + state.value.offset;
}

/** @param {LocalAct | import("./protocol.js").ProfileState} act the latter before the server says it */
export function dispatch(act) {
  state.value = reduce(state.value, act);
}

/** @type {Set<(message: ServerMessage) => void>} */
const listeners = new Set();

/**
 * Calls `listener` with each message of the server, after the state has taken it in.
 *
 * @param {(message: ServerMessage) => void} listener
 * @returns {() => void} stops it
 */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @type {ReturnType<typeof createConnection> | null} */
let connection = null;

/** @param {ServerMessage[]} messages */
function hear(messages) {
  state.value = messages.reduce(reduce, state.value);
  for (const message of messages) for (const listener of listeners) listener(message);
  if (!state.value.needsSync) return;
  state.value = reduce(state.value, { t: "resync", at: now() });
  connection?.startOver();
}

/** The machine counts on this computer's clock, the state on the server's. */
/** @param {LocalAct} act */
function tell(act) {
  const timed =
    act.t === "local.link" && act.retryAt ? { retryAt: act.retryAt + state.value.offset } : {};
  dispatch({ ...act, ...timed });
}

/** What this tab was before it was loaded anew: a line that is not cut yet is no other tab. */
/** @param {string} place @returns {{ replaces?: import("./protocol.js").Replaced }} */
function earlier(place) {
  try {
    const kept = sessionStorage.getItem(place);
    return kept ? { replaces: JSON.parse(kept) } : {};
  } catch {
    return {};
  }
}

/** @param {string} place @param {ServerMessage} message */
function keepSession(place, message) {
  if (message.t !== "welcome") return;
  const { session, key } = message;
  try {
    sessionStorage.setItem(place, JSON.stringify({ session, key }));
  } catch {
    // Then a reload on a dying line asks whether to go on here.
  }
}

/**
 * Opens the connection of this page and keeps it.
 *
 * @param {() => Greeting} greet
 * @param {string} place where the tab keeps which session it is
 */
export function connect(greet, place) {
  const past = earlier(place);
  listen((message) => keepSession(place, message));
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  connection = createConnection({
    open: () =>
      /** @type {Wire} */ (new WebSocket(`${scheme}://${location.host}/ws`, "tsunagari.v1.json")),
    greet: () => ({ ...greet(), ...past }),
    hear,
    tell,
    now: () => Date.now() / 1000,
    after: (seconds, act) => setTimeout(act, seconds * 1000),
    cancel: (timer) => clearTimeout(timer),
    random: Math.random,
    visible: () => document.visibilityState === "visible",
  });
  addEventListener("online", () => connection?.wake());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") connection?.wake();
  });
  // Leaving is said at once, so that nobody waits for a page that is gone.
  addEventListener("pagehide", () => connection?.hangUp());
  addEventListener("pageshow", (event) => event.persisted && connection?.start());
  connection.start();
}

/**
 * @param {Wish} message
 * @returns {Promise<Ok>}
 */
export function send(message) {
  return connection ? connection.send(message) : Promise.reject(new Refused("unavailable"));
}

/** Try to connect now instead of waiting for the next attempt. */
export function retryNow() {
  connection?.wake();
}

/** Use this page from now on: the other tab or device of this person steps back. */
export function takeOver() {
  if (state.value.link === "live") return send({ t: "session.take" });
  connection?.start();
  return send({ t: "session.take" });
}
