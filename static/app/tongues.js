// @ts-check
/**
 * Tongues: the field that adds a language, found by its name in either language of the pages, by
 * its own name or by its code.
 * Rule: those most spoken among people who studied in Japan are offered before anything is typed.
 */
import { useState } from "preact/hooks";
import { COMMON, LANGUAGES } from "./language_list.js";
import { html } from "./parts.js";
import { plain, Suggest } from "./suggest.js";
import { languageName, t } from "./words.js";

const MOST_FOUND = 8;

/**
 * Languages a text may mean, those not spoken yet: whole names first, then beginnings, then the rest.
 *
 * @param {string} text
 * @param {readonly string[]} known
 */
export function findLanguages(text, known) {
  const asked = plain(text);
  const fits = (/** @type {readonly string[]} */ names) =>
    Math.min(
      ...names.map((name, n) => {
        const at = n ? plain(name).indexOf(asked) : name === asked ? 0 : -1;
        return at < 0 ? 9 : at ? 2 : Number(plain(name) !== asked);
      }),
    );
  return LANGUAGES.map((names) => ({ names, rank: fits(names) }))
    .filter(({ names, rank }) => rank < 9 && !known.includes(names[0] ?? ""))
    .sort((a, b) => a.rank - b.rank || order(a.names[0]) - order(b.names[0]))
    .slice(0, MOST_FOUND)
    .map(({ names: [key = "", , , own = ""] }) => {
      const label = languageName(key);
      return { key, label, detail: own === label ? "" : own, lang: key };
    });
}

/** @param {string | undefined} code */
const order = (code) => COMMON.indexOf(code ?? "") + 1 || COMMON.length + 1;

/** @param {{ known: readonly string[], onAdd: (code: string) => void }} props */
export function AddLanguage({ known, onAdd }) {
  const [text, setText] = useState("");
  const usual = COMMON.filter((code) => !known.includes(code)).slice(0, 6);
  return html`<div class="stack s">
    <div class="topics" role="group" aria-label=${t("profile-language-add")}>
      ${usual.map(
        (code) => html`<button type="button" key=${code} class="pick" onClick=${() => onAdd(code)}>
          + ${languageName(code)}</button>`,
      )}
    </div>
    <${Suggest} id="add-language" label=${t("profile-language-search")}
      none=${t("profile-language-none", { text })} onText=${setText}
      find=${async (/** @type {string} */ typed) => ({ options: findLanguages(typed, known) })}
      onPick=${(/** @type {{ key: string }} */ { key }) => onAdd(key)} />
  </div>`;
}
