// @ts-check
/**
 * Host: the board of those who run the evening: time, rooms, who needs help, the way back.
 * Rule: tiles are sorted by number and never jump; what can be undone is never asked about first.
 */
import { useRef, useState } from "preact/hooks";
import { Dialog, Toast } from "./floats.js";
import { Calls } from "./host_calls.js";
import { Door, List } from "./host_door.js";
import { HowItWent, Outlook, Planned } from "./host_outcome.js";
import { Invite, People, Reports } from "./host_people.js";
import { isWeak, RoomDetail, Rooms, ringOf } from "./host_rooms.js";
import { Table } from "./host_table.js";
import { Lazy, orSay, present, secondsLeft } from "./lobby.js";
import { html, Icon } from "./parts.js";
import { RoomGlyph } from "./ring.js";
import { now as serverNow, send } from "./socket.js";
import { duration, t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").BoardRoom} BoardRoom */
/** @typedef {import("./protocol.js").Undoable} Undoable */
/** @typedef {{ state: State, now: number }} Props */

const MORE_SECONDS = 120;
/** Between two rounds one has said "ready" before and need not say it again. */
const READY = new Set(["ready", "between"]);
const rules = () => import("./host_rules.js");
const IN_LOBBY = new Set(["lobby", "ready", "between", "bench", "paused"]);

/** @param {Props} props */
export function HostBoard({ state, now }) {
  const [chosen, setChosen] = useState("");
  const rooms = state.board?.rooms ?? [];
  const room = rooms.find((each) => each.room === chosen);
  const alone = rooms.filter((each) => each.alone_since);
  const needs = [
    ...(state.board?.calls?.length
      ? [html`<${Calls} key="calls" ...${{ state, now }} onRoom=${setChosen} />`]
      : []),
    ...alone.map((each) => html`<${Alone} key=${each.room} ...${{ room: each, state, now }} />`),
  ];
  return html`<div class="stack">
    <${Head} ...${{ state, now }} />
    <div class="board">
      <div class="stack">
        ${needs.length > 0 && html`<div class="stack hide-l">${needs}</div>`}
        <${Toolbar} ...${{ state, now }} />
        <${Rooms} ...${{ state, now, chosen }} onChoose=${setChosen} />
        ${room && html`<div class="hide-l"><${RoomDetail} ...${{ room, state, now }} onClose=${() => setChosen("")} /></div>`}
      </div>
      <aside class="stack side" aria-label=${t("host-people")}>
        ${needs.length > 0 && html`<div class="stack hide-s">${needs}</div>`}
        ${room && html`<div class="hide-s"><${RoomDetail} ...${{ room, state, now }} onClose=${() => setChosen("")} /></div>`}
        <${Reports} ...${{ state, now }} />
        <${Table} ...${{ state, now }} />
        <${List} state=${state} />
        <${Door} state=${state} />
        <${HowItWent} state=${state} />
        <${People} ...${{ state, now }} />
        <${Invite} state=${state} />
      </aside>
    </div>
    <${Toasts} state=${state} />
    <p class="vh" aria-live="polite">${alone.map((each) => t("say-host-alone", { n: each.number, name: nameOfAlone(each, state) })).join(" ")}</p>
  </div>`;
}

/** @param {Props} props */
function Head({ state, now }) {
  const { mixer } = state;
  if (!mixer) return null;
  const left = secondsLeft(state, mixer.deadline ?? null, now);
  const { phase, round: n, rounds: total } = mixer;
  const title = mixer.paused
    ? t("host-phase-paused")
    : phase === "round"
      ? t("host-round", { n, total })
      : t(`host-phase-${phase.replace("_", "-")}`, { n: phase === "break" ? n + 1 : n });
  const here = present(state);
  const rooms = state.board?.rooms ?? [];
  const weak = rooms.flatMap((room) => room.seats).filter((seat) => isWeak(seat, state)).length;
  const stats = /** @type {[number, string][]} */ ([
    [here.length, t("host-stat-here")],
    [rooms.length, t("host-stat-rooms", { n: rooms.length })],
    [here.filter((each) => IN_LOBBY.has(each.state)).length, t("host-stat-lobby")],
    [weak, t("host-stat-network")],
  ]);
  const first = rooms[0];
  return html`<div class="stack s">
    <div class="row apart">
      <h1 class="d2 board-title" tabindex="-1">
        ${first && html`<${RoomGlyph} ...${ringOf(first, state, now)} now=${now} />`}
        ${title}${left !== null && phase !== "closed" && html`<span class="num" role="timer">${duration(left)}</span>`}
      </h1>
      <div class="stat">${stats.map(([count, word]) => html`<div><b>${count}</b>${word}</div>`)}</div>
    </div>
    <${Run} state=${state} />
  </div>`;
}

/** @param {{ state: State }} props */
function Run({ state: { mixer } }) {
  if (!mixer) return null;
  const { phase, round, rounds } = mixer;
  const at =
    phase === "closed" ? rounds + 1 : phase === "lobby" || phase === "scheduled" ? 0 : round;
  const steps = [
    t("host-run-doors"),
    ...Array.from({ length: rounds }, (_, n) => String(n + 1)),
    t("host-run-close"),
  ];
  return html`<ol class="phases" aria-label=${t("host-run")}>
    ${steps.map(
      (step, n) => html`<li class=${n < at ? "done" : n === at ? "now" : ""} key=${n}
        aria-current=${n === at ? "step" : undefined}>${n === 0 || n === rounds + 1 ? html`<span>${step}</span>` : step}</li>`,
    )}
  </ol>`;
}

/** @param {BoardRoom} room @param {State} state */
function nameOfAlone(room, { people }) {
  const seat = room.seats.find((each) => each.seat === "here") ?? room.seats[0];
  return people.get(seat?.person ?? "")?.card.name ?? "";
}

/** @param {Props & { room: BoardRoom }} props */
function Alone({ room, state, now }) {
  const away = room.seats.find((each) => each.seat === "away");
  const name = state.people.get(away?.person ?? "")?.card.name ?? "";
  const s = Math.max(0, Math.ceil((away?.until ?? now) - now));
  return html`<section class="needs" aria-labelledby=${`alone-${room.number}`}>
    <div class="row firm top">
      <${RoomGlyph} ...${ringOf(room, state, now)} now=${now} alert />
      <div class="grow">
        <h2 id=${`alone-${room.number}`}>${t("host-alone", { n: room.number, name: nameOfAlone(room, state) })}</h2>
        <p class="sm">${s > 0 ? t("host-alone-kept", { name, s }) : t("host-alone-note")}</p>
      </div>
    </div>
    <div class="row tight">
      <button type="button" class="btn sm" onClick=${() => orSay(send({ t: "host.extend", seconds: MORE_SECONDS, room: room.room }))}>
        <${Icon} name="plus" small />${t("host-extend-room")}</button>
    </div>
  </section>`;
}

/** @param {Props} props */
function Toolbar({ state }) {
  const [asking, setAsking] = useState(/** @type {"" | "announce" | "close"} */ (""));
  const [trying, setTrying] = useState(false);
  const opener = useRef(/** @type {HTMLElement | null} */ (null));
  const [line, setLine] = useState("");
  const { mixer } = state;
  if (!mixer || mixer.phase === "closed") return null;
  const { phase, round, rounds, paused } = mixer;
  const waits = phase === "lobby" || phase === "scheduled" || phase === "break";
  const counting = phase === "lobby" && Boolean(mixer.deadline);
  const ready = [...state.people.values()].filter((each) => READY.has(each.state)).length;
  const next = phase === "break" ? round + 1 : 1;
  const more = {
    icon: "plus",
    word: t("host-extend-all"),
    act: () => send({ t: "host.extend", seconds: MORE_SECONDS }),
  };
  const go = {
    icon: "play",
    word: t("host-start", { n: next }),
    act: () => send({ t: "host.start" }),
  };
  const stop = { icon: "pause", word: t("host-pause"), act: () => send({ t: "host.pause" }) };
  const resume = { icon: "play", word: t("host-resume"), act: () => send({ t: "host.resume" }) };
  const acts = paused
    ? [resume]
    : [
        ...(waits && !counting && next <= rounds ? [go] : []),
        ...(phase === "lobby" ? [] : [more, stop]),
      ];
  const shut = () => {
    setTrying(false);
    opener.current?.focus();
  };
  /** @param {string} text */
  const tell = (text) => {
    setLine(text);
    setAsking("announce");
  };
  const close = () => {
    orSay(send({ t: "host.close" }));
    setAsking("");
  };
  return html`<div class="stack s">
    <div class="hostbar" role="group" aria-label=${t("host-for-all")} tabindex="-1">
      ${acts.map(
        (
          { icon, word, act },
          n,
        ) => html`<button type="button" key=${word} class=${n ? "btn quiet sm" : "btn sm"}
          onClick=${() => orSay(act())}><${Icon} name=${icon} small />${word}</button>`,
      )}
      <button type="button" class="btn quiet sm" onClick=${() => tell("")}>
        <${Icon} name="announce" small />${t("host-announce")}</button>
      <button type="button" class="btn quiet sm" aria-expanded=${String(trying)} ref=${opener} onClick=${() => setTrying(!trying)}>
        <${Icon} name="table" small />${t("rules-open")}</button>
      <button type="button" class="btn stop sm" onClick=${() => setAsking("close")}>${t("host-close")}</button>
    </div>
    ${waits && html`<p class="sm mute">${t("host-start-note", { n: ready })}${ready < 2 ? ` ${t("host-few")}` : ""}</p>`}
    <${Planned} state=${state} />
    <${Outlook} state=${state} />
    ${trying && html`<${Lazy} load=${rules} name="Rules" with=${{ state, onAnnounce: tell, onClose: shut }} />`}
    ${asking === "announce" && html`<${Announce} first=${line} onClose=${() => setAsking("")} />`}
    ${
      asking === "close" &&
      html`<${Dialog} title=${t("host-close-ask")} note=${t("host-close-what")} danger=${t("host-close")}
        safe=${t("host-close-keep")} onDanger=${close} onClose=${() => setAsking("")} />`
    }
  </div>`;
}

/** @param {{ first: string, onClose: () => void }} props `first`: what stands there to begin with */
function Announce({ first, onClose }) {
  const [text, setText] = useState(first);
  const tell = async () => {
    if (text.trim() && (await orSay(send({ t: "host.announce", text: text.trim() })))) onClose();
  };
  return html`<${Dialog} title=${t("host-announce-title")} safe=${t("cancel")} onClose=${onClose}>
    <div class="field">
      <label for="announce">${t("host-announce-label")}</label>
      <textarea class="in" id="announce" dir="auto" maxlength="500" value=${text}
        onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)}></textarea>
    </div>
    <button type="button" class="btn" onClick=${tell}>${t("host-announce-send")}</button>
  <//>`;
}

/** What the last acts were, each with its way back while there is one. */
/** @param {{ state: State }} props */
function Toasts({ state }) {
  const [gone, setGone] = useState(/** @type {ReadonlySet<string>} */ (new Set()));
  const open = state.undo.filter(({ action, until }) => !gone.has(action) && until > serverNow());
  /** @param {string} action */
  const done = (action) => setGone(new Set([...gone, action]));
  /** @param {string} action */
  const undo = (action) => {
    orSay(send({ t: "host.undo", action }));
    done(action);
  };
  return html`<div class="toast-at">
    ${open.map(
      (each) => html`<${Toast} key=${each.action} text=${textOf(each, state)} action=${t("undo")}
        seconds=${Math.max(1, Math.floor(each.until - serverNow()))}
        onAction=${() => undo(each.action)} onDone=${() => done(each.action)} />`,
    )}
  </div>`;
}

/** @param {Undoable} undoable @param {State} state */
function textOf({ kind, name = "" }, { mixer }) {
  const s = Math.max(0, Math.ceil((mixer?.deadline ?? 0) - serverNow()));
  return t(`host-undo-${kind.replace("_", "-")}`, { name, s, n: (mixer?.round ?? 0) + 1 });
}
