// @ts-check
/**
 * Choices: what next, after a partner was lost for good.
 * Rule: three ways on and one that comes by itself; the time for it stands beside it.
 */
import { useState } from "preact/hooks";
import { orSay } from "./lobby.js";
import { html } from "./parts.js";
import { useLeft } from "./ring.js";
import { now as serverNow, send } from "./socket.js";
import { t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */

const WAYS = /** @type {const} */ (["next", "third", "lounge"]);

/** Whether the viewer is being asked. */
/** @param {State} state @param {number} now */
export function isAsked({ you }, now) {
  return Boolean(you?.lost && (you.choose_until ?? 0) > now);
}

/** @param {{ state: State, heading?: boolean }} props `heading`: it is the title of the screen */
export function Choices({ state: { you }, heading = false }) {
  const [chosen, setChosen] = useState("");
  const left = Math.ceil(useLeft(you?.choose_until ?? 0, serverNow));
  const name = you?.lost?.name ?? "";
  /** @param {typeof WAYS[number]} choice */
  const choose = (choice) => () => {
    setChosen(choice);
    orSay(
      send({ t: "mixer.choose", choice }).catch((error) => {
        setChosen("");
        throw error;
      }),
    );
  };
  const text = t("room-partner-gone", { name });
  return html`<section class="stack s" role="status">
    ${heading ? html`<h1 class="d2" tabindex="-1">${text}</h1>` : html`<p class="say">${text}</p>`}
    <div class="row tight">
      ${WAYS.map(
        (way, n) => html`<button type="button" key=${way} class=${n ? "btn quiet" : "btn"}
          disabled=${chosen !== ""} onClick=${choose(way)}>${t(`room-choose-${way}`)}</button>`,
      )}
    </div>
    <p class="hint" aria-live="off">${t("room-choose-note", { s: left })}</p>
  </section>`;
}
