// @ts-check
/**
 * Proposed: whom one meets and why, three seconds before; and the time between two rounds.
 * Rule: it opens by itself; there is nothing to accept, and a note is nobody else's business.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { startCall } from "./call.js";
import { Choices, isAsked } from "./choices.js";
import { countdown, myCard, orSay, secondsLeft } from "./lobby.js";
import { Avatar, html, Icon, LocalTime, Name } from "./parts.js";
import { iconOf, reasonText, shown, useTopics } from "./reasons.js";
import { Ring, RingTimer, useLeft } from "./ring.js";
import { now as serverNow, send } from "./socket.js";
import { errorText, homeOf, languageName, skyOf, slug, t } from "./words.js";
import { Keep } from "./wrapup.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").Card} Card */
/** @typedef {import("./protocol.js").RoundSeat} RoundSeat */
/** @typedef {import("./protocol.js").Meeting} Meeting */
/** @typedef {{ state: State, now: number }} Props */

/** @type {Record<string, string>} the sign of what a room has to do without */
export const LACKS = { smaller: "people", bridge: "swap", roles: "table" };
const NOTE_SAVED_AFTER_MS = 700;
/** Assistive technology hears a change of a region that it already knows. */
const SAY_AFTER_MS = 50;

/** @param {Props} props */
export function Proposed({ state, now }) {
  useEffect(() => {
    startCall();
    // It is needed in three seconds.
    void import("./room.js");
  }, []);
  const named = useTopics();
  const { seat } = state;
  const me = myCard(state);
  if (!seat || !me) return html`<h1 class="vh" tabindex="-1">${t("title-proposed")}</h1>`;
  const [first] = seat.partners;
  const pair = seat.partners.length === 1 ? first : undefined;
  return html`<article class="card lift match" aria-labelledby="match-title">
    <div class="match-sky" style=${skies(first ?? me, me, now)}>
      ${pair ? html`<${Pair} ...${{ seat, me, now }} partner=${pair} />` : html`<${Group} ...${{ seat, me, now }} />`}
    </div>
    <div class="match-b stack">
      <h1 id="match-title" class="d2" tabindex="-1">${titleOf(seat)}</h1>
      <${Why} ...${{ seat, named }} />
      <div class="row apart">
        <${NotNow} seat=${seat} />
        <span class="sm mute">${t("match-opens")}</span>
      </div>
    </div>
    <${Said} text=${titleOf(seat)} />
  </article>`;
}

/** Two skies meet on the card. */
/** @param {Card} a @param {Card} b @param {number} now */
export function skies(a, b, now) {
  const [from, to] = [a, b].map(({ zone }) => `var(--sky-${skyOf(now, zone)})`);
  return { "--a": from, "--b": to };
}

/** @param {Pick<RoundSeat, "partners">} seat */
export function titleOf({ partners }) {
  const [a, b] = partners;
  if (partners.length > 2) return t("match-title-group", { n: partners.length });
  if (a && b) return t("match-title-trio", { a: a.name, b: b.name });
  return t("match-title", { name: a?.name ?? "" });
}

/** @param {{ text: string }} props */
export function Said({ text }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), SAY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return html`<p class="vh" aria-live="assertive">${said}</p>`;
}

/** @typedef {Pick<RoundSeat, "starts_at" | "partners" | "reasons" | "language" | "again" | "notes" | "bridge">} Meet */

/** @param {{ seat: Meet, me: Card, partner: Card, now: number, label?: string }} props */
export function Pair({ seat, me, partner, now, label }) {
  return html`<div class="pair">
    <${Person} card=${partner} now=${now} />
    <${Countdown} ...${{ seat, me, now, label }} />
    <${Person} card=${me} now=${now} name=${t("you")} />
  </div>`;
}

/** @param {{ seat: Meet, me: Card, now: number, label?: string }} props */
export function Group({ seat, me, now, label }) {
  return html`<div class="stack center">
    <${Countdown} ...${{ seat, me, now, label }} />
    <div class="pair group">
      ${seat.partners.map((card) => html`<${Person} key=${card.id} ...${{ card, now }} />`)}
      <${Person} card=${me} now=${now} name=${t("you")} />
    </div>
  </div>`;
}

