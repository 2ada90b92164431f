// @ts-check
/**
 * Words: what the page says and how it says times, places and languages.
 * Rule: a sentence lives in a .ftl file; here are only the rules for filling it in.
 *
 * The pure half (`wordsFrom`, the formatters) takes text and numbers and runs anywhere. The other
 * half (`loadWords`, `t`) fetches the files of one language and remembers them for the page.
 */
import { cityName } from "./city_names.js";
import { FluentBundle, FluentResource } from "@fluent/bundle";

/** @typedef {Record<string, string | number>} Args */
/** @typedef {{ language: string, has: (id: string) => boolean, t: (id: string, args?: Args) => string, add: (text: string) => void }} Words */

const RTL_LANGUAGES = new Set(["ar", "dv", "fa", "he", "ps", "ur", "yi"]);
const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const LTR_LETTER = /[A-Za-z\u00c0-\u024f\u0370-\u052f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;

/** Old zone names that browsers still report, and zones whose last part is no city's name. */
/** @type {Record<string, string>} */
const CITY_OF_ZONE = {
  "Asia/Calcutta": "kolkata",
  "Asia/Ho_Chi_Minh": "ho-chi-minh-city",
  "Asia/Katmandu": "kathmandu",
  "Asia/Rangoon": "yangon",
  "Asia/Saigon": "ho-chi-minh-city",
  "Atlantic/Reykjavik": "reykjavik",
  "Europe/Kiev": "kyiv",
  "Pacific/Fiji": "suva",
  "Etc/UTC": "utc",
};

/**
 * @param {string} language
 * @returns {"ltr" | "rtl"}
 */
export function directionOf(language) {
  return RTL_LANGUAGES.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/**
 * Wraps text that runs against the page in isolation marks, and leaves all other text alone:
 * marks in every name would end up in titles, clipboards and tests.
 *
 * @param {string} text
 * @param {"ltr" | "rtl"} direction
 */
export function isolated(text, direction) {
  const against = direction === "ltr" ? RTL_LETTER : LTR_LETTER;
  return against.test(text) ? `\u2068${text}\u2069` : text;
}

/**
 * The words of one language from the texts of its .ftl files. A missing id is answered with the
 * id itself, so that a gap is seen and nothing breaks.
 *
 * @param {string[]} texts
 * @param {string} lang
 * @returns {Words}
 */
export function wordsFrom(texts, lang) {
  const bundle = new FluentBundle(lang, { useIsolating: false });
  const direction = directionOf(lang);
  /** @param {string} text */
  const add = (text) => {
    bundle.addResource(new FluentResource(text), { allowOverrides: true });
  };
  texts.forEach(add);
  return {
    language: lang,
    has: (id) => bundle.hasMessage(id),
    t: (id, args) => {
      const pattern = bundle.getMessage(id)?.value;
      if (!pattern) return id;
      return bundle.formatPattern(pattern, args && filled(args, direction), []);
    },
    add,
  };
}

/**
 * @param {Args} args
 * @param {"ltr" | "rtl"} direction
 */
function filled(args, direction) {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      typeof value === "string" ? isolated(value, direction) : value,
    ]),
  );
}

/* ---- The words of this page ---- */

let current = wordsFrom([], "en");
/** @type {Set<string>} */
let loaded = new Set();

/** @param {Words} words */
export function useWords(words) {
  current = words;
  loaded = new Set();
}

/**
 * Fetches the named files of a language, those not yet here, all at once. A file that cannot be
 * had is left out: its words show as ids and the next call tries again.
 *
 * @param {string} lang
 * @param {string[]} names
 */
export async function loadWords(lang, names) {
  if (lang !== current.language) useWords(wordsFrom([], lang));
  const words = current;
  const missing = names.filter((name) => !loaded.has(name));
  await Promise.all(
    missing.map(async (name) => {
      const reply = await fetch(new URL(`../i18n/${lang}/${name}.ftl`, import.meta.url));
      if (!reply.ok) return;
      words.add(await reply.text());
      loaded.add(name);
    }),
  );
}

/** @returns {string} the language of the page, as a BCP 47 code */
export function language() {
  return current.language;
}

/**
 * @param {string} id
 * @param {Args} [args]
 */
export function t(id, args) {
  return current.t(id, args);
}

/**
 * The first of these messages that exists: a specific one, then its general form.
 *
 * @param {string[]} ids
 * @param {Args} [args]
 */
export function firstOf(ids, args) {
  return t(ids.find((id) => current.has(id)) ?? ids[ids.length - 1] ?? "", args);
}

/**
 * What went wrong, in words, from the stable code of a refused request.
 *
 * @param {string} code such as "wrong_phase"
 * @param {Args} [args]
 */
export function errorText(code, args) {
  return firstOf([`error-${slug(code)}`, "error-unknown"], args);
}

/* ---- Times ---- */

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * @param {string} lang
 * @param {string} zone
 * @param {Intl.DateTimeFormatOptions} options
 */
function formatFor(lang, zone, options) {
  const key = `${lang} ${zone} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat(lang, { ...options, timeZone: zone });
    } catch {
      // A zone this browser has never heard of: better a named hour than a broken page.
      format = new Intl.DateTimeFormat(lang, { ...options, timeZone: "UTC" });
    }
    formats.set(key, format);
  }
  return format;
}

/**
 * The parts of a moment, by name.
 *
 * @param {string} lang
 * @param {number} epoch
 * @param {string} zone
 * @param {Intl.DateTimeFormatOptions} options
 * @returns {Record<string, string>}
 */
function partsOf(lang, epoch, zone, options) {
  const parts = formatFor(lang, zone, options).formatToParts(epoch * 1000);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/**
 * "19:07", the same in every language.
 *
 * @param {number} epoch seconds
 * @param {string} zone
 */
export function clock(epoch, zone) {
  const { hour, minute } = partsOf("en-GB", epoch, zone, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${hour}:${minute}`;
}

