// @ts-check
/**
 * Socket: hello, resume, what is sent again, how long it waits, and whose clock counts.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createConnection, Refused } from "../../static/app/socket.js";

/** A clock that stands until it is moved, and does then what was due. */
class ManualClock {
  now = 1000;
  /** @type {{ at: number, act: () => void }[]} */
  due = [];

  /** @param {number} seconds @param {() => void} act */
  after = (seconds, act) => {
    const timer = { at: this.now + seconds, act };
    this.due.push(timer);
    return timer;
  };

  /** @param {any} timer */
  cancel = (timer) => {
    this.due = this.due.filter((each) => each !== timer);
  };

  /** @param {number} seconds */
  move(seconds) {
    const until = this.now + seconds;
    for (;;) {
      const next = this.due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.now = next.at;
      this.cancel(next);
      next.act();
    }
    this.now = until;
  }
}

class FakeWire {
  /** @type {any[]} */
  sent = [];
  closed = false;
  /** @type {((event: any) => void) | null} */
  onopen = null;
  /** @type {((event: { data: any }) => void) | null} */
  onmessage = null;
  /** @type {((event: { code: number }) => void) | null} */
  onclose = null;

  /** @param {string} text */
  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.closed = true;
  }

  open() {
    this.onopen?.({});
  }

  /** @param {any[]} m @param {number} [n] */
  say(m, n) {
    this.onmessage?.({ data: JSON.stringify({ ...(n !== undefined && { n }), m }) });
  }

  /** @param {number} code */
  drop(code = 1006) {
    this.onclose?.({ code });
  }

  /** @param {string} t */
  last(t) {
    return this.sent.filter((message) => message.t === t).at(-1);
  }

  /** @param {number} [n] */
  welcome(n = 1) {
    this.open();
    const { id } = this.last("hello");
    this.say([{ t: "welcome", re: id, session: "S", key: "K", you: "a", event: {}, at: 5000 }], n);
  }
}

/** @param {{ random?: () => number, greet?: () => any }} [options] */
function setUp({
  random = () => 1,
  greet = () => ({ token: "T", lang: "ja", zone: "Asia/Tokyo" }),
} = {}) {
  const clock = new ManualClock();
  /** @type {FakeWire[]} */
  const wires = [];
  /** @type {any[]} */
  const heard = [];
  /** @type {any[]} */
  const told = [];
  const connection = createConnection({
    open: () => {
      const wire = new FakeWire();
      wires.push(wire);
      return wire;
    },
    greet,
    hear: (messages) => heard.push(...messages),
    tell: (act) => told.push(act),
    now: () => clock.now,
    after: clock.after,
    cancel: clock.cancel,
    random,
    visible: () => true,
  });
  connection.start();
  const wire = () => /** @type {FakeWire} */ (wires.at(-1));
  return { clock, wires, wire, heard, told, connection };
}

test("the first message is a hello, and nothing is sent before the welcome", () => {
  const { wire, connection } = setUp();
  connection.send({ t: "mixer.sit_out", on: true });
  wire().open();
  assert.deepEqual(
    wire().sent.map(({ t }) => t),
    ["hello"],
  );
  const { token, lang, zone, resume } = wire().sent[0];
  assert.deepEqual([token, lang, zone, resume], ["T", "ja", "Asia/Tokyo", undefined]);
  wire().welcome();
  assert.equal(wire().last("mixer.sit_out").on, true);
});

test("a request is answered once, by ok or by error", async () => {
  const { wire, connection } = setUp();
  wire().welcome();
  const yes = connection.send({ t: "event.pulse", value: 4 });
  const no = connection.send({ t: "host.pause" });
  wire().say([{ t: "ok", re: wire().last("event.pulse").id, id: "x" }], 2);
  wire().say([{ t: "error", re: wire().last("host.pause").id, code: "not_allowed" }], 3);
  assert.equal((await yes).id, "x");
  await assert.rejects(
    no,
    (/** @type {any} */ error) => error instanceof Refused && error.code === "not_allowed",
  );
});

