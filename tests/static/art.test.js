// @ts-check
/**
 * Art: the dial's and the ring's geometry, the icons, and the contrast of every colour by name.
 * Rule: the numbers here are also in tests/web/test_art.py, so that server and browser draw alike.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fold, placeDots, placeLabels, pointAt, threadPath } from "../../static/app/dial.js";
import { languageOfName, Levels, Meter } from "../../static/app/parts.js";
import { arcOf, markPassed, Ring } from "../../static/app/ring.js";

const STATIC = new URL("../../static/", import.meta.url);
/** 28 November 2026, 12:07 UTC. */
const NOW = 1795867620;

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, STATIC), "utf8");

/**
 * Every node of a tree of virtual nodes, depth first, leaving components unrendered.
 *
 * @param {any} node
 * @returns {any[]}
 */
function nodes(node) {
  if (Array.isArray(node)) return node.flatMap(nodes);
  if (!node?.props) return [];
  return [node, ...nodes(node.props.children)];
}

test("noon is on top, midnight below, six in the morning at the left", () => {
  assert.deepEqual(pointAt(12, 100), [200, 100]);
  assert.deepEqual(pointAt(0, 100), [200, 300]);
  assert.deepEqual(pointAt(6, 100), [100, 200]);
  assert.deepEqual(pointAt(18, 100), [300, 200]);
});

test("threads and arcs are the ones that the server draws", () => {
  assert.equal(threadPath(19, 9), "M342 238Q251.0 111.7 96.1 96.1");
  assert.equal(threadPath(0, 12), "M200 347Q200.0 340.0 200 53");
  const { from, to } = arcOf(0, 2, 0.5);
  assert.deepEqual([from, to], [-134.5, -45.5]);
});

test("threads keep out of the words in the middle", () => {
  for (let a = 0; a < 24; a++) {
    for (let b = 0; b < a; b++) {
      const [, ...numbers] = /M(.+) (.+)Q(.+) (.+) (.+) (.+)/.exec(threadPath(a, b)) ?? [];
      const [x1, y1, cx, cy, x2, y2] = numbers.map(Number);
      const x = ((x1 ?? 0) + 2 * (cx ?? 0) + (x2 ?? 0)) / 4;
      const y = ((y1 ?? 0) + 2 * (cy ?? 0) + (y2 ?? 0)) / 4;
      assert.ok(Math.hypot(x - 200, y - 200) > 69, `${a} to ${b}`);
    }
  }
});

test("a name is of the language that its signs and its owner tell", () => {
  const of = (/** @type {string} */ name, /** @type {string[]} */ ...codes) =>
    languageOfName({ name, languages: codes.map((code, n) => ({ code, level: n + 1 })) });
  assert.equal(of("はるか"), "ja");
  assert.equal(of("遥", "zh", "ja"), "ja");
  assert.equal(of("李娜", "ja", "zh"), "zh");
  assert.equal(of("遥"), undefined);
  assert.equal(of("محمد", "en", "ur"), "ur");
  assert.equal(of("Linh", "vi"), undefined);
});

test("a thread to somebody of the same hour is a loop that can be seen", () => {
  const [, ...numbers] = /C(.+) (.+) (.+) (.+) (.+) (.+)/.exec(threadPath(6, 6.25)) ?? [];
  const [ax, ay, bx, by] = numbers.map(Number);
  assert.ok((ax ?? 0) > 105 && (bx ?? 0) > 105, "it reaches well into the dial");
  assert.ok((ay ?? 0) - (by ?? 0) > 20, "and is open in its middle");
});

test("long names are folded, then cut, and none leaves the picture", () => {
  assert.deepEqual(fold("Ho Chi Minh City", 100), ["Ho Chi Minh", "City"]);
  assert.deepEqual(fold("Thiruvananthapuram", 100), ["Thiruvanant…"]);
  assert.deepEqual(fold("Hanoi", 100), ["Hanoi"]);
  for (let hour = 0; hour < 24; hour += 0.5) {
    for (const text of [
      "Ho Chi Minh City",
      "Thiruvananthapuram",
      "ペトロパブロフスク・カムチャツキー",
    ]) {
      const [label] = placeLabels([{ hour, text, weight: 1, strong: false }]);
      assert.ok(label && label.left > -86 && label.right < 486, `${text} at ${hour}`);
    }
  }
});

