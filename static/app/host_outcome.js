// @ts-check
/**
 * Host outcome: whether the rounds to come last, and how those that were went.
 * Rule: only how many, never who; the same numbers stand in the export.
 */
import { html, Icon } from "./parts.js";
import { cityOf, firstOf, language, t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").Spread} Spread */

/** @param {number} value */
const count = (value) =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(value);
/** @param {number} value */
const percent = (value) => new Intl.NumberFormat(language(), { style: "percent" }).format(value);

/** @param {{ state: State }} props */
export function Outlook({ state: { board } }) {
  const outlook = board?.outlook;
  if (!outlook || (!outlook.short && !outlook.odd)) return null;
  const { rounds, fit, short, odd = false } = outlook;
  return html`<div class="note amber" role="status">
    <${Icon} name="warn" small />
    <div class="stack s">
      ${short > 0 && html`<p><b>${t("outlook-short", { short, rounds })}</b> ${t("outlook-fit", { fit })}</p>`}
      ${odd && html`<p>${t("outlook-odd")}</p>`}
    </div>
  </div>`;
}

/** What the plan comes to that is ready for the next round. */
/** @param {{ state: State }} props */
export function Planned({ state: { board } }) {
  const plan = board?.preview;
  if (!plan) return null;
  const { round, rooms, idle, repeats, clashes } = plan;
  return html`<p class="sm"><b>${t("planned-rooms", { round, rooms })}</b>
    ${" "}${[t("planned-idle", { n: idle }), t("planned-repeats", { n: repeats }), t("planned-clashes", { n: clashes })].join(t("dot"))}</p>`;
}

/** @param {{ state: State }} props */
export function HowItWent({ state: { board } }) {
  const went = board?.outcome;
  if (!went) return null;
  const lines = /** @type {[string, string][]} */ ([
    [
      "went-idle",
      t("went-of", { a: went.idle, b: went.person_rounds, free: went.unavoidable_idle }),
    ],
    ["went-repeats", t("went-avoidable", { n: went.repeats, avoidable: went.avoidable_repeats })],
    ["went-wait", t("went-seconds", { half: count(went.wait_p50), most: count(went.wait_p95) })],
    [
      "went-media",
      t("went-media-of", { share: percent(went.media_both_ways_in_5s), n: went.rooms }),
    ],
    ["went-left", count(went.early_leaves)],
    ["went-keeps", count(went.mutual_keeps)],
    ["went-language", count(went.language_failures)],
  ]);
  return html`<section class="card s stack s" aria-labelledby="went">
    <h2 id="went">${t("went-title", { n: went.rounds })}</h2>
    <dl class="went sm">${lines.map(
      ([key, value]) =>
        html`<div key=${key} class="row apart"><dt class="mute">${t(key)}</dt><dd class="num">${value}</dd></div>`,
    )}</dl>
    <details>
      <summary class="tlink sm">${t("went-sit-outs")}</summary>
      <${Groups} spread=${went.sit_outs_by_role} name=${(/** @type {string} */ role) => firstOf([`role-${role}`, "role-unknown"])} />
      <${Groups} spread=${went.sit_outs_by_zone} name=${cityOf} />
    </details>
  </section>`;
}

/** @param {{ spread: Spread, name: (id: string) => string }} props */
function Groups({ spread, name }) {
  return html`<dl class="sm">${Object.entries(spread.by_group).map(
    ([id, mean]) =>
      html`<div key=${id} class="row apart"><dt class="mute">${name(id)}</dt><dd class="num">${count(mean)}</dd></div>`,
  )}</dl>`;
}
