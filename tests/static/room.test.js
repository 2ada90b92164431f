// @ts-check
/**
 * Room: what a tile shows, who sits where on the ring, what is worth saying aloud, which words.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { beganAt } from "../../static/app/call.js";
import { isAsked } from "../../static/app/choices.js";
import { lacking, titleOf } from "../../static/app/proposed.js";
import { promptText, reasonText, shown } from "../../static/app/reasons.js";
import { initial } from "../../static/app/reduce.js";
import { traitsOf } from "../../static/app/robotface.js";
import { aroundRing, newsOf, seated, span } from "../../static/app/room.js";
import { isTyping } from "../../static/app/room_controls.js";
import { faceOf } from "../../static/app/tile.js";
import { useWords, wordsFrom } from "../../static/app/words.js";

const FOLDER = new URL("../../static/i18n/", import.meta.url);
/** @param {string} lang */
const speak = (lang) =>
  useWords(
    wordsFrom(
      ["core", "room", "topics"].map((name) =>
        readFileSync(new URL(`${lang}/${name}.ftl`, FOLDER), "utf8"),
      ),
      lang,
    ),
  );

/** @param {string} id @param {Record<string, unknown>} [rest] @returns {any} */
const member = (id, rest = {}) => ({ card: { id, name: id, zone: "UTC" }, seat: "here", ...rest });
/** @param {Record<string, unknown>} [rest] @returns {any} */
const link = (rest = {}) => ({
  state: "connected",
  rung: "direct",
  receiving: true,
  picture: true,
  met: true,
  ...rest,
});

test("a tile shows the picture only when one comes in", () => {
  assert.equal(faceOf(member("a"), link()), "video");
  assert.equal(faceOf(member("a"), link({ picture: false })), "connecting");
  assert.equal(faceOf(member("a"), link({ state: "connecting" })), "connecting");
  assert.equal(faceOf(member("a", { camera: false }), link()), "audio");
  assert.equal(faceOf(member("a", { mode: "audio" }), link()), "audio");
  assert.equal(faceOf(member("a"), link({ state: "audio" })), "audio");
});

test("text is a way to be here: chosen, or what is left", () => {
  assert.equal(faceOf(member("a", { mode: "text" }), undefined), "text");
  assert.equal(faceOf(member("a"), undefined), "text");
  assert.equal(faceOf(member("a"), link({ state: "text", rung: "text" })), "text");
});

test("a lost socket does not blur a call that goes on", () => {
  assert.equal(faceOf(member("a", { seat: "away" }), link()), "video");
  assert.equal(faceOf(member("a", { seat: "away" }), link({ receiving: false })), "away");
  assert.equal(faceOf(member("a", { seat: "away" }), undefined), "away");
});

test("who has a seat and is not there yet is on the way; a robot is always itself", () => {
  const waiting = link({ state: "connecting", met: false });
  assert.equal(faceOf(member("a", { seat: "coming" }), waiting), "coming");
  const robot = member("r", { card: { id: "r", name: "r", zone: "UTC", robot: true } });
  assert.equal(faceOf(robot, undefined), "robot");
});

const me = /** @type {any} */ ({ id: "me", zone: "UTC" });
/** @param {...string} ids */
const ring = (...ids) =>
  aroundRing(
    ids.map((id) => member(id)),
    me,
  ).map(({ id }) => id);

test("arcs stand where the tiles stand, clockwise", () => {
  assert.deepEqual(ring("a"), ["a", "me"]);
  assert.deepEqual(ring("a", "b"), ["a", "b", "me"]);
  assert.deepEqual(ring("a", "b", "c"), ["a", "b", "me", "c"]);
});

test("the ring is open when everybody else is gone", () => {
  const alone = aroundRing([], me);
  assert.deepEqual(
    alone.map(({ id, seat }) => [id, seat]),
    [
      ["open", "left"],
      ["me", "here"],
    ],
  );
});

test("who has left has no tile", () => {
  const room = /** @type {any} */ ({ members: [member("a"), member("b", { seat: "left" })] });
  assert.deepEqual(
    seated(room).map(({ card }) => card.id),
    ["a"],
  );
});

test("time that was added is drawn from the end of the round", () => {
  const room = /** @type {any} */ ({ began: 100, deadline: 400 });
  assert.deepEqual(span(room), { began: 100, deadline: 400 });
  assert.deepEqual(span({ ...room, extended_until: 580 }), { began: 400, deadline: 580 });
  assert.deepEqual(span({ ...room, extended_until: 400 }), { began: 100, deadline: 400 });
});