/** @param {{ card: Card, now: number, name?: string }} props */
function Person({ card, now, name }) {
  return html`<div class="stack s" data-person=${card.id}>
    <${Avatar} name=${card.name} zone=${card.zone} now=${now} size="lg" />
    <p class="sm"><b>${name ?? html`<${Name} of=${card} />`}</b><br />${homeOf(card)}${" "}
      <${LocalTime} epoch=${now} zone=${card.zone} /></p>
  </div>`;
}

/** @param {{ seat: Meet, me: Card, now: number, label?: string }} props `label`: what ends, in words */
function Countdown({ seat, me, now, label = "match-starts-in" }) {
  const left = Math.ceil(useLeft(seat.starts_at, serverNow));
  const people = [...seat.partners, me].map(({ id, zone }) => ({ id, zone }));
  // The ring closes as the seconds go, whatever number of them the event gives.
  return html`<div class="timer bare-ring">
    <${Ring} people=${people} progress=${1 / (1 + left)} now=${now} />
    <div role="timer" aria-label=${t(label, { n: left })}><span class="num">${left}</span></div>
  </div>`;
}

/** @param {{ seat: Meet, named: boolean }} props `named`: the topics have their names */
export function Why({ seat, named }) {
  const { partners, reasons = {}, again, language: code } = seat;
  const lacks = lacking(seat, partners);
  const [only] = partners;
  const why = partners.length === 1 && only ? shown(reasons[only.id]) : [];
  const sayable = why.filter(({ topic }) => named || !topic);
  const spoken = code ? languageName(code) : "";
  const key = partners.length > 1 ? "match-language-group" : "match-language";
  return html`<ul class="why">
    ${sayable.map(
      (reason, n) => html`<li key=${n}><${Icon} name=${iconOf(reason)} />
        <span>${reasonText(reason)}</span></li>`,
    )}
    ${spoken && html`<li><${Icon} name="chat" /><span>${t(key, { language: spoken })}</span></li>`}
    ${lacks.map(([note, words]) => html`<li key=${note}><${Icon} name=${LACKS[note] ?? "people"} /><span>${words}</span></li>`)}
    ${again && html`<li><${Icon} name="undo" /><span>${t("match-again")}</span></li>`}
  </ul>`;
}

/** What the room has to do without, and who helps: said, since everybody there would notice. */
/** @param {{ notes?: readonly string[], bridge?: string | null }} room
 * @param {readonly Card[]} others @returns {[note: string, words: string][]} */
export function lacking({ notes = [], bridge = null }, others) {
  const helper = others.find(({ id }) => id === bridge);
  const key = bridge === null ? "room-bridge-none" : "room-bridge-you";
  /** @type {Record<string, string>} */
  const words = {
    smaller: t("room-smaller"),
    bridge: helper ? t("room-bridge", { name: helper.name }) : t(key),
  };
  return notes.flatMap((note) => (words[note] ? [[note, words[note]]] : []));
}

/** @param {{ seat: RoundSeat }} props */
function NotNow({ seat }) {
  const leave = () => orSay(send({ t: "room.leave", room: seat.room, epoch: seat.epoch }));
  return html`<button type="button" class="tlink" onClick=${leave}>${t("not-now")}</button>`;
}

/* ---- Between two rounds ---- */

/** @param {Props} props */
export function Between({ state, now }) {
  const { mixer } = state;
  const last = mixer ? mixer.round >= mixer.rounds : false;
  const { round } = countdown(state);
  if (isAsked(state, now)) {
    return html`<div class="focus stack l"><${Choices} state=${state} heading /><${Notes} state=${state} /></div>`;
  }
  return html`<div class="cols half">
    <section class="stack">
      <${Head} ...${{ state, now }} title=${t(last ? "between-last" : "between-title")} />
      ${!last && state.you?.ready && html`<p class="mute">${t("between-next-note", { n: round })}</p>`}
      <${Ways} state=${state} />
    </section>
    <section class="stack"><${Notes} state=${state} /></section>
  </div>`;
}

