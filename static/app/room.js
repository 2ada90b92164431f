// @ts-check
/**
 * Room: where two to five people talk: tiles, the ring on the seam, a question, controls, chat.
 * Rule: drawn from the room's state and the call; whatever the lines do, the chat is open.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { call, startCall } from "./call.js";
import { Chat } from "./chat.js";
import { Choices, isAsked } from "./choices.js";
import { devices } from "./devices.js";
import { DeviceSheet } from "./device_sheet.js";
import { myCard } from "./lobby.js";
import { screen, stopSharing } from "./media.js";
import { html, Icon, PersonChip } from "./parts.js";
import { lacking } from "./proposed.js";
import { promptText, reasonText, shown, useTopics } from "./reasons.js";
import { RingTimer, useLeft } from "./ring.js";
import { Controls } from "./room_controls.js";
import { Report, SafetyDialog } from "./safety.js";
import { dispatch, now as serverNow, send } from "./socket.js";
import { PartnerTile, SelfTile } from "./tile.js";
import { useValue } from "./watch.js";
import { languageName, skyOf, t } from "./words.js";
import { WrapUp } from "./wrapup.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").RoomState} RoomState */
/** @typedef {import("./protocol.js").Member} Member */
/** @typedef {import("./protocol.js").Card} Card */
/** @typedef {import("./ring.js").Seated} Seated */
/** @typedef {import("./safety.js").Asked} Asked */

/** @param {{ state: State, now: number }} props */
export function Room({ state, now }) {
  useEffect(startCall, []);
  useTopics();
  const { room } = state;
  const me = myCard(state);
  // The seat comes a moment before the room.
  if (!room || !me) return html`<h1 class="vh" tabindex="-1">${t("title-room")}</h1>`;
  return html`<${Inside} key=${room.room} ...${{ state, room, me, now }} />`;
}

/** Who still has a seat, without the viewer. */
/** @param {RoomState} room */
export function seated({ members }) {
  return members.filter(({ seat }) => seat !== "left");
}

/**
 * Everybody as the ring draws them: in the order of their tiles, clockwise.
 *
 * @param {readonly Member[]} members
 * @param {Card} me
 * @returns {Seated[]}
 */
export function aroundRing(members, me) {
  const others = members.map(({ card, seat }) => ({ id: card.id, zone: card.zone, seat }));
  const mine = { id: me.id, zone: me.zone, seat: /** @type {const} */ ("here") };
  if (others.length === 0) return [{ id: "open", zone: me.zone, seat: "left" }, mine];
  // Tiles stand in rows, arcs go round: of four, the last two change places.
  const [a, b, c, ...rest] = others;
  return others.length === 3 && a && b && c ? [a, b, mine, c, ...rest] : [...others, mine];
}

/** How long the room stays as it is: the round, or the time it was given on top. */
/** @param {RoomState} room */
export function span({ began, deadline, extended_until: until }) {
  return until && until > deadline ? { began: deadline, deadline: until } : { began, deadline };
}

/** @param {{ state: State, room: RoomState, me: Card, now: number }} props */
function Inside({ state, room, me, now }) {
  const { links, speaker } = useValue(call);
  const held = useValue(devices);
  const [asked, setAsked] = useState(/** @type {Asked | null} */ (null));
  const [sheet, setSheet] = useState(false);
  const [chat, setChat] = useChat(state);
  const [said, say] = useState("");
  const members = seated(room);
  useEntered(state, room);
  useEffect(() => endReport, []);
  useNews(room, say);
  const mode = state.you?.mode ?? "video";
  const people = aroundRing(members, me);
  const wrapping = Boolean(room.wrap_until && now < room.wrap_until);
  return html`${!wrapping && html`<h1 class="vh" tabindex="-1">${titleOf(members)}</h1>`}
    <${Stage} ...${{ state, room, people, wrapping }} count=${members.length + 1}>
      ${members.map(
        (member) => html`<${PartnerTile} key=${member.card.id} ...${{ member, now }}
          link=${links[member.card.id]} speaking=${speaker === member.card.id} />`,
      )}
      ${members.length === 0 && html`<${Nobody} key="nobody" ...${{ state, now }} />`}
      <${SelfTile} key="me" card=${me} now=${now} stream=${held.stream} mode=${mode}
        muted=${!held.micOn} camera=${held.cameraOn} />
    <//>
    ${
      wrapping
        ? html`<${WrapUp} ...${{ state, room, people, members }} onAsk=${setAsked} />`
        : html`<${Ask} ...${{ state, room, members, now }} />`
    }
    <${Controls} ...${{ room, mode, members, say }} unread=${chat.unread} chatOpen=${chat.open}
      onChat=${() => setChat(!chat.open)} onAsk=${setAsked} onDevices=${() => setSheet(true)} />
    <${ChatPane} ...${{ state, room, members, now }} open=${chat.open} onClose=${() => setChat(false)} />
    <p class="vh" role="status">${said}</p>
    ${
      asked &&
      html`<${SafetyDialog} asked=${asked} where=${room} names=${namesOf(members)}
      onClose=${() => setAsked(null)} />`
    }
    ${
      state.local.reporting &&
      html`<${Report} cards=${members.map(({ card }) => card)} onClose=${endReport} />`
    }
    ${sheet && html`<${DeviceSheet} onClose=${() => setSheet(false)} />`}`;
}

