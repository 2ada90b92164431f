// @ts-check
/**
 * Device sheet: another camera, microphone or speaker, in the middle of a talk.
 * Rule: a choice takes effect at once; the others notice nothing but the better sound.
 */
import { chooseDevice, devices } from "./devices.js";
import { Dialog } from "./floats.js";
import { html } from "./parts.js";
import { t } from "./words.js";
import { useValue } from "./watch.js";

/** @typedef {import("./devices.js").Kind} Kind */

const KINDS = /** @type {const} */ (["camera", "microphone", "speaker"]);

/** @param {{ onClose: () => void }} props */
export function DeviceSheet({ onClose }) {
  const { found, chosen } = useValue(devices);
  return html`<${Dialog} title=${t("room-devices")} safe=${t("done")} onClose=${onClose}>
    ${KINDS.filter((kind) => found[kind].length > 0).map(
      (kind) => html`<div class="field" key=${kind}>
        <label for=${`device-${kind}`}>${t(`dev-${kind}`)}</label>
        <select class="in" id=${`device-${kind}`} value=${chosen[kind]}
          onChange=${(/** @type {any} */ event) => chooseDevice(kind, event.currentTarget.value)}>
          <option value="">${t("dev-default")}</option>
          ${found[kind].map(
            ({ id, label }, n) =>
              html`<option key=${id} value=${id}>${label || t("dev-n", { n: n + 1 })}</option>`,
          )}
        </select>
      </div>`,
    )}
  <//>`;
}
