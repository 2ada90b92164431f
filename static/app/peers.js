// @ts-check
/**
 * Peers: the links of the viewer to everybody in the room, kept as the server's room says.
 * Rule: `plan` alone decides which links there are, from the room's state; a link of another room
 * or generation hears and says nothing.
 */
import { Link } from "./link.js";

/** @typedef {import("./protocol").RoomState} RoomState */
/** @typedef {import("./protocol").Member} Member */
/** @typedef {import("./protocol").Mode} Mode */
/** @typedef {import("./protocol").Offered} Offered */
/** @typedef {import("./protocol").Answered} Answered */
/** @typedef {import("./protocol").Candidate} Candidate */
/** @typedef {Offered | Answered | Candidate} SignalPush */
/** @typedef {import("./sending.js").Tracks} Tracks */
/** @typedef {{ room: string | null, links: Record<string, number> }} Previous generation by person */
/** @typedef {{ person: string, gen: number, polite: boolean }} Wanted */
/** @typedef {{ open: Wanted[], replace: Wanted[], close: string[] }} LinkPlan */
/**
 * @typedef {{
 *   send: (message: any) => Promise<unknown>,
 *   make?: (config: RTCConfiguration) => RTCPeerConnection,
 *   now: () => number,
 *   changed: () => void,
 * }} PeersOptions
 */

/** How many signals, the newest, may wait for a generation that the room's state has yet to bring. */
const EARLY_LIMIT = 128;

/** Uplink shared by people: what one link may cost, by the number of people in the room. */
const CAPS = [
  { people: 2, bitrate: 1_200_000, height: 720 },
  { people: 3, bitrate: 600_000, height: 480 },
  { people: 4, bitrate: 350_000, height: 360 },
  { people: 99, bitrate: 250_000, height: 270 },
];

/**
 * Which links to open, replace and close so that they are those of the room.
 *
 * @param {Previous} previous
 * @param {RoomState | null} room
 * @param {Mode} [mode] of the viewer; who came by text has no links
 * @returns {LinkPlan}
 */
export function plan(previous, room, mode = "video") {
  const held = room && previous.room === room.room ? previous.links : {};
  const wanted = room && mode !== "text" ? room.members.filter(canSee).map(wantedLink) : [];
  const stays = new Set(wanted.map(({ person }) => person).filter((person) => person in held));
  return {
    open: wanted.filter(({ person }) => !stays.has(person)),
    replace: wanted.filter(({ person, gen }) => stays.has(person) && held[person] !== gen),
    close: Object.keys(previous.links).filter((person) => !stays.has(person)),
  };
}

/** @param {Member} member */
function canSee(member) {
  return member.seat !== "left" && !member.card.robot && (member.mode ?? "video") !== "text";
}

/**
 * @param {Member} member
 * @returns {Wanted}
 */
function wantedLink(member) {
  return { person: member.card.id, gen: member.gen ?? 0, polite: member.polite ?? false };
}

/**
 * What one link may cost in a room of so many.
 *
 * @param {number} people the viewer included
 */
export function capFor(people) {
  const cap = CAPS.find((one) => people <= one.people);
  return { bitrate: cap?.bitrate ?? 250_000, height: cap?.height ?? 270 };
}

export class Peers {
  /** @param {PeersOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /** @type {Map<string, Link>} */
  links = new Map();
  /** @type {PeersOptions} */
  #options;
  /** @type {RoomState | null} */
  #room = null;
  /** @type {RTCIceServer[]} */
  #ice = [];
  /** @type {Tracks} */
  #tracks = { audio: null, video: null, screen: null };
  #capped = 0;
  /** @type {SignalPush[]} */
  #early = [];

  get turn() {
    return this.#ice.some(({ urls }) => [urls].flat().some((url) => /^turns?:/.test(url)));
  }

  /** @param {RTCIceServer[]} ice servers for links opened from now on */
  useIce(ice) {
    this.#ice = ice;
  }