/** The question about a report, asked from the bar, goes with the room. */
function endReport() {
  dispatch({ t: "local.patch", patch: { reporting: false } });
}

/** @param {readonly Member[]} members */
function namesOf(members) {
  return members.map(({ card }) => card.name);
}

/** @param {readonly Member[]} members */
function titleOf(members) {
  const names = namesOf(members);
  const [name = ""] = names;
  if (names.length > 1) return t("room-title-group", { names: names.join(t("list-comma")) });
  return name ? t("room-title", { name }) : t("title-room");
}

/** Says to the server that the room is shown, each time it may not know. */
/** @param {State} state @param {RoomState} room */
function useEntered(state, room) {
  const live = state.link === "live";
  useEffect(() => {
    if (!live) return;
    // Refused means that the room is no more, and that is on its way.
    send({ t: "room.enter", room: room.room, epoch: room.epoch }).catch(() => {});
  }, [live, room.room, room.epoch]);
}

/**
 * Tells aloud who came, went and came back.
 *
 * @param {RoomState} room
 * @param {(text: string) => void} say
 */
function useNews(room, say) {
  const last = useRef(/** @type {Map<string, string>} */ (new Map()));
  useEffect(() => {
    for (const { card, seat } of room.members) {
      const before = last.current.get(card.id);
      last.current.set(card.id, seat);
      const key = newsOf(before, seat);
      if (key) say(t(key, { name: card.name }));
    }
  }, [room]);
}

/**
 * What a change of seat is worth saying.
 *
 * @param {string | undefined} before
 * @param {string} after
 */
export function newsOf(before, after) {
  if (before === undefined || before === after) return "";
  if (after === "away") return "say-partner-lost";
  if (after === "left") return "say-partner-left";
  return before === "away" ? "room-partner-back" : "room-here";
}

/**
 * Whether the chat stands open (a phone has no room for it) and what came meanwhile.
 *
 * @param {State} state
 * @returns {[{ open: boolean, unread: number }, (open: boolean) => void]}
 */
function useChat(state) {
  const [open, setOpen] = useState(false);
  const lines = state.chat.room;
  const last = lines.at(-1)?.seq ?? 0;
  const [seen, setSeen] = useState(last);
  useEffect(() => {
    if (open) setSeen(last);
  }, [open, last]);
  const unread = lines.filter(({ seq, sender }) => seq > seen && sender !== state.me).length;
  return [{ open, unread: open ? 0 : unread }, setOpen];
}

/** @param {{ state: State, room: RoomState, people: Seated[], wrapping: boolean, count: number, children?: any }} props */
function Stage({ state, room, people, wrapping, count, children }) {
  const paused = state.mixer?.paused ? (state.mixer.remaining ?? null) : null;
  const kind = count <= 2 ? "two" : count === 3 ? "four trio" : count === 4 ? "four" : "four five";
  return html`<div class=${`stage ${kind}`}>
    ${children}
    ${!wrapping && html`<${RingTimer} people=${people} ...${span(room)} now=${serverNow} remaining=${paused} speak />`}
  </div>`;
}

/** The place of one who is gone for good. */
/** @param {{ state: State, now: number }} props */
function Nobody({ state: { you }, now }) {
  const zone = you?.lost?.zone ?? "UTC";
  return html`<div class="tile" data-sky=${skyOf(now, zone)} data-state="nobody">
    <div class="tile-note"><p class="d3">
      ${you?.lost ? t("room-partner-gone-title", { name: you.lost.name }) : t("room-closed-partner-left")}
    </p></div>
  </div>`;
}

