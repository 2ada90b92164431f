// @ts-check
/**
 * Link: the one RTCPeerConnection to one room-mate in one generation.
 * Rule: perfect negotiation (https://www.w3.org/TR/webrtc/#perfect-negotiation-example): both sides
 * may offer at any time; on a clash the polite one yields.
 *
 * The impolite side alone lays out three lines (sound, camera, screen) and makes the first offer;
 * the polite side adopts them. So tracks come and go by `replaceTrack` and nothing but a new path
 * or a step down needs another offer. It knows neither rooms nor sockets: `emit` carries its
 * signals, `tick` brings the time.
 */
import { carried, ladder, step } from "./ladder.js";
import { countsOf, levelOf, NO_COUNTS } from "./quality.js";
import { aim, fill, KINDS, tune, withoutStrays } from "./sending.js";

/** @typedef {import("./quality.js").Counts} Counts */
/** @typedef {import("./sending.js").Tracks} Tracks */
/** @typedef {import("./sending.js").Cap} Cap */
/**
 * @typedef {(
 *   | { t: "offer" | "answer", sdp: string }
 *   | { t: "candidate", candidate: string, mid: string | null, line: number | null, ufrag: string | null }
 *   | { t: "restart" }
 * )} Signal
 */
/** @typedef {"connecting" | "connected" | "audio" | "text"} LinkState */
/**
 * @typedef {{
 *   person: string,
 *   gen: number,
 *   polite: boolean,
 *   now: number,
 *   config: RTCConfiguration,
 *   make: (config: RTCConfiguration) => RTCPeerConnection,
 *   emit: (signal: Signal) => void,
 *   changed: () => void,
 *   after?: Link | null,
 * }} LinkOptions `after`: the link of the generation before, whose rung stays
 */

const LOST_PATH_S = 2;
/** The polite side waits a moment longer, so that most lost paths cost one offer and not a clash. */
const POLITE_EXTRA_S = 1;
const ASK_AGAIN_S = 4;

export class Link {
  /** @param {LinkOptions} options */
  constructor(options) {
    this.person = options.person;
    this.gen = options.gen;
    this.polite = options.polite;
    this.closed = false;
    /** @type {MediaStream | null} */
    this.main = null;
    /** @type {MediaStream | null} */
    this.screen = null;
    /** @type {import("./quality.js").Level} */
    this.level = 4;
    /** @type {Counts} */
    this.counts = NO_COUNTS;
    /** Whether anything came in between the last two counts. */
    this.receiving = false;
    const { after, now } = options;
    /** @type {import("./ladder.js").Ladder} */
    this.ladder = after ? carried(after.ladder, now) : ladder(now);
    /** Carried over generations, so that a path that fails at once is not asked for in a loop. */
    this.askedAt = after?.askedAt ?? Number.NEGATIVE_INFINITY;
    this.#options = { ...options, after: null };
    /** @type {Tracks} */
    this.#tracks = { audio: null, video: null, screen: null };
    this.#cap = { bitrate: 1_200_000, height: 720 };
    this.#pc = options.make(this.#config());
    this.#listen();
  }

  /** @type {LinkOptions} */
  #options;
  /** @type {RTCPeerConnection} */
  #pc;
  /** @type {Tracks} */
  #tracks;
  /** @type {Cap} */
  #cap;
  #offering = false;
  #ignoring = false;
  #answering = false;
  /** @type {RTCIceCandidateInit[]} */
  #early = [];
  /** @type {number | null} */
  #lostAt = null;
  #pathTried = false;
  #polling = false;

  /** @returns {LinkState} */
  get state() {
    if (this.ladder.rung === "text") return "text";
    if (!this.connected) return "connecting";
    return this.#pictureLine() ? "connected" : "audio";
  }

  get connected() {
    return !this.closed && this.#pc.connectionState === "connected";
  }

  /** Whether a picture of the other comes in right now. */
  get picture() {
    return this.state === "connected" && this.main?.getVideoTracks()[0]?.muted === false;
  }

  /** Whether sound or picture once came through in this generation. */
  get met() {
    return this.ladder.met;
  }

  /** Whether the last offer and answer of this side have found each other. */
  get settled() {
    return this.closed || this.#pc.signalingState === "stable";
  }

