// @ts-check
/**
 * More: what a profile may say beyond the three questions, and whom one has shut out.
 * Rule: all of it is optional, and each line says who will see it.
 */
import { Field, html } from "./parts.js";
import { orSay } from "./lobby.js";
import { send } from "./socket.js";
import { askServer, Suggest } from "./suggest.js";
import { language, t, whereIs } from "./words.js";

/** @typedef {import("./protocol.js").Profile} Profile */
/** @typedef {{ draft: Profile, put: (change: Partial<Profile>) => void, blocked: import("./protocol.js").Card[] }} Props */

/** @typedef {{ id: number, name: string, label: string, country: string, country_name: string, zone: string }} City */

/** @param {string} text */
async function findCities(text) {
  const { cities } = await askServer("cities", { q: text, lang: language() });
  const options = cities.map((/** @type {City} */ city) => ({
    key: JSON.stringify(city),
    label: city.label,
    detail: city.country_name,
  }));
  return { options };
}

/**
 * What a city says about where one is; the name that goes to others is the one all pages know.
 *
 * @param {string} key
 */
function picked(key) {
  const { id, name, country, zone } = /** @type {City} */ (JSON.parse(key));
  return { city: name, city_id: id, country, zone };
}

/** @param {Props} props */
export function MoreAboutYou({ draft, put, blocked }) {
  /** @param {"recruiters_ok" | "no_pairs" | "topics_private"} key @param {string} label */
  const toggle = (key, label) => html`<label class="row tight firm check">
    <input type="checkbox" checked=${draft[key] ?? false}
      onChange=${(/** @type {Event} */ event) =>
        put({ [key]: /** @type {HTMLInputElement} */ (event.currentTarget).checked })} />
    <span>${label}</span>
  </label>`;
  /** @param {"contact" | "reading"} key */
  const typed = (key) => (/** @type {Event} */ event) =>
    put({ [key]: /** @type {HTMLInputElement} */ (event.currentTarget).value });
  return html`<div class="stack">
    <${Field} id="contact" optional label=${t("profile-contact")} hint=${t("profile-contact-hint")}>
      ${(/** @type {object} */ ids) => html`<input class="in" ...${ids} dir="auto" maxlength="120"
        autocomplete="email" placeholder=${t("profile-contact-placeholder")}
        value=${draft.contact ?? ""} onInput=${typed("contact")} />`}
    <//>
    <${Suggest} id="city" optional free label=${t("profile-city")} hint=${t("profile-city-hint")}
      value=${draft.city ? whereIs({ zone: "UTC", ...draft }) : ""} none=${t("profile-city-none")} find=${findCities}
      onText=${(/** @type {string} */ city) => put({ city, city_id: 0, country: "" })}
      onPick=${(/** @type {{ key: string }} */ { key }) => put(picked(key))} />
    <${Field} id="reading" optional label=${t("profile-reading")} hint=${t("profile-reading-hint")}>
      ${(/** @type {object} */ ids) => html`<input class="in" ...${ids} dir="auto" maxlength="60"
        value=${draft.reading ?? ""} onInput=${typed("reading")} />`}
    <//>
    <div class="stack s">
      ${toggle("recruiters_ok", t("profile-recruiters"))}
      ${toggle("no_pairs", t("lobby-no-one-to-one"))}
      ${toggle("topics_private", t("profile-topics-private"))}
    </div>
    ${
      blocked.length > 0 &&
      html`<section class="stack s" aria-labelledby="blocked">
        <h3 id="blocked">${t("profile-blocked")}</h3>
        <ul class="list">
          ${blocked.map(
            ({ id, name }) => html`<li class="row apart" key=${id}>
              <bdi>${name}</bdi>
              <button type="button" class="btn quiet sm"
                onClick=${() => orSay(send({ t: "person.unblock", person: id }))}>
                ${t("profile-unblock")}
              </button>
            </li>`,
          )}
        </ul>
      </section>`
    }
  </div>`;
}
