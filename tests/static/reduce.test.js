// @ts-check
/**
 * Reduce: every message of the server, late and repeated ones, and snapshot + diffs = snapshot.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { initial, reduce } from "../../static/app/reduce.js";
import { randomOf } from "./fake_peer.js";

/** @typedef {import("../../static/app/reduce.js").State} State */

/**
 * @param {any[]} messages
 * @param {State} [from]
 * @returns {State}
 */
const after = (messages, from = initial) =>
  messages.reduce((state, message) => reduce(state, message), from);

/** @param {string} id @param {object} [rest] @returns {any} */
const person = (id, rest = {}) => ({
  card: { id, name: id.toUpperCase(), zone: "UTC" },
  state: "lobby",
  since: 1,
  ...rest,
});
const event = { id: "e1", title: "Mixer", zone: "UTC", starts_at: null, plan: {} };
const welcome = { t: "welcome", re: 1, session: "s", key: "k", you: "a", event, at: 10 };
const crowd = { t: "presence.state", epoch: 1, v: 4, total: 2, people: [person("a"), person("b")] };
/** @param {object} [rest] */
const seat = (rest = {}) => ({
  t: "round.seat",
  room: "e1.1",
  epoch: 1,
  round: 1,
  kind: "pair",
  language: "en",
  starts_at: 20,
  deadline: 80,
  partners: [],
  ...rest,
});
/** @param {object} [rest] */
const room = (rest = {}) => ({
  t: "room.state",
  room: "e1.1",
  epoch: 1,
  v: 1,
  round: 1,
  kind: "pair",
  members: [],
  began: 20,
  deadline: 80,
  ...rest,
});
/** @param {object} [rest] */
const mixer = (rest = {}) => ({
  t: "mixer.state",
  epoch: 1,
  v: 1,
  phase: "lobby",
  round: 0,
  rounds: 4,
  ...rest,
});
/** @param {object} [rest] */
const you = (rest = {}) => ({ t: "you.state", v: 1, state: "lobby", ...rest });
/** @param {number} seq @param {object} [rest] */
const line = (seq, rest = {}) => ({
  seq,
  sender: "b",
  name: "B",
  text: `line ${seq}`,
  at: seq,
  ...rest,
});

test("welcome opens the session and says who one is", () => {
  const state = after([welcome]);
  assert.equal(state.link, "live");
  assert.equal(state.me, "a");
  assert.equal(state.event?.title, "Mixer");
  assert.equal(state.here, true);
  assert.equal(after([{ ...welcome, here: false }]).here, false);
  assert.equal(
    after([{ ...welcome, you: "host", host: true, join_link: "/j/x" }]).joinLink,
    "/j/x",
  );
});

test("a message of an unknown kind, a reply or a signal changes nothing", () => {
  const state = after([welcome, crowd]);
  for (const message of [
    { t: "of.the.future" },
    { t: "ok", re: 4 },
    { t: "error", re: 4, code: "wrong_phase" },
    { t: "pong", re: 4, sent: 1, at: 2 },
    { t: "signal.offer", room: "e1.1", sender: "b", gen: 1, sdp: "" },
  ]) {
    assert.equal(after([message], state), state);
  }
});

test("resumed makes the link live again and forgets the next attempt", () => {
  const lost = after([welcome, { t: "local.link", link: "lost", retryAt: 12 }]);
  assert.equal(lost.local.retryAt, 12);
  const back = after([{ t: "resumed", re: 2, at: 13 }], lost);
  assert.equal(back.link, "live");
  assert.equal(back.local.retryAt, null);
});

test("bye and session.elsewhere say why the page steps back", () => {
  assert.equal(after([welcome, { t: "bye", code: 4403, reason: "" }]).link, "removed");
  assert.equal(after([welcome, { t: "bye", code: 4409, reason: "" }]).here, false);
  assert.equal(after([welcome, { t: "bye", code: 1012, reason: "" }]).link, "live");
  const away = after([welcome, { t: "session.elsewhere", here: false }]);
  assert.equal(away.here, false);
  assert.equal(after([{ t: "session.elsewhere", here: true }], away).here, true);
});

