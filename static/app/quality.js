// @ts-check
/**
 * Quality: how good a link is, from what the browser counts, and who is speaking.
 * Rule: four levels, 4 good to 1 bad; the views show only what is not good.
 */

/**
 * @typedef {{
 *   received: number,
 *   lost: number,
 *   bytes: number,
 *   frames: number,
 *   freezes: number,
 *   rtt: number | null,
 * }} Counts all since the link began, `rtt` in seconds
 */
/** @typedef {1 | 2 | 3 | 4} Level */

/** @type {Counts} */
export const NO_COUNTS = { received: 0, lost: 0, bytes: 0, frames: 0, freezes: 0, rtt: null };

/** Above these a link is no better than the level: share lost, round trip in seconds. */
const LIMITS = /** @type {const} */ ([
  { level: 1, loss: 0.08, rtt: 0.6 },
  { level: 2, loss: 0.04, rtt: 0.45 },
  { level: 3, loss: 0.015, rtt: 0.3 },
]);

/**
 * Adds up a report of `getStats`.
 *
 * @param {Iterable<Record<string, any>>} report
 * @returns {Counts}
 */
export function countsOf(report) {
  const counts = { ...NO_COUNTS };
  for (const entry of report) {
    if (entry.type === "inbound-rtp") {
      counts.received += entry.packetsReceived ?? 0;
      counts.lost += Math.max(0, entry.packetsLost ?? 0);
      counts.bytes += entry.bytesReceived ?? 0;
      counts.frames += entry.framesDecoded ?? 0;
      counts.freezes += entry.freezeCount ?? 0;
    } else if (entry.type === "candidate-pair" && entry.nominated && entry.state === "succeeded") {
      counts.rtt = entry.currentRoundTripTime ?? counts.rtt;
    }
  }
  return counts;
}

/**
 * How the link did between two counts.
 *
 * @param {Counts} before
 * @param {Counts} after
 * @returns {Level}
 */
export function levelOf(before, after) {
  const lost = Math.max(0, after.lost - before.lost);
  const sent = lost + Math.max(0, after.received - before.received);
  const loss = sent > 0 ? lost / sent : 0;
  const rtt = after.rtt ?? 0;
  const limit = LIMITS.find((one) => loss > one.loss || rtt > one.rtt);
  if (limit) return limit.level;
  return after.freezes > before.freezes ? 3 : 4;
}

/** Quieter than this is breathing, louder is speech. */
const SPEECH = 0.02;
const HOLD_S = 1.2;

/**
 * Who speaks, without flickering between two people: a voice keeps the floor for a moment, and
 * another takes it only by being clearly louder.
 *
 * @param {{ person: string | null, since: number }} last
 * @param {Record<string, number>} levels loudness per person, 0 to 1
 * @param {number} now seconds
 * @returns {{ person: string | null, since: number }}
 */
export function speaker(last, levels, now) {
  const [person, level] = Object.entries(levels).reduce(
    (best, one) => (one[1] > best[1] ? one : best),
    /** @type {[string | null, number]} */ ([null, SPEECH]),
  );
  if (person === last.person) return person === null ? last : { person, since: now };
  if (last.person === null) return { person, since: now };
  if (now - last.since < HOLD_S) return last;
  const held = levels[last.person] ?? 0;
  return person === null || level > held * 1.5 ? { person, since: now } : last;
}