test("two hundred people stand where it is their hour, and nobody covers anybody", () => {
  const zones = ["Asia/Tokyo", "Asia/Kolkata", "Asia/Kathmandu", "Europe/Berlin", "America/Lima"];
  const people = Array.from({ length: 200 }, (_, n) => ({
    id: `p${n}`,
    zone: zones[(n * n) % 5] ?? "UTC",
  })).filter((_, n) => n % 5 || n < 60);
  const dots = placeDots(people, NOW, { me: "p7" });
  const points = dots.map((dot) => pointAt(dot.hour, 167 + dot.lane * 9.5));
  points.forEach(([x, y], n) => {
    for (const [otherX, otherY] of points.slice(0, n)) {
      assert.ok(Math.hypot(x - otherX, y - otherY) > 9.5);
    }
  });
  const shown = dots.reduce(
    (sum, { count = 0, id }) => sum + count + (id && id !== "p7" ? 1 : 0),
    0,
  );
  const mineApart = dots.some(({ id }) => id === "p7");
  assert.equal(shown, people.length);
  assert.ok(mineApart, "the reader's own dot is always there");
});

test("few people are dots at most half an hour away from their hour", () => {
  const people = Array.from({ length: 12 }, (_, n) => ({ id: `p${n}`, zone: "Asia/Tokyo" }));
  const dots = placeDots(people, NOW);
  assert.equal(dots.length, 12);
  assert.ok(dots.every(({ hour, count }) => !count && Math.abs(hour - (21 + 7 / 60)) <= 0.5));
});

test("a crowd that is known by number only is one disc with everybody in it", () => {
  const people = [{ id: "me", zone: "Asia/Tokyo" }];
  const dots = placeDots(people, NOW, { me: "me", crowd: { "Asia/Tokyo": 40 } });
  assert.deepEqual(
    dots.map(({ id, count }) => id ?? count),
    [40, "me"],
  );
});

test("names around the dial never touch, and the reader's own is always there", () => {
  const names = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    text: "Ulaanbaatar",
    weight: hour === 13 ? 1e6 : 1,
    strong: hour === 13,
  }));
  const placed = placeLabels(names);
  assert.ok(placed.length <= 12);
  assert.ok(placed.some(({ strong }) => strong));
  placed.forEach((one, n) => {
    for (const other of placed.slice(0, n)) {
      const apart = Math.abs(one.y - other.y) >= 18;
      assert.ok(apart || one.left >= other.right + 8 || one.right <= other.left - 8);
    }
  });
});

test("arcs begin at each person's side, grow both ways, and leave only the seam at the end", () => {
  for (const count of [2, 3, 4]) {
    const arcs = Array.from({ length: count }, (_, n) => arcOf(n, count, 1));
    const covered = arcs.reduce((sum, { extent }) => sum + extent, 0);
    assert.equal(covered, 360 - count * 11);
    const side = (360 * 1 - 180) / count;
    const [begin, later] = [arcOf(1, count, 0), arcOf(1, count, 0.4)];
    assert.equal((begin.from + begin.to) / 2, side);
    assert.equal((later.from + later.to) / 2, side);
    assert.ok(later.extent > begin.extent && begin.extent > 0);
  }
});

test("one person alone has half a ring, and the other half stays open", () => {
  assert.deepEqual(arcOf(0, 1, 1), arcOf(0, 2, 1));
});

test("whoever is away has a dotted arc, whoever has left has none", () => {
  const people = /** @type {any} */ ([
    { id: "a", zone: "Asia/Tokyo", seat: "away" },
    { id: "b", zone: "Asia/Ho_Chi_Minh", seat: "here" },
    { id: "c", zone: "Asia/Tokyo", seat: "left" },
  ]);
  const arcs = nodes(Ring({ people, progress: 0.5, now: NOW })).filter(
    ({ type }) => type === "path",
  );
  assert.deepEqual(
    arcs.map(({ props }) => [props.class, props["data-sky"]]),
    [
      ["ring-arc away", 21],
      ["ring-arc", 18],
    ],
  );
});

test("a mark is said once, when it is passed, and the last one wins after a long sleep", () => {
  assert.equal(markPassed(61, 60), 60);
  assert.equal(markPassed(60, 59), null);
  assert.equal(markPassed(11, 10), 10);
  assert.equal(markPassed(1, 0), 0);
  assert.equal(markPassed(90, 4), 10);
  assert.equal(markPassed(0, 0), null);
});

test("the meter lights its beads in order, the last ones in amber", () => {
  const lit = (/** @type {number} */ level) =>
    nodes(Meter({ level, label: "x" }))
      .filter(({ type }) => type === "i")
      .map(({ props }) => props.class);
  assert.deepEqual(new Set(lit(0)), new Set([""]));
  assert.deepEqual(lit(1), [...Array(12).fill("on"), ...Array(4).fill("hot")]);
  assert.equal(lit(0.5).filter(Boolean).length, 8);
  assert.equal(lit(7).length, 16);
});

