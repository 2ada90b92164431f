// @ts-check
/**
 * Reduce: what one message (or one act of the page itself) makes of the state. Pure.
 * Rule: the server's word is the state; an older epoch or version never undoes a newer one.
 *
 * A fresh welcome or a resync marks everything as stale: it stays on the screen (the call goes
 * on) and the next snapshot replaces it piece by piece, whatever its version.
 */

/** @typedef {import("./protocol.js").ServerMessage} ServerMessage */
/** @typedef {import("./protocol.js").ChatLine} ChatLine */
/** @typedef {import("./protocol.js").Meeting} Meeting */
/** @typedef {import("./protocol.js").Presence} Person */
/** @typedef {import("./protocol.js").RoomState} RoomState */
/** @typedef {import("./protocol.js").Notice} Notice */

/** @typedef {"connecting" | "live" | "lost" | "ended" | "removed"} Link */
/** @typedef {{ key: number, room: string | null, text: string, failed: string }} Saying */
/** @typedef {Omit<Notice, "t" | "kind"> & { key: number, kind: Notice["kind"] | "said" | "match_others" | "match_unanswered" }} Told */
/**
 * @typedef {object} Local what only this page knows
 * @property {"profile" | "devices" | "lobby"} step how far the way in has been walked
 * @property {boolean} editing one's own profile is open again
 * @property {"" | "lounge" | "people" | "more"} open the panel that stands open
 * @property {boolean} reporting the question about a report stands open
 * @property {number | null} retryAt server time of the next attempt to connect
 * @property {string} ended code of the refusal that ended it
 * @property {Saying[]} sayings lines written and not yet confirmed
 * @property {number} read sequence number of the last lounge line seen
 * @property {string} mutual id of the meeting that became mutual last
 */
/**
 * @typedef {object} State
 * @property {string} me
 * @property {import("./protocol.js").EventInfo | null} event
 * @property {boolean} host
 * @property {boolean} here this page is the one in use
 * @property {Link} link
 * @property {number} offset server time minus this machine's time, in seconds
 * @property {string} joinLink
 * @property {import("./protocol.js").IceServer[]} ice
 * @property {import("./protocol.js").Profile | null} profile
 * @property {boolean} verified
 * @property {boolean} supervised
 * @property {import("./protocol.js").Card[]} blocked
 * @property {Map<string, Person>} people
 * @property {{ epoch: number, v: number, total: number, zones: Record<string, number> }} presence
 * @property {boolean} needsSync a change was missed: ask for everything again
 * @property {import("./protocol.js").MixerState | null} mixer
 * @property {import("./protocol.js").YouState | null} you
 * @property {import("./protocol.js").RoundSeat | null} seat
 * @property {import("./protocol.js").RoundBench | null} bench
 * @property {import("./protocol.js").PoolState | null} pool one's place in the pool, and who is proposed
 * @property {RoomState | null} room
 * @property {import("./protocol.js").RoomClosed | null} closed how the last room ended
 * @property {{ lounge: ChatLine[], room: ChatLine[] }} chat
 * @property {Meeting[]} meetings
 * @property {number} meetingsV
 * @property {number | null} pulse
 * @property {import("./protocol.js").HostBoard | null} board
 * @property {import("./protocol.js").Rehearsal | null} rehearsal
 * @property {Told[]} notices the newest last
 * @property {import("./protocol.js").Undoable[]} undo
 * @property {ReadonlySet<string>} stale pieces that the next snapshot replaces whatever its version
 * @property {Local} local
 */
/**
 * @typedef {{ t: "local.link", link: Link, retryAt?: number | null, ended?: string }
 *   | { t: "local.offset", offset: number }
 *   | { t: "local.patch", patch: Partial<Local> }
 *   | { t: "local.saying", key: number, room: string | null, text: string }
 *   | { t: "local.said", key: number }
 *   | { t: "local.unsaid", key: number, code: string }
 *   | { t: "local.notice", text: string, at: number }
 *   | { t: "local.dismiss", key: number }} LocalAct
 */

const CHAT_LINES_KEPT = 300;
const NOTICES_KEPT = 5;
const SEATED = new Set(["proposed", "in_room", "wrap_up", "reconnecting"]);
const PIECES = ["presence", "mixer", "you", "pool", "seat", "room", "meetings", "board"];
/** @type {ReadonlySet<string>} */
const NOTHING = new Set();

/** @type {State} */
export const initial = {
  me: "",
  event: null,
  host: false,
  here: true,
  link: "connecting",
  offset: 0,
  joinLink: "",
  ice: [],
  profile: null,
  verified: false,
  supervised: false,
  blocked: [],
  people: new Map(),
  presence: { epoch: 0, v: 0, total: 0, zones: {} },
  needsSync: false,
  mixer: null,
  you: null,
  seat: null,
  bench: null,
  pool: null,
  room: null,
  closed: null,
  chat: { lounge: [], room: [] },
  meetings: [],
  meetingsV: 0,
  pulse: null,
  board: null,
  rehearsal: null,
  notices: [],
  undo: [],
  stale: NOTHING,
  local: {
    step: "lobby",
    editing: false,
    open: "",
    reporting: false,
    retryAt: null,
    ended: "",
    sayings: [],
    read: 0,
    mutual: "",
  },
};

