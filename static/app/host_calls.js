// @ts-check
/**
 * Host calls: who calls a host, from where and since when, and what a host can answer.
 * Rule: the longest waiting stands first; whoever sees it says so with one tap, so that two hosts do
 * not both run and the caller knows.
 */
import { useState } from "preact/hooks";
import { orSay } from "./lobby.js";
import { html } from "./parts.js";
import { send } from "./socket.js";
import { duration, t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").BoardCall} BoardCall */

const LONGEST = 500;

/** @param {{ state: State, now: number, onRoom: (room: string) => void }} props */
export function Calls({ state, now, onRoom }) {
  const calls = state.board?.calls ?? [];
  if (!calls.length) return null;
  const unseen = calls.some(({ seen }) => !seen);
  return html`<section class="needs" aria-labelledby="calls">
    <h2 id="calls">${t("host-calls")} <span class="tag">${calls.length}</span></h2>
    <p class="vh" role="status">${unseen ? t("say-host-call") : ""}</p>
    <ul class="list">${calls.map(
      (call) => html`<${Call} key=${call.person} ...${{ call, state, now, onRoom }} />`,
    )}</ul>
  </section>`;
}

/** @param {{ call: BoardCall, state: State, now: number, onRoom: (room: string) => void }} props */
function Call({ call: { person, at, seen = false }, state, now, onRoom }) {
  const [writing, setWriting] = useState(false);
  const name = state.people.get(person)?.card.name ?? t("role-unknown");
  const room = state.board?.rooms.find(({ seats }) =>
    seats.some((each) => each.person === person && each.seat !== "left"),
  );
  const tell = (/** @type {object} */ more) => () =>
    orSay(send({ t: "host.help", person, ...more }));
  return html`<li class="stack s">
    <p class="sm"><b>${t("host-call-by", { name })}</b><br />
      ${room ? html`<button type="button" class="tlink" onClick=${() => onRoom(room.room)}>${t("host-room", { n: room.number })}</button>` : t("host-call-lobby")}
      ${" "}<span class="mute">${t("host-call-waits", { time: duration(Math.max(0, now - at)) })}</span>
      ${seen && html` <span class="tag ok">${t("host-call-taken")}</span>`}</p>
    <div class="row tight">
      ${!seen && html`<button type="button" class="btn sm" onClick=${tell({})}>${t("host-call-take")}</button>`}
      <button type="button" class="btn quiet sm" aria-expanded=${String(writing)}
        onClick=${() => setWriting(!writing)}>${t("host-call-write")}</button>
      <button type="button" class="btn quiet sm" onClick=${tell({ done: true })}>${t("host-call-done")}</button>
    </div>
    ${writing && html`<${Line} ...${{ person, name }} onDone=${() => setWriting(false)} />`}
  </li>`;
}

/** @param {{ person: string, name: string, onDone: () => void }} props */
function Line({ person, name, onDone }) {
  const [text, setText] = useState("");
  const tell = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const said = text.trim();
    if (said && (await orSay(send({ t: "host.help", person, text: said })))) onDone();
  };
  return html`<form class="field" onSubmit=${tell}>
    <label for=${`line-${person}`}>${t("host-call-line", { name })}</label>
    <input class="in" id=${`line-${person}`} dir="auto" maxlength=${LONGEST} value=${text} autocomplete="off"
      onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)} />
    <button type="submit" class="btn sm" disabled=${!text.trim()}>${t("host-announce-send")}</button>
  </form>`;
}
