// @ts-check
/**
 * Lobby: where one waits: who is here, when it goes on, and the one button that says "me too".
 * Rule: a function of the state and the time; every number comes from the server.
 */
import { Component } from "preact";
import { Dial } from "./dial.js";
import { Avatar, html, Icon, LocalTime, Name, PersonChip, Presence } from "./parts.js";
import { dispatch, now as serverNow, send } from "./socket.js";
import { clock, duration, errorText, greeting, homeOf, hourOf, t, whereIs } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("preact").ComponentChildren} Children */
/** @typedef {{ state: State, now: number }} Props */

const FACES = 16;
const THREADS = 36;
const STILL_LOOKING_SECONDS = 45;
/** The level from which two people can talk. */
const TALKS = 2;
const RUNNING = new Set(["round", "wrap_up"]);

/**
 * A sentence with elements in it: the words come from the language, the elements stand in for
 * some of its arguments.
 *
 * @param {string} id
 * @param {import("./words.js").Args} args
 * @param {Record<string, Children>} elements
 */
export function rich(id, args, elements) {
  const names = Object.keys(elements);
  const marks = Object.fromEntries(names.map((name, n) => [name, String.fromCharCode(0xe000 + n)]));
  return t(id, { ...args, ...marks })
    .split(/([\ue000-\ue0ff])/)
    .map((piece) => {
      const n = piece.charCodeAt(0) - 0xe000;
      return piece.length === 1 && n >= 0 && n < names.length ? elements[names[n] ?? ""] : piece;
    });
}

/** @param {State} state */
export function myCard({ people, me, profile }) {
  const card = people.get(me)?.card;
  return card ?? (profile ? { ...profile, id: me, zone: profile.zone ?? "UTC" } : null);
}

/** @param {State} state */
export function townOf({ event }) {
  return { city: event?.town_city ?? "", zone: event?.town_zone || event?.zone || "UTC" };
}

/** Everybody here, the viewer included. @param {State} state */
export function present({ people }) {
  return [...people.values()].filter(({ state }) => state !== "offline" && state !== "held");
}

/**
 * What the clock counts to, and what it is called.
 *
 * @param {State} state
 * @returns {{ key: string, round: number, deadline: number | null }}
 */
export function countdown({ mixer, event }) {
  if (!mixer) return { key: "", round: 0, deadline: null };
  const round = mixer.phase === "break" || RUNNING.has(mixer.phase) ? mixer.round + 1 : 1;
  if (RUNNING.has(mixer.phase)) {
    return { key: "lobby-round-now", round: mixer.round, deadline: mixer.deadline ?? null };
  }
  if (mixer.deadline) return { key: "lobby-round-in", round, deadline: mixer.deadline };
  const start = mixer.starts_at ?? event?.starts_at ?? null;
  return { key: start ? "lobby-starts-in" : "", round, deadline: start };
}

/**
 * Seconds left of a phase; while the host has stopped the clock they stand still.
 *
 * @param {State} state
 * @param {number | null} deadline
 * @param {number} now
 */
export function secondsLeft({ mixer }, deadline, now) {
  if (mixer?.paused) return mixer.remaining ?? null;
  return deadline === null ? null : Math.max(0, deadline - now);
}

/** @param {Props & { panel?: Children, meet?: Children }} props `panel`: what stands open beside it */
export function Lobby({ state, now, panel, meet }) {
  return html`<div class="cols main-side lobby">
    <section class="stack" aria-labelledby="title">
      <${Hello} ...${{ state, now }} />
      <${Middle} ...${{ state, now }} />
      <${Faces} ...${{ state, now }} />
      <${Threads} state=${state} />
    </section>
    <div class="stack">
      <section class="card stack hide-s" aria-labelledby="ready-title">
        <h2 id="ready-title" class="d3">${standing(state, now).title}</h2>
        <p class="mute">${standing(state, now).note}</p>
        <${Acts} ...${{ state, now }} />
      </section>
      ${meet}
      <${Open} state=${state} />
      ${panel}
    </div>
  </div>
  <div class="dock hide-l center stack s">
    <p class="sm"><b>${standing(state, now).title}</b></p>
    <${Acts} ...${{ state, now }} />
  </div>`;
}

