// @ts-check
/**
 * Chat: a log and a line to write in, for the lounge and for a room.
 * Rule: Enter sends only when no input method is composing, and what has not arrived says so.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { composing, html, Icon } from "./parts.js";
import { dispatch, send } from "./socket.js";
import { clock, errorText, skyOf, t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./reduce.js").Saying} Saying */
/** @typedef {import("./protocol.js").ChatLine} ChatLine */

const LONGEST = 2000;
const NEAR_END_PX = 60;

let keys = 0;

/**
 * Sends a line; it stands in the log as waiting until the server has it.
 *
 * @param {string | null} room null for the lounge
 * @param {string} text
 * @param {number} [key] of a line that is sent again
 */
export async function say(room, text, key = ++keys) {
  dispatch({ t: "local.saying", key, room, text });
  try {
    await send({ t: "chat.say", text, ...(room && { room }) });
    dispatch({ t: "local.said", key });
  } catch (error) {
    const code = /** @type {{ code?: string }} */ (error).code ?? "unknown";
    dispatch({ t: "local.unsaid", key, code });
  }
}

/**
 * @param {{ state: State, now: number, room: string | null, label: string, note?: string }} props
 *   `label`: what the field is for; `note`: who reads it, above the first line
 */
export function Chat({ state, now, room, label, note }) {
  const lines = room ? state.chat.room : state.chat.lounge;
  const sayings = state.local.sayings.filter((each) => each.room === room);
  const log = useRef(/** @type {HTMLElement | null} */ (null));
  const atEnd = useRef(true);
  const follow = () => {
    const box = log.current;
    if (box) atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
  };
  useEffect(() => {
    const box = log.current;
    if (box && atEnd.current) box.scrollTop = box.scrollHeight;
  }, [lines.length, sayings.length]);
  return html`<div class="chat">
    ${note && html`<p class="sys">${note}</p>`}
    <div class="msgs" role="log" aria-label=${t("chat-messages")} tabindex="0" ref=${log}
      onScroll=${follow}>
      ${lines.map((line) => html`<${Line} key=${line.seq} ...${{ line, state, now }} />`)}
      ${sayings.map((saying) => html`<${Waiting} key=${`s${saying.key}`} saying=${saying} />`)}
    </div>
    <${Write} label=${label} onSay=${(/** @type {string} */ text) => {
      atEnd.current = true;
      void say(room, text);
    }} />
  </div>`;
}

/** @param {{ line: ChatLine, state: State, now: number }} props */
function Line({ line, state, now }) {
  const mine = line.sender === state.me;
  const seated = state.room?.members.find((member) => member.card.id === line.sender);
  const card = (seated ?? state.people.get(line.sender))?.card ?? state.profile;
  const myZone = state.people.get(state.me)?.card.zone ?? state.profile?.zone ?? "UTC";
  const time = clock(line.at, myZone);
  return html`<div class=${mine ? "msg mine" : "msg"} data-sky=${skyOf(now, card?.zone ?? "UTC")}>
    <p dir="auto">${line.text}</p>
    <small>${mine ? t("chat-you-at", { time }) : t("chat-by", { name: line.name, time })}</small>
  </div>`;
}

/** @param {{ saying: Saying }} props */
function Waiting({ saying: { key, room, text, failed } }) {
  return html`<div class="msg mine waiting">
    <p dir="auto">${text}</p>
    <small>
      ${failed ? `${t("chat-failed")} · ${errorText(failed)}` : t("chat-waiting")}${" "}
      ${
        failed &&
        html`<button type="button" class="tlink" onClick=${() => say(room, text, key)}>
          ${t("chat-again")}
        </button>`
      }
    </small>
  </div>`;
}

/** @param {{ label: string, onSay: (text: string) => void }} props */
function Write({ label, onSay }) {
  const [text, setText] = useState("");
  const over = text.length - LONGEST;
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.trim() || over > 0) return;
    onSay(text.trim());
    setText("");
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" && !event.shiftKey && !composing(event)) submit(event);
  };
  return html`<form onSubmit=${submit}>
    <div class="say-in">
      <textarea class="in grow" rows="1" dir="auto" aria-label=${label} placeholder=${label}
        value=${text} onKeyDown=${onKey} enterkeyhint="send"
        onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)}></textarea>
      <button type="submit" class="btn" aria-label=${t("chat-send")}><${Icon} name="forth" /></button>
    </div>
    ${over > 0 && html`<p class="field-error" role="alert">${t("chat-too-long", { n: over })}</p>`}
  </form>`;
}
