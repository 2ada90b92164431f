// @ts-check
/**
 * Wrap-up: the goodbye: two private answers while the call goes on.
 * Rule: nobody else ever sees an answer, and no answer counts as no.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { orSay } from "./lobby.js";
import { html, Icon, Pick } from "./parts.js";
import { RingTimer } from "./ring.js";
import { now, send } from "./socket.js";
import { t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").RoomState} RoomState */
/** @typedef {import("./protocol.js").Member} Member */
/** @typedef {import("./ring.js").Seated} Seated */
/** @typedef {{ value: boolean, label: string, note?: string }} Answer */

/**
 * One question with two answers; pressed is the one that was given.
 *
 * @param {{ id: string, title: string, value: boolean | null, answers: Answer[], onAnswer: (value: boolean) => void }} props
 */
function Choice({ id, title, value, answers, onAnswer }) {
  return html`<section class="stack s" aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    <div class="choice">
      ${answers.map(
        (answer) => html`<button type="button" key=${String(answer.value)}
          aria-pressed=${String(value === answer.value)} onClick=${() => onAnswer(answer.value)}>
          ${answer.label}${answer.note && html`<small>${answer.note}</small>`}
        </button>`,
      )}
    </div>
  </section>`;
}

/**
 * "Keep in touch?" about one person met. What was pressed shows at once; the server's word follows.
 *
 * @param {{ state: State, card: import("./protocol.js").Card }} props
 */
export function Keep({ state, card: { id, name } }) {
  const [given, setGiven] = useState(/** @type {boolean | null} */ (null));
  const meeting = state.meetings.filter((each) => each.card.id === id).at(-1);
  if (!meeting) return null;
  /** @param {boolean} keep */
  const answer = (keep) => {
    setGiven(keep);
    orSay(send({ t: "meeting.keep", meeting: meeting.id, keep }).finally(() => setGiven(null)));
  };
  const answers = [
    { value: true, label: t("wrap-keep-yes") },
    { value: false, label: t("wrap-keep-no") },
  ];
  const value = given ?? meeting.keep ?? null;
  return html`<${Choice} id=${`keep-${id}`} title=${t("wrap-keep", { name })} value=${value}
      answers=${answers} onAnswer=${answer} />
    ${value && !state.profile?.contact && html`<p class="hint">${t("wrap-keep-no-contact")}</p>`}
    <${Again} ...${{ state, meeting }} />`;
}

/**
 * "Seat us together again": about a later round, so there must be one.
 *
 * @param {{ state: State, meeting: import("./protocol.js").Meeting }} props
 */
function Again({ state: { mixer }, meeting: { id, card, again = false } }) {
  if (!mixer || mixer.round >= mixer.rounds) return null;
  const wish = () => orSay(send({ t: "meeting.again", meeting: id, again: !again }));
  return html`<div class="row tight">
    <${Pick} pressed=${again} onPress=${wish}>
      ${again && html`<${Icon} name="check" small />`}${t("wrap-again", { name: card.name })}<//>
    ${again && html`<p class="hint" role="status">${t("wrap-again-note")}</p>`}
  </div>`;
}

/**
 * @param {{ state: State, room: RoomState, people: readonly Seated[], members: readonly Member[], onAsk: (asked: import("./safety.js").Asked) => void }} props
 *   `members`: those who still have a seat
 */
export function WrapUp({ state, room, people, members, onAsk }) {
  const title = useRef(/** @type {HTMLElement | null} */ (null));
  // The room stays the same screen, so nobody else brings the reader here.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const [first] = members;
  const pair = members.length === 1 && first;
  const name = first?.card.name ?? "";
  const paused = state.mixer?.paused ? (state.mixer.remaining ?? null) : null;
  return html`<div class="wrapup stack">
    <div class="row">
      ${/* Counted from long ago: the ring is closed, only the digits go on. */ ""}
      <${RingTimer} ...${{ people, now }} began=${0} deadline=${room.wrap_until}
        remaining=${paused} caption="" speak />
      <div class="grow least">
        <h1 class="d2" tabindex="-1" ref=${title}>${t("wrap-title")}</h1>
        <p class="mute">${pair ? t("wrap-still", { name }) : t("wrap-still-group")}</p>
      </div>
    </div>
    <${More} room=${room} />
    ${members.map(({ card }) => html`<${Keep} key=${card.id} ...${{ state, card }} />`)}
    <p class="note"><${Icon} name="lock" />
      <span>${pair ? t("wrap-private", { name }) : t("wrap-private-group")} ${t("wrap-private-rule")}</span></p>
    ${pair && html`<${About} card=${pair.card} onAsk=${onAsk} />`}
  </div>`;
}

/** @param {{ room: RoomState }} props */
function More({ room }) {
  const answer = (/** @type {boolean} */ more) =>
    orSay(send({ t: "room.more", room: room.room, epoch: room.epoch, more }));
  const answers = [
    { value: true, label: t("wrap-more-yes"), note: t("wrap-more-yes-note") },
    { value: false, label: t("wrap-more-no"), note: t("wrap-more-no-note") },
  ];
  const value = room.more ?? null;
  return html`<${Choice} id="more-time" title=${t("wrap-more")} ...${{ value, answers }}
      onAnswer=${answer} />
    ${value && html`<p class="hint" role="status">${t("wrap-more-waiting")}</p>`}`;
}

/** @param {{ card: import("./protocol.js").Card, onAsk: (asked: import("./safety.js").Asked) => void }} props */
function About({ card, onAsk }) {
  return html`<div class="row apart">
    <button type="button" class="tlink" onClick=${() => onAsk({ kind: "pass", card })}>${t("safe-pass")}</button>
    <button type="button" class="tlink" onClick=${() => onAsk({ kind: "report", card })}>
      <${Icon} name="flag" small />${t("safe-report-action")}
    </button>
  </div>`;
}