  /**
   * Brings the links in line with the room; null when there is none.
   *
   * @param {RoomState | null} room
   * @param {Mode} mode
   */
  sync(room, mode) {
    const { open, replace, close } = plan(this.#held(), room, mode);
    this.#room = room;
    for (const person of close) this.#drop(person);
    for (const wanted of replace) this.#open(wanted, this.#drop(wanted.person));
    for (const wanted of open) this.#open(wanted, null);
    const cap = this.#cap();
    if (cap.bitrate !== this.#capped) this.attach(this.#tracks);
    if (open.length + replace.length + close.length > 0) this.#options.changed();
  }

  /** @param {SignalPush} signal */
  receive(signal) {
    const link = this.links.get(signal.sender);
    if (signal.room === this.#room?.room && link && signal.gen === link.gen) {
      void link.receive(signalOf(signal));
      return;
    }
    const old = signal.room === this.#room?.room && link && signal.gen < link.gen;
    if (!old) this.#early = [...this.#early, signal].slice(-EARLY_LIMIT);
  }

  /** @param {Tracks} tracks what everybody in the room gets from now on */
  attach(tracks) {
    const cap = this.#cap();
    this.#tracks = tracks;
    this.#capped = cap.bitrate;
    for (const link of this.links.values()) link.attach(tracks, cap);
  }

  /**
   * @param {number} now
   * @param {boolean} begun whether the round has: before that nobody steps down
   */
  tick(now, begun) {
    for (const link of this.links.values()) {
      const seat = this.#room?.members.find(({ card }) => card.id === link.person)?.seat;
      link.tick(now, { expected: begun && seat === "here", turn: this.turn });
    }
  }

  async poll() {
    await Promise.all([...this.links.values()].map((link) => link.poll()));
    this.#options.changed();
  }

  /** The device changed its network: every link looks for a new path. */
  moved() {
    for (const link of this.links.values()) link.restart();
  }

  close() {
    for (const person of [...this.links.keys()]) this.#drop(person);
    this.#room = null;
    this.#early = [];
  }

  /** @returns {Previous} */
  #held() {
    const links = [...this.links].map(([person, link]) => [person, link.gen]);
    return { room: this.#room?.room ?? null, links: Object.fromEntries(links) };
  }

  #cap() {
    return capFor((this.#room?.members.filter(({ seat }) => seat !== "left").length ?? 1) + 1);
  }

  /**
   * @param {Wanted} wanted
   * @param {Link | null} after
   */
  #open({ person, gen, polite }, after) {
    const room = this.#room?.room ?? "";
    const { now, changed, make = (config) => new RTCPeerConnection(config) } = this.#options;
    const link = new Link({
      person,
      gen,
      polite,
      after,
      make,
      changed,
      now: now(),
      config: { iceServers: this.#ice },
      emit: (signal) => this.#emit(link, room, signal),
    });
    this.links.set(person, link);
    link.attach(this.#tracks, this.#cap());
    const due = this.#early.filter(
      (signal) => signal.room === room && signal.sender === person && signal.gen === gen,
    );
    this.#early = this.#early.filter((signal) => signal.sender !== person || signal.gen > gen);
    for (const signal of due) void link.receive(signalOf(signal));
  }

  /**
   * @param {Link} link
   * @param {string} room
   * @param {import("./link.js").Signal} signal
   */
  #emit(link, room, signal) {
    if (this.links.get(link.person) !== link) return;
    const { t, ...rest } = signal;
    const message = { t: `signal.${t}`, room, to: link.person, gen: link.gen, ...rest };
    // Refused means: the room or generation is no more, and its successor is on its way.
    this.#options.send(message).catch(() => {});
  }

  /** @param {string} person */
  #drop(person) {
    const link = this.links.get(person) ?? null;
    this.links.delete(person);
    link?.close();
    return link;
  }
}

/**
 * @param {SignalPush} push
 * @returns {import("./link.js").Signal}
 */
function signalOf(push) {
  if (push.t === "signal.offer") return { t: "offer", sdp: push.sdp };
  if (push.t === "signal.answer") return { t: "answer", sdp: push.sdp };
  const { candidate, mid = null, line = null, ufrag = null } = push;
  return { t: "candidate", candidate, mid, line, ufrag };
}