test("a level of language is four beads and a word", () => {
  const tree = nodes(Levels({ code: "vi", level: 3 }));
  const beads = tree.filter(({ type }) => type === "i").map(({ props }) => props.class);
  assert.deepEqual(beads, ["on", "on", "on", ""]);
  assert.ok(tree.some(({ props }) => props.class === "vh" && props.children === "level-3"));
});

test("every icon that is asked for is in the sprite", () => {
  const ids = new Set([...read("art/icons.svg").matchAll(/ id="([a-z-]+)"/g)].map(([, id]) => id));
  const templates = new URL("../server/web/templates/", STATIC);
  const asked = [
    ...readdirSync(new URL("app/", STATIC))
      .filter((name) => name.endsWith(".js"))
      .flatMap((name) => [...read(`app/${name}`).matchAll(/<\$\{Icon\}\s+name="([^"]+)"/g)]),
    ...readdirSync(templates)
      .filter((name) => name.endsWith(".html"))
      .flatMap((name) => [
        ...readFileSync(new URL(name, templates), "utf8").matchAll(/\bicon\("([^"]+)"/g),
      ]),
  ].map(([, name]) => name ?? "");
  assert.ok(asked.length > 5);
  assert.deepEqual(
    asked.filter((name) => !ids.has(name)),
    [],
  );
});

/* ---- Colours ---- */

const TOKENS = read("css/tokens.css");

/** @param {RegExp} start */
function block(start) {
  const from = TOKENS.search(start);
  assert.ok(from >= 0, String(start));
  const body = TOKENS.slice(TOKENS.indexOf("{", from) + 1, TOKENS.indexOf("}", from));
  const found = [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name, value?.replace(/\s+/g, " ")]));
}

/** @param {string | undefined} hex */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt((hex ?? "").slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/**
 * The ratio of WCAG 2.
 *
 * @param {string | undefined} one
 * @param {string | undefined} other
 */
function contrast(one, other) {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const LIGHT = block(/:root \{/);
const NIGHT = { system: block(/:root:not\(/), chosen: block(/:root\[data-theme="dark"\]/) };

test("night by the system and night by the switch are the same night", () => {
  assert.deepEqual(NIGHT.system, NIGHT.chosen);
});

for (const [theme, tokens] of Object.entries({ light: LIGHT, dark: NIGHT.chosen })) {
  test(`text, borders and skies keep their contrast (${theme})`, () => {
    const at = (/** @type {string} */ name) => tokens[`--${name}`];
    for (const ground of ["paper", "card", "sunken"]) {
      for (const text of ["ink", "ink-2", "ink-3"]) {
        assert.ok(contrast(at(text), at(ground)) >= 4.5, `${text} on ${ground}`);
      }
      assert.ok(contrast(at("edge"), at(ground)) >= 3, `edge on ${ground}`);
      assert.ok(contrast(at("focus"), at(ground)) >= 3, `focus on ${ground}`);
    }
    for (const state of ["amber", "shu", "matsu", "ai"]) {
      assert.ok(contrast(at(state), at(`${state}-wash`)) >= 4.5, `${state} on its wash`);
      assert.ok(contrast(at(state), at("card")) >= 4.5, `${state} on card`);
    }
    assert.ok(contrast(at("amber-line"), at("amber-wash")) >= 3);
    for (const hour of [0, 3, 6, 9, 12, 15, 18, 21]) {
      assert.ok(contrast(at(`sky-${hour}`), at("paper")) >= 3, `sky ${hour}`);
    }
  });
}

test("other sheets use the names of colours, not their values", () => {
  const allowed = new Set(["#000", "#fff", "#fffefb", "#221f1b"]);
  const sheets = readdirSync(new URL("css/", STATIC)).filter((name) => name !== "tokens.css");
  const values = sheets.flatMap((name) =>
    [...read(`css/${name}`).matchAll(/#[0-9a-f]{3,8}\b/gi)].map(([value]) => `${name} ${value}`),
  );
  assert.deepEqual(
    values.filter((found) => !allowed.has(found.split(" ")[1] ?? "")),
    [],
  );
});

test("sheets place things by logical sides, so that a page can be mirrored", () => {
  const physical =
    /(?<![-\w])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|text-align:\s*(?:left|right)|float)(?=\s*:)/;
  for (const name of readdirSync(new URL("css/", STATIC))) {
    for (const line of read(`css/${name}`).split("\n")) {
      if (line.startsWith("@media")) continue;
      assert.doesNotMatch(line, physical, `${name}: ${line.trim()}`);
    }
  }
});
