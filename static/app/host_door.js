// @ts-check
/**
 * Host door: who was removed, who waits since, because somebody was, and who waits for a place.
 * Rule: one tap lets somebody in; nobody waits without a host being told.
 */
import { orSay } from "./lobby.js";
import { html } from "./parts.js";
import { send } from "./socket.js";
import { t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").Card} Card */

/** @param {{ state: State }} props */
export function Door({ state: { board } }) {
  const { removed = [], held = [], guarded = false } = board ?? {};
  if (!removed.length && !held.length && !guarded) return null;
  const guard = () => orSay(send({ t: "host.guard", on: !guarded }));
  return html`<section class=${held.length ? "needs" : "card s stack s"} aria-labelledby="door">
    <h2 id="door">${t("host-door")} ${held.length > 0 && html`<span class="tag">${held.length}</span>`}</h2>
    <p class="vh" role="status">${held.length ? t("host-door-waiting", { n: held.length }) : ""}</p>
    <p class="sm">${t(guarded ? "host-door-guarded" : "host-door-open")}</p>
    <ul class="list">${held.map((card) => html`<${Waiting} key=${card.id} card=${card} />`)}</ul>
    <button type="button" class="tlink sm" onClick=${guard}>
      ${t(guarded ? "host-door-unguard" : "host-door-guard")}</button>
    ${
      removed.length > 0 &&
      html`<h3 class="sm">${t("host-removed-list")}</h3>
        <ul class="sm">${removed.map(({ id, name }) => html`<li key=${id}><bdi>${name}</bdi></li>`)}</ul>`
    }
  </section>`;
}

/** Who waits for a place: nobody can be made to, so one tap gives all of them one. */
/** @param {{ state: State }} props */
export function List({ state: { board } }) {
  const { listed = [], queue = 0, capacity = 0 } = board ?? {};
  if (!queue) return null;
  return html`<section class="needs" aria-labelledby="list">
    <h2 id="list">${t("host-list")} <span class="tag">${queue}</span></h2>
    <p class="vh" role="status">${t("say-host-list", { n: queue })}</p>
    <p class="sm">${t("host-list-full", { n: capacity })}</p>
    <ul class="list">${listed.map((card) => html`<${Waiting} key=${card.id} card=${card} listed />`)}</ul>
    ${queue > listed.length && html`<p class="sm mute">${t("host-list-rest", { n: queue - listed.length })}</p>`}
    <button type="button" class="btn sm" onClick=${() => orSay(send({ t: "host.capacity" }))}>
      ${t("host-list-more", { n: queue })}</button>
  </section>`;
}

/** @param {{ card: Card, listed?: boolean }} props */
function Waiting({ card: { id: person, name }, listed }) {
  return html`<li class="row apart">
    <bdi><b>${name}</b></bdi>
    <span class="row tight" role="group" aria-label=${t("host-more", { name })}>
      <button type="button" class="btn sm" onClick=${() => orSay(send({ t: "host.admit", person }))}>
        ${t("host-door-admit")}</button>
      ${
        !listed &&
        html`<button type="button" class="tlink sm" onClick=${() => orSay(send({ t: "host.remove", person }))}>
        ${t("host-door-refuse")}</button>`
      }
    </span>
  </li>`;
}