  /**
   * What to send from now on; null sends nothing of that kind.
   *
   * @param {Tracks} tracks
   * @param {Cap} cap
   */
  attach(tracks, cap) {
    this.#tracks = tracks;
    this.#cap = cap;
    this.#fill();
  }

  /**
   * A signal of the other side, in the order it was sent.
   *
   * @param {Signal} signal
   */
  async receive(signal) {
    if (this.closed) return;
    try {
      if (signal.t === "candidate") await this.#candidate(signal);
      else if (signal.t !== "restart") await this.#description(signal);
    } catch {
      // A description that does not fit what this side holds: only a fresh start helps.
      if (!this.closed && signal.t !== "candidate") this.#ask(this.#options.now);
    }
  }

  /** Looks for another path, for example because this device changed its network. */
  restart() {
    if (this.closed) return;
    if (this.polite && !this.#pc.remoteDescription) return;
    this.#pc.restartIce();
  }

  /**
   * Lets time pass: repairs a lost path, steps down the ladder.
   *
   * @param {number} now
   * @param {{ expected: boolean, turn: boolean }} facts
   */
  tick(now, { expected, turn }) {
    if (this.closed) return;
    this.#options.now = now;
    this.#watchPath(now);
    const facts = { expected, turn, flowing: this.connected, weak: this.level === 1 };
    const { ladder: next, act } = step(this.ladder, facts, now);
    this.ladder = next;
    if (act) this.#act(act, now);
  }

  /** Counts what came in since the last call and grades it. */
  async poll() {
    if (!this.connected) this.receiving = false;
    if (this.#polling || !this.connected) return;
    this.#polling = true;
    try {
      const report = await this.#pc.getStats();
      const counts = countsOf(report.values());
      this.level = levelOf(this.counts, counts);
      this.receiving = counts.bytes > this.counts.bytes;
      this.counts = counts;
    } catch {
      // Closed while counting.
    } finally {
      this.#polling = false;
    }
  }

  /** How loud the other is right now, 0 to 1. */
  loudness() {
    if (!this.connected) return 0;
    const receiver = this.#pc.getTransceivers()[0]?.receiver;
    return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
  }

  /** Back to the top of the ladder: the answer to "Try again". */
  climb() {
    this.ladder = ladder(this.#options.now);
    if (this.closed || !this.connected) this.#ask(this.#options.now, true);
    else this.#aim();
  }

  close() {
    if (this.closed) return;
    this.closed = true;
    this.#pc.close();
    this.#options.changed();
  }

  /** @returns {RTCConfiguration} */
  #config() {
    const { config } = this.#options;
    return this.ladder.rung === "relay" ? { ...config, iceTransportPolicy: "relay" } : config;
  }

  #listen() {
    const pc = this.#pc;
    const { emit, changed } = this.#options;
    pc.onnegotiationneeded = () => this.#offer();
    pc.onicecandidate = ({ candidate }) => {
      emit({
        t: "candidate",
        candidate: candidate?.candidate ?? "",
        mid: candidate?.sdpMid ?? null,
        line: candidate?.sdpMLineIndex ?? null,
        ufrag: candidate?.usernameFragment ?? null,
      });
    };
    pc.ontrack = ({ track, transceiver }) => this.#took(track, transceiver);
    pc.onconnectionstatechange = () => {
      // Until the first count says otherwise.
      this.receiving = pc.connectionState === "connected";
      if (this.receiving) tune(pc.getTransceivers(), this.#cap);
      changed();
    };
    if (!this.polite) for (const kind of KINDS) pc.addTransceiver(kind);
    if (!this.polite) this.#aim();
  }

  async #offer() {
    // A polite side that never got an offer has no lines to offer; and a closed one nothing at all.
    if (this.closed || this.#pc.getTransceivers().length === 0) return;
    try {
      this.#offering = true;
      await this.#pc.setLocalDescription();
      this.#sendLocal();
    } catch {
      // Closed meanwhile, or the other's offer came first: then that one counts.
    } finally {
      this.#offering = false;
    }
  }

  /** @param {{ t: "offer" | "answer", sdp: string }} description */
  async #description({ t, sdp }) {
    const pc = this.#pc;
    const ready = !this.#offering && (pc.signalingState === "stable" || this.#answering);
    const clash = t === "offer" && !ready;
    this.#ignoring = clash && !this.polite;
    if (this.#ignoring) return;
    this.#answering = t === "answer";
    try {
      await pc.setRemoteDescription({ type: t, sdp });
    } finally {
      this.#answering = false;
    }
    await this.#addEarly();
    if (t === "answer") return;
    this.#aim();
    await pc.setLocalDescription();
    this.#sendLocal();
    this.#fill();
    // Chromium (seen in 156) goes on decoding after a rollback but shows no frame ever again; a
    // fresh connection costs less than the wait for somebody to notice.
    if (clash) this.#ask(this.#options.now, true);
  }

  #sendLocal() {
    const local = this.#pc.localDescription;
    if (this.closed || !local) return;
    if (local.type === "offer" || local.type === "answer") {
      this.#options.emit({ t: local.type, sdp: withoutStrays(local.sdp) });
    }
  }

  /** @param {{ candidate: string, mid: string | null, line: number | null, ufrag: string | null }} path */
  async #candidate({ candidate, mid, line, ufrag }) {
    /** @type {RTCIceCandidateInit} */
    const init = { candidate, sdpMid: mid, sdpMLineIndex: line, usernameFragment: ufrag };
    if (!this.#pc.remoteDescription) {
      if (!this.#ignoring) this.#early.push(init);
      return;
    }
    // A path of an offer that was ignored or replaced is refused; nothing is lost by that.
    await this.#pc.addIceCandidate(init).catch(() => {});
  }

  async #addEarly() {
    const early = this.#early.splice(0);
    for (const init of early) await this.#pc.addIceCandidate(init).catch(() => {});
  }

