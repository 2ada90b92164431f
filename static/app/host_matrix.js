// @ts-check
/**
 * Host matrix: the table of roles, what makes a good pair, and the few other choices of a ruling.
 * Rule: every choice is in plain words and shows what it is now; none is hidden behind another.
 */
import { useState } from "preact/hooks";
import { Field, html, Pick, Segmented } from "./parts.js";
import { PAIRS, ROLES } from "./rule_table.js";
import { choiceOf, fallbackOf, MUCH, pairOf, WEIGHTS, withChoice, withRules } from "./ruling.js";
import { languageName, slug, t } from "./words.js";

/** @typedef {import("./protocol.js").Ruling} Ruling */
/** @typedef {import("./rule_table.js").Verdict} Verdict */
/** @typedef {{ draft: Ruling, onChange: (draft: Ruling) => void }} Props */

const MOST_ROUNDS = 30;
const FIRST = "+";
const PURPOSES = /** @type {const} */ (["explore", "reunite"]);
const LANGUAGES = ["ja", "en"];

/** Open where there is room: on a phone what a change does is not to be pushed out of sight. */
/** @param {{ title: string, children?: import("preact").ComponentChildren }} props */
function Part({ title, children }) {
  const [open] = useState(() => matchMedia("(min-width: 48rem)").matches);
  return html`<details open=${open}><summary>${title}</summary><div class="stack s">${children}</div></details>`;
}

/** @param {Props} props */
export function RoleTable({ draft, onChange }) {
  return html`<${Part} title=${t("rules-roles")}>
    <p class="hint">${t("rules-roles-note")}</p>
    <table class="roles">
      <thead><tr><td></td>${ROLES.map((role) => html`<th key=${role} scope="col">${t(`role-${role}`)}</th>`)}</tr></thead>
      <tbody>${ROLES.map(
        (role, row) => html`<tr key=${role}>
          <th scope="row">${t(`role-${role}`)}</th>
          ${ROLES.map((other, column) =>
            column > row
              ? html`<td key=${other} class="none"></td>`
              : html`<td key=${other}><${Cell} ...${{ draft, onChange, role, other }} /></td>`,
          )}
        </tr>`,
      )}</tbody>
    </table>
  <//>`;
}

/** @param {Props & { role: string, other: string }} props */
function Cell({ draft, onChange, role, other }) {
  const pair = pairOf(role, other);
  const { verdict, first } = choiceOf(draft, pair);
  const verdicts = PAIRS.find((each) => each.pair === pair)?.verdicts ?? [];
  const may = verdicts.filter((each) => each !== "never");
  const names = { a: t(`role-${other}`), b: t(`role-${role}`) };
  const value = first && verdict !== "never" ? verdict + FIRST : verdict;
  /** @param {any} event */
  const pick = ({ currentTarget }) => {
    const picked = /** @type {string} */ (currentTarget.value);
    const chosen = /** @type {Verdict} */ (picked.replace(FIRST, ""));
    onChange(withChoice(draft, pair, { verdict: chosen, first: picked.endsWith(FIRST) }));
  };
  const kind = verdict === "never" ? "never" : first ? "first" : "may";
  return html`<label class=${`meet ${kind}`}><span class="meet-n">${t("rules-with", { a: names.a })}</span>
    <select aria-label=${t("rules-pair", names)} value=${value} onChange=${pick}>
      <optgroup label=${t("rules-may")}>${may.map((each) => html`<option key=${each} value=${each} selected=${each === value}>${t(`rules-verdict-${slug(each)}`)}</option>`)}</optgroup>
      <optgroup label=${t("rules-first")}>${may.map((each) => html`<option key=${each} value=${each + FIRST} selected=${each + FIRST === value}>${t("rules-verdict-first", { verdict: t(`rules-verdict-${slug(each)}`) })}</option>`)}</optgroup>
      <option value="never" selected=${value === "never"}>${t("rules-verdict-never")}</option>
    </select></label>`;
}

/** @param {Props} props */
export function Weights({ draft, onChange }) {
  return html`<${Part} title=${t("rules-weights")}>
    <div class="weights">${WEIGHTS.map((weight) => {
      const label = t(`rules-weight-${weight}`);
      return html`<div class="weight" key=${weight}>
        <p class="sm"><b>${label}</b><br /><span class="mute">${t(`rules-weight-${weight}-note`)}</span></p>
        <${Segmented} name=${`weight-${weight}`} label=${label} value=${draft.rules?.[weight] ?? "normal"}
          options=${MUCH.map((value) => ({ value, label: t(`rules-much-${value}`) }))}
          onPick=${(/** @type {any} */ much) => onChange(withRules(draft, { [weight]: much }))} />
      </div>`;
    })}</div>
  <//>`;
}

/** @param {Props & { over: number }} props `over`: rounds that are past, or running */
export function Wishes({ draft, over, onChange }) {
  const spoken = fallbackOf(draft.rules ?? {});
  /** @param {string} code */
  const turn = (code) => {
    const others = spoken.filter((each) => each !== code);
    const fallback = spoken.includes(code) ? others : [...others, code];
    onChange(withRules(draft, { fallback: LANGUAGES.filter((each) => fallback.includes(each)) }));
  };
  /** @param {any} event */
  const setRounds = ({ currentTarget }) => {
    const rounds = Math.round(Number(currentTarget.value));
    if (rounds >= 1 && rounds <= MOST_ROUNDS) onChange({ ...draft, rounds });
  };
  return html`<${Part} title=${t("rules-more")}>
    <div class="wishes">
      <${Field} id="rules-rounds" label=${t("rules-rounds")} hint=${over ? t("rules-rounds-over", { n: over }) : t("rules-rounds-hint")}>
        ${(/** @type {any} */ ids) => html`<input class="in short" type="number" inputmode="numeric" min=${over + 1} max=${MOST_ROUNDS} value=${draft.rounds} onInput=${setRounds} ...${ids} />`}
      <//>
      <div class="stack s"><p class="lab">${t("rules-purpose")}</p>
        <${Segmented} name="rules-purpose" label=${t("rules-purpose")} value=${draft.purpose ?? "explore"}
          options=${PURPOSES.map((value) => ({ value, label: t(`rules-purpose-${value}`) }))}
          onPick=${(/** @type {any} */ purpose) => onChange({ ...draft, purpose })} /></div>
      <div class="stack s"><p class="lab" id="rules-odd">${t("rules-odd")}</p>
        <div class="row tight" role="group" aria-labelledby="rules-odd">
          <${Pick} pressed=${draft.trios ?? true} onPress=${() => onChange({ ...draft, trios: !(draft.trios ?? true) })}>${t("rules-trios")}<//>
        </div></div>
      <div class="stack s"><p class="lab" id="rules-untold">${t("rules-untold")}</p>
        <div class="row tight" role="group" aria-labelledby="rules-untold">${[
          ...new Set([...LANGUAGES, ...spoken]),
        ].map(
          (code) =>
            html`<${Pick} key=${code} pressed=${spoken.includes(code)} onPress=${() => turn(code)}>${languageName(code)}<//>`,
        )}</div></div>
    </div>
  <//>`;
}
