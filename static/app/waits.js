// @ts-check
/**
 * Waits: who is not inside yet: at the door, or on the waiting list.
 * Rule: what they say is a live region, so a number that moves is heard as well as seen.
 */
import { orSay } from "./lobby.js";
import { html, Still } from "./parts.js";
import { send } from "./socket.js";

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