/** @param {Props} props */
export function Bench({ state, now }) {
  const { mixer, you, bench } = state;
  const next = (mixer?.round ?? 0) + 1;
  const last = mixer ? next > mixer.rounds : false;
  const why = bench?.why ?? you?.bench ?? "odd";
  const title = last ? t("bench-title-last") : t("bench-title", { n: next });
  return html`<div class="cols half">
    <section class="stack">
      <${Head} ...${{ state, now, title }} />
      <p class="mute">${t(`bench-${slug(why)}`)} ${why !== "sat_out" && t("bench-seat-at-once")}</p>
      <${Ways} state=${state} />
    </section>
    <section class="stack"><${Notes} state=${state} /></section>
  </div>`;
}

/** The ring that waits for its other half, the time to the next round, and the title. */
/** @param {Props & { title: string }} props */
function Head({ state, now, title }) {
  const { mixer } = state;
  const { round } = countdown(state);
  const deadline = state.bench?.next_at ?? mixer?.deadline ?? null;
  const left = secondsLeft(state, deadline, now);
  const me = myCard(state);
  const people = /** @type {import("./ring.js").Seated[]} */ ([
    { id: "open", zone: "UTC", seat: "left" },
    { id: "me", zone: me?.zone ?? "UTC" },
  ]);
  const caption = t("between-next", { n: state.bench ? (mixer?.round ?? 0) + 1 : round });
  const paused = mixer?.paused ? (mixer.remaining ?? null) : null;
  return html`<div class="row">
    ${
      left !== null &&
      deadline !== null &&
      html`<${RingTimer} people=${people} began=${mixer?.began ?? now} deadline=${deadline}
        now=${serverNow} remaining=${paused} caption=${caption} />`
    }
    <h1 class="d2 grow least" tabindex="-1">${title}</h1>
  </div>`;
}

/** What one can do meanwhile: sit out, or take part again. */
/** @param {{ state: State }} props */
function Ways({ state: { you } }) {
  if (!you) return null;
  const sit = () => orSay(send({ t: "mixer.sit_out", on: !you.sitting_out }));
  return html`<div class="row tight">
    <button type="button" class="btn quiet" onClick=${sit}>
      ${t(you.sitting_out ? "lobby-sitout-back" : "lobby-sitout")}
    </button>
  </div>`;
}

/** Everybody of the last round: a note, and the answer that there was no time for. */
/** @param {{ state: State }} props */
function Notes({ state }) {
  const round = Math.max(0, ...state.meetings.map((meeting) => meeting.round));
  const met = state.meetings.filter((meeting) => meeting.round === round);
  return html`${met.map(
    (meeting) => html`<div class="stack" key=${meeting.id}>
      <${Note} meeting=${meeting} />
      <${Keep} state=${state} card=${meeting.card} />
    </div>`,
  )}`;
}

/** Saved while it is written; the line underneath says when it is. */
/** @param {{ meeting: Meeting }} props */
export function Note({ meeting: { id, card, note = "" } }) {
  const [text, setText] = useState(note);
  const [stands, setStands] = useState(/** @type {"" | "saved" | "failed"} */ (""));
  const [code, setCode] = useState("");
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const unsaved = useRef(/** @type {string | null} */ (null));
  const save = () => {
    clearTimeout(timer.current);
    const written = unsaved.current;
    if (written === null) return;
    unsaved.current = null;
    send({ t: "meeting.note", meeting: id, text: written }).then(
      () => setStands("saved"),
      (error) => {
        setStands("failed");
        setCode(error.code);
      },
    );
  };
  // The next round comes whether the pen rests or not.
  useEffect(() => save, []);
  const write = (/** @type {any} */ event) => {
    setText(event.currentTarget.value);
    unsaved.current = event.currentTarget.value;
    setStands("");
    clearTimeout(timer.current);
    timer.current = setTimeout(save, NOTE_SAVED_AFTER_MS);
  };
  const field = `note-${id}`;
  return html`<div class="field">
    <label for=${field}>${t("between-note", { name: card.name })}</label>
    <textarea class="in" id=${field} dir="auto" maxlength="2000" value=${text} onInput=${write}
      onBlur=${save} aria-describedby=${`${field}-hint`}></textarea>
    <p class="hint row tight" id=${`${field}-hint`} role="status"><${Icon} name="lock" small />
      ${stands === "failed" ? errorText(code) : t(stands ? "between-note-saved" : "between-note-private")}</p>
  </div>`;
}