test("a lost socket resumes from what was acknowledged and sends again what has no answer", async () => {
  const { clock, wire, wires, connection, told } = setUp();
  wire().welcome(1);
  wire().say([{ t: "notice", kind: "paused", at: 1 }], 2);
  const answer = connection.send({ t: "meeting.keep", meeting: "m", keep: true });
  const { id } = wire().last("meeting.keep");
  wire().drop();
  assert.equal(told.at(-1).link, "lost");
  clock.move(1);
  assert.equal(wires.length, 2);
  wire().open();
  assert.deepEqual(wire().last("hello").resume, { session: "S", key: "K", acked: 2 });
  wire().say([{ t: "resumed", re: wire().last("hello").id, at: 5001 }]);
  assert.equal(wire().last("meeting.keep").id, id, "the same id, so that it is not done twice");
  wire().say([{ t: "ok", re: id }], 3);
  assert.equal((await answer).re, id);
  assert.equal(wire().last("ping").acked, 2);
});

test("a frame that comes twice is heard once", () => {
  const { wire, heard } = setUp();
  wire().welcome(1);
  wire().say([{ t: "chat.message", line: { seq: 1 } }], 2);
  wire().say([{ t: "chat.message", line: { seq: 1 } }], 2);
  wire().say([{ t: "pong", re: 9, sent: 1000, at: 5000 }]);
  wire().say([{ t: "pong", re: 9, sent: 1000, at: 5000 }]);
  assert.equal(heard.filter(({ t }) => t === "chat.message").length, 1);
  assert.equal(
    heard.filter(({ t }) => t === "pong").length,
    2,
    "frames without a number are never replays",
  );
});

test("a welcome in place of resumed counts frames anew", () => {
  const { clock, wire, heard } = setUp();
  wire().welcome(1);
  wire().say([{ t: "notice", kind: "paused", at: 1 }], 7);
  wire().drop(1012);
  clock.move(1);
  wire().welcome(1);
  wire().say([{ t: "notice", kind: "resumed", at: 2 }], 2);
  assert.equal(heard.filter(({ t }) => t === "notice").length, 2);
});

test("it knocks eagerly at first, then waits up to 30 seconds, and less by chance", () => {
  const waits = (/** @type {number} */ chance) => {
    const { clock, wire, wires } = setUp({ random: () => chance });
    return Array.from({ length: 35 }, () => {
      const before = clock.now;
      const count = wires.length;
      wire().drop();
      const at = clock.due.at(-1)?.at ?? 0;
      clock.move(at - before);
      assert.equal(wires.length, count + 1);
      return at - before;
    });
  };
  const eager = Array(28).fill(2);
  assert.deepEqual(waits(1), [0.5, 1, ...eager, 4, 8, 16, 30, 30]);
  assert.deepEqual(
    waits(0.5),
    [0.5, 1, ...eager, 4, 8, 16, 30, 30].map((each) => each / 2),
  );
});

test("a success starts the waiting over", () => {
  const { clock, wire, told } = setUp();
  for (const seconds of [0.5, 1, 2]) {
    wire().drop();
    clock.move(seconds);
  }
  wire().welcome();
  wire().drop();
  assert.equal(told.at(-1).retryAt - clock.now, 0.5);
});

test("the network or the reader coming back tries at once", () => {
  const { clock, wire, wires, connection } = setUp();
  for (let n = 0; n < 5; n += 1) {
    wire().drop();
    clock.move(30);
  }
  wire().drop();
  const count = wires.length;
  connection.wake();
  assert.equal(wires.length, count + 1);
  clock.move(60);
  assert.equal(wires.length, count + 1, "the attempt that was planned is not made as well");
});

test("waking with a line that only seems to stand finds it out", () => {
  const { clock, wire, wires, connection } = setUp();
  wire().welcome();
  clock.move(3);
  connection.wake();
  clock.move(6);
  assert.equal(wires[0]?.closed, true);
  assert.equal(wires.length, 2);
});