/**
 * Hours since local midnight, with the minutes as a fraction.
 *
 * @param {number} epoch seconds
 * @param {string} zone
 */
export function hourOf(epoch, zone) {
  const [hour, minute] = clock(epoch, zone).split(":").map(Number);
  return (hour ?? 0) + (minute ?? 0) / 60;
}

/**
 * Which of the eight skies stands over a zone: 0, 3, 6 … 21.
 *
 * @param {number} epoch seconds
 * @param {string} zone
 */
export function skyOf(epoch, zone) {
  return Math.floor(hourOf(epoch, zone) / 3) * 3;
}

/**
 * "Sat 28 Nov" or "11月28日(土)": the weekday always.
 *
 * @param {number} epoch seconds
 * @param {string} zone
 * @param {string} [lang]
 */
export function day(epoch, zone, lang = language()) {
  const options = /** @type {const} */ ({ weekday: "short", day: "numeric", month: "short" });
  if (lang === "ja") {
    const ja = partsOf("ja", epoch, zone, { ...options, month: "numeric" });
    return `${ja.month}月${(ja.day ?? "").replace("日", "")}日(${ja.weekday})`;
  }
  if (lang === "en") {
    const en = partsOf("en-US", epoch, zone, options);
    return `${en.weekday} ${en.day} ${en.month}`;
  }
  return formatFor(lang, zone, options).format(epoch * 1000);
}

/**
 * "Sat 28 Nov, 19:00" or "11月28日(土) 19:00". The caller adds the city.
 *
 * @param {number} epoch seconds
 * @param {string} zone
 * @param {string} [lang]
 */
export function dayAndTime(epoch, zone, lang = language()) {
  return `${day(epoch, zone, lang)}${lang === "ja" ? " " : ", "}${clock(epoch, zone)}`;
}

/**
 * "4:12"; with `padded` "04:12". Half a second left still shows as one.
 *
 * @param {number} seconds
 * @param {boolean} [padded]
 */
export function duration(seconds, padded = false) {
  const whole = Math.max(0, Math.ceil(seconds));
  const minutes = String(Math.floor(whole / 60)).padStart(padded ? 2 : 1, "0");
  return `${minutes}:${String(whole % 60).padStart(2, "0")}`;
}

/**
 * Which greeting an hour asks for; the value of `$part` in messages that greet.
 *
 * @param {number} hour
 * @returns {"morning" | "day" | "evening"}
 */
export function greeting(hour) {
  if (hour >= 4 && hour < 11) return "morning";
  return hour >= 11 && hour < 17 ? "day" : "evening";
}

/** The reader's own zone, as the browser knows it. */
export function myZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "Etc/UTC";
}

/* ---- Places and languages ---- */

/**
 * Plain letters and dashes, as in message ids: "São Paulo" is sao-paulo, "in_room" is in-room.
 *
 * @param {string} text
 */
export function slug(text) {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/**
 * A city by the name it has in the reader's language, else as it was written.
 *
 * @param {string} city
 */
export function placeOf(city) {
  const id = `city-${slug(city)}`;
  return current.has(id) ? current.t(id) : city;
}

/**
 * The city that names a zone: "Asia/Tokyo" is Tokyo, or 東京.
 *
 * @param {string} zone
 */
export function cityOf(zone) {
  const last = (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
  const id = `city-${CITY_OF_ZONE[zone] ?? slug(last)}`;
  return current.has(id) ? current.t(id) : last;
}

/**
 * A person's or town's place: the city they gave, else the city of their zone.
 *
 * @param {{ city?: string | null, city_id?: number, zone: string }} where
 */
export function whereIs({ city, city_id, zone }) {
  if (!city) return cityOf(zone);
  return (language() !== "en" && cityName(city_id, language())) || placeOf(city);
}

/**
 * A person's place with its country, where that says more: "Beppu, Japan", but plain "Singapore".
 *
 * @param {{ city?: string | null, city_id?: number, country?: string | null, zone: string }} where
 */
export function homeOf(where) {
  const city = whereIs(where);
  const country = where.country ? named("region", where.country) : "";
  return country && country !== city ? t("place-in-country", { city, country }) : city;
}

/**
 * A language by name in the reader's language: "vi" is Vietnamese, or ベトナム語.
 *
 * @param {string} code
 */
export function languageName(code) {
  return named("language", code);
}

/** @param {"language" | "region"} type @param {string} code such as "ja", or "JP" */
function named(type, code) {
  try {
    return new Intl.DisplayNames([language()], { type }).of(code) ?? code;
  } catch {
    return code.toUpperCase();
  }
}

/* ---- People ---- */

/**
 * The first letter or kanji of a name, for those without a picture.
 *
 * @param {string} name
 */
export function initial(name) {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? "·";
}

/**
 * "Alum 2014", "Townsperson", or "Guest" for whoever has not said.
 *
 * @param {{ role?: string | null, cohort?: number | null }} person
 */
export function roleText({ role, cohort }) {
  if (!role) return t("role-unknown");
  const dated = cohort && (role === "alumni" || role === "student");
  return dated ? t(`role-${role}-cohort`, { cohort: String(cohort) }) : t(`role-${role}`);
}

/**
 * True while an input method is still composing: then Enter chooses a word and sends nothing.
 * Safari ends the composition before the key event and reports only the old key code 229.
 *
 * @param {KeyboardEvent} event
 */
export function composing(event) {
  return event.isComposing || event.keyCode === 229;
}