test("who was taken out reads nothing of the room any more", () => {
  const told = after([welcome, { t: "notice", kind: "extended", at: 0 }]);
  assert.equal(told.notices.length, 1);
  const out = after([{ t: "bye", code: 4403, reason: "" }], told);
  assert.deepEqual(out.notices, []);
});

test("profile.state is kept with what it leads to", () => {
  const profile = { name: "A", languages: [{ code: "ja", level: 4 }] };
  const state = after([
    { t: "profile.state", profile, supervised: true, blocked: [person("x").card] },
  ]);
  assert.deepEqual(state.profile, profile);
  assert.equal(state.supervised, true);
  assert.equal(state.verified, false);
  assert.equal(state.blocked.length, 1);
});

test("a presence diff applies to exactly its version", () => {
  const diff = {
    t: "presence.diff",
    epoch: 1,
    pv: 4,
    v: 5,
    total: 2,
    put: [person("c")],
    gone: ["b"],
  };
  const state = after([welcome, crowd, diff]);
  assert.deepEqual([...state.people.keys()], ["a", "c"]);
  assert.equal(after([diff], state), state, "once more is nothing");
  assert.equal(
    after([{ ...diff, epoch: 0, v: 99, pv: 98 }], state),
    state,
    "an older epoch is nothing",
  );
  assert.equal(state.needsSync, false);
});

test("a missed presence diff asks for everything again and changes nobody", () => {
  const gap = { t: "presence.diff", epoch: 1, pv: 6, v: 7, total: 1, put: [], gone: ["a"] };
  const state = after([welcome, crowd, gap]);
  assert.equal(state.needsSync, true);
  assert.equal(state.people.size, 2);
  const newer = { ...crowd, epoch: 2, v: 1 };
  assert.equal(after([newer], state).needsSync, false);
  const jump = { t: "presence.count", epoch: 3, pv: 4, v: 5, total: 9, zones: {} };
  assert.equal(after([welcome, crowd, jump]).needsSync, true);
});

test("presence.count changes only numbers", () => {
  const count = { t: "presence.count", epoch: 1, pv: 4, v: 5, total: 900, zones: { UTC: 900 } };
  const state = after([welcome, crowd, count]);
  assert.equal(state.presence.total, 900);
  assert.equal(state.people.size, 2);
});

test("an older snapshot is ignored unless everything was started anew", () => {
  const older = { ...crowd, v: 3, people: [] };
  const state = after([welcome, crowd]);
  assert.equal(after([older], state), state);
  assert.equal(after([{ t: "resync", at: 20 }, older], state).people.size, 0);
  assert.equal(
    after([welcome, { ...older, epoch: 0 }], state).people.size,
    0,
    "a restarted server",
  );
});

test("snapshot and diffs are the fresh snapshot, for many seeds", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = randomOf(seed);
    /** @type {Map<string, any>} */
    const truth = new Map();
    let state = after([welcome, { ...crowd, v: 0, total: 0, people: [] }]);
    for (let v = 1; v <= 30; v += 1) {
      /** @type {any[]} */
      const put = [];
      /** @type {string[]} */
      const gone = [];
      for (let n = 0; n < random() * 4; n += 1) {
        const id = `p${Math.floor(random() * 12)}`;
        if (truth.has(id) && random() < 0.4 && !put.some((each) => each.card.id === id)) {
          truth.delete(id);
          gone.push(id);
        } else if (!gone.includes(id)) {
          const next = person(id, { since: v, state: random() < 0.5 ? "ready" : "in_room" });
          truth.set(id, next);
          put.push(next);
        }
      }
      const diff = { t: "presence.diff", epoch: 1, pv: v - 1, v, total: truth.size, put, gone };
      state = after(random() < 0.3 ? [diff, diff] : [diff], state);
    }
    const people = [...truth.values()];
    const fresh = after([
      welcome,
      { t: "presence.state", epoch: 1, v: 30, total: people.length, people },
    ]);
    assert.deepEqual(new Map([...state.people].sort()), new Map([...fresh.people].sort()));
    assert.deepEqual(state.presence.total, fresh.presence.total);
    assert.equal(state.needsSync, false, `seed ${seed}`);
  }
});

