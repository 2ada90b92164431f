// @ts-check
/**
 * Host rooms: every open room as a tile, and one of them looked at closely.
 * Rule: one tab stop; arrows move between rooms, Enter opens one; the order is the number's.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { PersonActs } from "./host_people.js";
import { orSay } from "./lobby.js";
import { html, Icon, PersonChip } from "./parts.js";
import { LACKS } from "./proposed.js";
import { RoomGlyph } from "./ring.js";
import { send } from "./socket.js";
import { t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").BoardRoom} BoardRoom */

const MORE_SECONDS = 120;
/** @type {Record<string, string>} */
const MEDIA_WORDS = { text: "host-text-seat", audio: "host-audio-seat" };
/** @type {Record<string, string>} */
const SEAT_WORDS = { coming: "room-coming", away: "presence-reconnecting" };

/** Picture or sound that does not do what its owner wants. */
/** @param {import("./protocol.js").BoardSeat} seat @param {State} state */
export function isWeak({ person, media, seat }, { people }) {
  const mode = people.get(person)?.mode ?? "video";
  if (seat !== "here") return false;
  return (
    media === "failed" ||
    (media === "audio" && mode === "video") ||
    (media === "text" && mode !== "text")
  );
}

/** What the ring of a room shows. */
/** @param {BoardRoom} room @param {State} state @param {number} now */
export function ringOf(room, { people, mixer }, now) {
  const began = mixer?.began ?? now;
  const whole = room.deadline - began;
  const stopped = mixer?.paused ? (mixer.remaining ?? 0) : room.deadline - now;
  return {
    people: room.seats.map(({ person, seat }) => ({
      id: person,
      zone: people.get(person)?.card.zone ?? "UTC",
      seat,
    })),
    progress: whole > 0 ? 1 - stopped / whole : 1,
  };
}

/** @param {string} key @param {number} at @param {number} count @param {number} columns */
export function stepTo(key, at, count, columns) {
  const steps = /** @type {Record<string, number>} */ ({
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: count - 1,
  });
  const to = steps[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}

/** @param {{ state: State, now: number, chosen: string, onChoose: (room: string) => void }} props */
export function Rooms({ state, now, chosen, onChoose }) {
  const rooms = [...(state.board?.rooms ?? [])].sort((a, b) => a.number - b.number);
  const [at, setAt] = useState(0);
  const grid = useRef(/** @type {HTMLElement | null} */ (null));
  const here = Math.min(at, Math.max(0, rooms.length - 1));
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const tiles = /** @type {HTMLElement[]} */ ([...(grid.current?.children ?? [])]);
    const columns = tiles.filter((tile) => tile.offsetTop === tiles[0]?.offsetTop).length;
    const rtl = document.dir === "rtl" && /Left|Right/.test(event.key);
    const key = rtl ? (event.key === "ArrowLeft" ? "ArrowRight" : "ArrowLeft") : event.key;
    const to = stepTo(key, here, rooms.length, columns);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    tiles[to]?.focus();
  };
  if (!rooms.length)
    return html`<p class="mute">${t(state.people.size ? "host-rooms-none" : "host-empty")}</p>`;
  return html`<section class="stack s" aria-labelledby="rooms">
    <h2 id="rooms" class="vh">${t("host-rooms")}</h2>
    <p class="vh" id="rooms-hint">${t("host-rooms-hint")}</p>
    <div class="rooms" role="group" aria-labelledby="rooms" aria-describedby="rooms-hint" ref=${grid} onKeyDown=${onKey}>
      ${rooms.map(
        (room, n) => html`<${Tile} key=${room.room} ...${{ room, state, now }} stop=${n === here}
          open=${room.room === chosen} onOpen=${() => {
            setAt(n);
            onChoose(room.room === chosen ? "" : room.room);
          }} />`,
      )}
    </div>
    <p class="xs mute row tight"><span>${t("host-legend")}</span>
      <span class="row tight firm"><${Icon} name="bars" small />${t("host-weak")}</span>
      <span>${t("host-extended")} ${t("host-extended-long")}</span></p>
  </section>`;
}

