// @ts-check
/**
 * Safety: leaving, not meeting again, blocking, reporting.
 * Rule: the way out is always open and at most two presses away; nobody else is told why.
 */
import { useState } from "preact/hooks";
import { Dialog } from "./floats.js";
import { orSay } from "./lobby.js";
import { html, Name } from "./parts.js";
import { dispatch, now, send } from "./socket.js";
import { errorText, slug, t } from "./words.js";

/** @typedef {import("./protocol.js").Card} Card */
/** @typedef {import("./protocol.js").ReportCategory} ReportCategory */
/** @typedef {{ room: string, epoch: number }} Where */
/** @typedef {{ kind: "leave" } | { kind: "report" | "block" | "pass", card: Card }} Asked */

const CATEGORIES = /** @type {const} */ ([
  "harassment",
  "sexual",
  "hate",
  "spam",
  "minor_safety",
  "other",
]);

/** Tells what was done, where the screen that it was done on may be gone. */
/** @param {string} text */
function tell(text) {
  dispatch({ t: "local.notice", text, at: now() });
}

/**
 * The one open question about leaving or about a person.
 *
 * @param {{ asked: Asked, where: Where | null, names: string[], onClose: () => void }} props
 */
export function SafetyDialog({ asked, where, names, onClose }) {
  if (asked.kind === "leave") return where && html`<${Leave} ...${{ where, names, onClose }} />`;
  const { card } = asked;
  if (asked.kind === "report") return html`<${Report} cards=${[card]} onClose=${onClose} />`;
  if (asked.kind === "pass") return html`<${Pass} ...${{ card, onClose }} />`;
  return html`<${Block} ...${{ card, onClose }} />`;
}

/** @param {{ where: Where, names: string[], onClose: () => void }} props */
function Leave({ where, names, onClose }) {
  const [refused, setRefused] = useState("");
  const [name] = names;
  const pair = names.length === 1 && name;
  /** @param {boolean} safety */
  const leave = (safety) => () =>
    send({ t: "room.leave", room: where.room, epoch: where.epoch, ...(safety && { safety }) }).then(
      onClose,
      (error) => setRefused(error.code),
    );
  const early = refused === "wrong_phase";
  return html`<${Dialog}
    title=${pair ? t("room-leave", { name }) : t("room-leave-group")}
    note=${pair ? t("room-leave-what", { name }) : t("room-leave-what-group")}
    danger=${t(early ? "room-leave-safety" : "room-leave-action")}
    onDanger=${leave(early)}
    safe=${t("room-stay")}
    onClose=${onClose}
  >
    ${refused && html`<p class="note" role="alert"><span>${early ? t("room-leave-early") : errorText(refused)}</span></p>`}
  <//>`;
}

/** @param {{ card: Card, onClose: () => void }} props */
function Block({ card: { id, name }, onClose }) {
  const block = () => {
    onClose();
    orSay(send({ t: "person.block", person: id }).then(() => tell(t("safe-block", { name }))));
  };
  return html`<${Dialog} title=${t("safe-block-ask", { name })} note=${t("safe-block-what")}
    danger=${t("safe-block-action")} onDanger=${block} safe=${t("cancel")} onClose=${onClose} />`;
}

/** @param {{ card: Card, onClose: () => void }} props */
function Pass({ card: { id, name }, onClose }) {
  const pass = () => {
    onClose();
    orSay(send({ t: "person.pass", person: id }).then(() => tell(t("safe-pass-done"))));
  };
  return html`<${Dialog} title=${t("safe-title", { name })} note=${t("safe-pass-what")}
    danger=${t("safe-pass")} onDanger=${pass} safe=${t("cancel")} onClose=${onClose} />`;
}

/**
 * Report one of some people. Nobody is chosen beforehand if there are several.
 *
 * @param {{ cards: readonly Card[], onClose: () => void }} props
 */
export function Report({ cards, onClose }) {
  const [chosen, setChosen] = useState(cards.length === 1 ? cards[0] : undefined);
  const [category, setCategory] = useState(/** @type {ReportCategory} */ ("harassment"));
  const [note, setNote] = useState("");
  const name = chosen?.name ?? "";
  const report = () => {
    const first = /** @type {HTMLElement | null} */ (document.querySelector("input[name=whom]"));
    if (!chosen) return first?.focus();
    onClose();
    const wish = { t: /** @type {const} */ ("person.report"), person: chosen.id, category, note };
    orSay(send(wish).then(() => tell(t("safe-report-sent"))));
  };
  const title = chosen ? t("safe-report-ask", { name }) : t("safe-report-action");
  return html`<${Dialog} title=${title} note=${chosen && t("safe-report-what", { name })}
    danger=${t("safe-report-send")} onDanger=${report} safe=${t("cancel")} onClose=${onClose}>
    ${cards.length !== 1 && html`<${Whom} ...${{ cards, chosen }} onChoose=${setChosen} />`}
    <fieldset class="kinds">
      <legend>${t("safe-report-why")}</legend>
      ${CATEGORIES.map(
        (one) => html`<label key=${one}><input type="radio" name="category"
          checked=${one === category} onChange=${() => setCategory(one)} />
          <span>${t(`safe-report-${slug(one)}`)}</span></label>`,
      )}
    </fieldset>
    <div class="field">
      <label for="report-note">${t("safe-report-note")} <span class="soft plain">(${t("optional")})</span></label>
      <textarea class="in" id="report-note" dir="auto" maxlength="2000" value=${note}
        onInput=${(/** @type {any} */ event) => setNote(event.currentTarget.value)}></textarea>
    </div>
  <//>`;
}

/** @param {{ cards: readonly Card[], chosen: Card | undefined, onChoose: (card: Card) => void }} props */
function Whom({ cards, chosen, onChoose }) {
  return html`<fieldset class="kinds">
    <legend>${t("safe-report-whom")}</legend>
    ${cards.map(
      (card) => html`<label key=${card.id}><input type="radio" name="whom"
        checked=${card.id === chosen?.id} onChange=${() => onChoose(card)} />
        <${Name} of=${card} /></label>`,
    )}
  </fieldset>`;
}