test("only a change of seat is news", () => {
  assert.equal(newsOf(undefined, "here"), "");
  assert.equal(newsOf("here", "here"), "");
  assert.equal(newsOf("coming", "here"), "room-here");
  assert.equal(newsOf("here", "away"), "say-partner-lost");
  assert.equal(newsOf("away", "here"), "room-partner-back");
  assert.equal(newsOf("away", "left"), "say-partner-left");
});

test("the room begins when it says, or when the card said while there is no room", () => {
  const seat = /** @type {any} */ ({ starts_at: 50 });
  const room = /** @type {any} */ ({ began: 60 });
  assert.equal(beganAt(initial), Number.POSITIVE_INFINITY);
  assert.equal(beganAt({ ...initial, seat }), 50);
  assert.equal(beganAt({ ...initial, seat, room }), 60);
});

test("one is asked what next only while there is time to say so", () => {
  const you = /** @type {any} */ ({ lost: { id: "a" }, choose_until: 100 });
  assert.equal(isAsked({ ...initial, you }, 90), true);
  assert.equal(isAsked({ ...initial, you }, 100), false);
  assert.equal(isAsked({ ...initial, you: { ...you, lost: null } }, 90), false);
});

test("a key belongs to the field, the dialog or the browser first", () => {
  const press = (/** @type {any} */ target, rest = {}) =>
    /** @type {any} */ ({ target, ctrlKey: false, metaKey: false, altKey: false, ...rest });
  const field = { closest: () => ({}) };
  const page = { closest: () => null };
  assert.equal(isTyping(press(field)), true);
  assert.equal(isTyping(press(page)), false);
  assert.equal(isTyping(press(page, { ctrlKey: true })), true);
  assert.equal(isTyping(press(page, { isComposing: true })), true);
});

test("reasons and questions are worded in every language, unknown ones generally", () => {
  for (const lang of ["en", "ja"]) {
    speak(lang);
    const general = reasonText({ kind: "never_heard_of" });
    const known = ["same_city", "same_cohort", "same_field", "alum_and_student", "language"];
    const texts = known.map((kind) => reasonText({ kind }));
    assert.equal(new Set([general, ...texts]).size, known.length + 1, lang);
    const topical = reasonText({ kind: "both_seek", topic: "tourism" });
    assert.ok(!topical.includes("tourism") || lang === "en", topical);
    assert.ok(!topical.includes("topic-"), topical);
    const prompts = Array.from({ length: 24 }, (_, number) => promptText(number));
    assert.equal(new Set(prompts).size, 24, lang);
    assert.ok(
      prompts.every((text) => !text.startsWith("prompt-")),
      lang,
    );
    assert.equal(promptText(24), promptText(0));
  }
});

test("at most two reasons are shown", () => {
  const reasons = ["a", "b", "c"].map((kind) => ({ kind }));
  assert.deepEqual(
    shown(reasons).map(({ kind }) => kind),
    ["a", "b"],
  );
  assert.deepEqual(shown(undefined), []);
});

test("the card names whom one meets, or how many", () => {
  speak("en");
  const seat = (/** @type {string[]} */ names) =>
    /** @type {any} */ ({ partners: names.map((name) => ({ name })) });
  assert.equal(titleOf(seat(["Sofia"])), "You are meeting Sofia.");
  assert.equal(titleOf(seat(["Sofia", "Kenji"])), "You are meeting Sofia and Kenji.");
  assert.match(titleOf(seat(["A", "B", "C"])), /3/);
});

test("each robot has its own drawing, always the same", () => {
  assert.deepEqual(traitsOf("robot-7"), traitsOf("robot-7"));
  const drawings = Array.from({ length: 40 }, (_, n) => JSON.stringify(traitsOf(`robot-${n}`)));
  assert.ok(new Set(drawings).size > 35);
});

test("what a room has to do without is said to each, and to whoever helps that they do", () => {
  speak("en");
  /** @type {any[]} */
  const others = [
    { id: "a", name: "Aki" },
    { id: "k", name: "Ken" },
  ];
  const room = { notes: ["smaller", "bridge", "roles"], bridge: "a" };
  const said = lacking(room, others).map(([, words]) => words);
  assert.equal(said.length, 2, "a role the host asked for is no concern of theirs");
  assert.match(said[1] ?? "", /Aki.* speaks with each of you/);
  const [, own] = lacking({ notes: ["bridge"], bridge: "me" }, others)[0] ?? [];
  assert.match(own ?? "", /You speak with each/);
  const [, gone] = lacking({ notes: ["bridge"], bridge: null }, others)[0] ?? [];
  assert.doesNotMatch(gone ?? "", /speaks with each|You speak/);
  assert.deepEqual(lacking({}, others), []);
});
