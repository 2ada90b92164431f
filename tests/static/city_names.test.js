// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { cityName } from "../../static/app/city_names.js";

test("names are asked for together, once, and the text stands until they come", async () => {
  /** @type {string[]} */
  const asked = [];
  /** @type {() => void} */
  let answered = () => {};
  const done = new Promise((resolve) => {
    answered = () => resolve(undefined);
  });
  globalThis.fetch = /** @type {any} */ (
    async (/** @type {string} */ url) => {
      asked.push(url);
      setTimeout(answered, 0);
      return { ok: true, json: async () => ({ names: { 7: "上海" } }) };
    }
  );
  assert.equal(cityName(7, "ja"), "");
  assert.equal(cityName(8, "ja"), "");
  assert.equal(cityName(7, "ja"), "");
  assert.equal(cityName(0, "ja"), "");
  await done;
  assert.deepEqual(asked, ["/api/cities/names?ids=7,8&lang=ja"]);
  assert.equal(cityName(7, "ja"), "上海");
  assert.equal(cityName(8, "ja"), "");
});
