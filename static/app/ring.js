// @ts-check
/**
 * Ring: one arc per person, starting at that person's side; the gap is the time left.
 * Rule: repainted when a digit changes, never animated; it never turns red and never blinks.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "./parts.js";
import { duration, skyOf, t } from "./words.js";

/** @typedef {{ id: string, zone: string, seat?: "here" | "coming" | "away" | "left" }} Seated */

const MIDDLE = 50;
/** Round caps reach over their ends: this much of the circle stays open between two arcs. */
const SEAM = 11;
/** What an arc shows before any time has passed: where its person sits. */
const STUB = 9;

/**
 * @param {number} degrees clockwise from the top
 * @param {number} radius
 */
function point(degrees, radius) {
  const turn = (degrees * Math.PI) / 180;
  const x = MIDDLE + radius * Math.sin(turn);
  const y = MIDDLE - radius * Math.cos(turn);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

/**
 * The arc of one of `count` people when `progress` (0 to 1) of the time has passed. Two people sit
 * left and right, three at left, right and below, four in the corners, as their tiles do. One
 * alone has a half: the ring is open.
 *
 * @param {number} index
 * @param {number} count
 * @param {number} progress
 */
export function arcOf(index, count, progress) {
  const seats = Math.max(2, count);
  const side = (360 * index - 180) / seats;
  const whole = 360 / seats - SEAM;
  const part = Math.min(1, Math.max(0, progress));
  const extent = STUB + (whole - STUB) * part;
  return { from: side - extent / 2, to: side + extent / 2, extent };
}

/**
 * @param {{ from: number, to: number, extent: number }} arc
 * @param {number} radius
 */
function arcPath({ from, to, extent }, radius) {
  const large = extent > 180 ? 1 : 0;
  return `M${point(from, radius)}A${radius} ${radius} 0 ${large} 1 ${point(to, radius)}`;
}

/**
 * The drawing alone. Away is a dotted arc, left is no arc at all.
 *
 * @param {{ people: readonly Seated[], progress: number, now: number, stroke?: number, alert?: boolean }} props
 */
export function Ring({ people, progress, now, stroke = 7, alert = false }) {
  const radius = MIDDLE - stroke / 2 - 1;
  return html`<svg class=${alert ? "ring alert" : "ring"} viewBox="0 0 100 100" aria-hidden="true">
    <circle class="ring-track" cx="50" cy="50" r=${radius} stroke-width=${stroke * 0.3} />
    ${people.map(({ id, zone, seat }, index) => {
      if (seat === "left") return null;
      const arc = arcPath(arcOf(index, people.length, progress), radius);
      const kind = seat === "away" || seat === "coming" ? "ring-arc away" : "ring-arc";
      return html`<path key=${id} class=${kind} data-sky=${skyOf(now, zone)} d=${arc}
        stroke-width=${stroke} />`;
    })}
  </svg>`;
}

/**
 * The ring, small: how many are in a room, how far they are, who is missing.
 *
 * @param {{ people: readonly Seated[], progress: number, now: number, alert?: boolean }} props
 */
export function RoomGlyph(props) {
  return html`<${Ring} ...${props} stroke=${9} />`;
}

/**
 * The picture of every empty state: half a ring, waiting for the other half.
 *
 * @param {{ zone: string, now: number }} props
 */
export function OpenRing({ zone, now }) {
  const seats = /** @type {Seated[]} */ ([
    { id: "here", zone },
    { id: "open", zone, seat: "left" },
  ]);
  return html`<span class="open-ring"><${Ring} people=${seats} progress=${1} now=${now} /></span>`;
}

/**
 * Seconds left until a deadline of the server's clock, painted anew whenever the digits change.
 *
 * @param {number} deadline
 * @param {() => number} now the server's time, in seconds
 * @param {number | null} [remaining] while paused: the time that stands still
 */
export function useLeft(deadline, now, remaining = null) {
  const [, repaint] = useState(0);
  useEffect(() => {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const wait = () => {
      const left = deadline - now();
      if (remaining !== null || left <= 0) return;
      // A little after the full second, so that a timer firing early does not show the old digit.
      timer = setTimeout(
        () => {
          repaint((count) => count + 1);
          wait();
        },
        (left % 1) * 1000 + 15,
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [deadline, remaining]);
  return Math.max(0, remaining ?? deadline - now());
}

const MARKS = /** @type {const} */ ([60, 10, 0]);

/**
 * The mark that was passed between two paintings, if any: 60, 10 or 0 seconds.
 *
 * @param {number} before
 * @param {number} after
 */
export function markPassed(before, after) {
  return MARKS.filter((mark) => before > mark && after <= mark).at(-1) ?? null;
}

/**
 * Says the marks of a countdown politely; the digits themselves are silent.
 *
 * @param {{ left: number, say: (mark: 60 | 10 | 0) => string }} props
 */
export function SpokenMarks({ left, say }) {
  const before = useRef(left);
  const text = useRef("");
  const mark = markPassed(before.current, Math.ceil(left));
  before.current = Math.ceil(left);
  if (mark !== null) text.current = say(mark);
  return html`<span class="vh" role="status">${text.current}</span>`;
}

/** @param {number} left */
function captionOf(left) {
  if (left <= 10) return t("ring-last-seconds");
  return left <= 60 ? t("ring-last-minute") : t("ring-left");
}

/**
 * The ring as a clock, with the digits inside.
 *
 * @param {object} props
 * @param {readonly Seated[]} props.people
 * @param {number} props.began
 * @param {number} props.deadline
 * @param {() => number} props.now the server's time, in seconds
 * @param {number | null} [props.remaining] while paused
 * @param {string} [props.caption] instead of "left" and the last minute; "" for none
 * @param {boolean} [props.bare] without the disc behind it
 * @param {boolean} [props.speak] says 60, 10 and 0 seconds
 */
export function RingTimer(props) {
  const { people, began, deadline, now, remaining = null, caption, bare, speak = false } = props;
  const left = useLeft(deadline, now, remaining);
  const progress = 1 - left / Math.max(1, deadline - began);
  const words = caption ?? (remaining === null ? captionOf(left) : t("ring-paused"));
  const whole = Math.ceil(left);
  const label = t("ring-label", { m: Math.floor(whole / 60), s: whole % 60 });
  return html`<div class=${bare ? "timer bare-ring" : "timer"}>
    <${Ring} people=${people} progress=${progress} now=${now()} />
    <div role="timer" aria-label=${label}>
      <span class="num">${duration(left)}</span>${words && html`<small>${words}</small>`}
    </div>
    ${speak && html`<${SpokenMarks} left=${left} say=${(/** @type {number} */ mark) => t(`say-${mark}`)} />`}
  </div>`;
}