/** @param {Props} props */
function Hello({ state, now }) {
  const card = myCard(state);
  if (!card) return html`<h1 id="title" tabindex="-1" class="d2">${t("lobby-title")}</h1>`;
  const town = townOf(state);
  const here = present(state);
  const places = new Set(here.map((each) => whereIs(each.card))).size;
  const total = Math.max(here.length, state.presence.total);
  const mine = html`<${LocalTime} epoch=${now} zone=${card.zone} />`;
  const theirs = html`<${LocalTime} epoch=${now} zone=${town.zone} />`;
  const same = hourOf(now, card.zone) === hourOf(now, town.zone);
  const part = greeting(hourOf(now, card.zone));
  return html`<div>
    <h1 id="title" tabindex="-1" class="d2">${t("lobby-hello", { part, name: card.name })}</h1>
    <p class="mute">
      ${
        same
          ? rich("lobby-time-here", { city: whereIs(card) }, { mine })
          : rich("lobby-times", { city: whereIs(card), town: whereIs(town) }, { mine, theirs })
      }${" "}
      <span class="lobby-count hide-s"
        >${total < 2 ? t("lobby-first") : t(total > here.length ? "lobby-here" : "lobby-here-places", { n: total, places })}</span
      >
    </p>
  </div>`;
}

/** @param {Props} props */
function Middle({ state, now }) {
  const { key, round, deadline } = countdown(state);
  const left = secondsLeft(state, deadline, now);
  const total = Math.max(present(state).length, state.presence.total);
  const center = html`${
    left === null
      ? html`<span class="sm mute">${t("lobby-waiting-host")}</span>`
      : html`<span class="sm mute">${t(key, { n: round })}</span
          ><span class="num" role="timer">${duration(left, true)}</span>`
  }
    ${state.mixer?.paused && html`<span class="tag amber">${t("presence-paused")}</span>`}
    <span class="sm mute">${t("lobby-here-short", { n: total })}</span>`;
  const card = myCard(state);
  const people = present(state).map((each) => each.card);
  // A window of a large event: the rest is known by number and zone only.
  const rest = Object.entries(state.presence.zones).map(([zone, count]) => [
    zone,
    Math.max(0, count - people.filter((each) => each.zone === zone).length),
  ]);
  const crowd = Object.fromEntries(rest);
  const label = card
    ? t("dial-label", { n: total, time: clock(now, card.zone) })
    : t("dial-label-others", { n: total });
  return html`<${Dial}
    ...${{ people, me: state.me, town: townOf(state), crowd, label, center }}
    fits=${threads(state)}
    now=${Math.floor(now / 60) * 60}
  />`;
}

/**
 * With some of whom one could talk: a language both speak, and not met yet. Only what everybody
 * may see; who really fits is the server's secret and its number.
 *
 * @param {State} state
 */
export function threads(state) {
  const mine = new Set(spoken(myCard(state)));
  const met = new Set(state.meetings.map((meeting) => meeting.card.id));
  const ids = present(state)
    .filter(({ card }) => card.id !== state.me && !met.has(card.id))
    .filter(({ card }) => spoken(card).some((code) => mine.has(code)))
    .map(({ card }) => card.id);
  return new Set(ids.slice(0, THREADS));
}

/** @param {{ languages?: import("./protocol.js").Language[] } | null} card */
function spoken(card) {
  return (card?.languages ?? []).filter(({ level }) => level >= TALKS).map(({ code }) => code);
}

/** @param {Props} props */
function Faces({ state, now }) {
  const others = present(state).filter(({ card }) => card.id !== state.me);
  if (!others.length) return html`<p class="mute">${t("lobby-first-note")}</p>`;
  const more = Math.max(others.length, state.presence.total - 1) - FACES;
  return html`<ul class="people-row" aria-label=${t("lobby-people")} tabindex="0">
    ${others.slice(0, FACES).map(
      ({ card, state: where }) => html`<li key=${card.id}>
        <span class="av-at"><${Avatar} name=${card.name} zone=${card.zone} now=${now} />
          <${Presence} state=${where} /></span>
        <${Name} of=${card} /><span class="c">${homeOf(card)}</span>
      </li>`,
    )}
    ${more > 0 && html`<li class="mute">${t("lobby-more-people", { n: more })}</li>`}
  </ul>`;
}

