// @ts-check
/**
 * Words: every language says everything, with the same variables; times, places and names.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { FluentResource } from "../../static/node_modules/@fluent/bundle/esm/index.js";
import {
  cityOf,
  clock,
  composing,
  day,
  dayAndTime,
  directionOf,
  duration,
  errorText,
  firstOf,
  greeting,
  hourOf,
  initial,
  languageName,
  loadWords,
  placeOf,
  roleText,
  skyOf,
  t,
  useWords,
  whereIs,
  wordsFrom,
} from "../../static/app/words.js";

const FOLDER = new URL("../../static/i18n/", import.meta.url);
/** 28 November 2026, 12:07 UTC. */
const NOW = 1795867620;
const LANGUAGES = readdirSync(FOLDER);
const FILES = readdirSync(new URL("en/", FOLDER));

/** @param {string} language @param {string} file */
const textOf = (language, file) => readFileSync(new URL(`${language}/${file}`, FOLDER), "utf8");

/** @param {string} language */
const wordsOf = (language) =>
  wordsFrom(
    FILES.map((file) => textOf(language, file)),
    language,
  );

/**
 * The names of all variables in a parsed message.
 *
 * @param {any} node
 * @returns {string[]}
 */
function variables(node) {
  if (!node || typeof node !== "object") return [];
  const own = node.type === "var" ? [node.name] : [];
  return [...own, ...Object.values(node).flatMap(variables)];
}

/** @param {string} text @returns {Record<string, string>} each message's id and its variables */
function messages(text) {
  const { body } = new FluentResource(text);
  return Object.fromEntries(
    body.map(({ id, value }) => [id, [...new Set(variables(value))].sort().join(" ")]),
  );
}

afterEach(() => useWords(wordsOf("en")));

test("every language has the same files", () => {
  assert.ok(LANGUAGES.includes("en") && LANGUAGES.includes("ja"));
  for (const language of LANGUAGES) {
    assert.deepEqual(readdirSync(new URL(`${language}/`, FOLDER)), FILES, language);
  }
});

for (const file of FILES) {
  test(`${file} says the same things in every language, with the same variables`, () => {
    const english = messages(textOf("en", file));
    assert.ok(Object.keys(english).length > 0);
    for (const language of LANGUAGES) {
      assert.deepEqual(messages(textOf(language, file)), english, language);
    }
  });

  test(`${file} parses without loss, names nothing twice and leaves nothing empty`, () => {
    for (const language of LANGUAGES) {
      const text = textOf(language, file);
      const written = [...text.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, id]) => id);
      const { body } = new FluentResource(text);
      assert.deepEqual(
        body.map(({ id }) => id),
        written,
        language,
      );
      assert.equal(new Set(written).size, written.length, language);
      for (const { id, value } of body) assert.ok(value?.length, `${language} ${id}`);
    }
  });
}

test("no two files name the same thing", () => {
  const ids = FILES.flatMap((file) => Object.keys(messages(textOf("en", file))));
  assert.equal(new Set(ids).size, ids.length);
});

test("every message that the modules ask for by name is there", () => {
  const english = new Set(FILES.flatMap((file) => Object.keys(messages(textOf("en", file)))));
  const modules = new URL("../../static/app/", import.meta.url);
  const asked = readdirSync(modules)
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) => [
      ...readFileSync(new URL(name, modules), "utf8").matchAll(/\bt\(\s*"([^"]+)"/g),
    ])
    .map(([, id]) => id ?? "");
  assert.ok(asked.length > 20);
  assert.deepEqual(
    asked.filter((id) => !english.has(id)),
    [],
  );
});

/** @param {URL} folder @returns {string} all that is written in it and below it */
function written(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.(js|py|html)$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");
}

