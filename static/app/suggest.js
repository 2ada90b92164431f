// @ts-check
/**
 * Suggest: a field that offers names while one types, by the combobox pattern of ARIA.
 * Rule: what is being composed by an input method is not searched yet, and Enter never sends a form.
 */
import { Component } from "preact";
import { composing, Field, html } from "./parts.js";
import { errorText, t } from "./words.js";

/** @typedef {{ key: string, label: string, detail?: string, lang?: string }} Option */
/** @typedef {{ options: Option[], note?: string }} Found */
/**
 * @typedef {object} Props
 * @property {string} id
 * @property {string} label
 * @property {string} [hint]
 * @property {string} [placeholder]
 * @property {boolean} [optional]
 * @property {string} [value] what stands in the field at first
 * @property {boolean} [free] any text will do: Enter takes a suggestion only if one was chosen
 * @property {string} none what to say when nothing fits
 * @property {(text: string) => Promise<Found>} find
 * @property {(option: Option) => void} onPick
 * @property {(text: string) => void} [onText]
 */
/** @typedef {{ text: string, found: Option[], at: number, open: boolean, note: string }} State */

const WAIT_MS = 150;

/** @extends {Component<Props, State>} */
export class Suggest extends Component {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer = undefined;
  /** Answers of earlier questions come too late. */
  asked = 0;

  /** @param {Props} props */
  constructor(props) {
    super(props);
    this.state = { text: props.value ?? "", found: [], at: -1, open: false, note: "" };
  }

  /** @override */
  componentWillUnmount() {
    this.close();
  }

  /** @override @param {Props} _ @param {State} before */
  componentDidUpdate(_, before) {
    const { open, at, found } = this.state;
    if (!open || (before.open && before.at === at && before.found === found)) return;
    const shown = at >= 0 ? `${this.props.id}-${at}` : `${this.props.id}-list`;
    document.getElementById(shown)?.scrollIntoView({ block: "nearest" });
  }

  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.setState({ open: false, at: -1, note: "" });
  }

  /** @param {string} text */
  typed(text) {
    this.setState({ text });
    this.props.onText?.(text);
    clearTimeout(this.timer);
    if (!text.trim()) return this.close();
    this.timer = setTimeout(() => this.search(text), WAIT_MS);
  }

  /** @param {string} text */
  async search(text) {
    const question = ++this.asked;
    const answer = await this.props.find(text).catch((error) => ({
      options: /** @type {Option[]} */ ([]),
      note: errorText(error.code ?? "unknown"),
    }));
    if (question !== this.asked) return;
    const { options, note = "" } = answer;
    const count = options.length ? t("suggest-count", { n: options.length }) : this.props.none;
    const said = options.length || !note ? [note, count] : [note];
    this.setState({
      found: options,
      at: -1,
      open: options.length > 0,
      note: said.filter(Boolean).join(" "),
    });
  }

  /** @param {Option} option */
  pick(option) {
    this.close();
    this.setState({ text: this.props.free ? option.label : "", found: [] });
    this.props.onPick(option);
  }

  /** @param {KeyboardEvent} event */
  key = (event) => {
    if (composing(event)) return;
    const { found, at, open } = this.state;
    if (event.key === "Enter") {
      event.preventDefault();
      const chosen = open ? found[at === -1 && !this.props.free ? 0 : at] : undefined;
      if (chosen) this.pick(chosen);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (found.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = open ? at + step : step === 1 ? 0 : found.length - 1;
      this.setState({ open: true, at: (next + found.length) % found.length });
    }
  };

  /** @override @param {Props} props @param {State} state */
  render({ id, label, hint, placeholder, optional = false }, { text, found, at, open, note }) {
    const list = `${id}-list`;
    const active = open && at >= 0 ? `${id}-${at}` : undefined;
    return html`<div class="suggest">
      <${Field} ...${{ id, label, hint, optional }}>
        ${(/** @type {object} */ ids) => html`<input class="in" type="text" ...${ids} dir="auto"
          role="combobox" aria-autocomplete="list" aria-expanded=${String(open)}
          aria-controls=${list} aria-activedescendant=${active} autocomplete="off"
          spellcheck=${false} maxlength="60" enterkeyhint="done" placeholder=${placeholder}
          value=${text} onKeyDown=${this.key} onBlur=${() => this.close()}
          onInput=${(/** @type {any} */ event) => {
            if (event.isComposing) this.setState({ text: event.currentTarget.value });
            else this.typed(event.currentTarget.value);
          }}
          onCompositionEnd=${(/** @type {any} */ event) => this.typed(event.currentTarget.value)} />`}
      <//>
      <ul id=${list} role="listbox" class="suggest-list" aria-label=${label} hidden=${!open}>
        ${found.map(
          (option, n) => html`<li key=${option.key} id=${`${id}-${n}`} role="option"
            aria-selected=${String(n === at)}
            onPointerDown=${(/** @type {Event} */ event) => event.preventDefault()}
            onClick=${() => this.pick(option)}>
            <span>${option.label}</span>
            ${option.detail && html`<small lang=${option.lang}>${option.detail}</small>`}
          </li>`,
        )}
      </ul>
      <p class=${found.length && open ? "vh" : "hint"} role="status">${note}</p>
    </div>`;
  }
}

/**
 * Asks the server for suggestions. Throws an error with the code of the refusal.
 *
 * @param {string} kind
 * @param {Record<string, string>} asked
 * @returns {Promise<any>}
 */
export async function askServer(kind, asked) {
  const question = new URLSearchParams(asked);
  const reply = await fetch(`/api/${kind}?${question}`).catch(() => null);
  if (!reply) throw Object.assign(new Error("offline"), { code: "offline" });
  const said = await reply.json().catch(() => ({}));
  if (!reply.ok) throw Object.assign(new Error("refused"), { code: said.code ?? "unknown" });
  return said;
}

/**
 * A text as names are compared on this page: no accents, no width, no case, one kana.
 *
 * @param {string} text
 */
export function plain(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
    .replaceAll("đ", "d")
    .trim();
}
