// @ts-check
/**
 * Parts: the small things the way to the lobby is made of: mark, icons, people, dial, controls.
 * Rule: pure functions of their props; text comes in finished, user text goes out as text nodes.
 */
import { Component, h } from "preact";
import htm from "htm";
import { clock, firstOf, hourOf, initial, languageName } from "./words.js";
import { roleText, skyOf, slug, t, whereIs } from "./words.js";

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
        <bdi>${name}</bdi>${" "}
        ${reading && html`<small><bdi>${reading}</bdi></small>`}
        ${person.robot && html` <span class="tag">${t("simulated")}</span>`}
      </p>
      <p class="chip-r">
        ${line ?? roleText(person)}${person.verified && t("dot") + t("verified")}
      </p>
    </div>
    <p class="chip-m">
      <span>${whereIs(person)}</span>
      <${LocalTime} epoch=${now} zone=${zone} />
      ${levels && person.languages?.map((known) => html`<${Levels} ...${known} />`)}
    </p>
  </div>`;
}

/* ---- The dial ---- */

const MIDDLE = 200;
const INNER = 147;
const BAND = 167;
const LABEL = 205;
/** Dots stand on a honeycomb of quarter hours and three lanes, so that no two cover each other. */
const LANE = 9.5;
const PER_HOUR = 4;
const CROWDED = 12;
/** @typedef {{ column: number, lane: number }} Spot */
const shift = (/** @type {Spot} */ { column, lane }) => column + (lane ? 0.5 : 0);
const far = (/** @type {Spot} */ spot) => Math.hypot(shift(spot) * 11.2, spot.lane * LANE);
const SPOTS = [0, 1, -1, 2, -2, 3, -3]
  .flatMap((column) => [0, 1, -1].map((lane) => ({ column, lane })))
  .sort((a, b) => far(a) - far(b));

/**
 * A point of the dial: noon on top, midnight below, clockwise.
 *
 * @param {number} hour
 * @param {number} radius
 * @returns {[number, number]}
 */
export function pointAt(hour, radius) {
  const turn = ((hour - 12) / 24) * 2 * Math.PI;
  const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
  return [round(MIDDLE + radius * Math.sin(turn)), round(MIDDLE - radius * Math.cos(turn))];
}

/**
 * A thread between two hours. It bows towards the middle but keeps out of the words there.
 *
 * @param {number} from
 * @param {number} to
 */
export function threadPath(from, to) {
  const [x1, y1] = pointAt(from, INNER);
  const [x2, y2] = pointAt(to, INNER);
  const [mx, my] = [(x1 + x2) / 2 - MIDDLE, (y1 + y2) / 2 - MIDDLE];
  const reach = Math.hypot(mx, my);
  const bow = Math.max(70, reach - 0.18 * Math.hypot(x2 - x1, y2 - y1));
  const [ux, uy] = reach > 1 ? [mx / reach, my / reach] : [0, 1];
  const [cx, cy] = [MIDDLE + 2 * ux * bow - mx, MIDDLE + 2 * uy * bow - my];
  return `M${x1} ${y1}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${x2} ${y2}`;
}

/** @typedef {{ hour: number, lane: number, id?: string, count?: number }} Dot */
/** @typedef {Readonly<Record<string, number>>} Crowd people of each zone, by number */

/**
 * Where everyone stands: one dot a person, one disc with a number for a crowded hour.
 *
 * @param {readonly { id: string, zone: string }[]} people
 * @param {number} now
 * @param {{ me?: string, crowd?: Crowd }} [options] `crowd`: all who are here, if `people` is a part
 * @returns {Dot[]}
 */
export function placeDots(people, now, { me, crowd = {} } = {}) {
  /** @type {Map<number, { ids: string[], more: number }>} */
  const hours = new Map();
  const at = (/** @type {string} */ zone) => {
    const hour = hourOf(now, zone);
    const group = hours.get(hour) ?? { ids: [], more: 0 };
    hours.set(hour, group);
    return group;
  };
  for (const { id, zone } of people) at(zone).ids.splice(id === me ? 0 : Infinity, 0, id);
  for (const [zone, count] of Object.entries(crowd)) {
    at(zone).more += Math.max(0, count - people.filter((person) => person.zone === zone).length);
  }
  /** @type {Set<string>} */
  const taken = new Set();
  const seat = (/** @type {number} */ hour) => {
    const column = Math.floor(hour * PER_HOUR);
    const cell = (/** @type {Spot} */ spot) =>
      `${(column + spot.column + 24 * PER_HOUR) % (24 * PER_HOUR)} ${spot.lane}`;
    const spot = SPOTS.find((candidate) => !taken.has(cell(candidate))) ?? { column: 0, lane: 0 };
    taken.add(cell(spot));
    return { hour: hour + shift(spot) / PER_HOUR, lane: spot.lane };
  };
  return [...hours].flatMap(([hour, { ids, more }]) => {
    const count = ids.length + more;
    if (count <= CROWDED) return ids.map((id) => ({ ...seat(hour), id }));
    // The disc covers nine places; the reader's own dot stands beside it.
    for (let place = 0; place < 9; place++) seat(hour);
    const self = me && ids[0] === me ? [{ ...seat(hour), id: me }] : [];
    return [{ hour, lane: 0, count }, ...self];
  });
}

/** @typedef {{ hour: number, text: string, weight: number, strong: boolean }} Name */
/** @typedef {{ text: string, strong: boolean, x: number, y: number, anchor: string, small: boolean, left: number, right: number }} Label */

/**
 * City names around the dial: the reader's and the town's first, then where most people are, and
 * only those that do not touch another.
 *
 * @param {readonly Name[]} names
 */
export function placeLabels(names) {
  const placed = /** @type {Label[]} */ ([]);
  for (const { hour, text, strong } of [...names].sort((a, b) => b.weight - a.weight)) {
    const [x, middle] = pointAt(hour, LABEL);
    const y = middle + 5;
    const side = Math.abs(x - MIDDLE) < 60 ? 0 : Math.sign(x - MIDDLE);
    const full = [...text].reduce((sum, sign) => sum + (sign > "\u2e80" ? 15.5 : 8.2), 0);
    const small = full > 84 && side !== 0;
    const width = small ? full * 0.78 : full;
    const left = x - (width * (1 - side)) / 2;
    const right = left + width;
    const touches = (/** @type {Label} */ other) =>
      Math.abs(other.y - y) < 18 && left < other.right + 8 && right > other.left - 8;
    if (placed.length === 12 || placed.some(touches)) continue;
    const anchor = side === 1 ? "start" : side === -1 ? "end" : "middle";
    placed.push({ text, strong, x, y, anchor, small, left, right });
  }
  return placed;
}

/** @param {DialProps} props */
function labelsFor({ people, me, town, now }) {
  const names = /** @type {Map<string, Name>} */ (new Map());
  const named = people.map((where) => ({ where, weight: where.id === me ? 1e6 : 1 }));
  for (const { where, weight } of town ? [...named, { where: town, weight: 1e5 }] : named) {
    const [hour, text] = [hourOf(now, where.zone), whereIs(where)];
    const name = names.get(`${hour} ${text}`) ?? { hour, text, weight: 0, strong: false };
    names.set(`${hour} ${text}`, name);
    name.weight += weight;
    name.strong ||= weight > 1;
  }
  return placeLabels([...names.values()]);
}

const TICKS = Array.from({ length: 24 }, (_, hour) => {
  const [from, to] = [pointAt(hour, 146), pointAt(hour, hour % 6 ? 140 : 132)];
  return `M${from}L${to}`;
}).join("");

/** @param {number} hour */
const skyAt = (hour) => Math.floor(((hour + 24) % 24) / 3) * 3;

let drawings = 0;

/**
 * @typedef {object} DialProps
 * @property {readonly { id: string, zone: string, city?: string }[]} people
 * @property {string} [me]
 * @property {{ zone: string, city?: string }} [town]
 * @property {ReadonlySet<string>} [fits] a thread to each of these
 * @property {ReadonlySet<string>} [kept] a thick one
 * @property {Crowd} [crowd]
 * @property {number} now
 * @property {string} label
 * @property {Children} [center]
 */

/**
 * The hour dial: everyone at their own hour, threads to those who fit, words in the middle. It is
 * one picture with one sentence; the same people belong in a list beside it.
 *
 * @extends {Component<DialProps>}
 */
export class Dial extends Component {
  /** Gradients are found by id in the whole document, so each drawing has its own. */
  drawing = `dial-${++drawings}`;

  /** @override @param {DialProps} props */
  render(props) {
    const { people, me, fits, kept, crowd, now, label, center } = props;
    const dots = placeDots(people, now, { me, crowd });
    const mine = dots.find(({ id }) => id && id === me);
    const hours = new Map(dots.map((dot) => [dot.id, dot.hour]));
    const tied = people.filter(({ id }) => id !== me && (fits?.has(id) || kept?.has(id)));
    return html`<div class="dial">
    <div class="dial-sky" aria-hidden="true"></div>
    <svg viewBox="-62 -22 524 442" role="img" aria-label=${label}>
      <path class="tick" d=${TICKS} />
      ${
        mine &&
        tied.map(({ id, zone }, n) => {
          const to = hours.get(id) ?? hourOf(now, zone);
          const kind = kept?.has(id) ? "kept" : "fit";
          return html`<${Thread} id=${`${this.drawing}-${n}`} from=${mine.hour} to=${to} kind=${kind} />`;
        })
      }
      ${dots.map((dot) => html`<${DotMark} dot=${dot} mine=${dot === mine} />`)}
      ${labelsFor(props).map(
        ({ text, x, y, anchor, strong, small }) => html`<text x=${x} y=${y} text-anchor=${anchor}
          class=${`city${strong ? " strong" : ""}${small ? " small" : ""}`}>${text}</text>`,
      )}
      ${[12, 18, 0, 6].map((hour) => {
        const [x, y] = pointAt(hour, 120);
        return html`<text class="hr" x=${x} y=${y + 5} text-anchor="middle">${hour}</text>`;
      })}
    </svg>
    ${center && html`<div class="dial-c">${center}</div>`}
  </div>`;
  }
}

/** @param {{ id: string, from: number, to: number, kind: string }} props */
function Thread({ id, from, to, kind }) {
  const [[x1, y1], [x2, y2]] = [pointAt(from, INNER), pointAt(to, INNER)];
  return html`<g>
    <linearGradient id=${id} gradientUnits="userSpaceOnUse" ...${{ x1, y1, x2, y2 }}>
      <stop class="stop-s" data-sky=${skyAt(from)} />
      <stop class="stop-s" data-sky=${skyAt(to)} offset="1" />
    </linearGradient>
    <path class=${`chord ${kind}`} pathLength="1" d=${threadPath(from, to)} stroke=${`url(#${id})`} />
  </g>`;
}

/** @param {{ dot: Dot, mine: boolean }} props */
function DotMark({ dot, mine }) {
  const [x, y] = pointAt(dot.hour, BAND + dot.lane * LANE);
  if (!dot.count) {
    return html`<circle class=${mine ? "dot me" : "dot"} cx=${x} cy=${y} r=${mine ? 6.5 : 4.75} />`;
  }
  return html`<g>
    <circle class="dot" cx=${x} cy=${y} r="15" />
    <text class="dot-n" x=${x} y=${y + 4.5} text-anchor="middle">${dot.count}</text>
  </g>`;
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
