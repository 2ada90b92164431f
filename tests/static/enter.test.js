// @ts-check
/**
 * Enter: what the three questions make of taps, of the browser's languages and of the words' file.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { guessLanguages, tapTopic } from "../../static/app/enter.js";
import { COMMON, LANGUAGES } from "../../static/app/language_list.js";
import { findLanguages } from "../../static/app/tongues.js";
import { AREAS, POPULAR } from "../../static/app/topic_list.js";
import { findHere, ownLanguage } from "../../static/app/topics.js";
import { useWords, wordsFrom } from "../../static/app/words.js";
import { byPerson } from "../../static/app/recap.js";
import { stepTo } from "../../static/app/host_rooms.js";

test("the browser's languages are a beginning: one's own first, each once", () => {
  assert.deepEqual(guessLanguages(["vi-VN", "vi", "en-US", "ja", "fr"]), [
    { code: "vi", level: 4 },
    { code: "en", level: 2 },
    { code: "ja", level: 2 },
  ]);
  assert.deepEqual(guessLanguages(["", "x-klingon", "*"]), []);
  assert.deepEqual(guessLanguages(["en-GB", "ja"], [{ code: "ja", level: 3 }]), [
    { code: "ja", level: 3 },
    { code: "en", level: 2 },
  ]);
});

test("one tap asks, two offer, three let go", () => {
  const asks = tapTopic({}, "tea");
  assert.deepEqual(asks, { seeks: ["tea"], offers: [], full: false });
  const offers = tapTopic(asks, "tea");
  assert.deepEqual(offers, { seeks: [], offers: ["tea"], full: false });
  assert.deepEqual(tapTopic(offers, "tea"), { seeks: [], offers: [], full: false });
});

test("a sixth topic is refused, a chosen one can still change", () => {
  const chosen = { seeks: ["a", "b", "c"], offers: ["d", "e"] };
  assert.deepEqual(tapTopic(chosen, "f"), { ...chosen, full: true });
  assert.deepEqual(tapTopic(chosen, "a").offers, ["d", "e", "a"]);
});

test("every listed topic and area has its words, and the usual ones are listed", () => {
  const listed = AREAS.flatMap(({ area, wide, finer }) => [
    `area-${area}`,
    ...[...wide, ...finer].map((id) => `topic-${id}`),
  ]);
  for (const lang of ["en", "ja"]) {
    const text = readFileSync(
      new URL(`../../static/i18n/${lang}/topics.ftl`, import.meta.url),
      "utf8",
    );
    const named = [...text.matchAll(/^([a-z-]+) =/gm)].map(([, id]) => id);
    assert.deepEqual(named.sort(), [...listed].sort());
  }
  for (const usual of Object.values(POPULAR)) {
    assert.ok(usual.every((id) => listed.includes(`topic-${id}`)));
  }
});

test("a language is found by its name in either language, its own and its code", () => {
  const first = (/** @type {string} */ text) => findLanguages(text, [])[0]?.key;
  for (const text of [
    "vietnamese",
    "ベトナム語",
    "べとなむ",
    "Tiếng Việt",
    "tieng viet",
    "vi",
    "viet",
  ]) {
    assert.equal(first(text), "vi", text);
  }
  assert.equal(first("日本語"), "ja");
  assert.equal(first("한국어"), "ko");
  assert.ok(!findLanguages("vi", ["vi"]).some(({ key }) => key === "vi"), "spoken already");
  assert.deepEqual(findLanguages("qqqq", []), []);
  assert.ok(LANGUAGES.length > 150);
  const codes = LANGUAGES.map(([code]) => code ?? "");
  assert.ok(COMMON.every((code) => codes.includes(code)));
  assert.ok(codes.every((code) => /^[a-z]{2,3}$/.test(code)));
});

test("without a server the names on the page are searched", () => {
  useWords(
    wordsFrom(
      [readFileSync(new URL("../../static/i18n/en/topics.ftl", import.meta.url), "utf8")],
      "en",
    ),
  );
  assert.equal(findHere("HIKING")[0]?.key, "hiking");
  assert.equal(findHere("cafés")[0]?.key, "cafes");
  assert.deepEqual(findHere("qqq"), []);
});

test("one's own language stands beside the page's only if topics have names in it", () => {
  useWords(wordsFrom([], "en"));
  assert.equal(ownLanguage(["vi-VN", "en"]), "vi");
  assert.equal(ownLanguage(["fr", "en-GB"]), "");
  useWords(wordsFrom([], "ja"));
  assert.equal(ownLanguage(["fr", "en-GB"]), "en");
});

test("arrows move between the rooms of the board and stop at its edges", () => {
  assert.equal(stepTo("ArrowRight", 0, 7, 5), 1);
  assert.equal(stepTo("ArrowLeft", 0, 7, 5), 0);
  assert.equal(stepTo("ArrowDown", 1, 7, 5), 6);
  assert.equal(stepTo("ArrowDown", 4, 7, 5), 6);
  assert.equal(stepTo("ArrowUp", 6, 7, 5), 1);
  assert.equal(stepTo("Home", 5, 7, 5), 0);
  assert.equal(stepTo("End", 0, 7, 5), 6);
  assert.equal(stepTo("a", 0, 7, 5), null);
});

test("who was met twice is one line of the recap, with all that was said", () => {
  const card = { id: "b", name: "B", zone: "UTC" };
  const [one, two] = byPerson([
    { id: "m1", round: 1, at: 1, card, keep: true, sent: "thanks" },
    { id: "m2", round: 2, at: 2, card: { ...card, id: "c" } },
    { id: "m3", round: 3, at: 3, card, mutual: true, contact: "b@example.org" },
  ]);
  assert.deepEqual(one?.ids, ["m1", "m3"]);
  assert.deepEqual(
    [one?.keep, one?.mutual, one?.sent, one?.contact],
    [true, true, "thanks", "b@example.org"],
  );
  assert.deepEqual(two?.ids, ["m2"]);
});
