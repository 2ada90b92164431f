// @ts-check
/**
 * Room controls: microphone, camera, prompt, chat, the rest, and the way out.
 * Rule: every control is a button with its word under it; a single key only works where nobody
 * types, and can be switched off.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { devices, setCamera, setMic } from "./devices.js";
import { orSay } from "./lobby.js";
import { canShare, screen, share, stopSharing } from "./media.js";
import { html, Icon, Name } from "./parts.js";
import { send } from "./socket.js";
import { t } from "./words.js";
import { useValue } from "./watch.js";

/** @typedef {import("./protocol.js").RoomState} RoomState */
/** @typedef {import("./protocol.js").Member} Member */
/** @typedef {import("./protocol.js").Mode} Mode */
/** @typedef {import("./safety.js").Asked} Asked */

const KEYS_KEPT_IN = "tsunagari:keys";

/**
 * @param {{ icon: string, word: string, label?: string, off?: boolean, kind?: string, count?: number, expanded?: boolean, onPress: () => void }} props
 */
function Control({ icon, word, label, off, kind = "", count = 0, expanded, onPress }) {
  return html`<button type="button" class=${`ctl ${off ? "off" : ""} ${kind}`}
    aria-expanded=${expanded === undefined ? undefined : String(expanded)}
    aria-label=${label} onClick=${onPress}>
    <${Icon} name=${icon} /><span>${word}</span>
    ${count > 0 && html`<b class="n" aria-hidden="true">${count}</b>`}
  </button>`;
}

/** Whether a key press belongs to a field, a dialog or the browser. */
/** @param {KeyboardEvent} event */
export function isTyping(event) {
  const target = /** @type {HTMLElement | null} */ (event.target);
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  return busy || Boolean(target?.closest?.("input, textarea, select, dialog, [contenteditable]"));
}

function keysKept() {
  try {
    return localStorage.getItem(KEYS_KEPT_IN) !== "off";
  } catch {
    return true;
  }
}

/**
 * @param {{ room: RoomState, mode: Mode, members: readonly Member[], unread: number, chatOpen: boolean, say: (text: string) => void, onChat: () => void, onAsk: (asked: Asked) => void, onDevices: () => void }} props
 */
export function Controls(props) {
  const { room, mode, unread, chatOpen, say, onChat, onAsk } = props;
  const { micOn, cameraOn } = useValue(devices);
  const [keys, setKeys] = useState(keysKept);
  const toggleMic = () => {
    setMic(!micOn);
    say(t(micOn ? "say-muted" : "say-unmuted"));
  };
  const toggleCamera = () => {
    void setCamera(!cameraOn);
    say(t(cameraOn ? "say-camera-off" : "say-camera-on"));
  };
  useKeys(keys && mode !== "text", { m: toggleMic, ...(mode === "video" && { v: toggleCamera }) });
  const prompt = () => orSay(send({ t: "room.prompt", room: room.room, epoch: room.epoch }));
  return html`<div class="ctls" role="group" aria-label=${t("room-controls")}>
    ${
      mode !== "text" &&
      html`<${Control} icon=${micOn ? "mic" : "mic-off"} off=${!micOn}
        word=${t(micOn ? "room-mute" : "room-unmute")} onPress=${toggleMic} />`
    }
    ${
      mode === "video" &&
      html`<${Control} icon=${cameraOn ? "camera" : "camera-off"} off=${!cameraOn}
        word=${t("room-camera")} label=${t(cameraOn ? "room-camera-off" : "room-camera-on")}
        onPress=${toggleCamera} />`
    }
    <${Control} icon="swap" word=${t("room-prompt")} label=${t("room-prompt-next")} onPress=${prompt} />
    <${Control} icon="chat" word=${t("room-chat-open")} kind="to-chat" count=${unread}
      label=${unread > 0 ? t("room-chat-unread", { n: unread }) : t("room-chat-open")}
      expanded=${chatOpen} onPress=${onChat} />
    <${More} ...${props} keys=${keys} onKeys=${setKeys} />
    <${Control} icon="leave" word=${t("room-leave-action")} kind="leave"
      onPress=${() => onAsk({ kind: "leave" })} />
  </div>`;
}

/**
 * @param {boolean} on
 * @param {Record<string, () => void>} acts by key
 */
