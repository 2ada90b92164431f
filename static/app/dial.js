// @ts-check
/**
 * Dial: 24 hours, everyone at their own, threads between some, names of cities around it.
 * Rule: pure functions of their props; a clock does not mirror, in no language.
 */
import { Component } from "preact";
import { html } from "./parts.js";
import { hourOf, whereIs } from "./words.js";

/** @typedef {import("preact").ComponentChildren} Children */

const MIDDLE = 200;
const INNER = 147;
const BAND = 167;
const LABEL = 205;
/** Dots nearer to each other than this are tied by a loop. */
const LOOP = 36;
/** How far words may reach sideways on a phone; farther they would be cut. */
const EDGE = 284;
const LINE = 13;
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
  if (Math.hypot(x2 - x1, y2 - y1) < LOOP) return loopPath(from, to);
  const bow = Math.max(70, reach - 0.18 * Math.hypot(x2 - x1, y2 - y1));
  const [ux, uy] = reach > 1 ? [mx / reach, my / reach] : [0, 1];
  const [cx, cy] = [MIDDLE + 2 * ux * bow - mx, MIDDLE + 2 * uy * bow - my];
  return `M${x1} ${y1}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${x2} ${y2}`;
}

/**
 * A thread to somebody at nearly the same hour: straight, it would be too short to be seen.
 *
 * @param {number} from
 * @param {number} to
 */
function loopPath(from, to) {
  const side = to < from ? -1 : 1;
  const [x1, y1] = pointAt(from, INNER);
  const [x2, y2] = pointAt(to, INNER);
  const [ax, ay] = pointAt(from - side * 0.9, 92);
  const [bx, by] = pointAt(to + side * 0.9, 92);
  return `M${x1} ${y1}C${ax} ${ay} ${bx} ${by} ${x2} ${y2}`;
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
/** @typedef {{ lines: string[], strong: boolean, x: number, y: number, anchor: string, small: boolean, left: number, right: number }} Label */

/** @param {string} text */
const widthOf = (text) => [...text].reduce((sum, sign) => sum + (sign > "\u2e80" ? 15.5 : 8.2), 0);

/**
 * A name in the room there is: in one line, else in two, and what still does not fit is left out.
 *
 * @param {string} text
 * @param {number} room
 */
export function fold(text, room) {
  if (widthOf(text) <= room) return [text];
  const gaps = [...text.matchAll(/[ ・]/g)].map(({ index = 0 }) => index);
  const last = gaps.filter((gap) => widthOf(text.slice(0, gap)) <= room).at(-1);
  const lines = last ? [text.slice(0, last), text.slice(last + 1)] : [text];
  return lines.map((line) => {
    const signs = [...line];
    while (signs.length > 1 && widthOf(signs.join("")) > room) signs.splice(-2, 2, "…");
    return signs.join("");
  });
}

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
    const small = widthOf(text) > 84 && side !== 0;
    const scale = small ? 0.78 : 1;
    const room = side ? EDGE - Math.abs(x - MIDDLE) : EDGE;
    const lines = fold(text, room / scale);
    const width = Math.max(...lines.map(widthOf)) * scale;
    const left = x - (width * (1 - side)) / 2;
    const right = left + width;
    const touches = (/** @type {Label} */ other) =>
      Math.abs(other.y - y) < 18 + LINE * (Math.max(lines.length, other.lines.length) - 1) &&
      left < other.right + 8 &&
      right > other.left - 8;
    if (placed.length === 12 || placed.some(touches)) continue;
    const anchor = side === 1 ? "start" : side === -1 ? "end" : "middle";
    placed.push({ lines, strong, x, y, anchor, small, left, right });
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
        ({ lines, x, y, anchor, strong, small }) => html`<text text-anchor=${anchor}
          class=${`city${strong ? " strong" : ""}${small ? " small" : ""}`}>${lines.map(
            (line, n) =>
              html`<tspan x=${x} y=${y + LINE * (n - (lines.length - 1) / 2)}>${line}</tspan>`,
          )}</text>`,
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