/** @param {{ state: State }} props */
function Threads({ state }) {
  const tied = threads(state).size > 0;
  return html`<p class="sm mute">
    ${t("lobby-dial-note")} ${tied && t("lobby-dial-language")}
  </p>`;
}

/**
 * Where the viewer stands, in one line and one sentence.
 *
 * @param {State} state
 * @param {number} now
 */
function standing(state, now) {
  const { you, mixer } = state;
  const { round } = countdown(state);
  const eligible = you?.eligible ?? 0;
  if (mixer?.paused) return { title: t("notice-paused"), note: t("lobby-event-paused") };
  if (you?.unsuggested) return { title: t("lobby-quiet"), note: t("lobby-quiet-note") };
  if (you?.sitting_out) return { title: t("lobby-sitout-done"), note: t("lobby-ready-done-note") };
  if (you?.ready && you.joker) return { title: t("lobby-joker"), note: t("lobby-joker-note") };
  if (you?.ready && mixer && RUNNING.has(mixer.phase)) return looking(state, now);
  if (you?.ready) {
    return { title: t("lobby-ready-done", { n: round }), note: t("lobby-ready-done-note") };
  }
  const title = t("lobby-fit-title", { n: eligible });
  if (mixer && RUNNING.has(mixer.phase)) return { title, note: t("lobby-join-running") };
  if (state.supervised) return { title, note: t("minor-mode") };
  return { title, note: t(eligible ? "lobby-fit-note" : "lobby-fit-none-note") };
}

/** @type {Record<string, string>} */
const RULES = {
  language: "wait-rule-language",
  roles: "wait-rule-roles",
  supervision: "wait-rule-supervised",
  met_everyone: "wait-rule-met",
};

/**
 * Waiting while a round runs: how long, and after a while the rule that stands in the way.
 *
 * @param {State} state
 * @param {number} now
 */
function looking({ you, people, me }, now) {
  const since = people.get(me)?.since ?? now;
  const s = Math.max(0, Math.floor(now - since));
  const rule = RULES[you?.bench ?? ""];
  const note = rule ?? (s > STILL_LOOKING_SECONDS ? "wait-none-note" : "lobby-join-running");
  return { title: s < 5 ? t("lobby-ready-now") : t("wait-long", { s }), note: t(note) };
}

/** @param {Promise<unknown>} request */
export function orSay(request) {
  return request.catch((error) =>
    dispatch({ t: "local.notice", text: errorText(error.code ?? "unknown"), at: serverNow() }),
  );
}

/** @param {Props} props */
function Acts({ state }) {
  const { you, mixer } = state;
  const { round } = countdown(state);
  const rounds = mixer?.rounds ?? 0;
  const next = mixer && RUNNING.has(mixer.phase) ? mixer.round : Math.min(round, rounds || round);
  /** @param {boolean} ready */
  const say = (ready) => () => orSay(send({ t: "mixer.ready", ready }));
  /** @param {boolean} on */
  const sit = (on) => () => orSay(send({ t: "mixer.sit_out", on }));
  const more = () => dispatch({ t: "local.patch", patch: { open: "more" } });
  if (!you) return null;
  if (you.sitting_out || you.unsuggested) {
    const back = () => orSay(send({ t: "mixer.suggest", on: true }));
    const [act, word] = you.unsuggested
      ? [back, "lobby-quiet-back"]
      : [sit(false), "lobby-sitout-back"];
    return html`<button type="button" class="btn wide" onClick=${act}>${t(word)}</button>`;
  }
  if (you.ready) {
    return html`<div class="row apart">
      <span class="tag ok"><${Icon} name="check" small /> ${t("presence-ready")}</span>
      <button type="button" class="tlink" onClick=${say(false)}>${t("lobby-unready")}</button>
    </div>`;
  }
  return html`<button type="button" class="btn big wide" onClick=${say(true)}>
      ${t("lobby-ready", { n: next })}
    </button>
    <div class="row apart">
      <button type="button" class="tlink" onClick=${sit(true)}>${t("lobby-sitout")}</button>
      <button type="button" class="tlink" onClick=${more}>${t("lobby-modes")}</button>
    </div>`;
}