function useKeys(on, acts) {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    if (!on) return undefined;
    const press = (/** @type {KeyboardEvent} */ event) => {
      const act = latest.current[event.key.toLowerCase()];
      if (!act || event.repeat || isTyping(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);
}

/**
 * What has no button of its own. Report stands first: nobody in need searches.
 *
 * @param {{ room: RoomState, mode: Mode, members: readonly Member[], keys: boolean, onKeys: (on: boolean) => void, onAsk: (asked: Asked) => void, onDevices: () => void }} props
 */
function More({ mode, members, keys, onKeys, onAsk, onDevices }) {
  const [open, setOpen] = useState(false);
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const close = () => {
    setOpen(false);
    /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector(".ctl"))?.focus();
  };
  useAway(open, box, () => setOpen(false), close);
  /** @param {() => void} act */
  const then = (act) => () => {
    close();
    act();
  };
  return html`<div class="menu-at" ref=${box}>
    <${Control} icon="more" word=${t("room-more")} expanded=${open} onPress=${() => setOpen(!open)} />
    ${
      open &&
      html`<ul class="menu" aria-label=${t("room-more")}>
        ${members.map(({ card }) => html`<${AboutOne} key=${card.id} ...${{ card, then, onAsk }} alone=${members.length === 1} />`)}
        <${Item} icon="people" text=${t("help-ask")} onPress=${then(callHost)} />
        ${mode !== "text" && canShare() && html`<${Share} ...${{ members, then }} />`}
        ${mode !== "text" && html`<${Item} icon="gear" text=${t("room-devices")} onPress=${then(onDevices)} />`}
        ${mode !== "text" && html`<${Keys} ...${{ keys, onKeys }} />`}
      </ul>`
    }
  </div>`;
}

/**
 * Closes what stands open when a press goes elsewhere, or on Escape.
 *
 * @param {boolean} open
 * @param {{ current: HTMLElement | null }} box
 * @param {() => void} onAway
 * @param {() => void} onEscape
 */
function useAway(open, box, onAway, onEscape) {
  useEffect(() => {
    if (!open) return undefined;
    const away = (/** @type {Event} */ event) => {
      if (!box.current?.contains(/** @type {Node} */ (event.target))) onAway();
    };
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") onEscape();
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("focusin", away);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("focusin", away);
      document.removeEventListener("keydown", onKey);
    };
  }, [open]);
}

/** Nobody in the room learns of it. */
function callHost() {
  orSay(send({ t: "help.ask", on: true }));
}

/** @param {{ icon: string, text: string, onPress: () => void }} props */
function Item({ icon, text, onPress }) {
  return html`<li><button type="button" onClick=${onPress}>
    <${Icon} name=${icon} small /><span>${text}</span></button></li>`;
}

/** @param {{ card: import("./protocol.js").Card, alone: boolean, then: (act: () => void) => () => void, onAsk: (asked: Asked) => void }} props */
function AboutOne({ card, alone, then, onAsk }) {
  const items = /** @type {const} */ ([
    ["report", "flag", "safe-report-action"],
    ["block", "block", "safe-block-action"],
    ["pass", "cross", "safe-pass"],
  ]);
  return html`${!alone && html`<li class="menu-lab"><${Name} of=${card} /></li>`}
    ${items.map(
      ([kind, icon, key]) => html`<${Item} key=${kind} icon=${icon} text=${t(key)}
        onPress=${then(() => onAsk({ kind, card }))} />`,
    )}`;
}

/** One at a time: two screens in one room are read by nobody. */
/** @param {{ members: readonly Member[], then: (act: () => void) => () => void }} props */
function Share({ members, then }) {
  const mine = useValue(screen) !== null;
  const theirs = members.find((member) => member.sharing);
  if (theirs && !mine) return null;
  return html`<${Item} icon="screen" text=${t(mine ? "room-share-stop" : "room-share")}
    onPress=${then(() => (mine ? stopSharing() : void share()))} />`;
}

/** @param {{ keys: boolean, onKeys: (on: boolean) => void }} props */
function Keys({ keys, onKeys }) {
  const change = (/** @type {any} */ event) => {
    onKeys(event.currentTarget.checked);
    try {
      localStorage.setItem(KEYS_KEPT_IN, event.currentTarget.checked ? "on" : "off");
    } catch {
      // A browser that keeps nothing starts with the keys on.
    }
  };
  return html`<li><label class="menu-check">
    <input type="checkbox" checked=${keys} onChange=${change} />
    <span>${t("room-keys")}</span></label></li>`;
}
