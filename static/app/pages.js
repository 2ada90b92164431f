// @ts-check
/**
 * Pages: what the server's pages gain when scripts run: the reader's own time, copy, theme.
 * Rule: nothing here is needed to join or to make an event; every form works without it.
 */

const root = document.documentElement;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";

/**
 * @param {string} selector
 * @param {(element: HTMLElement) => void} act
 */
function each(selector, act) {
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector)).forEach(act);
}

/**
 * @param {number} epoch seconds
 * @param {string} inZone
 */
function clockOf(epoch, inZone) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: inZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return format.format(epoch * 1000);
}

/** @param {number} epoch seconds */
function dayOf(epoch) {
  const parts = new Intl.DateTimeFormat(root.lang === "ja" ? "ja" : "en-US", {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: root.lang === "ja" ? "numeric" : "short",
  }).formatToParts(epoch * 1000);
  /** @param {string} type */
  const part = (type) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  if (root.lang === "ja") return `${part("month")}月${part("day")}日(${part("weekday")})`;
  return `${part("weekday")} ${part("day")} ${part("month")}`;
}

/** The city of the reader's zone, by the name it has in the page's language. */
async function myCity() {
  const last = (zone.split("/").at(-1) ?? "").replaceAll("_", " ");
  const renamed = /** @type {Record<string, string>} */ ({
    Saigon: "ho-chi-minh-city",
    "Ho Chi Minh": "ho-chi-minh-city",
    Calcutta: "kolkata",
    Katmandu: "kathmandu",
    Rangoon: "yangon",
    Kiev: "kyiv",
    Fiji: "suva",
  });
  const key = renamed[last] ?? last.toLowerCase().replaceAll(" ", "-");
  const reply = await fetch(new URL(`../i18n/${root.lang}/cities.ftl`, import.meta.url));
  const line = (await reply.text()).split("\n").find((text) => text.startsWith(`city-${key} = `));
  return line?.slice(line.indexOf("=") + 2) ?? last;
}

/** Sets the reader's hour beside the event's: their sky in the mark and the thread, their clock. */
async function tellMyTime() {
  const hour = Number(clockOf(Date.now() / 1000, zone).slice(0, 2));
  document.body.dataset.mySky = String(Math.floor(hour / 3) * 3);
  const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-mine]"));
  if (!box || box.dataset.zone === zone) return;
  each("[data-mine-clock]", (element) => {
    element.textContent = clockOf(Number(element.dataset.mineClock), zone);
  });
  each("[data-mine-day]", (element) => {
    element.textContent = dayOf(Number(element.dataset.mineDay));
  });
  each("[data-early]", (element) => {
    const epoch = Number(element.dataset.epoch);
    const time = `${dayOf(epoch)} ${clockOf(epoch, zone)}`;
    element.textContent = (element.dataset.early ?? "").replace("{time}", time);
  });
  const city = await myCity();
  each("[data-mine-city]", (element) => {
    element.textContent = (element.dataset.mineCity ?? "").replace("{city}", city);
  });
  box.hidden = false;
}

/** Hands the reader's zone to the forms, so that others see their hour. */
function fillZones() {
  each("[data-zone-input]", (element) => {
    /** @type {HTMLInputElement} */ (element).value = zone;
  });
  each("[data-zone-select]", (element) => {
    const select = /** @type {HTMLSelectElement} */ (element);
    if ("kept" in select.dataset) return;
    if (![...select.options].some((option) => option.value === zone)) {
      select.add(new Option(zone.replaceAll("_", " "), zone));
    }
    select.value = zone;
  });
}

/** The button says under which name one enters, while it is typed. */
function nameTheButton() {
  each("[data-name]", (element) => {
    const input = /** @type {HTMLInputElement} */ (element);
    input.addEventListener("input", () => {
      const name = input.value.trim();
      each("[data-enter]", (button) => {
        const { enter = "", enterPlain = "" } = button.dataset;
        button.textContent = name ? enter.replace("{name}", name) : enterPlain;
      });
    });
  });
}

/** A code may be typed in full-width letters or in lower case; it is sent in its own form. */
function tidyCodes() {
  each("[data-code]", (element) => {
    const input = /** @type {HTMLInputElement} */ (element);
    input.form?.addEventListener("submit", () => {
      input.value = input.value.normalize("NFKC").trim().toUpperCase();
    });
  });
}

function enableCopy() {
  if (!navigator.clipboard) return;
  each("[data-copy]", (button) => {
    const said = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const from = document.getElementById(button.dataset.copy ?? "");
      await navigator.clipboard.writeText(/** @type {HTMLInputElement} */ (from).value);
      button.textContent = button.dataset.done ?? "";
      setTimeout(() => {
        button.textContent = said;
      }, 2500);
    });
  });
}

const THEMES = /** @type {const} */ (["system", "light", "dark"]);

/** Remembered in a cookie, so that the next page comes in it without a flash. */
function enableThemes() {
  each("[data-theme-switch]", (button) => {
    const show = () => {
      button.textContent = button.dataset[root.dataset.theme ?? "system"] ?? "";
    };
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      const at = THEMES.findIndex((theme) => theme === (root.dataset.theme ?? "system"));
      const next = THEMES[(at + 1) % THEMES.length] ?? "system";
      if (next === "system") delete root.dataset.theme;
      else root.dataset.theme = next;
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox.
      document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
      show();
    });
  });
}

tidyCodes();
nameTheButton();
fillZones();
enableCopy();
enableThemes();
void tellMyTime();
if (document.querySelector('[data-problem="offline"]')) {
  addEventListener("online", () => location.reload());
}