test("silence means lost", () => {
  const { clock, wires, wire, told } = setUp();
  wire().welcome();
  clock.move(19);
  assert.equal(wires[0]?.closed, false);
  clock.move(20);
  assert.equal(wires[0]?.closed, true);
  assert.ok(told.some(({ link }) => link === "lost"));
});

test("it pings every ten seconds with what it has got", () => {
  const { clock, wire } = setUp();
  wire().welcome(1);
  for (let n = 2; n < 6; n += 1) {
    clock.move(10);
    wire().say([{ t: "notice", kind: "paused", at: n }], n);
  }
  const pings = wire().sent.filter(({ t }) => t === "ping");
  assert.deepEqual(
    pings.map(({ acked }) => acked),
    [1, 1, 2, 3, 4],
  );
  assert.ok(pings.every(({ visible }) => visible));
});

test("the fastest of the last five answers sets the clock", () => {
  const { clock, wire, told } = setUp();
  wire().welcome();
  assert.equal(told.at(-1).offset, 4000, "roughly, from the welcome");
  // The server is 4000 s ahead; each answer took so long there and so long back.
  const trips = [
    [0.4, 0],
    [0.1, 0.1],
    [0, 0.6],
    [0.9, 0.1],
  ];
  const offsets = trips.map(([there = 0, back = 0]) => {
    const sent = clock.now;
    clock.move(there + back);
    wire().say([{ t: "pong", re: 1, sent, at: sent + there + 4000 }]);
    return told.at(-1).offset;
  });
  assert.deepEqual(
    offsets.map((offset) => Math.round(offset * 1000)),
    [4000200, 4000000, 4000000, 4000000],
  );
  for (let n = 0; n < 5; n += 1) {
    const sent = clock.now;
    clock.move(0.4);
    wire().say([{ t: "pong", re: 1, sent, at: sent + 0.3 + 4000 }]);
  }
  assert.equal(Math.round(told.at(-1).offset * 1000), 4000100, "an old answer is forgotten");
});

test("after a refusal it does not come back by itself", async () => {
  for (const [code, link] of [
    [4401, "ended"],
    [4403, "removed"],
    [4409, "ended"],
    [4426, "ended"],
  ]) {
    const { clock, wire, wires, told, connection } = setUp();
    wire().welcome();
    const answer = connection.send({ t: "host.resume" });
    wire().drop(Number(code));
    clock.move(120);
    assert.equal(wires.length, 1);
    assert.equal(told.at(-1).link, link);
    await assert.rejects(answer, Refused);
  }
});

test("a hello that is refused ends it with the server's reason", () => {
  const { wire, told, clock, wires } = setUp();
  wire().open();
  wire().say([{ t: "error", re: wire().last("hello").id, code: "not_authenticated" }]);
  clock.move(60);
  assert.equal(wires.length, 1);
  assert.deepEqual([told.at(-1).link, told.at(-1).ended], ["ended", "not_authenticated"]);
});

test("a server that never answers a request does not keep it waiting for ever", async () => {
  const { clock, wire, connection } = setUp();
  wire().welcome();
  const answer = connection.send({ t: "event.pulse", value: 1 });
  for (let n = 0; n < 4; n += 1) {
    clock.move(9);
    wire().say([{ t: "pong", re: 0, sent: clock.now, at: clock.now }]);
  }
  await assert.rejects(answer, (/** @type {any} */ error) => error.code === "timeout");
});

test("starting over keeps the session and claims to have seen nothing", () => {
  const { wire, connection } = setUp();
  wire().welcome(1);
  wire().say([{ t: "notice", kind: "paused", at: 1 }], 9);
  connection.startOver();
  wire().open();
  assert.deepEqual(wire().last("hello").resume, { session: "S", key: "K", acked: 0 });
});

test("a socket that was replaced can no longer be heard", () => {
  const { wires, wire, connection, heard } = setUp();
  wire().welcome();
  const old = /** @type {FakeWire} */ (wires[0]);
  connection.start();
  old.say([{ t: "notice", kind: "paused", at: 1 }], 5);
  old.drop();
  assert.equal(wires.length, 2);
  assert.equal(heard.filter(({ t }) => t === "notice").length, 0);
});