/**
 * @param {State} state
 * @param {ServerMessage | LocalAct} message
 * @returns {State} the same object if nothing changed
 */
export function reduce(state, message) {
  const rule = /** @type {Record<string, (state: State, message: any) => State>} */ (RULES)[
    message.t
  ];
  return rule ? rule(state, message) : state;
}

/**
 * One rule for each message that says something about the state. Replies to requests and
 * signals between room-mates are for those who wait for them.
 *
 * @type {{ [T in (ServerMessage | LocalAct)["t"]]?:
 *   (state: State, message: Extract<ServerMessage | LocalAct, { t: T }>) => State }}
 */
const RULES = {
  welcome: (state, message) => ({
    ...state,
    me: message.you,
    event: message.event,
    host: message.host ?? false,
    here: message.here ?? true,
    link: "live",
    joinLink: message.join_link ?? "",
    ice: message.ice ?? [],
    needsSync: false,
    stale: new Set(PIECES),
    local: { ...state.local, retryAt: null },
  }),
  resumed: (state) => ({ ...state, link: "live", local: { ...state.local, retryAt: null } }),
  resync: (state) => ({ ...state, needsSync: false, stale: new Set(PIECES) }),
  bye: (state, message) => {
    if (message.code === 4403) return { ...state, link: "removed", notices: [] };
    return message.code === 4409 ? { ...state, here: false } : state;
  },
  "session.elsewhere": (state, message) => ({ ...state, here: message.here }),
  notice: (state, message) => ({ ...state, notices: told(state.notices, message) }),

  "profile.state": (state, message) => ({
    ...state,
    profile: message.profile,
    verified: message.verified ?? false,
    supervised: message.supervised ?? false,
    blocked: message.blocked ?? [],
  }),

  "presence.state": (state, message) => {
    const { epoch, v, total, zones } = message;
    if (!state.stale.has("presence") && isOlder(message, state.presence)) return state;
    const people = new Map((message.people ?? []).map((each) => [each.card.id, each]));
    const presence = { epoch, v, total, zones: zones ?? {} };
    return { ...state, people, presence, needsSync: false, stale: without(state, "presence") };
  },
  "presence.diff": (state, message) => {
    const step = presenceStep(state, message);
    if (step !== "next") return step === "gap" ? { ...state, needsSync: true } : state;
    const people = new Map(state.people);
    for (const id of message.gone ?? []) people.delete(id);
    for (const each of message.put ?? []) people.set(each.card.id, each);
    const presence = { ...state.presence, v: message.v, total: message.total };
    return { ...state, people, presence };
  },
  "presence.count": (state, message) => {
    const step = presenceStep(state, message);
    if (step !== "next") return step === "gap" ? { ...state, needsSync: true } : state;
    const presence = {
      ...state.presence,
      v: message.v,
      total: message.total,
      zones: message.zones,
    };
    return { ...state, presence };
  },

  "mixer.state": (state, message) => {
    if (state.mixer && !state.stale.has("mixer") && isOlder(message, state.mixer)) return state;
    return { ...state, mixer: message, stale: without(state, "mixer") };
  },
  "you.state": (state, message) => {
    if (state.you && !state.stale.has("you") && message.v < state.you.v) return state;
    const next = { ...state, you: message, stale: without(state, "you") };
    if (message.state !== "bench" && message.state !== "between") next.bench = null;
    if (message.room || SEATED.has(message.state)) return next;
    return { ...next, seat: null, room: null, chat: { ...state.chat, room: [] } };
  },

  "pool.state": (state, message) => {
    if (state.pool && !state.stale.has("pool") && message.v < state.pool.v) return state;
    return { ...state, pool: message, stale: without(state, "pool") };
  },
  "match.expired": (state, { why, at }) => ({
    ...state,
    notices: told(state.notices, { kind: `match_${why}`, at }),
  }),

  "round.seat": (state, message) => {
    const seat = state.seat;
    if (seat && !state.stale.has("seat") && isOfOlderEpoch(message, seat)) return state;
    const moved = state.room !== null && state.room.room !== message.room;
    return {
      ...state,
      seat: message,
      bench: null,
      closed: null,
      room: moved ? null : state.room,
      chat: moved ? { ...state.chat, room: [] } : state.chat,
      stale: without(state, "seat"),
    };
  },
  "round.bench": (state, message) => ({ ...state, bench: message, seat: null, room: null }),
  "room.state": (state, message) => {
    if (!state.stale.has("room") && isOldRoom(state, message)) return state;
    const moved = state.room !== null && state.room.room !== message.room;
    const chat = moved ? { ...state.chat, room: [] } : state.chat;
    return { ...state, room: message, closed: null, chat, stale: without(state, "room") };
  },
  "room.closed": (state, message) => {
    const current = state.room ?? state.seat;
    if (!current || current.room !== message.room || message.epoch < current.epoch) return state;
    return { ...state, seat: null, room: null, closed: message, chat: { ...state.chat, room: [] } };
  },

  "chat.state": (state, message) => {
    const place = message.room ? "room" : "lounge";
    if (message.room && !isCurrentRoom(state, message.room)) return state;
    return { ...state, chat: { ...state.chat, [place]: kept(message.lines) } };
  },
  "chat.message": (state, { line }) => {
    const place = line.room ? "room" : "lounge";
    if (line.room && !isCurrentRoom(state, line.room)) return state;
    const lines = state.chat[place];
    if (lines.some((each) => each.seq === line.seq)) return state;
    return { ...state, chat: { ...state.chat, [place]: kept([...lines, line]) } };
  },

  "meeting.state": (state, message) => {
    if (!state.stale.has("meetings") && message.v < state.meetingsV) return state;
    const { meetings, v } = message;
    const stale = without(state, "meetings");
    return { ...state, meetings, meetingsV: v, pulse: message.pulse ?? null, stale };
  },
  "meeting.mutual": (state, message) => ({
    ...state,
    meetings: state.meetings.map((each) =>
      each.id === message.meeting ? { ...each, mutual: true } : each,
    ),
    local: { ...state.local, mutual: message.meeting },
  }),
  "host.board": (state, message) => {
    if (state.board && !state.stale.has("board") && message.v < state.board.v) return state;
    return { ...state, board: message, undo: message.undo ?? [], stale: without(state, "board") };
  },
  "host.rehearsal": (state, { rehearsal = null }) => ({ ...state, rehearsal }),

  "local.link": (state, { link, retryAt, ended }) => ({
    ...state,
    link,
    local: { ...state.local, retryAt: retryAt ?? null, ended: ended ?? state.local.ended },
  }),
  "local.offset": (state, { offset }) => ({ ...state, offset }),
  "local.patch": (state, { patch }) => ({ ...state, local: { ...state.local, ...patch } }),
  "local.saying": (state, { key, room, text }) =>
    withSayings(state, [
      ...state.local.sayings.filter((each) => each.key !== key),
      { key, room, text, failed: "" },
    ]),
  "local.said": (state, { key }) =>
    withSayings(
      state,
      state.local.sayings.filter((each) => each.key !== key),
    ),
  "local.unsaid": (state, { key, code }) =>
    withSayings(
      state,
      state.local.sayings.map((each) => (each.key === key ? { ...each, failed: code } : each)),
    ),
  "local.notice": (state, { text, at }) => ({
    ...state,
    notices: told(state.notices, { kind: "said", text, at }),
  }),
  "local.dismiss": (state, { key }) => ({
    ...state,
    notices: state.notices.filter((each) => each.key !== key),
  }),
};

