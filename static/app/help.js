// @ts-check
/**
 * Help: what to do about a camera or microphone that does not work, in this browser.
 * Rule: every way on stays open meanwhile; a repair is noticed without a reload.
 */
import { openDevices } from "./devices.js";
import { html, Icon } from "./parts.js";
import { t } from "./words.js";

const STEPS = [1, 2, 3];

/**
 * Whose instructions fit: the key of the steps, and the browser's name as its users know it.
 *
 * @param {string} agent
 * @returns {{ steps: string, name: string }}
 */
export function browserOf(agent) {
  const phone = /iPhone|iPad|iPod/.test(agent);
  if (phone) return { steps: "ios", name: /CriOS/.test(agent) ? "Chrome (iOS)" : "Safari (iOS)" };
  if (/Firefox\//.test(agent)) return { steps: "firefox", name: "Firefox" };
  const name = /Edg\//.test(agent) ? "Edge" : /OPR\//.test(agent) ? "Opera" : "Chrome";
  if (/Android/.test(agent)) return { steps: "android", name: `${name} (Android)` };
  if (/Chrome\//.test(agent)) return { steps: "chrome", name };
  return /Safari\//.test(agent)
    ? { steps: "safari", name: "Safari" }
    : { steps: "other", name: "" };
}

/** @param {{ problem: import("./devices.js").Problem }} props */
export function DeviceHelp({ problem }) {
  const again = html`<button type="button" class="btn quiet sm" onClick=${openDevices}>
    ${t("dev-retry")}</button>`;
  if (problem === "denied") return html`<${Permission} again=${again} />`;
  if (problem === "insecure") {
    return html`<section class="note amber" role="status">
      <${Icon} name="warn" small /><b>${t("dev-insecure")}</b><span>${t("dev-insecure-note")}</span>
    </section>`;
  }
  // What happened is the title of the screen; here stands what helps.
  if (problem === "unsupported") return null;
  return html`<section class="card s stack s">
    <p role="status">${t(problem === "missing" ? "dev-missing-note" : "dev-watch")}</p>
    ${again}
  </section>`;
}

/** @param {{ again: import("preact").ComponentChildren }} props */
function Permission({ again }) {
  const { steps, name } = browserOf(navigator.userAgent);
  return html`<section class="card stack" aria-labelledby="how">
    <h2 id="how">${name ? t("dev-denied-how", { browser: name }) : t("dev-denied-how-here")}</h2>
    <ol class="steps">
      ${STEPS.map((n) => html`<li key=${n}><span>${t(`dev-${steps}-${n}`)}</span></li>`)}
    </ol>
    <p class="hint" role="status">${t("dev-denied-watch")}</p>
    ${again}
  </section>`;
}
