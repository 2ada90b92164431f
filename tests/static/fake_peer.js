// @ts-check
/**
 * Fake peer: an RTCPeerConnection without a network, for tests of negotiation.
 * Rule: it keeps the signalling rules of the specification (states, the chain of operations,
 * implicit rollback) and lets the test's scheduler decide when anything happens.
 */

/** @typedef {{ later: (task: () => void) => void, nextId: () => number }} Scheduler */

export class FakePeer {
  /** @param {Scheduler} scheduler */
  constructor(scheduler) {
    this.#scheduler = scheduler;
  }

  #scheduler;
  signalingState = "stable";
  connectionState = "new";
  /** @type {any} */
  localDescription = null;
  /** @type {any} */
  remoteDescription = null;
  /** Offer and answer that this side holds to be agreed, as "offer/answer". */
  agreed = "";
  rollbacks = 0;
  /** @type {any} */
  onnegotiationneeded = null;
  /** @type {any} */
  onicecandidate = null;
  /** @type {any} */
  ontrack = null;
  /** @type {any} */
  onconnectionstatechange = null;
  /** @type {any[]} */
  configurations = [];
  /** @type {any[]} */
  #lines = [];
  #needed = false;
  /** @type {(() => void)[]} */
  #chain = [];

  /** @param {string} kind */
  addTransceiver(kind) {
    this.#addLine(kind);
    this.#need();
  }

  getTransceivers() {
    return this.#lines;
  }

  setLocalDescription() {
    return this.#enqueue(() => {
      const sdp = String(this.#scheduler.nextId());
      if (this.signalingState === "have-remote-offer") {
        this.localDescription = { type: "answer", sdp };
        this.#agree(`${this.remoteDescription.sdp}/${sdp}`);
      } else {
        this.#needed = false;
        this.localDescription = { type: "offer", sdp };
        this.signalingState = "have-local-offer";
      }
      this.#gather(sdp);
    });
  }

  /** @param {{ type: string, sdp: string }} description */
  setRemoteDescription(description) {
    return this.#enqueue(() => {
      const { type, sdp } = description;
      if (type === "answer") {
        if (this.signalingState !== "have-local-offer") throw new Error("InvalidStateError");
        this.remoteDescription = description;
        this.#agree(`${this.localDescription.sdp}/${sdp}`);
        return;
      }
      if (this.signalingState === "have-remote-offer") throw new Error("InvalidStateError");
      if (this.signalingState === "have-local-offer") {
        // Implicit rollback: what was to be offered is still wanted.
        this.#needed = true;
        this.rollbacks += 1;
        this.localDescription = null;
      }
      while (this.#lines.length < 3) this.#addLine(this.#lines.length ? "video" : "audio");
      this.remoteDescription = description;
      this.signalingState = "have-remote-offer";
    });
  }

  /** @param {{ usernameFragment: string }} candidate */
  addIceCandidate(candidate) {
    return this.#enqueue(() => {
      if (!this.remoteDescription) throw new Error("InvalidStateError");
      if (candidate.usernameFragment !== this.remoteDescription.sdp) {
        throw new Error("OperationError");
      }
    });
  }

  restartIce() {
    this.#need();
  }

  /** @param {any} configuration */
  setConfiguration(configuration) {
    this.configurations.push(configuration);
  }

  async getStats() {
    return new Map();
  }

  close() {
    this.signalingState = "closed";
    this.connectionState = "closed";
    this.#chain = [];
  }

  /** @param {string} state */
  become(state) {
    if (this.signalingState === "closed") return;
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  /** @param {string} kind */
  #addLine(kind) {
    this.#lines.push({
      kind,
      direction: "sendrecv",
      currentDirection: null,
      sender: {
        track: null,
        /** @param {any} track */
        async replaceTrack(track) {
          this.track = track;
        },
        getParameters: () => ({ encodings: [{}] }),
        setParameters: async () => {},
      },
      receiver: { getSynchronizationSources: () => [] },
    });
  }

  /** @param {string} agreed */
  #agree(agreed) {
    this.agreed = agreed;
    this.signalingState = "stable";
    for (const line of this.#lines) line.currentDirection = line.direction;
    if (this.#needed) this.#need();
    this.#scheduler.later(() => this.become("connected"));
  }

  #need() {
    this.#needed = true;
    this.#scheduler.later(() => this.#announce());
  }

  /** The event waits until no operation is left in the chain, as the specification has it. */
  #announce() {
    if (!this.#needed || this.signalingState !== "stable" || this.#chain.length > 0) return;
    this.onnegotiationneeded?.();
  }

  /** @param {string} ufrag */
  #gather(ufrag) {
    for (let n = 0; n < 2; n++) {
      this.#scheduler.later(() => {
        if (this.signalingState === "closed") return;
        const candidate = { candidate: `path ${n}`, sdpMid: "0", sdpMLineIndex: 0 };
        this.onicecandidate?.({ candidate: { ...candidate, usernameFragment: ufrag } });
      });
    }
  }

  /** Operations of one connection happen one after the other, each when the scheduler says so. */
  /** @param {() => void} operation */
  #enqueue(operation) {
    if (this.signalingState === "closed") return Promise.reject(new Error("InvalidStateError"));
    /** @type {Promise<void>} */
    const done = new Promise((resolve, reject) => {
      this.#chain.push(() => {
        try {
          operation();
          resolve();
        } catch (error) {
          reject(error);
        }
        if (this.#needed) this.#scheduler.later(() => this.#announce());
      });
    });
    this.#scheduler.later(() => this.#chain.shift()?.());
    return done;
  }
}

/**
 * A small seeded generator (mulberry32), so that an ordering that fails can be run again.
 *
 * @param {number} seed
 */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