/** @typedef {{ epoch: number, v: number }} Version */

/**
 * @param {Version} message
 * @param {Version} have
 */
function isOlder(message, have) {
  return message.epoch < have.epoch || (message.epoch === have.epoch && message.v < have.v);
}

/**
 * Epochs of one room only grow; those of two rooms say nothing about each other.
 *
 * @param {{ room: string, epoch: number }} message
 * @param {{ room: string, epoch: number }} have
 */
function isOfOlderEpoch(message, have) {
  return message.room === have.room && message.epoch < have.epoch;
}

/**
 * @param {State} state
 * @param {RoomState} message
 */
function isOldRoom(state, message) {
  const { room, seat } = state;
  if (seat && (seat.room !== message.room || message.epoch < seat.epoch)) return true;
  return room !== null && room.room === message.room && isOlder(message, room);
}

/**
 * @param {State} state
 * @param {string} room
 */
function isCurrentRoom(state, room) {
  return room === (state.room?.room ?? state.seat?.room ?? room);
}

/**
 * @param {State} state
 * @param {{ epoch: number, v: number, pv: number }} message
 * @returns {"next" | "old" | "gap"}
 */
function presenceStep(state, { epoch, v, pv }) {
  const have = state.presence;
  if (epoch < have.epoch || (epoch === have.epoch && v <= have.v)) return "old";
  return epoch === have.epoch && pv === have.v ? "next" : "gap";
}

/**
 * @param {State} state
 * @param {string} piece
 */
function without(state, piece) {
  if (!state.stale.has(piece)) return state.stale;
  return new Set([...state.stale].filter((each) => each !== piece));
}

/** @param {readonly ChatLine[]} lines */
function kept(lines) {
  return [...lines].sort((a, b) => a.seq - b.seq).slice(-CHAT_LINES_KEPT);
}

/**
 * @param {State} state
 * @param {Saying[]} sayings
 */
function withSayings(state, sayings) {
  return { ...state, local: { ...state.local, sayings } };
}

/**
 * @param {readonly Told[]} notices
 * @param {Omit<Told, "key">} notice
 */
function told(notices, notice) {
  const key = (notices.at(-1)?.key ?? 0) + 1;
  return [...notices, { ...notice, key }].slice(-NOTICES_KEPT);
}