test("mixer.state never goes back", () => {
  const state = after([welcome, mixer({ v: 3, phase: "round", round: 1 })]);
  assert.equal(after([mixer({ v: 2 })], state), state);
  assert.equal(after([mixer({ epoch: 0, v: 9 })], state), state);
  assert.equal(after([mixer({ epoch: 2, v: 1, phase: "break" })], state).mixer?.phase, "break");
});

test("a seat brings its room, and leaving it clears both", () => {
  const said = { t: "chat.message", line: line(1, { room: "e1.1" }) };
  const seated = after([welcome, you({ state: "proposed", room: "e1.1" }), seat(), room(), said]);
  assert.equal(seated.room?.room, "e1.1");
  assert.equal(seated.chat.room.length, 1);
  const closed = { t: "room.closed", room: "e1.1", epoch: 1, reason: "round_over" };
  const over = after([closed], seated);
  assert.equal(over.seat, null);
  assert.equal(over.room, null);
  assert.equal(over.closed?.reason, "round_over");
  assert.equal(over.chat.room.length, 0);
  const released = after([you({ v: 2, state: "between" })], seated);
  assert.equal(released.room, null, "you.state without a room has the last word");
});

test("late messages of an earlier room never touch the present one", () => {
  const state = after([
    welcome,
    seat({ room: "e1.7", epoch: 3 }),
    room({ room: "e1.7", epoch: 3, v: 5 }),
  ]);
  const late = [
    { t: "room.closed", room: "e1.1", epoch: 9, reason: "partner_left" },
    { t: "room.closed", room: "e1.7", epoch: 2, reason: "partner_left" },
    room({ room: "e1.1", epoch: 9 }),
    room({ room: "e1.7", epoch: 2, v: 99 }),
    room({ room: "e1.7", epoch: 3, v: 4 }),
    seat({ room: "e1.7", epoch: 2 }),
    { t: "chat.message", line: line(4, { room: "e1.1" }) },
    { t: "chat.state", room: "e1.1", lines: [line(4)] },
  ];
  for (const message of late) assert.equal(after([message], state), state, message.t);
});

test("a new seat takes the old room away, and a bench takes the seat away", () => {
  const first = after([welcome, seat(), room()]);
  const next = after([seat({ room: "e1.2", epoch: 1 })], first);
  assert.equal(next.room, null);
  assert.equal(next.seat?.room, "e1.2");
  const benched = after([{ t: "round.bench", round: 2, why: "odd" }], next);
  assert.equal(benched.seat, null);
  assert.equal(benched.bench?.why, "odd");
  assert.equal(after([seat({ room: "e1.3" })], benched).bench, null);
  assert.equal(after([you({ state: "lobby" })], benched).bench, null);
});

test("chat lines are sorted, never doubled, and bounded", () => {
  const state = after([
    welcome,
    { t: "chat.state", lines: [line(2), line(1)] },
    { t: "chat.message", line: line(4) },
    { t: "chat.message", line: line(3) },
    { t: "chat.message", line: line(3) },
  ]);
  assert.deepEqual(
    state.chat.lounge.map(({ seq }) => seq),
    [1, 2, 3, 4],
  );
  const many = Array.from({ length: 900 }, (_, n) => ({ t: "chat.message", line: line(n) }));
  assert.equal(after(many).chat.lounge.length, 300);
  assert.equal(after(many).chat.lounge.at(-1)?.seq, 899);
});

test("meetings are replaced by newer ones, and a mutual wish is marked at once", () => {
  const met = { id: "m1", round: 1, at: 5, card: person("b").card };
  const state = after([{ t: "meeting.state", v: 3, meetings: [met], pulse: 4 }]);
  assert.equal(state.pulse, 4);
  assert.equal(after([{ t: "meeting.state", v: 2, meetings: [] }], state), state);
  const both = after([{ t: "meeting.mutual", meeting: "m1", person: "b", name: "B" }], state);
  assert.equal(both.meetings[0]?.mutual, true);
  assert.equal(both.local.mutual, "m1");
  assert.equal(state.meetings[0]?.mutual, undefined, "the older state stands as it was");
});

