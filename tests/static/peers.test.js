// @ts-check
/**
 * Peers: the plan of links, and perfect negotiation through many orderings.
 * Rule: what is asserted is what two people would have: the same agreement on both sides.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { capFor, Peers, plan } from "../../static/app/peers.js";
import { FakePeer, randomOf } from "./fake_peer.js";

/**
 * @param {string} id
 * @param {Record<string, unknown>} [rest]
 * @returns {any}
 */
function member(id, rest = {}) {
  return { card: { id, name: id, zone: "UTC" }, seat: "here", gen: 0, ...rest };
}

/**
 * @param {any[]} members
 * @param {Record<string, unknown>} [rest]
 * @returns {any}
 */
function roomOf(members, rest = {}) {
  return { t: "room.state", room: "r1", epoch: 1, v: 1, kind: "pair", members, ...rest };
}

const NONE = { room: null, links: {} };

test("a plan opens a link to everybody who can be seen and heard", () => {
  const room = roomOf([
    member("a", { gen: 2, polite: true }),
    member("b", { seat: "coming" }),
    member("c", { seat: "away" }),
    member("d", { seat: "left" }),
    member("e", { mode: "text" }),
    member("f", { card: { id: "f", name: "f", zone: "UTC", robot: true } }),
    member("g", { mode: "audio" }),
  ]);
  assert.deepEqual(plan(NONE, room), {
    open: [
      { person: "a", gen: 2, polite: true },
      { person: "b", gen: 0, polite: false },
      { person: "c", gen: 0, polite: false },
      { person: "g", gen: 0, polite: false },
    ],
    replace: [],
    close: [],
  });
});

test("a plan leaves a link of the same generation alone: a lost socket costs no call", () => {
  const held = { room: "r1", links: { a: 3 } };
  for (const seat of ["here", "away", "coming"]) {
    const room = roomOf([member("a", { gen: 3, seat })], { v: 9 });
    assert.deepEqual(plan(held, room), { open: [], replace: [], close: [] });
  }
});

test("a plan replaces a link of another generation", () => {
  const held = { room: "r1", links: { a: 3, b: 0 } };
  const room = roomOf([member("a", { gen: 4, polite: true }), member("b")]);
  assert.deepEqual(plan(held, room), {
    open: [],
    replace: [{ person: "a", gen: 4, polite: true }],
    close: [],
  });
});

test("a plan closes who left, and everybody when the room or the mode is another", () => {
  const held = { room: "r1", links: { a: 0, b: 0 } };
  const left = roomOf([member("a", { seat: "left" }), member("b")]);
  assert.deepEqual(plan(held, left).close, ["a"]);
  assert.deepEqual(plan(held, null).close, ["a", "b"]);
  assert.deepEqual(plan(held, roomOf([member("a"), member("b")]), "text").close, ["a", "b"]);
  const next = plan(held, roomOf([member("b")], { room: "r2" }));
  assert.deepEqual([next.close, next.open.map(({ person }) => person)], [["a", "b"], ["b"]]);
});

test("the more people, the less one link may cost", () => {
  assert.equal(capFor(2).bitrate, 1_200_000);
  const costs = [2, 3, 4, 5].map((people) => (people - 1) * capFor(people).bitrate);
  assert.ok(costs.every((cost) => cost <= 1_200_000));
});

/* ---- Two people and a server between them, in any order ---- */

/**
 * A world of two pages: everything that happens is a task, and chance picks which comes next.
 * Signals keep their order per person, as they do on a socket.
 *
 * @param {number} seed
 */
function worldOf(seed) {
  const random = randomOf(seed);
  /** @type {(() => void)[]} */
  const tasks = [];
  let id = 0;
  const scheduler = {
    /** @param {() => void} task */
    later: (task) => void tasks.push(task),
    nextId: () => ++id,
  };
  const world = { random, tasks, gen: 0, now: 0, dropped: 0, sides: /** @type {any} */ ({}) };

  /** @param {string} me @param {string} other @param {boolean} polite */
  function side(me, other, polite) {
    /** @type {FakePeer[]} */
    const made = [];
    const out = /** @type {(() => void)[]} */ ([]);
    const inbox = /** @type {(() => void)[]} */ ([]);
    const peers = new Peers({
      send: (message) => {
        out.push(() => serve(me, other, message));
        tasks.push(() => out.shift()?.());
        return Promise.resolve();
      },
      make: () => {
        const fake = new FakePeer(scheduler);
        made.push(fake);
        return /** @type {any} */ (fake);
      },
      now: () => world.now,
      changed: () => {},
    });
    /** @param {() => void} act */
    const deliver = (act) => {
      inbox.push(act);
      tasks.push(() => inbox.shift()?.());
    };
    const showRoom = () => {
      const room = roomOf([member(other, { gen: world.gen, polite })]);
      deliver(() => peers.sync(room, "video"));
    };
    return { peers, made, deliver, showRoom };
  }

  /** @param {string} me @param {string} other @param {any} message */
  function serve(me, other, message) {
    const { t, to: _to, ...rest } = message;
    if (message.gen !== world.gen) {
      world.dropped += 1;
    } else if (t === "signal.restart") {
      renew();
    } else {
      world.sides[other].deliver(() =>
        world.sides[other].peers.receive({ t, sender: me, ...rest }),
      );
    }
  }

  function renew() {
    world.gen += 1;
    for (const one of Object.values(world.sides)) one.showRoom();
  }

  world.sides.a = side("a", "b", false);
  world.sides.b = side("b", "a", true);
  for (const one of Object.values(world.sides)) one.showRoom();
  return { ...world, world, renew };
}

/** As long as the chains of promises in the code under test. */
async function promisesKept() {
  for (let turn = 0; turn < 8; turn++) await null;
}

