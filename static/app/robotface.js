// @ts-check
/**
 * Robot face: the moving drawing where a simulated person's camera would be.
 * Rule: plainly a drawing, made of paper, ink and the sky over its hour; each robot has its own,
 * and it stands still for who wants no motion.
 */
import { useEffect, useRef } from "preact/hooks";
import { html } from "./parts.js";

const WIDTH = 480;
const HEIGHT = 360;
const FRAME_MS = 80;
const HATS = 4;
/** The dial's dots have it too: the one colour that is the same by day and by night. */
const MOON = "#fffefb";

/**
 * What tells one robot from another, from its id.
 *
 * @param {string} id
 */
export function traitsOf(id) {
  let hash = 2166136261;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  const part = (/** @type {number} */ shift, /** @type {number} */ count) =>
    (hash >>> shift) % count;
  return {
    hat: part(0, HATS),
    sky: part(4, 8) * 3,
    round: 0.86 + part(8, 5) * 0.06,
    eyes: 26 + part(12, 4) * 6,
    pace: 0.8 + part(16, 5) * 0.12,
    windowAt: part(20, 2),
  };
}

/** @typedef {ReturnType<typeof traitsOf>} Traits */
/** @typedef {{ paper: string, ink: string, sky: string, shirt: string, ground: string }} Colours */

/**
 * @param {{ id: string, name: string }} props
 */
export function RobotFace({ id, name }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  useEffect(() => {
    const box = canvas.current;
    return box ? animate(box, traitsOf(id)) : undefined;
  }, [id]);
  return html`<canvas ref=${canvas} role="img" aria-label=${name} width=${WIDTH} height=${HEIGHT}>
  </canvas>`;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Traits} traits
 * @returns {() => void} stops it
 */
function animate(canvas, traits) {
  const context = canvas.getContext("2d");
  if (!context) return () => {};
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const tile = /** @type {HTMLElement | null} */ (canvas.closest("[data-person]"));
  let frames = 0;
  const paint = () => {
    draw(context, coloursOf(canvas, traits), traits, still ? 0 : frames * FRAME_MS);
    frames += 1;
    if (tile) tile.dataset.frames = String(frames);
  };
  paint();
  const timer = setInterval(paint, still ? 1000 : FRAME_MS);
  return () => clearInterval(timer);
}

/**
 * The page's own colours, so that the drawing goes dark with it.
 *
 * @param {Element} element
 * @param {Traits} traits
 * @returns {Colours}
 */
function coloursOf(element, traits) {
  const style = getComputedStyle(element);
  const colour = (/** @type {string} */ name) => style.getPropertyValue(name).trim() || "#888";
  return {
    paper: colour("--card"),
    ink: colour("--ink-2"),
    ground: colour("--sunken"),
    sky: colour("--s"),
    shirt: colour(`--sky-${traits.sky}`),
  };
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Colours} colours
 * @param {Traits} traits
 * @param {number} ms since it began
 */
function draw(pen, colours, traits, ms) {
  const beat = (ms / 1000) * traits.pace;
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  drawWindow(pen, colours, traits, beat);
  pen.save();
  pen.translate(WIDTH / 2 + Math.sin(beat * 0.9) * 7, 0);
  drawBody(pen, colours, traits);
  pen.translate(0, Math.sin(beat * 1.7) * 3);
  pen.rotate(Math.sin(beat * 0.7) * 0.025);
  drawHead(pen, colours, traits);
  drawFace(pen, colours, traits, beat);
  pen.restore();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Colours} colours
 * @param {Traits} traits
 * @param {number} beat
 */
function drawWindow(pen, { sky }, { windowAt }, beat) {
  const left = windowAt ? 340 : 36;
  pen.fillStyle = sky;
  pen.globalAlpha = 0.55;
  pen.beginPath();
  pen.roundRect(left, 40, 104, 190, 48);
  pen.fill();
  pen.globalAlpha = 0.85;
  pen.fillStyle = MOON;
  pen.beginPath();
  pen.arc(left + 52, 92 + Math.sin(beat * 0.2) * 6, 17, 0, 2 * Math.PI);
  pen.fill();
  pen.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Colours} colours
 * @param {Traits} traits
 */
function drawBody(pen, { shirt, ink }, { round }) {
  pen.fillStyle = shirt;
  pen.strokeStyle = ink;
  pen.lineWidth = 3;
  pen.beginPath();
  pen.ellipse(0, 372, 138 * round, 112, 0, Math.PI, 2 * Math.PI);
  pen.fill();
  pen.beginPath();
  pen.arc(0, 266, 24, 0.15 * Math.PI, 0.85 * Math.PI);
  pen.stroke();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Colours} colours
 * @param {Traits} traits
 */
function drawHead(pen, { paper, ink, shirt }, { hat, round }) {
  pen.fillStyle = paper;
  pen.strokeStyle = ink;
  pen.lineWidth = 3.5;
  pen.beginPath();
  pen.roundRect(-78 * round, 96, 156 * round, 158, 66);
  pen.fill();
  pen.stroke();
  pen.fillStyle = shirt;
  pen.beginPath();
  if (hat === 0) pen.ellipse(0, 112, 62 * round, 30, 0, Math.PI, 2 * Math.PI);
  else if (hat === 1) pen.roundRect(-50 * round, 72, 100 * round, 40, 18);
  else if (hat === 2) pen.arc(0, 84, 22, 0, 2 * Math.PI);
  else pen.ellipse(0, 118, 84 * round, 22, 0, Math.PI, 2 * Math.PI);
  pen.fill();
  pen.stroke();
}

/**
 * Eyes that blink now and then, and a mouth that talks and rests by turns.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {Colours} colours
 * @param {Traits} traits
 * @param {number} beat
 */
function drawFace(pen, { ink }, { eyes }, beat) {
  const open = beat % 4.2 < 0.16 ? 0.12 : 1;
  const talking = Math.sin(beat * 0.55) > 0 ? Math.abs(Math.sin(beat * 5.3)) : 0;
  pen.fillStyle = ink;
  for (const side of [-1, 1]) {
    pen.beginPath();
    pen.ellipse(side * eyes, 166, 8, 10 * open, 0, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.lineWidth = 5;
  pen.lineCap = "round";
  pen.beginPath();
  if (talking > 0.15) pen.ellipse(0, 212, 17, 4 + 11 * talking, 0, 0, 2 * Math.PI);
  else pen.arc(0, 196, 24, 0.22 * Math.PI, 0.78 * Math.PI);
  pen.stroke();
}
