// @ts-check
/**
 * Pool: meeting somebody now, before the first round: asking for it, waiting, and the answer.
 * Rule: the server finds and seats; a no costs nothing and is told to nobody.
 */
import { useState } from "preact/hooks";
import { startCall } from "./call.js";
import { myCard, orSay } from "./lobby.js";
import { html, Icon } from "./parts.js";
import { describe } from "./profile.js";
import { Group, Pair, Said, skies, Why } from "./proposed.js";
import { useTopics } from "./reasons.js";
import { dispatch, send } from "./socket.js";
import { duration, t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").Ticket} Ticket */
/** @typedef {import("./protocol.js").Match} Proposed */
/** @typedef {{ state: State, now: number }} Props */

/** As the server counts: a talk is not begun that could not last so long. */
const SHORTEST_TALK_SECONDS = 90;
const SHORTEST_TALK_SHARE = 0.5;
const MARGIN_SECONDS = 5;

const RULES = new Set(["language", "roles", "supervision", "met_everyone"]);

/** Whether there is time for a talk before the first round. */
/** @param {State} state @param {number} now */
export function isOpen({ mixer, event }, now) {
  const plan = event?.plan;
  if (!mixer || !plan || plan.pool === false || mixer.paused) return false;
  if (mixer.phase !== "lobby" && mixer.phase !== "scheduled") return false;
  if (!mixer.deadline) return true;
  const {
    propose_seconds: propose = 3,
    wrap_seconds: wrap = 30,
    round_seconds: round = 360,
  } = plan;
  const left = mixer.deadline - now - propose - wrap - MARGIN_SECONDS;
  return left >= Math.min(SHORTEST_TALK_SECONDS, round * SHORTEST_TALK_SHARE);
}

/** @param {Props} props */
export function Pool({ state, now }) {
  const ticket = state.pool?.ticket;
  if (ticket) return html`<${Waiting} ...${{ now, ticket }} />`;
  if (state.you?.unsuggested || !isOpen(state, now)) return null;
  const ask = () => orSay(send({ t: "pool.join" }));
  return html`<section class="card s pool" aria-labelledby="pool-title">
    <div class="li">
      <span class="glyph"><${Icon} name="people" /></span>
      <div class="grow">
        <h2 id="pool-title">${t("pool-title")}</h2>
        <p class="sm mute">${t(state.supervised ? "pool-note-group" : "pool-note")}</p>
      </div>
      <button type="button" class="btn quiet sm" onClick=${ask}>${t("pool-join")}</button>
    </div>
  </section>`;
}

/** @param {{ now: number, ticket: Ticket }} props */
function Waiting({ now, ticket }) {
  const again = () => orSay(send({ t: "pool.join" }));
  const stop = () => orSay(send({ t: "pool.leave" }));
  const waited = Math.max(0, now - ticket.since);
  return html`<section class="card lift stack s pool" aria-labelledby="pool-title">
    <div class="row apart firm">
      <h2 id="pool-title" class="d3">${t(ticket.rests ? "pool-rests" : "pool-looking")}</h2>
      <span class="num" role="timer" aria-label=${t("pool-waited", { time: duration(waited) })}>
        ${duration(waited, true)}</span>
    </div>
    <div class="pool-thread" aria-hidden="true"><i></i></div>
    <div role="status" class="stack s">
      <p>${outlook(ticket)}</p>
      ${ticket.first && html`<p class="sm mute">${t("pool-first")}</p>`}
      ${ticket.why && html`<p class="note">${t(reasonOf(ticket.why))}</p>`}
    </div>
    <${Helps} ticket=${ticket} />
    ${ticket.rests && html`<button type="button" class="btn" onClick=${again}>${t("pool-here")}</button>`}
    <button type="button" class="tlink" onClick=${stop}>${t("pool-stop")}</button>
  </section>`;
}

/** How it looks, in one sentence. */
/** @param {Ticket} ticket */
function outlook({ rests, eligible = 0, soonest, latest }) {
  if (rests) return t("pool-rests-note");
  const fit = t("pool-eligible", { n: eligible });
  if (typeof latest !== "number") return fit;
  return `${fit} ${t("pool-eta", { from: soonest ?? 0, to: latest })}`;
}

/** @param {string} why */
function reasonOf(why) {
  const known = RULES.has(why) ? why.replace("_", "-") : "nobody";
  return `pool-why-${known}`;
}

/** What would help: one's own choices, each one tap; and the lounge meanwhile. */
/** @param {{ ticket: Ticket }} props */
function Helps({ ticket: { relax = [], lounge } }) {
  const changes = { recruiters: { recruiters_ok: true }, pairs: { no_pairs: false } };
  const ease = (/** @type {"recruiters" | "pairs"} */ which) => () =>
    orSay(describe(changes[which]));
  const open = () => dispatch({ t: "local.patch", patch: { open: "lounge" } });
  if (!relax.length && !lounge) return null;
  return html`<div class="row tight">
    ${relax.map(
      (
        which,
      ) => html`<button type="button" class="btn quiet sm" key=${which} onClick=${ease(which)}>
        ${t(`pool-relax-${which}`)}</button>`,
    )}
    ${lounge && html`<button type="button" class="btn quiet sm" onClick=${open}>${t("pool-lounge")}</button>`}
  </div>`;
}

/** Somebody is proposed: two skies, two reasons, half a minute to say yes. */
/** @param {Props} props */
export function Match({ state, now }) {
  const named = useTopics();
  const [sent, setSent] = useState(0);
  const match = state.pool?.match;
  const me = myCard(state);
  if (!match || !me) return html`<h1 class="vh" tabindex="-1">${t("title-match")}</h1>`;
  const seat = { ...match, starts_at: match.until, again: false };
  const [first] = match.partners;
  const pair = match.partners.length === 1 ? first : undefined;
  const accepted = match.accepted || sent === match.id;
  const accept = () => {
    setSent(match.id);
    // The tap is a gesture: what has to ask for camera and microphone may do so now.
    startCall();
    orSay(
      send({ t: "match.accept", match: match.id }).catch((error) => {
        setSent(0);
        throw error;
      }),
    );
  };
  const decline = () => orSay(send({ t: "match.decline", match: match.id }));
  const title = t(accepted ? "pool-accepted" : "pool-propose", { name: whom(match) });
  return html`<article class="card lift match" aria-labelledby="match-title">
    <div class="match-sky" style=${skies(first ?? me, me, now)}>
      ${
        pair
          ? html`<${Pair} ...${{ seat, me, now, label: "pool-answer-in" }} partner=${pair} />`
          : html`<${Group} ...${{ seat, me, now, label: "pool-answer-in" }} />`
      }
    </div>
    <div class="match-b stack">
      <h1 id="match-title" class="d2" tabindex="-1">${title}</h1>
      <${Why} ...${{ seat, named }} />
      ${
        accepted
          ? html`<p class="mute" role="status">${t("pool-accepted-note")}</p>`
          : html`<button type="button" class="btn big wide" onClick=${accept}>${t("pool-accept")}</button>`
      }
      <div class="row apart">
        <button type="button" class="tlink" onClick=${decline}>${t("not-now")}</button>
        <span class="sm mute">${t("pool-decline-note")}</span>
      </div>
    </div>
    <${Said} text=${title} />
  </article>`;
}

/** @param {Proposed} match */
function whom({ partners }) {
  return partners.map(({ name }) => name).join(t("list-comma"));
}