test("every message is asked for by somebody, by its name or by the beginning of it", () => {
  const code = ["static/app/", "server/"]
    .map((name) => written(new URL(`../../${name}`, import.meta.url)))
    .join("\n");
  const words = FILES.map((file) => textOf("en", file)).join("\n");
  const named = new Set([
    ...[...code.matchAll(/["'`]([a-z][\w-]*)["'`]/g)].map(([, id]) => id),
    ...[...words.matchAll(/\{ ([a-z][\w-]*) \}/g)].map(([, id]) => id),
  ]);
  // `notice-${kind}` in a module, "problem-" ~ kind ~ "-note" or f"city-{slug}" in a page; an
  // attribute of an element (id=${`note-${id}`}) names nothing.
  const families = [
    ...code.matchAll(/(?<!=\$\{)`([a-z][\w-]*-)\$\{[^}]*\}(-[\w-]+)?/g),
    ...code.matchAll(/words\("([a-z][\w-]*-)" ~ [\w.()]+(?: ~ "(-[\w-]+)")?/g),
    ...code.matchAll(/(?:words\(\s*|key = )f"([a-z][\w-]*-)\{[^}]*\}(-[\w-]+)?/g),
  ].map(([, start, end]) => new RegExp(`^${start}.+${end ?? ""}$`));
  const ids = FILES.flatMap((file) => Object.keys(messages(textOf("en", file))));
  assert.ok(families.length > 20);
  assert.deepEqual(
    ids.filter((id) => !named.has(id) && !families.some((family) => family.test(id))),
    [],
  );
});

test("our own text has no exclamation marks, and Japanese has no full-width digits", () => {
  for (const language of LANGUAGES) {
    for (const file of FILES) {
      const said = textOf(language, file).replace(/^#.*$/gm, "");
      assert.doesNotMatch(said, /[!！]/, `${language}/${file}`);
      assert.doesNotMatch(said, /[０-９]/, `${language}/${file}`);
    }
  }
});

test("every message of every language can be said", () => {
  const args = { n: 3, s: 5, m: 2, hour: 21, $cohort: 1 };
  for (const language of LANGUAGES) {
    const words = wordsOf(language);
    for (const file of FILES) {
      for (const [id, names] of Object.entries(messages(textOf(language, file)))) {
        const given = names.split(" ").filter(Boolean);
        const filled = Object.fromEntries(
          given.map((name) => [name, args[/** @type {"n"} */ (name)] ?? "x"]),
        );
        const said = words.t(id, filled);
        assert.doesNotMatch(said, /\{[^}]*\}|\$/, `${language} ${id}`);
        assert.notEqual(said.trim(), "", `${language} ${id}`);
      }
    }
  }
});

test("counts follow the language's plurals", () => {
  assert.equal(t("people", { n: 1 }), "1 person");
  assert.equal(t("people", { n: 34 }), "34 people");
  useWords(wordsOf("ja"));
  assert.equal(t("people", { n: 34 }), "34人");
});

test("greetings follow the reader's hour", () => {
  assert.deepEqual([6, 12, 19, 2].map(greeting), ["morning", "day", "evening", "evening"]);
  const said = t("lobby-hello", { part: greeting(19), name: "Linh" });
  assert.equal(said, "Good evening, Linh.");
  useWords(wordsOf("ja"));
  assert.equal(
    t("lobby-hello", { part: "morning", name: "Linh" }),
    "Linhさん、おはようございます。",
  );
});

test("a gap shows its id; a specific message gives way to the general one", () => {
  assert.equal(t("no-such-message"), "no-such-message");
  assert.equal(firstOf(["reason-x", "reason-unknown"]), t("reason-unknown"));
  assert.equal(errorText("wrong_phase"), t("error-wrong-phase"));
  assert.equal(errorText("something_new"), t("error-unknown"));
});

test("only text that runs against the page is isolated", () => {
  assert.equal(t("match-title", { name: "علي" }), "You are meeting \u2068علي\u2069.");
  assert.equal(t("match-title", { name: "Zoë" }), "You are meeting Zoë.");
  const arabic = wordsFrom(["hello = مرحبا { $name }"], "ar");
  assert.equal(arabic.t("hello", { name: "Linh" }), "مرحبا \u2068Linh\u2069");
  assert.equal(directionOf("ar-EG"), "rtl");
  assert.equal(directionOf("ja"), "ltr");
});

test("times are told in the person's own zone", () => {
  assert.equal(clock(NOW, "Asia/Tokyo"), "21:07");
  assert.equal(clock(NOW, "America/Sao_Paulo"), "09:07");
  assert.equal(clock(NOW + 3 * 3600, "Asia/Tokyo"), "00:07");
  assert.equal(hourOf(NOW, "Asia/Kathmandu"), 17 + 52 / 60);
  assert.equal(clock(NOW, "Mars/Olympus"), "12:07");
});

test("days come with the weekday, as each language writes them", () => {
  assert.equal(dayAndTime(NOW, "Asia/Ho_Chi_Minh"), "Sat 28 Nov, 19:07");
  useWords(wordsOf("ja"));
  assert.equal(dayAndTime(NOW, "Asia/Ho_Chi_Minh"), "11月28日(土) 19:07");
  assert.equal(day(NOW, "Pacific/Auckland"), "11月29日(日)");
  assert.match(day(NOW, "Europe/Berlin", "de"), /28/);
});

test("a countdown shows the second that is under way", () => {
  assert.equal(duration(252), "4:12");
  assert.equal(duration(251.2), "4:12");
  assert.equal(duration(130, true), "02:10");
  assert.equal(duration(0.4), "0:01");
  assert.equal(duration(-3), "0:00");
});

test("the sky changes every three hours", () => {
  const skies = [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => skyOf(1795824000 + hour * 3600, "UTC"));
  assert.deepEqual(skies, [0, 3, 6, 9, 12, 15, 18, 21]);
  assert.equal(skyOf(1795824000 + 2.99 * 3600, "UTC"), 0);
});

test("cities have the reader's name for them, also under a zone's old name", () => {
  assert.equal(cityOf("Asia/Calcutta"), "Kolkata");
  assert.equal(cityOf("America/Argentina/Ushuaia"), "Ushuaia");
  assert.equal(cityOf("America/St_Johns"), "St Johns");
  useWords(wordsOf("ja"));
  assert.equal(cityOf("Asia/Ho_Chi_Minh"), "ホーチミン");
  assert.equal(cityOf("Asia/Saigon"), "ホーチミン");
  assert.equal(cityOf("America/Sao_Paulo"), "サンパウロ");
  assert.equal(placeOf("São Paulo"), "サンパウロ");
  assert.equal(placeOf("Vila Mariana"), "Vila Mariana");
  assert.equal(whereIs({ city: "Hanoi", zone: "Asia/Ho_Chi_Minh" }), "ハノイ");
  assert.equal(whereIs({ city: "", zone: "Asia/Tokyo" }), "東京");
});

test("languages, roles and initials are worded for the reader", () => {
  assert.equal(languageName("vi"), "Vietnamese");
  assert.equal(languageName("??"), "??");
  assert.equal(roleText({ role: "alumni", cohort: 2014 }), "Alum 2014");
  assert.equal(roleText({ role: null }), "Guest");
  assert.equal(initial(" linh"), "L");
  assert.equal(initial("森田 健司"), "森");
  assert.equal(initial("𠮷田"), "𠮷");
  assert.equal(initial(""), "·");
  useWords(wordsOf("ja"));
  assert.equal(languageName("vi"), "ベトナム語");
  assert.equal(roleText({ role: "alumni", cohort: 2014 }), "卒業生(2014年)");
});

test("Enter belongs to the input method while it composes", () => {
  const key = (/** @type {object} */ init) => /** @type {KeyboardEvent} */ (init);
  assert.ok(composing(key({ isComposing: true, keyCode: 13 })));
  assert.ok(composing(key({ isComposing: false, keyCode: 229 })));
  assert.ok(!composing(key({ isComposing: false, keyCode: 13 })));
});

test("the files of a language are fetched once, and a failed one again", async () => {
  /** @type {string[]} */
  const asked = [];
  let working = false;
  const before = globalThis.fetch;
  globalThis.fetch = /** @type {any} */ (
    async (/** @type {URL} */ url) => {
      asked.push(url.pathname.split("/").slice(-2).join("/"));
      return { ok: working, text: async () => "hello = Hallo" };
    }
  );
  try {
    await loadWords("de", ["core"]);
    assert.equal(t("hello"), "hello");
    working = true;
    await loadWords("de", ["core", "room"]);
    assert.equal(t("hello"), "Hallo");
    await loadWords("de", ["core", "room"]);
    assert.deepEqual(asked, ["de/core.ftl", "de/core.ftl", "de/room.ftl"]);
  } finally {
    globalThis.fetch = before;
  }
});
