// @ts-check
/**
 * Floats: the dialog that asks one question and the toast that offers the way back.
 * Rule: the safe answer is the focused one; whatever can be undone is never asked about first.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { html, Icon } from "./parts.js";

/** @typedef {import("preact").ComponentChildren} Children */

/**
 * One question, its consequence in one sentence, and the safe answer focused. The focus goes
 * back to the opener when it closes; by hand, as the element is gone before the browser could.
 *
 * @param {{ title: string, note?: string, danger?: string, safe: string, onDanger?: () => void, onClose: () => void, children?: Children }} props
 */
export function Dialog({ title, note, danger, safe, onDanger, onClose, children }) {
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => {
    const opener = /** @type {HTMLElement | null} */ (document.activeElement);
    const dialog = box.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      opener?.focus();
      // While the page is busy the modal may be let go of a frame later, and until then nothing
      // outside of it takes the focus.
      requestAnimationFrame(() => document.activeElement === document.body && opener?.focus());
    };
  }, []);
  /** @param {Event} event */
  const refuse = (event) => {
    event.preventDefault();
    onClose();
  };
  /** The browser may close it without asking: after a second Escape, for one. */
  const gone = () => box.current && onClose();
  return html`<dialog class="dialog" ref=${box} aria-labelledby="dialog-title" onCancel=${refuse} onClose=${gone}>
    <div class="stack">
      <h2 class="d3" id="dialog-title">${title}</h2>
      ${note && html`<p class="mute">${note}</p>`} ${children}
      <div class="row tight">
        ${danger && html`<button type="button" class="btn stop" onClick=${onDanger}>${danger}</button>`}
        <button type="button" class="btn quiet" autofocus onClick=${onClose}>${safe}</button>
      </div>
    </div>
  </dialog>`;
}

/**
 * What just happened, and for some seconds the way back. The count stands still while the
 * pointer or the focus rests on it.
 *
 * @param {{ text: string, action?: string, seconds?: number, onAction?: () => void, onDone: () => void }} props
 */
export function Toast({ text, action, seconds = 10, onAction, onDone }) {
  const [left, setLeft] = useState(seconds);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    if (left <= 0) return void onDone();
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, held]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return html`<div
    class="toast rise"
    role="status"
    onPointerEnter=${hold}
    onPointerLeave=${release}
    onFocusIn=${hold}
    onFocusOut=${release}
  >
    <span>${text}</span>
    ${
      action &&
      html`<button type="button" onClick=${onAction}>
      <${Icon} name="undo" small />${action} <span class="tn" aria-hidden="true">${left}</span>
    </button>`
    }
  </div>`;
}
