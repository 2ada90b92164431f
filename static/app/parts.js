// @ts-check
/**
 * Parts: the small things the way to the lobby is made of: mark, icons, people, controls.
 * Rule: pure functions of their props; text comes in finished, user text goes out as text nodes.
 */
import { h } from "preact";
import htm from "htm";
import { clock, firstOf, homeOf, initial, languageName } from "./words.js";
import { roleText, skyOf, slug, t } from "./words.js";

export const html = htm.bind(h);
export { composing } from "./words.js";

/** @typedef {import("preact").ComponentChildren} Children */
/** @typedef {import("./protocol.js").Card} Card */

/* ---- Drawn things ---- */

/** One つ stroke on a 32 grid; the second is the same, turned half round. */
export const MARK_STROKE =
  "M2.4 13.6C5.3 7.3 10.3 4.2 15.4 4.4C21.2 4.6 25.3 9 25.3 14.4C25.2 17.8 23.3 20.5 20.4 22.2";

/** @param {{ size?: number }} props */
export function Mark({ size = 28 }) {
  return html`<svg class="mark" width=${size} height=${size} viewBox="0 0 32 32" aria-hidden="true">
    <path class="mark-me" d=${MARK_STROKE} />
    <path class="mark-town" d=${MARK_STROKE} transform="rotate(180 16 16)" />
  </svg>`;
}

const SPRITE = new URL("../art/icons.svg", import.meta.url).href;

/** Only these mean a direction, so only these mirror. */
const MIRRORED = new Set(["leave", "undo", "forth", "chat", "speaker", "announce", "play"]);

/**
 * An icon of art/icons.svg by name; always with a word beside or underneath.
 *
 * @param {{ name: string, small?: boolean }} props
 */
