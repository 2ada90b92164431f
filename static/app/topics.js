// @ts-check
/**
 * Topics: what one would like to talk about: the usual ones, a field for one's own words, all of them.
 * Rule: one tap asks, a second offers, a third lets go, wherever the chip stands.
 */
import { useState } from "preact/hooks";
import { html, Icon, Pick } from "./parts.js";
import { askServer, plain, Suggest } from "./suggest.js";
import { AREAS, POPULAR } from "./topic_list.js";
import { errorText, language, t } from "./words.js";

/** @typedef {import("./protocol.js").Profile} Profile */
/** @typedef {{ draft: Profile, full: boolean, left: number, onTap: (topic: string) => void }} Props */

const MOST_FOUND = 8;
/** Languages in which topics have names, besides those of the pages. */
const OWN_LANGUAGES = ["zh", "ko", "vi", "id", "th", "ja", "en"];

/** The first of the browser's languages in which topics have names, if the page speaks another. */
export function ownLanguage(tags = navigator.languages) {
  const codes = tags.map((tag) => (tag.split("-")[0] ?? "").toLowerCase());
  const own = codes.find((code) => OWN_LANGUAGES.includes(code)) ?? "";
  return own === language() ? "" : own;
}

/**
 * What the page itself can find: names that hold the text, those that begin with it first.
 *
 * @param {string} text
 */
export function findHere(text) {
  const asked = plain(text);
  return AREAS.flatMap(({ area, wide, finer }) =>
    [...wide, ...finer].map((key) => {
      const label = t(`topic-${key}`);
      return { key, label, detail: t(`area-${area}`), at: plain(label).indexOf(asked) };
    }),
  )
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST_FOUND);
}

/** @param {string} text */
async function find(text) {
  const also = ownLanguage();
  try {
    const { topics } = await askServer("topics", { q: text, lang: language(), also });
    const options = topics.map((/** @type {any} */ hit) => ({
      key: hit.id,
      label: hit.label,
      detail: hit.also || t(`area-${hit.area}`),
      lang: hit.also ? also : undefined,
    }));
    return { options };
  } catch (error) {
    const { code } = /** @type {{ code?: string }} */ (error);
    const note = code === "offline" ? t("suggest-offline") : errorText(code ?? "unknown");
    return { options: findHere(text), note };
  }
}

/** @param {Props} props */
export function TopicPicker({ draft, full, left, onTap }) {
  const { seeks = [], offers = [], role } = draft;
  const [text, setText] = useState("");
  const chosen = [...seeks, ...offers];
  /** @param {string} id */
  const chip = (id) => {
    const mark = seeks.includes(id) ? "seek" : offers.includes(id) ? "offer" : "none";
    const topic = t(`topic-${id}`);
    return html`<${Pick} key=${id} pressed=${mark !== "none"} onPress=${() => onTap(id)}
      label=${t("profile-topic-state", { topic, state: mark })}>
      ${topic}${mark !== "none" && html` <span class="tag">${t(`profile-${mark}`)}</span>`}<//>`;
  };
  const usual = (POPULAR[role ?? ""] ?? []).filter((id) => !chosen.includes(id));
  return html`<div class="stack s">
    ${chosen.length > 0 && html`<div class="topics" role="group" aria-label=${t("profile-topics-chosen")}>${chosen.map(chip)}</div>`}
    <div class="topics" role="group" aria-label=${t("profile-topics-usual")}>${usual.map(chip)}</div>
    <${Suggest} id="topic-search" label=${t("profile-topics-search")} find=${find}
      placeholder=${t("profile-topics-example")} none=${t("profile-topics-none", { text })}
      onText=${setText} onPick=${(/** @type {{ key: string }} */ { key }) => chosen.includes(key) || onTap(key)} />
    <div>${AREAS.map((area) => html`<${Area} key=${area.area} ...${area} chip=${chip} />`)}</div>
    <p class="hint" role="status">
      ${full ? t("profile-topics-full") : t("profile-topics-left", { n: left })}
    </p>
  </div>`;
}

/** An area: its wide topics, and behind one more tap the finer ones; drawn when it is opened. */
/** @param {{ area: string, wide: string[], finer: string[], chip: (id: string) => unknown }} props */
function Area({ area, wide, finer, chip }) {
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const name = t(`area-${area}`);
  return html`<details onToggle=${(/** @type {any} */ event) => setOpen(event.currentTarget.open)}>
    <summary class="tlink">${name}<${Icon} name="down" small /></summary>
    ${
      open &&
      html`<div class="topics">
        ${wide.map(chip)}${all && finer.map(chip)}
        ${!all && html`<button type="button" class="tlink" onClick=${() => setAll(true)}>${t("profile-topics-finer", { area: name, n: finer.length })}</button>`}
      </div>`
    }
  </details>`;
}