/** @param {ReturnType<typeof worldOf>} run */
async function settle({ tasks, random }) {
  let steps = 0;
  while (tasks.length > 0) {
    const [task] = tasks.splice(Math.floor(random() * tasks.length), 1);
    task?.();
    // Lets every promise that this task has kept be taken up, before the next one.
    await promisesKept();
    if (++steps > 2000) throw new Error("no end");
  }
}

/** Disturbances that come at any time: lost paths on either side, and new generations. */
/** @param {ReturnType<typeof worldOf>} run @param {number} restarts @param {number} renewals */
function disturb(run, restarts, renewals) {
  for (let n = 0; n < restarts; n++) {
    const name = run.random() < 0.5 ? "a" : "b";
    run.tasks.push(() => run.sides[name].peers.moved());
    if (run.random() < 0.5) {
      run.tasks.push(() => run.sides[name === "a" ? "b" : "a"].peers.moved());
    }
  }
  for (let n = 0; n < renewals; n++) run.tasks.push(run.renew);
}

/** @param {ReturnType<typeof worldOf>} run @param {number} seed */
function assertAgreed(run, seed) {
  const [a, b] = ["a", "b"].map((name) => {
    const side = run.sides[name];
    const [link] = [...side.peers.links.values()];
    const open = side.made.filter(
      (/** @type {FakePeer} */ fake) => fake.signalingState !== "closed",
    );
    assert.equal(open.length, 1, `seed ${seed}: one connection per person`);
    assert.equal(link.gen, run.world.gen, `seed ${seed}: generation`);
    assert.ok(link.settled, `seed ${seed}: ${name} is stable`);
    assert.equal(link.state, "connected", `seed ${seed}: ${name} is connected`);
    return open[0];
  });
  assert.notEqual(a.agreed, "", `seed ${seed}`);
  assert.equal(a.agreed, b.agreed, `seed ${seed}: both hold the same agreement`);
}

/** @param {ReturnType<typeof worldOf>} run */
function rollbacks(run) {
  /** @type {FakePeer[]} */
  const made = [...run.sides.a.made, ...run.sides.b.made];
  return made.reduce((sum, fake) => sum + fake.rollbacks, 0);
}

test("2,000 orderings of offers, clashes and lost paths end with one agreement", async () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const run = worldOf(seed);
    disturb(run, Math.floor(run.random() * 4), 0);
    await settle(run);
    assertAgreed(run, seed);
    const fresh = run.world.gen > 0;
    assert.equal(fresh, rollbacks(run) > 0, `seed ${seed}: a fresh start after a clash, only then`);
  }
});

test("1,000 orderings with new generations: the old ones are never heard again", async () => {
  let dropped = 0;
  for (let seed = 1; seed <= 1000; seed++) {
    const run = worldOf(100_000 + seed);
    disturb(run, Math.floor(run.random() * 3), 1 + Math.floor(run.random() * 2));
    await settle(run);
    assertAgreed(run, seed);
    dropped += run.world.dropped;
  }
  assert.ok(dropped > 0, "the orderings did hold signals that came too late");
});

test("clashes do happen in these orderings", async () => {
  let clashes = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const run = worldOf(seed);
    await settle(run);
    run.tasks.push(
      () => run.sides.a.peers.moved(),
      () => run.sides.b.peers.moved(),
    );
    await settle(run);
    assertAgreed(run, seed);
    clashes += rollbacks(run) > 0 ? 1 : 0;
  }
  assert.ok(clashes > 20, `${clashes} of 200`);
});

test("signals of another room, another generation or a stranger change nothing", () => {
  /** @type {FakePeer[]} */
  const made = [];
  /** @type {any[]} */
  const sent = [];
  const scheduler = { later: () => {}, nextId: () => 1 };
  const peers = new Peers({
    send: async (message) => void sent.push(message),
    make: () => {
      made.push(new FakePeer(scheduler));
      return /** @type {any} */ (made.at(-1));
    },
    now: () => 0,
    changed: () => {},
  });
  peers.sync(roomOf([member("b", { gen: 5, polite: true })]), "video");
  const offer = { t: /** @type {const} */ ("signal.offer"), sdp: "x" };
  peers.receive({ ...offer, room: "r1", sender: "b", gen: 4 });
  peers.receive({ ...offer, room: "r0", sender: "b", gen: 5 });
  peers.receive({ ...offer, room: "r1", sender: "z", gen: 5 });
  assert.deepEqual([made.length, made[0]?.remoteDescription, sent], [1, null, []]);
});

test("an offer that is faster than the room's new state waits for it", async () => {
  /** @type {FakePeer[]} */
  const made = [];
  /** @type {(() => void)[]} */
  const tasks = [];
  const scheduler = {
    later: (/** @type {() => void} */ task) => void tasks.push(task),
    nextId: () => 7,
  };
  /** @type {any[]} */
  const sent = [];
  const peers = new Peers({
    send: async (message) => void sent.push(message),
    make: () => {
      made.push(new FakePeer(scheduler));
      return /** @type {any} */ (made.at(-1));
    },
    now: () => 0,
    changed: () => {},
  });
  peers.sync(roomOf([member("b", { gen: 1, polite: true })]), "video");
  peers.receive({ t: "signal.offer", sdp: "x", room: "r1", sender: "b", gen: 2 });
  peers.sync(roomOf([member("b", { gen: 2, polite: true })]), "video");
  while (tasks.length > 0) {
    tasks.shift()?.();
    await promisesKept();
  }
  assert.equal(made[0]?.signalingState, "closed");
  assert.equal(made[1]?.remoteDescription.sdp, "x");
  assert.deepEqual(
    sent.filter(({ t }) => t === "signal.answer").map(({ gen, to }) => [gen, to]),
    [[2, "b"]],
  );
});
