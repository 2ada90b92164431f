// @ts-check
/**
 * Profile: what one says of oneself, changed a piece at a time.
 * Rule: a change holds on this page at once, so that a second tap builds on the first although the
 * server has not answered yet; a refusal takes it back.
 */
import { dispatch, send, state } from "./socket.js";

/** @typedef {import("./protocol.js").Profile} Profile */

/**
 * @param {Partial<Profile>} change
 * @returns {Promise<unknown>} fails as the request does
 */
export function describe(change) {
  const before = state.peek().profile;
  if (!before) return Promise.resolve();
  const profile = { ...before, ...change };
  hold(profile);
  return send({ t: "profile.set", profile }).catch((error) => {
    hold(undone(state.peek().profile ?? before, before, change));
    throw error;
  });
}

/** @param {Profile} profile */
function hold(profile) {
  const { verified, supervised, blocked } = state.peek();
  dispatch({ t: "profile.state", profile, verified, supervised, blocked });
}

/**
 * The profile without a change that was refused; what was changed since stays.
 *
 * @param {Profile} now
 * @param {Profile} before
 * @param {Partial<Profile>} change
 * @returns {Profile}
 */
export function undone(now, before, change) {
  const names = /** @type {(keyof Profile)[]} */ (Object.keys(change));
  return { ...now, ...Object.fromEntries(names.map((name) => [name, before[name]])) };
}
