// @ts-check
/**
 * City names: a city that was picked has a number, and each reader sees its name in their language.
 * Rule: nothing waits for a name; until it has come, and if it never does, the text that was stored
 * stands there. What was asked once is not asked again.
 */

const MOST = 50;
const PATIENCE_MS = 50;

/** @type {Map<string, string>} by language and number; "" while it is on its way, or unknown */
const names = new Map();
/** @type {Map<string, number[]>} */
const wanted = new Map();

/**
 * The name of a city, or "" if it is not known yet.
 *
 * @param {number | undefined} id
 * @param {string} lang
 */
export function cityName(id, lang) {
  if (!id) return "";
  const key = `${lang}:${id}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  names.set(key, "");
  if (!wanted.has(lang)) setTimeout(() => void ask(lang), PATIENCE_MS);
  wanted.set(lang, [...(wanted.get(lang) ?? []), id]);
  return "";
}

/** @param {string} lang */
async function ask(lang) {
  const ids = wanted.get(lang) ?? [];
  wanted.delete(lang);
  for (let at = 0; at < ids.length; at += MOST) {
    const some = ids.slice(at, at + MOST).join(",");
    const reply = await fetch(`/api/cities/names?ids=${some}&lang=${lang}`).catch(() => null);
    const { names: told = {} } = reply?.ok ? await reply.json() : {};
    for (const [id, name] of Object.entries(told)) names.set(`${lang}:${id}`, String(name));
  }
}
