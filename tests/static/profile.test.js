// @ts-check
/**
 * Profile: changes add up before the server answers, and a refusal takes back only its own.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, undone } from "../../static/app/profile.js";
import { dispatch, state } from "../../static/app/socket.js";

/** @type {any} */
const LINH = { name: "Linh", zone: "Asia/Ho_Chi_Minh", recruiters_ok: true, no_pairs: false };

test("a second tap builds on the first, whatever the server has answered", () => {
  dispatch({ t: "profile.state", profile: LINH, verified: true, supervised: true, blocked: [] });
  void describe({ no_pairs: true }).catch(() => {});
  void describe({ recruiters_ok: false }).catch(() => {});
  const { profile, verified, supervised } = state.peek();
  assert.deepEqual(profile, { ...LINH, no_pairs: true, recruiters_ok: false });
  assert.deepEqual([verified, supervised], [true, true]);
});

test("what is refused is taken back, and what came after it stays", () => {
  const now = { ...LINH, no_pairs: true, recruiters_ok: false };
  assert.deepEqual(undone(now, LINH, { no_pairs: true }), { ...LINH, recruiters_ok: false });
});