/** Under the tiles: what to do if somebody is missing, else a question to start with. */
/** @param {{ state: State, room: RoomState, members: readonly Member[], now: number }} props */
function Ask({ state, room, members, now }) {
  const sharing = useValue(screen) !== null;
  if (isAsked(state, now)) return html`<div class="ask"><${Choices} state=${state} /></div>`;
  if (sharing) {
    return html`<section class="ask" role="status">
      <p class="say">${t("room-share-mine")}</p>
      <button type="button" class="btn quiet sm" onClick=${stopSharing}>${t("room-share-stop")}</button>
    </section>`;
  }
  const away = members.find(({ seat }) => seat === "away");
  if (away) return html`<${Waiting} until=${away.until ?? 0} pair=${members.length === 1} />`;
  const [reason] = members.length === 1 ? shown(members[0]?.reasons) : [];
  const lead = reason ? reasonText(reason) : t("room-prompt-lead");
  return html`<section class="ask" aria-label=${t("room-prompt-lead")}>
    <p class="lab xs hide-s">${lead}</p>
    <p class="say" aria-live="polite">${promptText(room.prompt)}</p>
  </section>`;
}

/** @param {{ until: number, pair: boolean }} props */
function Waiting({ until, pair }) {
  const left = Math.ceil(useLeft(until, serverNow));
  return html`<section class="ask">
    <p class="say" role="status">${t("room-partner-wait")}</p>
    ${pair && html`<p class="sm mute hide-s">${t("room-partner-wait-note", { s: left })}</p>`}
  </section>`;
}

/** @param {{ state: State, room: RoomState, members: readonly Member[], now: number, open: boolean, onClose: () => void }} props */
function ChatPane({ state, room, members, now, open, onClose }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const [first] = members;
  const pair = members.length === 1 && first;
  useEffect(() => {
    if (open)
      /** @type {HTMLElement | null | undefined} */ (
        box.current?.querySelector("textarea")
      )?.focus();
  }, [open]);
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || !open) return;
    onClose();
    /** @type {HTMLElement | null} */ (document.querySelector(".to-chat"))?.focus();
  };
  const label = pair ? t("chat-write", { name: pair.card.name }) : t("chat-write-room");
  return html`<aside class=${open ? "chatpane open" : "chatpane"} aria-label=${t("chat-title")}
    ref=${box} onKeyDown=${onKey}>
    <div class="stack s">
      <div class="row apart firm">
        ${pair ? html`<${PersonChip} person=${pair.card} now=${now} />` : html`<h2>${t("chat-title")}</h2>`}
        <button type="button" class="tlink close-chat" aria-label=${t("close")} onClick=${onClose}>
          <${Icon} name="cross" /></button>
      </div>
      <${Shared} ...${{ room, members }} />
      ${room.supervised && html`<p class="sm row tight"><${Icon} name="shield" small />${t("room-supervised")}</p>`}
      ${pair && html`<hr class="rule" style=${`--my-sky:var(--sky-${skyOf(now, pair.card.zone)});--town-sky:var(--sky-${skyOf(now, myCard(state)?.zone ?? "UTC")})`} />`}
    </div>
    <${Chat} ...${{ state, now, label }} room=${room.room}
      note=${t(pair ? "room-chat-pair" : "room-chat-group")} />
  </aside>`;
}

/** What ties these people: a language, and the topics of the reasons. */
/** @param {{ room: RoomState, members: readonly Member[] }} props */
function Shared({ room, members }) {
  const topics =
    members.length === 1 ? shown(members[0]?.reasons).flatMap(({ topic }) => topic ?? []) : [];
  const spoken = room.language && languageName(room.language);
  const cards = members.map(({ card }) => card);
  return html`${lacking(room, cards).map(([note, words]) => html`<p class="sm" key=${note}>${words}</p>`)}
    ${
      spoken &&
      html`<p class="sm">${t(members.length === 1 ? "room-language" : "room-language-group", { language: spoken })}</p>`
    }
    ${
      topics.length > 0 &&
      html`<p class="sm">${t("room-topics", { topics: topics.map((topic) => t(`topic-${topic}`)).join(t("list-comma")) })}</p>`
    }`;
}