  /** Sets which lines are wanted and fills them. */
  #aim() {
    aim(this.#pc.getTransceivers(), this.#silent);
    this.#fill();
  }

  #fill() {
    if (this.closed) return;
    fill(this.#pc.getTransceivers(), this.#tracks, this.#silent);
    tune(this.#pc.getTransceivers(), this.#cap);
  }

  get #silent() {
    return this.ladder.rung === "audio";
  }

  /**
   * @param {MediaStreamTrack} track
   * @param {RTCRtpTransceiver} line
   */
  #took(track, line) {
    const index = this.#pc.getTransceivers().indexOf(line);
    if (index === 2) this.screen = new MediaStream([track]);
    else this.main = new MediaStream([...(this.main?.getTracks() ?? []), track]);
    track.onmute = this.#options.changed;
    track.onunmute = this.#options.changed;
    this.#options.changed();
  }

  #pictureLine() {
    const line = this.#pc.getTransceivers()[1];
    return line?.currentDirection === "sendrecv" || line?.currentDirection === "recvonly";
  }

  /** @param {number} now */
  #watchPath(now) {
    const state = this.#pc.connectionState;
    if (state === "failed") return this.#ask(now);
    if (state !== "disconnected") {
      this.#lostAt = null;
      this.#pathTried = false;
      return;
    }
    this.#lostAt ??= now;
    const patience = LOST_PATH_S + (this.polite ? POLITE_EXTRA_S : 0);
    if (this.#pathTried || now - this.#lostAt <= patience) return;
    this.#pathTried = true;
    this.restart();
  }

  /**
   * @param {import("./ladder.js").Act} act
   * @param {number} now
   */
  #act(act, now) {
    if (act === "text") return this.close();
    if (act === "audio") {
      this.#aim();
      if (!this.connected) this.#startAfresh(now);
      return this.#options.changed();
    }
    if (act === "relay") this.#pc.setConfiguration(this.#config());
    if (this.#pc.remoteDescription || !this.polite) this.restart();
    // The offer never came.
    else this.#ask(now);
    this.#options.changed();
  }

  /**
   * Once on the way down both sides begin anew; a second time would only go round in circles, for
   * each new generation wakes the other side up again.
   *
   * @param {number} now
   */
  #startAfresh(now) {
    if (this.ladder.asked) return this.restart();
    this.ladder = { ...this.ladder, asked: true };
    this.#ask(now, true);
  }

  /**
   * Asks for a new generation; the answer is a new state of the room.
   *
   * @param {number} now
   * @param {boolean} [again] even if it was asked a moment ago
   */
  #ask(now, again = false) {
    if (!again && now - this.askedAt < ASK_AGAIN_S) return;
    this.askedAt = now;
    this.#options.emit({ t: "restart" });
  }
}