test("the host's board brings what can be undone", () => {
  const undo = [{ action: "x", kind: "pause", until: 30 }];
  const state = after([{ t: "host.board", v: 2, rooms: [], undo }]);
  assert.deepEqual(state.undo, undo);
  assert.equal(after([{ t: "host.board", v: 1, rooms: [] }], state), state);
  assert.deepEqual(after([{ t: "host.board", v: 3, rooms: [] }], state).undo, []);
});

test("notices get keys of their own, are few, and can be dismissed", () => {
  const told = Array.from({ length: 8 }, (_, n) => ({
    t: "notice",
    kind: "announce",
    at: n,
    text: `${n}`,
  }));
  const state = after([...told, { t: "local.notice", text: "no", at: 9 }]);
  assert.deepEqual(
    state.notices.map(({ text }) => text),
    ["4", "5", "6", "7", "no"],
  );
  assert.equal(new Set(state.notices.map(({ key }) => key)).size, 5);
  const key = state.notices[0]?.key ?? 0;
  assert.equal(after([{ t: "local.dismiss", key }], state).notices.length, 4);
});

test("what is being said waits, fails, is said again and arrives", () => {
  const saying = { t: "local.saying", key: 1, room: null, text: "hello" };
  const waiting = after([saying]);
  assert.deepEqual(waiting.local.sayings, [{ key: 1, room: null, text: "hello", failed: "" }]);
  const failed = after([{ t: "local.unsaid", key: 1, code: "timeout" }], waiting);
  assert.equal(failed.local.sayings[0]?.failed, "timeout");
  assert.equal(after([saying], failed).local.sayings[0]?.failed, "");
  assert.deepEqual(after([{ t: "local.said", key: 1 }], failed).local.sayings, []);
});

test("local acts change only what is local", () => {
  const state = after([
    { t: "local.patch", patch: { step: "profile" } },
    { t: "local.offset", offset: 3 },
  ]);
  assert.equal(state.local.step, "profile");
  assert.equal(state.offset, 3);
  const ended = after([{ t: "local.link", link: "ended", ended: "version" }]);
  assert.equal(ended.local.ended, "version");
  assert.equal(initial.local.ended, "", "the beginning is never written to");
});

test("a fresh welcome keeps the call on the screen until the new state has come", () => {
  const talking = after([
    welcome,
    you({ v: 9, state: "in_room", room: "e1.1" }),
    seat({ epoch: 4 }),
    room({ epoch: 4, v: 9 }),
  ]);
  const restarted = after([welcome], talking);
  assert.equal(restarted.room?.v, 9);
  const whole = after(
    [you({ v: 0, state: "in_room", room: "e1.1" }), seat({ epoch: 4 }), room({ epoch: 4, v: 0 })],
    restarted,
  );
  assert.equal(whole.room?.v, 0, "versions of a restarted server begin anew");
  assert.equal(after([you({ v: 0, state: "lobby" })], restarted).room, null);
});

test("a place in the pool follows its versions, and an ended proposal is a notice", () => {
  const ticket = { since: 5, eligible: 2 };
  const waiting = after([{ t: "pool.state", v: 3, waiting: 2, ticket }]);
  assert.deepEqual(waiting.pool?.ticket, ticket);
  assert.equal(after([{ t: "pool.state", v: 2 }], waiting), waiting, "an older one is passed over");
  assert.equal(after([{ t: "pool.state", v: 4 }], waiting).pool?.ticket, undefined);
  const restarted = after([welcome, { t: "pool.state", v: 1, waiting: 1, ticket }], waiting);
  assert.equal(restarted.pool?.v, 1, "versions of a restarted server begin anew");
  const over = after([{ t: "match.expired", match: 1, why: "others", at: 9 }], waiting);
  assert.equal(over.notices.at(-1)?.kind, "match_others");
});
