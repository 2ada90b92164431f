// @ts-check
/** Ruling: what a host edits says what it shows, and equal rulings have equal keys. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { initial, reduce } from "../../static/app/reduce.js";
import { PAIRS } from "../../static/app/rule_table.js";
import { choiceOf, keyOf, pairOf, tidy, withChoice, withRules } from "../../static/app/ruling.js";

const USUAL = { rounds: 4, rules: {}, purpose: /** @type {const} */ ("explore"), trios: true };

test("each choice for each pair is shown as it was made, and taken back leaves nothing", () => {
  for (const { pair, usual, liked, verdicts } of PAIRS) {
    for (const verdict of verdicts) {
      for (const first of [true, false]) {
        const changed = withChoice(USUAL, pair, { verdict, first });
        assert.deepEqual(choiceOf(changed, pair), { verdict, first });
        for (const other of PAIRS.filter((each) => each.pair !== pair)) {
          assert.deepEqual(choiceOf(changed, other.pair), {
            verdict: other.usual,
            first: other.liked,
          });
        }
        const back = withChoice(changed, pair, { verdict: usual, first: liked });
        assert.equal(keyOf(back), keyOf(USUAL));
      }
    }
  }
});

test("what is said in full is the same as what is left out", () => {
  const full = {
    ...USUAL,
    rules: {
      meets: Object.fromEntries(PAIRS.map(({ pair, usual }) => [pair, usual])),
      liked: PAIRS.filter(({ liked }) => liked).map(({ pair }) => pair),
      topics: /** @type {const} */ ("normal"),
      fallback: ["ja", "en"],
    },
  };
  assert.equal(keyOf(full), keyOf({ rounds: 4 }));
  assert.deepEqual(tidy(full), USUAL);
});

test("what differs is kept, and tells rulings apart", () => {
  const changed = [
    withRules(USUAL, { language: "much" }),
    withRules(USUAL, { fallback: [] }),
    withChoice(USUAL, "staff+staff", { verdict: "never", first: false }),
    { ...USUAL, rounds: 3 },
    { ...USUAL, trios: false },
    { ...USUAL, purpose: /** @type {const} */ ("reunite") },
    USUAL,
  ];
  assert.equal(new Set(changed.map(keyOf)).size, changed.length);
  assert.equal(withRules(changed[0] ?? USUAL, { language: "normal" }).rules?.language, undefined);
});

test("two roles have one key, whichever is named first", () => {
  assert.equal(pairOf("townsperson", "alumni"), "alumni+townsperson");
  assert.ok(PAIRS.some(({ pair }) => pair === pairOf("staff", "prospective")));
});

test("a rehearsal is the one told last, and none once it was stopped", () => {
  /** @type {any} */
  const rehearsal = { state: "running", at: 1, tried: { rounds: 3 }, who: "here", people: 4 };
  const told = reduce(initial, { t: "host.rehearsal", v: 1, rehearsal });
  assert.equal(told.rehearsal?.people, 4);
  assert.equal(reduce(told, { t: "host.rehearsal", v: 2 }).rehearsal, null);
});
