// @ts-check
/**
 * Components get what they ask for. The type checker does not look into templates, so a view that is
 * drawn without one of its properties would break only on the screen of the one who opens it.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const APP = new URL("../../static/app/", import.meta.url);
const FILES = readdirSync(APP).filter((name) => name.endsWith(".js"));
const SOURCES = new Map(FILES.map((name) => [name, readFileSync(new URL(name, APP), "utf8")]));

/**
 * The text between a bracket and its partner, both left out.
 *
 * @param {string} text
 * @param {number} at of the opening bracket
 */
function inside(text, at) {
  let depth = 0;
  for (let n = at; n < text.length; n++) {
    if ("{([".includes(text[n] ?? "")) depth++;
    if ("})]".includes(text[n] ?? "") && --depth === 0) return text.slice(at + 1, n);
  }
  return text.slice(at + 1);
}

/**
 * The names at the outermost level that must be given: those without a question mark.
 *
 * @param {string} type the inside of an object type
 */
function required(type) {
  let flat = "";
  let depth = 0;
  for (const sign of type.replaceAll("=>", "")) {
    if ("{([<".includes(sign)) depth++;
    if (depth === 0) flat += sign;
    if ("})]>".includes(sign)) depth--;
  }
  return [...flat.matchAll(/(?:^|[,;]|\n)\s*(\w+)\s*:/g)].map(([, name]) => name ?? "");
}

/**
 * What each component of a file asks for.
 *
 * @param {string} source
 */
function components(source) {
  const props = /@typedef \{\{(.*?)\}\} Props/.exec(source)?.[1] ?? "";
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const heads = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export )?function ([A-Z]\w*)\(/g;
  for (const [, comment = "", name = ""] of source.matchAll(heads)) {
    const at = comment.search(/@param \{/);
    if (at < 0) continue;
    const type = inside(comment, comment.indexOf("{", at));
    const own = type.indexOf("{");
    const names = own < 0 ? [] : required(inside(type, own));
    found.set(name, [...names, ...(/\bProps\b/.test(type) ? required(props) : [])]);
  }
  return found;
}

/**
 * Where a file draws a component, and which properties it hands over; null: a whole object.
 *
 * @param {string} source
 */
function* uses(source) {
  for (const match of source.matchAll(/<\$\{([A-Z]\w*)\}/g)) {
    let rest = "";
    for (let n = match.index + match[0].length, depth = 0; n < source.length; n++) {
      if (depth === 0 && source[n] === ">") break;
      if (source[n] === "{") depth++;
      if (source[n] === "}") depth--;
      rest += source[n];
    }
    const whole = /\.\.\.\$\{\s*\w/.test(rest);
    const spread = /\.\.\.\$\{\{/.exec(rest);
    const names = spread ? inside(rest, spread.index + 5).matchAll(/(?:^|,)\s*(\w+)/g) : [];
    const given = [...rest.matchAll(/(?:^|\s)(\w+)(?==|\s|\/|$)/g), ...names].map(
      ([, name]) => name,
    );
    const line = source.slice(0, match.index).split("\n").length;
    yield { name: match[1] ?? "", given: whole ? null : new Set(given), line };
  }
}

/**
 * @param {string} file
 * @param {Map<string, Map<string, string[]>>} asked
 */
function missing(file, asked) {
  const source = SOURCES.get(file) ?? "";
  /** @type {Map<string, string>} */
  const home = new Map();
  for (const [, names = "", from = ""] of source.matchAll(
    /import \{([^}]*)\} from "\.\/([\w.]+)"/g,
  ))
    for (const name of names.split(",")) home.set(name.trim(), from);
  return [...uses(source)].flatMap(({ name, given, line }) => {
    const wants = asked.get(home.get(name) ?? file)?.get(name) ?? [];
    // Children stand between the tags.
    const absent = given ? wants.filter((e) => e !== "children" && !given.has(e)) : [];
    return absent.map((each) => `${file}:${line} <${name}> without ${each}`);
  });
}

test("no view is drawn without a property it asks for", () => {
  const asked = new Map([...SOURCES].map(([name, source]) => [name, components(source)]));
  const known = [...asked.values()].reduce((sum, each) => sum + each.size, 0);
  assert.ok(known > 80, `only ${known} components were understood`);
  assert.deepEqual(
    FILES.flatMap((file) => missing(file, asked)),
    [],
  );
});
