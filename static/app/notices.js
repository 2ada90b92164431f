// @ts-check
/**
 * Notices: what stands above a screen for a while: a host's line, what was done, a call for a host.
 * Rule: the last word of the host and the last of everything else; older ones are overtaken. A call
 * stays until it is answered or taken back.
 */
import { orSay } from "./lobby.js";
import { html, Icon } from "./parts.js";
import { dispatch, send } from "./socket.js";
import { duration, t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */

const NOTICE_SECONDS = 10;
const WORDS_SECONDS = 180;
/** What somebody wrote, by what stands before it. */
/** @type {Record<string, string>} */
const WRITTEN = { announce: "notice-announcement", help: "notice-help" };

/** @param {{ state: State, now: number }} props */
export function Notices({ state: { notices, you, host }, now }) {
  const fresh = notices.filter(
    ({ at: since, kind, deadline }) =>
      now - since < (kind in WRITTEN ? WORDS_SECONDS : NOTICE_SECONDS) &&
      now < (deadline ?? Number.POSITIVE_INFINITY),
  );
  const words = fresh.filter(({ kind }) => kind in WRITTEN).at(-1);
  const last = fresh.filter(({ kind }) => kind === "said" || !(kind in WRITTEN || host)).at(-1);
  return html`${you?.help && html`<${Called} key="help" seen=${you.help === "seen"} />`}
    ${[words, last].map((notice) => notice && html`<${One} key=${notice.key} ...${{ notice, now }} />`)}`;
}

/** @param {{ notice: State["notices"][number], now: number }} props */
function One({ notice: { key, kind, text, deadline }, now }) {
  const time = duration(Math.max(0, (deadline ?? now) - now));
  const from = WRITTEN[kind];
  return html`<div class="banner ai">
    <p>${from && html`<b>${t(from)}</b>${" "}`}
      <span dir=${from ? "auto" : undefined}>${text || t(`notice-${kind.replaceAll("_", "-")}`, { time })}</span></p>
    <button type="button" class="tlink" aria-label=${t("close")}
      onClick=${() => dispatch({ t: "local.dismiss", key })}><${Icon} name="cross" small /></button>
  </div>`;
}

/** @param {{ seen: boolean }} props */
function Called({ seen }) {
  const undo = () => orSay(send({ t: "help.ask", on: false }));
  return html`<div class="banner">
    <p><b>${t(seen ? "help-seen" : "help-asked")}</b>${" "}${t("help-private")}</p>
    <button type="button" class="tlink" onClick=${undo}>${t(seen ? "help-done" : "help-undo")}</button>
  </div>`;
}
