// @ts-check
/**
 * Ladder: how a call gives way when sound and picture do not get through.
 * Rule: direct -> relay -> audio -> text, one rung at a time and never up by itself; the views tell
 * every step in words. `climb` is what "Try again" does.
 */

/** @typedef {"direct" | "relay" | "audio" | "text"} Rung */
/** @typedef {"restart" | "relay" | "audio" | "text"} Act */
/**
 * @typedef {{
 *   rung: Rung,
 *   since: number,
 *   restarted: boolean,
 *   weakSince: number | null,
 *   met: boolean,
 *   asked: boolean,
 * }} Ladder `since`: from when on nothing got through on this rung; `met`: something once did;
 *   `asked`: a fresh start was tried on the way down
 */
/**
 * @typedef {{
 *   expected: boolean,
 *   flowing: boolean,
 *   weak: boolean,
 *   turn: boolean,
 * }} Facts `expected`: the other's page is there and the round has begun; `turn`: a relay exists.
 */

/** Browsers need 15 s to call a path dead; people do not wait that long. */
export const RESTART_AFTER_S = 4;
export const STEP_AFTER_S = 8;
export const WEAK_AFTER_S = 10;

/**
 * @param {number} now
 * @param {Rung} [rung]
 * @returns {Ladder}
 */
export function ladder(now, rung = "direct") {
  return { rung, since: now, restarted: false, weakSince: null, met: false, asked: false };
}

/**
 * The ladder of the next generation of a link: a rung that was reached stays, and what was waited
 * counts. From the last rung it starts at the top: somebody wants to try again.
 *
 * @param {Ladder} last
 * @param {number} now
 * @returns {Ladder}
 */
export function carried(last, now) {
  const again = last.rung === "text";
  const since = again ? now : last.since;
  return { ...ladder(since, again ? "direct" : last.rung), asked: last.asked };
}

/**
 * What to do now. Called often; between two steps it answers no act.
 *
 * @param {Ladder} last
 * @param {Facts} facts
 * @param {number} now
 * @returns {{ ladder: Ladder, act: Act | null }}
 */
export function step(last, facts, now) {
  if (last.rung === "text") return { ladder: last, act: null };
  if (!facts.expected) return { ladder: { ...last, since: now, restarted: false }, act: null };
  return facts.flowing ? flowing(last, facts, now) : silent(last, facts, now);
}

/**
 * @param {Ladder} last
 * @param {Facts} facts
 * @param {number} now
 * @returns {{ ladder: Ladder, act: Act | null }}
 */
function flowing(last, facts, now) {
  const weakSince = facts.weak ? (last.weakSince ?? now) : null;
  const kept = { ...last, since: now, restarted: false, met: true, weakSince };
  if (weakSince === null || last.rung === "audio" || now - weakSince < WEAK_AFTER_S) {
    return { ladder: kept, act: null };
  }
  return { ladder: { ...kept, rung: "audio", weakSince: null }, act: "audio" };
}

/**
 * @param {Ladder} last
 * @param {Facts} facts
 * @param {number} now
 * @returns {{ ladder: Ladder, act: Act | null }}
 */
function silent(last, facts, now) {
  const waited = now - last.since;
  if (waited >= STEP_AFTER_S) {
    const rung = below(last.rung, facts.turn);
    return { ladder: { ...last, rung, since: now, restarted: false, weakSince: null }, act: rung };
  }
  if (waited >= RESTART_AFTER_S && !last.restarted) {
    return { ladder: { ...last, restarted: true }, act: "restart" };
  }
  return { ladder: last, act: null };
}

/**
 * @param {Rung} rung
 * @param {boolean} turn
 * @returns {"relay" | "audio" | "text"}
 */
function below(rung, turn) {
  if (rung === "direct" && turn) return "relay";
  return rung === "direct" || rung === "relay" ? "audio" : "text";
}
