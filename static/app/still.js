// @ts-check
/**
 * Still: screens that say one thing and wait: at the door, on the list, removed, gone.
 * Rule: what they say is a live region, so a number that moves is heard as well as seen.
 */
import { orSay } from "./lobby.js";
import { html } from "./parts.js";
import { send } from "./socket.js";
import { t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */

/** Before the door, or on the list: the number is said whenever it changes. */
/** @param {{ state: State }} props */
export function Waits({ state: { you, mixer } }) {
  const n = you?.queue ?? 0;
  if (n && mixer?.phase === "closed") return html`<${Still} title="queue-over" />`;
  if (!n) return html`<${Still} title="held-title" note="held-note" busy />`;
  return html`<${Still} title="queue-title" note="queue-note" values=${{ n }}
    action="queue-leave" onAct=${() => orSay(send({ t: "event.leave" }))} />`;
}

/** @param {{ title: string, note?: string, text?: string, action?: string, onAct?: () => void, busy?: boolean, values?: Record<string, number> }} props */
export function Still({ title, note, text, action, onAct, busy, values }) {
  return html`<div class="opening" role="status" aria-busy=${busy ? "true" : undefined}>
    <h1 class="d2" tabindex="-1">${t(title, values)}</h1>
    <p class="mute">${text ?? (note && t(note))}</p>
    ${action && html`<button type="button" class="btn" onClick=${onAct}>${t(action)}</button>`}
  </div>`;
}