/** @param {{ state: State }} props */
function Open({ state }) {
  const { chat, local } = state;
  const last = chat.lounge.at(-1);
  const fresh = chat.lounge.filter(({ seq, sender }) => seq > local.read && sender !== state.me);
  const quote = last && html`<bdi>${last.name}</bdi>: <bdi>${last.text.slice(0, 60)}</bdi>`;
  const lounge = fresh.length ? t("lounge-new", { n: fresh.length }) : (quote ?? t("lounge-empty"));
  const total = Math.max(present(state).length, state.presence.total);
  const doors = /** @type {const} */ ([
    ["lounge", "text", "lounge-title", lounge],
    ["people", "people", "lobby-people", t("lobby-here", { n: total })],
    ["more", "more", "lobby-options", t("lobby-options-note")],
  ]);
  return html`<div class="card">
    <ul class="list">
      ${doors.map(([open, icon, title, note]) => {
        const word = t(local.open === open ? "close" : "open");
        const patch = { open: local.open === open ? /** @type {const} */ ("") : open };
        return html`<li class="li" key=${open}>
          <span class="glyph"><${Icon} name=${icon} /></span>
          <div class="grow"><h2>${t(title)}</h2><p class="sm mute">${note}</p></div>
          <button type="button" class="btn quiet sm" aria-expanded=${String(local.open === open)}
            aria-label=${`${word}: ${t(title)}`} onClick=${() => dispatch({ t: "local.patch", patch })}>
            ${word}
          </button>
        </li>`;
      })}
    </ul>
  </div>`;
}

/** What others see of the viewer, while it is being written. */
/** @param {{ draft: import("./protocol.js").Profile, state: State, now: number }} props */
export function Seen({ draft, state, now }) {
  const person = { ...draft, id: state.me, zone: draft.zone ?? "UTC" };
  const lists = /** @type {const} */ ([
    ["profile-asks", draft.seeks],
    ["profile-offers", draft.offers],
  ]);
  return html`<section class="card s stack s" aria-labelledby="seen">
    <h2 id="seen" class="row tight sm"><${Icon} name="eye" small />${t("profile-preview")}</h2>
    <${PersonChip} person=${person} now=${now} />
    ${lists.map(([key, ids = []]) => {
      if (draft.topics_private || !ids.length) return null;
      const named = ids.map((id) => t(`topic-${id}`)).join(t("list-comma"));
      return html`<p class="sm"><span class="mute">${t(key)}</span> ${named}</p>`;
    })}
    <p class="xs soft">${t("profile-visible")}</p>
  </section>`;
}

/* ---- What comes when it is needed ---- */

/** @type {Map<unknown, Record<string, any> | "failed">} */
const arrived = new Map();

/**
 * A view of another module, fetched when it is first shown.
 *
 * @typedef {{ load: () => Promise<Record<string, any>>, name: string, with: object, wait?: Children }} LazyProps
 * @extends {Component<LazyProps>}
 */
export class Lazy extends Component {
  /** @override */
  componentDidMount() {
    void this.fetch();
  }

  /** @override */
  componentDidUpdate() {
    if (!arrived.has(this.props.load)) void this.fetch();
  }

  async fetch() {
    const { load } = this.props;
    await load().then(
      (module) => arrived.set(load, module),
      () => arrived.set(load, "failed"),
    );
    this.forceUpdate();
  }

  /** @override @param {LazyProps} props */
  render({ load, name, with: props, wait }) {
    const module = arrived.get(load);
    if (module === "failed") {
      const again = () => arrived.delete(load) && this.forceUpdate();
      return html`<p class="note amber" role="alert">
        <${Icon} name="warn" small /><span>${t("error-timeout")}</span>
        <button type="button" class="tlink" onClick=${again}>${t("retry")}</button>
      </p>`;
    }
    return module ? html`<${module[name]} ...${props} />` : wait;
  }
}
