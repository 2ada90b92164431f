// @ts-check
/**
 * Attention: what a page may do so that a round is not missed: its title, its icon, a lit screen.
 * Rule: it calls only when somebody waits for the reader.
 */

const CALM = new URL("../art/mark.svg", import.meta.url).href;
const CALLING = new URL("../art/mark-live.svg", import.meta.url).href;

/** @type {WakeLockSentinel | null} */
let lock = null;
let wanted = false;

/**
 * @param {boolean} seated
 * @param {string} title of the page
 */
export function attend(seated, title) {
  document.title = seated ? `● ${title}` : title;
  const icon = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="icon"]'));
  const href = seated ? CALLING : CALM;
  if (icon && icon.href !== href) icon.href = href;
  if (seated === wanted) return;
  wanted = seated;
  void (wanted ? keepLit() : lock?.release());
}

/** A screen that goes dark in the middle of a talk ends the talk on many phones. */
async function keepLit() {
  try {
    lock = await navigator.wakeLock.request("screen");
  } catch {
    // Refused on low battery, or unknown to this browser: the system decides.
  }
}

document.addEventListener("visibilitychange", () => {
  // The lock is lost whenever the page is hidden.
  if (wanted && document.visibilityState === "visible") void keepLit();
});