/** What a room had to do without, in words. */
/** @param {BoardRoom} room @param {State} state @returns {[note: string, words: string][]} */
function lacksOf({ notes = [], bridge }, { people }) {
  const name = people.get(bridge ?? "")?.card.name;
  return notes.map((note) => [
    note,
    note === "bridge" && name ? t("host-room-bridge", { name }) : t(`host-room-lacks-${note}`),
  ]);
}

/** @param {{ room: BoardRoom, state: State, now: number, stop: boolean, open: boolean, onOpen: () => void }} props */
function Tile({ room, state, now, stop, open, onOpen }) {
  const n = room.number;
  const names = room.seats
    .filter(({ seat }) => seat !== "left")
    .map(({ person }) => state.people.get(person)?.card.name ?? t("role-unknown"));
  const s = Math.max(0, Math.floor(now - (room.alone_since ?? now)));
  const alone = Boolean(room.alone_since);
  const said = alone
    ? t("host-room-alone-label", { n, name: names[0] ?? "", s })
    : t("host-room-label", { n, names: names.join(t("list-comma")) });
  const lacks = lacksOf(room, state);
  const label = [said, ...lacks.map(([, words]) => words)].join(" ");
  const weak = room.seats.some((seat) => isWeak(seat, state));
  return html`<button type="button" class=${alone ? "rt alone" : "rt"} aria-label=${label}
    aria-expanded=${String(open)} tabindex=${stop ? 0 : -1} onClick=${onOpen}>
    <span class="no tn">${n}</span>
    <${RoomGlyph} ...${ringOf(room, state, now)} now=${now} alert=${alone} />
    <bdi class="names">${names[0]}</bdi>
    <span class="names">${alone ? html`<b>${t("host-alone-since", { s })}</b>` : html`<bdi>${names.slice(1).join(t("list-comma"))}</bdi>`}</span>
    ${(weak || room.extended || lacks.length > 0) && html`<span class="mark-s">${lacks.map(([note]) => html`<${Icon} key=${note} name=${LACKS[note] ?? "people"} small />`)}${weak && html`<${Icon} name="bars" small />`}${room.extended && t("host-extended")}</span>`}
  </button>`;
}

/** @param {{ room: BoardRoom, state: State, now: number, onClose: () => void }} props */
export function RoomDetail({ room, state, now, onClose }) {
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => heading.current?.focus(), [room.room]);
  const more = () => orSay(send({ t: "host.extend", seconds: MORE_SECONDS, room: room.room }));
  return html`<section class="card s stack s" aria-label=${t("host-room", { n: room.number })}>
    <div class="row apart">
      <h2 tabindex="-1" ref=${heading}>${t("host-room", { n: room.number })}</h2>
      <button type="button" class="tlink sm" onClick=${onClose}>${t("close")}</button>
    </div>
    ${lacksOf(room, state).map(
      ([note, words]) => html`<p class="sm row tight firm top" key=${note}>
        <${Icon} name=${LACKS[note] ?? "people"} small /><span>${words}</span></p>`,
    )}
    <ul class="list">
      ${room.seats.map(({ person, seat, media }) => {
        const card = state.people.get(person)?.card;
        if (!card || seat === "left") return null;
        const word = seat === "here" ? MEDIA_WORDS[media ?? ""] : SEAT_WORDS[seat];
        return html`<li class="stack s" key=${person}>
          <${PersonChip} person=${card} now=${now} levels=${false} />
          ${word && html`<span class="tag">${t(word)}</span>`}
          <${PersonActs} ...${{ card, state }} />
        </li>`;
      })}
    </ul>
    <button type="button" class="btn quiet sm" onClick=${more}><${Icon} name="plus" small />${t("host-extend-room")}</button>
  </section>`;
}
