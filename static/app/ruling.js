// @ts-check
/**
 * Ruling: who meets whom as a host edits it, before it is sent. Pure.
 * Rule: what is as usual is left out, so that two rulings that say the same have the same key.
 */
import { PAIRS, ROLES } from "./rule_table.js";

/** @typedef {import("./protocol.js").Ruling} Ruling */
/** @typedef {import("./protocol.js").RuleChoices} RuleChoices */
/** @typedef {import("./rule_table.js").Verdict} Verdict */
/** @typedef {{ verdict: Verdict, first: boolean }} Choice */
/** @typedef {"none" | "little" | "normal" | "much"} Much */

export const WEIGHTS = /** @type {const} */ ([
  "topics",
  "shared",
  "roles",
  "language",
  "hours",
  "newness",
]);
export const MUCH = /** @type {const} */ (["none", "little", "normal", "much"]);
const FALLBACK = ["ja", "en"];
const USUALLY_FIRST = PAIRS.filter(({ liked }) => liked).map(({ pair }) => pair);

/** The key of two roles, whichever is named first. */
/** @param {string} a @param {string} b */
export function pairOf(a, b) {
  return ROLES.indexOf(a) <= ROLES.indexOf(b) ? `${a}+${b}` : `${b}+${a}`;
}

/** @param {string} pair */
export function rolesOf(pair) {
  const [a = "", b = ""] = pair.split("+");
  return /** @type {[string, string]} */ ([a, b]);
}

/** What is said of a pair of roles now. */
/** @param {Ruling} ruling @param {string} pair @returns {Choice} */
export function choiceOf({ rules = {} }, pair) {
  const usual = PAIRS.find((each) => each.pair === pair)?.usual ?? "never";
  return {
    verdict: rules.meets?.[pair] ?? usual,
    first: (rules.liked ?? USUALLY_FIRST).includes(pair),
  };
}

/** @param {Ruling} ruling @param {string} pair @param {Choice} choice @returns {Ruling} */
export function withChoice(ruling, pair, { verdict, first }) {
  const { rules = {} } = ruling;
  const others = (rules.liked ?? USUALLY_FIRST).filter((each) => each !== pair);
  const meets = { ...rules.meets, [pair]: verdict };
  return tidy({ ...ruling, rules: { ...rules, meets, liked: first ? [...others, pair] : others } });
}

/** @param {Ruling} ruling @param {Partial<RuleChoices>} change @returns {Ruling} */
export function withRules(ruling, change) {
  return tidy({ ...ruling, rules: { ...ruling.rules, ...change } });
}

/** The same ruling without what is as usual, and in one order. */
/** @param {Ruling} ruling @returns {Ruling} */
export function tidy({ rounds, rules = {}, purpose = "explore", trios = true }) {
  /** @type {RuleChoices} */
  const kept = {};
  const changed = PAIRS.filter(
    ({ pair, usual }) => rules.meets?.[pair] && rules.meets[pair] !== usual,
  );
  if (changed.length) {
    kept.meets = Object.fromEntries(
      changed.map(({ pair, usual }) => [pair, rules.meets?.[pair] ?? usual]),
    );
  }
  const first = PAIRS.filter(({ pair }) => rules.liked?.includes(pair)).map(({ pair }) => pair);
  if (rules.liked && first.join() !== USUALLY_FIRST.join()) kept.liked = first;
  for (const weight of WEIGHTS) {
    const much = rules[weight];
    if (much && much !== "normal") kept[weight] = much;
  }
  if (rules.fallback && rules.fallback.join() !== FALLBACK.join()) kept.fallback = rules.fallback;
  return { rounds, rules: kept, purpose, trios };
}

/** @param {RuleChoices} rules */
export function fallbackOf({ fallback = FALLBACK }) {
  return fallback;
}

/** Equal for rulings that say the same. */
/** @param {Ruling | null | undefined} ruling */
export function keyOf(ruling) {
  return ruling ? JSON.stringify(tidy(ruling)) : "";
}
