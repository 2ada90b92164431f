// @ts-check
/**
 * Main: opens the page, connects, and shows the screen that the state asks for.
 * Rule: `screenOf` alone decides which one; everything but the lobby is fetched when needed.
 */
import { effect, signal } from "@preact/signals-core";
import { Component, render } from "preact";
import { countdown, Lazy, Lobby, myCard, present, secondsLeft, townOf } from "./lobby.js";
import { html, Icon, Mark, Still } from "./parts.js";
import { connect, dispatch, now, retryNow, state as store, takeOver } from "./socket.js";
import { errorText, language, loadWords, myZone, skyOf, t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {"opening" | "refused" | "left" | "removed" | "held" | "elsewhere" | "host" | "profile" | "devices" | "lobby" | "match" | "proposed" | "room" | "between" | "bench" | "recap"} Screen */
/** @typedef {{ event?: string, host?: boolean, token?: string, languages?: [string, string][] }} Boot */

const COUNT_SECONDS = 15;
const PRELOAD_MS = 2000;
const MARKS = [60, 10];
const MODES = /** @type {const} */ (["video", "audio", "text"]);
const LANGUAGES = /** @type {[string, string][]} */ ([
  ["en", "English"],
  ["ja", "日本語"],
]);
const WORDS = ["core", "cities", "room", "host", "topics", "pool"];

const root = /** @type {HTMLElement} */ (document.querySelector("#app"));
/** @type {Boot} */
const boot = JSON.parse(root.dataset.boot ?? "{}");
const event = boot.event ?? location.pathname.split("/").at(-1) ?? "";
const place = `tsunagari:${event}${boot.host ? ":host" : ""}`;
const tongue = signal(document.documentElement.lang);
const second = signal(0);

/**
 * Which screen the state asks for.
 *
 * @param {State} state
 * @param {number} at server time
 * @returns {Screen}
 */
export function screenOf(state, at) {
  const { link, local, you, seat, room, mixer } = state;
  if (link === "removed") return "removed";
  if (!state.here || local.ended === "replaced") return "elsewhere";
  if (link === "ended") return local.ended === "left" ? "left" : "refused";
  if (state.host) return mixer ? "host" : "opening";
  if (!you || !mixer) return "opening";
  if (you.state === "held") return "held";
  if (seat && at < seat.starts_at) return "proposed";
  if (seat || room) return "room";
  if (mixer.phase === "closed") return local.editing ? "profile" : "recap";
  if (local.editing || local.step === "profile") return "profile";
  if (local.step === "devices") return "devices";
  if (state.pool?.match) return "match";
  if (you.state === "bench") return "bench";
  return you.state === "between" || isAsked(state, at) ? "between" : "lobby";
}

/** The partner could not come back, and the viewer may say what next. */
/** @param {State} state @param {number} at */
function isAsked({ you }, at) {
  return Boolean(you?.lost && (you.choose_until ?? 0) > at);
}

/* ---- Screens that come when they are needed ---- */

/** @param {string} name */
function sheet(name) {
  const href = new URL(`../css/${name}.css`, import.meta.url).href;
  const links = /** @type {HTMLLinkElement[]} */ ([
    ...document.querySelectorAll("link[rel=stylesheet]"),
  ]);
  if (links.some((link) => link.href === href)) return undefined;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((done) => link.addEventListener("load", done));
}

/**
 * A module with its words and sheets, so that it is never seen without them.
 *
 * @param {() => Promise<Record<string, any>>} load
 * @param {string[]} words
 * @param {string[]} sheets
 */
function arriving(load, words, sheets) {
  return async () => {
    const [module] = await Promise.all([
      load(),
      loadWords(language(), words),
      ...sheets.map(sheet),
    ]);
    // Its title takes the focus as soon as it stands there.
    setTimeout(() => second.value++, 50);
    return module;
  };
}

const room = arriving(() => import("./room.js"), ["room"], ["stage", "room", "tile"]);
const proposed = arriving(() => import("./proposed.js"), ["room"], ["stage", "room", "tile"]);
const waits = arriving(() => import("./waits.js"), [], []);
const enter = arriving(() => import("./enter.js"), ["topics"], ["enter", "tile"]);
const pool = arriving(() => import("./pool.js"), ["pool", "room"], ["stage", "pool"]);
const recap = arriving(() => import("./recap.js"), ["room"], ["recap"]);
const host = arriving(() => import("./host.js"), ["host", "room"], ["host", "rules"]);
const panel = arriving(() => import("./here.js"), ["room"], []);
const notices = arriving(() => import("./notices.js"), [], []);

/** @type {Partial<Record<Screen, [() => Promise<any>, string]>>} */
const VIEWS = {
  held: [waits, "Waits"],
  profile: [enter, "ProfileForm"],
  devices: [enter, "DeviceCheck"],
  match: [pool, "Match"],
  proposed: [proposed, "Proposed"],
  room: [room, "Room"],
  between: [proposed, "Between"],
  bench: [proposed, "Bench"],
  recap: [recap, "Recap"],
  host: [host, "HostBoard"],
};

/** @type {Partial<Record<Screen, string>>} */
const FRAMES = {
  host: "hostly",
  profile: "has-dock",
  devices: "has-dock",
  lobby: "lobby has-dock",
  room: "roomy",
  recap: "recap",
};

/** @param {{ screen: Screen, state: State, now: number }} props */
function View({ screen, state, now: at }) {
  const wait = html`<${Still} title="opening" note="opening-note" busy />`;
  const view = VIEWS[screen];
  if (view) {
    const [load, name] = view;
    return html`<${Lazy} key=${screen} ...${{ load, name, wait }} with=${{ state, now: at, boot }} />`;
  }
  if (screen === "lobby") {
    const beside =
      state.local.open &&
      html`<${Lazy} load=${panel} name="Panel" with=${{ state, now: at, token }} />`;
    const meet = html`<${Lazy} load=${pool} name="Pool" with=${{ state, now: at }} />`;
    return html`<${Lobby} ...${{ state, now: at, meet, panel: beside }} />`;
  }
  if (screen === "elsewhere") {
    return html`<${Still} title="connection-taken" note="connection-taken-note"
      action="connection-use-here" onAct=${takeOver} />`;
  }
  if (screen === "removed") {
    // The host may have thought better of it.
    return html`<${Still} title="removed-title" note="removed-note" action="retry"
      onAct=${() => location.reload()} />`;
  }
  if (screen === "refused" && state.local.ended === "version") {
    return html`<${Still} title="connection-old" action="connection-old-action"
      onAct=${() => location.reload()} />`;
  }
  if (screen === "left") {
    return html`<${Still} title="left-title" action="left-back" onAct=${() => location.reload()} />`;
  }
  if (screen === "refused")
    return html`<${Still} title="refused-title" text=${errorText(state.local.ended)} />`;
  return wait;
}

/* ---- The frame ---- */

/** @param {{ screen: Screen, state: State, now: number }} props */
function Bar({ screen, state }) {
  const { event: info, mixer, room } = state;
  const edit = () => dispatch({ t: "local.patch", patch: { editing: true, open: "" } });
  const report = () => dispatch({ t: "local.patch", patch: { reporting: true } });
  const middle =
    screen === "room" && mixer?.round
      ? t("room-round", { n: mixer.round, total: mixer.rounds })
      : info?.title;
  return html`<header class="bar">
    <a class="brand" href="/" target=${screen === "room" ? "_blank" : undefined}><${Mark} /><span class="wordmark">${t("brand")}</span></a>
    <div class="bar-mid"><bdi class=${screen === "room" ? "" : "hide-s"}>${middle}</bdi>${" "}
      ${info?.practice && html`<span class="tag">${t("simulated")}</span>`}</div>
    <nav class="bar-end" aria-label=${t("page-nav")}>
      ${screen === "room" && room && html`<button type="button" class="tlink" onClick=${report}><${Icon} name="flag" small />${t("safe-report-action")}</button>`}
      ${screen === "lobby" && html`<button type="button" class="tlink" onClick=${edit}>${t("profile-mine")}</button>`}
      ${(boot.languages ?? LANGUAGES).map(
        ([code, name]) =>
          code !== tongue.value &&
          html`<button type="button" class="tlink" lang=${code} key=${code} onClick=${() => speak(code)}>${name}</button>`,
      )}
    </nav>
  </header>`;
}

/** @param {{ state: State, now: number }} props */
function Lost({ state: { link, local }, now: at }) {
  if (link !== "lost") return null;
  const s = Math.max(0, Math.ceil((local.retryAt ?? at) - at));
  const offline = navigator.onLine === false;
  return html`<div class="banner" role="alert">
    <p><b>${t("connection-lost")}</b>${" "}<span aria-hidden="true">${t(offline ? "connection-offline" : s ? "connection-lost-note" : "connection-trying", { s })}</span></p>
    <button type="button" class="btn quiet sm" onClick=${retryNow}>${t("retry")}</button>
  </div>`;
}

/** @typedef {{ screen: Screen, state: State, now: number }} AppProps */

/** @extends {Component<AppProps>} */
class App extends Component {
  said = "";
  saidAt = 0;
  left = Number.POSITIVE_INFINITY;
  /** @type {Screen | ""} */
  focused = "opening";

  /** @override @param {AppProps} last */
  componentDidUpdate(last) {
    const { screen } = this.props;
    if (screen !== last.screen) this.focused = "";
    const title = /** @type {HTMLElement | null} */ (root.querySelector("main h1"));
    // A screen that is still on its way has no title yet; the next second looks again.
    if (this.focused === screen || !title || title.closest("[aria-busy]")) return;
    this.focused = screen;
    title.focus({ preventScroll: false });
  }

  /** What is said aloud: marks of the countdown, and now and then how many are here. */
  /** @param {AppProps} props */
  speech({ screen, state, now: at }) {
    const { round, deadline, key } = countdown(state);
    const left = secondsLeft(state, deadline, at) ?? Number.POSITIVE_INFINITY;
    const before = this.left;
    this.left = left;
    // Where no clock ran a moment ago nothing was passed, however little is left.
    const marks = MARKS.filter((each) => before > each && left <= each);
    const mark = Number.isFinite(before) && marks.at(-1);
    if (screen !== "lobby") return "";
    if (mark && key === "lobby-round-in") return t(`say-round-${mark}`, { n: round });
    if (at - this.saidAt < COUNT_SECONDS) return this.said;
    this.saidAt = at;
    return t("say-count", { n: Math.max(present(state).length, state.presence.total) });
  }

  /** @override @param {AppProps} props */
  render(props) {
    const { screen, state, now: at } = props;
    this.said = this.speech(props);
    return html`<a class="skip" href="#main">${t("skip-to-content")}</a>
      <${Bar} ...${props} />
      <${Lost} ...${{ state, now: at }} />
      <div role="status">${
        (state.notices.length > 0 || state.you?.help) &&
        html`<${Lazy} load=${notices} name="Notices" with=${{ state, now: at }} />`
      }</div>
      <main id="main" tabindex="-1"><${View} key=${screen} ...${props} /></main>
      <p class="vh" aria-live="polite">${this.said}</p>`;
  }
}

/* ---- The page ---- */

/** @param {Screen} screen @param {State} state @param {number} at */
function dress(screen, state, at) {
  const { body } = document;
  const frame = FRAMES[screen] ?? "";
  if (body.className !== frame) body.className = frame;
  const zone = myCard(state)?.zone ?? myZone();
  body.dataset.mySky = String(skyOf(at, zone));
  body.dataset.townSky = String(skyOf(at, state.event ? townOf(state).zone : zone));
  const n = state.you?.queue ?? 0;
  if (queued && !n && screen !== "held") dispatch({ t: "local.notice", text: t("queue-in"), at });
  came = (came || (queued && !n)) && document.hidden;
  queued = n > 0;
  const seated = screen === "proposed" || screen === "room" || came;
  const title = `${t(n ? "title-queue" : `title-${screen}`, { n })} · ${state.event?.title ?? t("brand")}`;
  if (seated || calling) import("./attention.js").then(({ attend }) => attend(seated, title));
  else if (document.title !== title) document.title = title;
  calling ||= seated;
}

let calling = false;
/** On the waiting list a moment ago: to come in is told. */
let queued = false;
let came = false;

/** @param {string} lang */
async function speak(lang) {
  await loadWords(lang, WORDS);
  document.documentElement.lang = lang;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in two browsers
  document.cookie = `lang=${lang}; path=/; max-age=31536000; samesite=lax`;
  tongue.value = lang;
}

/** @param {string} key */
function remembered(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** How the person takes part: as the server last heard, else as chosen on this device before. */
/** @returns {import("./protocol.js").Mode} */
function modeNow() {
  const kept = remembered("tsunagari:devices");
  const wish = MODES.find((mode) => kept.includes(`"wish":"${mode}"`));
  return store.value.you?.mode ?? wish ?? "video";
}

/** The person's key comes once in the address, and never stays there. */
function takeToken() {
  const given = location.hash.slice(1) || boot.token;
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  try {
    if (given) localStorage.setItem(place, given);
  } catch {
    // Then it lives as long as this page.
  }
  return given || remembered(place);
}

/** Where the way in begins: with the questions, unless they were answered or passed before. */
function begin() {
  const { profile, local } = store.value;
  if (!profile || begun) return;
  begun = true;
  // The language of the join card is a guess; a role is something the person has said.
  const known = profile.role || remembered(`${place}:in`);
  if (!known) dispatch({ t: "local.patch", patch: { step: "profile" } });
  else if (local.step === "lobby") import("./devices.js").then(({ reopen }) => reopen());
}

let begun = false;
let settled = false;

/** In the lobby for the first time: remember it, and fetch what the round will need. */
function settle() {
  if (settled) return;
  settled = true;
  try {
    localStorage.setItem(`${place}:in`, "1");
  } catch {
    // A browser that keeps nothing asks the three questions again.
  }
  setTimeout(() => Promise.allSettled([room(), proposed(), notices()]), PRELOAD_MS);
}

const token = takeToken();

async function start() {
  await loadWords(tongue.value, ["core", "cities"]);
  root.replaceChildren();
  const greet = () => ({ token, lang: tongue.value, zone: myZone(), mode: modeNow() });
  if (token) connect(greet, `${place}:page`);
  else dispatch({ t: "local.link", link: "ended", ended: "not_authenticated" });
  effect(() => {
    void [second.value, tongue.value];
    begin();
    const state = store.value;
    const at = now();
    const screen = screenOf(state, at);
    dress(screen, state, at);
    render(html`<${App} ...${{ screen, state, now: at }} />`, root);
    if (screen === "lobby") settle();
  });
  tick();
}

function tick() {
  second.value += 1;
  setTimeout(tick, 1000 - ((now() * 1000) % 1000) + 5);
}

void start();