export function Icon({ name, small = false }) {
  const kind = ["i", small && "s", MIRRORED.has(name) && "flip", name === "more" && "dots"];
  return html`<svg class=${kind.filter(Boolean).join(" ")} aria-hidden="true">
    <use href=${`${SPRITE}#${name}`} />
  </svg>`;
}

/* ---- People ---- */

/** @param {{ epoch: number, zone: string }} props */
export function LocalTime({ epoch, zone }) {
  return html`<time class="lt" data-sky=${skyOf(epoch, zone)}
    ><i class="sun" aria-hidden="true"></i>${clock(epoch, zone)}</time
  >`;
}

const TELLING = /** @type {[RegExp, string[]][]} */ ([
  [/[\u3040-\u30ff]/, ["ja"]],
  [/[\uac00-\ud7af]/, ["ko"]],
  [/\p{Script=Han}/u, ["ja", "zh", "ko"]],
  [/\p{Script=Arabic}/u, ["ar", "fa", "ur"]],
]);

/**
 * The language of a name, so that it is drawn and spoken as what it is. Where its signs leave a
 * choice, the languages of its owner decide, the best one first; else nobody does.
 *
 * @param {Pick<Card, "name" | "languages">} person
 */
export function languageOfName({ name, languages = [] }) {
  const [, codes = []] = TELLING.find(([signs]) => signs.test(name)) ?? [];
  if (codes.length === 1) return codes[0];
  const spoken = [...languages].sort((a, b) => b.level - a.level);
  return spoken.find(({ code }) => codes.includes(code))?.code;
}

/** @param {{ of: Pick<Card, "name" | "languages">, kind?: string }} props */
export function Name({ of: person, kind }) {
  return html`<bdi class=${kind} lang=${languageOfName(person)}>${person.name}</bdi>`;
}

/**
 * @param {{ name: string, zone: string, now: number, size?: "" | "sm" | "lg" | "xl", src?: string }} props
 */
export function Avatar({ name, zone, now, size = "", src }) {
  return html`<span class=${`av ${size}`.trim()} data-sky=${skyOf(now, zone)} aria-hidden="true"
    >${src ? html`<img src=${src} alt="" />` : html`<b>${initial(name)}</b>`}</span
  >`;
}

/** A shape for each state; those in none of them are simply here. */
const SHAPES = /** @type {Record<string, string>} */ ({
  in_room: "room",
  wrap_up: "room",
  proposed: "room",
  away: "away",
  paused: "away",
  reconnecting: "re",
  offline: "off",
});

/** @param {{ state: string }} props */
export function Presence({ state }) {
  return html`<span class=${`pd ${SHAPES[state] ?? ""}`.trim()}></span
    ><span class="vh">${firstOf([`presence-${slug(state)}`, "presence-here"])}</span>`;
}

/** A level of four beads, with the word for those who do not see them. */
/** @param {{ code: string, level: number, full?: boolean }} props */
export function Levels({ code, level, full = false }) {
  const beads = [1, 2, 3, 4].map((n) => html`<i class=${n <= level ? "on" : ""}></i>`);
  const name = languageName(code);
  return html`<span class="lv"
    >${full ? html`<span>${name}</span>` : html`<abbr title=${name}>${code.toUpperCase()}</abbr>`}
    <span class="beads" aria-hidden="true">${beads}</span
    ><span class="vh">${t(`level-${level}`)}</span></span
  >`;
}

/**
 * @param {{ person: Card, now: number, line?: Children, src?: string, levels?: boolean }} props
 *   `line` replaces the line of role and cohort
 */
export function PersonChip({ person, now, line, src, levels = true }) {
  const { name, reading, zone } = person;
  return html`<div class="chip">
    <${Avatar} name=${name} zone=${zone} now=${now} src=${src} />
    <div class="chip-t">
      <p class="chip-n">
        <${Name} of=${person} />${" "}
        ${reading && html`<small><bdi>${reading}</bdi></small>`}
        ${person.robot && html` <span class="tag">${t("simulated")}</span>`}
      </p>
      <p class="chip-r">
        ${line ?? roleText(person)}${person.verified && t("dot") + t("verified")}
      </p>
    </div>
    <p class="chip-m">
      <span>${homeOf(person)}</span>
      <${LocalTime} epoch=${now} zone=${zone} />
      ${levels && person.languages?.map((known) => html`<${Levels} ...${known} />`)}
    </p>
  </div>`;
}

/* ---- Controls ---- */

const BEADS = 16;
const HOT_FROM = 13;

/** @param {{ level: number, label: string }} props `level` from 0 to 1 */
export function Meter({ level, label }) {
  const lit = Math.round(Math.min(1, Math.max(0, level)) * BEADS);
  const beads = Array.from({ length: BEADS }, (_, n) =>
    n >= lit ? "" : n + 1 >= HOT_FROM ? "hot" : "on",
  );
  return html`<div class="meter" role="img" aria-label=${label}>
    ${beads.map((kind) => html`<i class=${kind}></i>`)}
  </div>`;
}

/**
 * One of a few, side by side, as native radios: arrows, focus and names come for free.
 *
 * @param {{ name: string, label: string, value: string | number | null, options: { value: string | number, label: string }[], onPick: (value: string | number) => void }} props
 */
export function Segmented({ name, label, value, options, onPick }) {
  return html`<div class="seg" role="radiogroup" aria-label=${label}>
    ${options.map(
      (option) => html`<label>
        <input class="bare" type="radio" name=${name} checked=${option.value === value}
          onChange=${() => onPick(option.value)} />
        <span>${option.label}</span>
      </label>`,
    )}
  </div>`;
}

/** @param {{ pressed: boolean, onPress: () => void, label?: string, children?: Children }} props */
export function Pick({ pressed, onPress, label, children }) {
  return html`<button type="button" class="pick" aria-pressed=${String(pressed)}
    aria-label=${label} onClick=${onPress}>${children}</button>`;
}

/**
 * A label, its control and what is said about it. The control gets the ids it must carry.
 *
 * @param {{ id: string, label: string, hint?: string, error?: string, optional?: boolean, children: (ids: { id: string, "aria-describedby"?: string | undefined, "aria-invalid"?: "" | "true" | undefined }) => Children }} props
 */
export function Field({ id, label, hint, error, optional = false, children }) {
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const extra = optional && html` <span class="soft plain">(${t("optional")})</span>`;
  return html`<div class="field">
    <label for=${id}>${label}${extra}</label>
    ${children({ id, "aria-describedby": told || undefined, "aria-invalid": error && "true" })}
    ${hint && html`<p class="hint" id=${`${id}-hint`}>${hint}</p>`}
    ${error && html`<p class="field-error" id=${`${id}-error`}>${error}</p>`}
  </div>`;
}

/* ---- Screens that say one thing ---- */

/** @param {{ title: string, note?: string, text?: string, action?: string, onAct?: () => void, busy?: boolean, values?: Record<string, number> }} props */
export function Still({ title, note, text, action, onAct, busy, values }) {
  return html`<div class="opening" role="status" aria-busy=${busy ? "true" : undefined}>
    <h1 class="d2" tabindex="-1">${t(title, values)}</h1>
    <p class="mute">${text ?? (note && t(note))}</p>
    ${action && html`<button type="button" class="btn" onClick=${onAct}>${t(action)}</button>`}
  </div>`;
}
