// Generated from server/protocol by `python3 -m tests generate`. Do not edit.

export type Role = "alumni" | "prospective" | "recruiter" | "staff" | "student" | "townsperson";
export type AgeBand = "adult" | "minor" | "unknown";
export type Mode = "audio" | "text" | "video";
export type Phase = "break" | "closed" | "lobby" | "round" | "scheduled" | "wrap_up";
export type PersonState = "bench" | "between" | "held" | "in_room" | "lobby" | "offline" | "paused" | "proposed" | "ready" | "reconnecting" | "wrap_up";
export type MediaState = "audio" | "connected" | "connecting" | "failed" | "text";
export type Seat = "away" | "coming" | "here" | "left";
export type RoomKind = "group" | "pair" | "trio";
export type BenchReason = "alone" | "language" | "late" | "met_everyone" | "nobody" | "odd" | "roles" | "sat_out" | "supervision";
export type ReportCategory = "harassment" | "hate" | "minor_safety" | "other" | "sexual" | "spam";

/** Where a lost connection stood. */
export interface Resume {
  session: string;
  key: string;
  acked: number;
}

/** The session of this very page before it was loaded anew; its line may not be cut yet. */
export interface Replaced {
  session: string;
  key: string;
}

/** A language and how well it is spoken. */
export interface Language {
  code: string;
  level: number;
}

/** What a person says about themselves. Only the owner sees it whole. */
export interface Profile {
  name: string;
  reading?: string;
  city?: string;
  city_id?: number;
  country?: string;
  zone?: string;
  role?: "alumni" | "prospective" | "recruiter" | "staff" | "student" | "townsperson" | null;
  cohort?: number | null;
  age?: "adult" | "minor" | "unknown";
  languages?: Language[];
  seeks?: string[];
  offers?: string[];
  topics_private?: boolean;
  recruiters_ok?: boolean;
  no_pairs?: boolean;
  contact?: string;
}

/** Who meets whom at an event, in plain choices. Pairs of roles are keys such as "alumni+student". */
export interface RuleChoices {
  meets?: Record<string, "always" | "if_opted_in" | "if_verified" | "in_groups" | "never" | "with_staff">;
  liked?: string[] | null;
  topics?: "little" | "much" | "none" | "normal";
  shared?: "little" | "much" | "none" | "normal";
  roles?: "little" | "much" | "none" | "normal";
  language?: "little" | "much" | "none" | "normal";
  hours?: "little" | "much" | "none" | "normal";
  newness?: "little" | "much" | "none" | "normal";
  fallback?: string[];
}

/** All that a host can change about the rounds to come, as a whole. */
export interface Ruling {
  rounds: number;
  rules?: RuleChoices;
  purpose?: "explore" | "reunite";
  trios?: boolean;
}

/** Settings of an event's mixer. All durations in seconds. */
export interface Plan {
  rounds?: number;
  round_seconds?: number;
  wrap_seconds?: number;
  break_seconds?: number;
  propose_seconds?: number;
  notice_seconds?: number;
  purpose?: "explore" | "reunite";
  rest_after?: number;
  rest_seconds?: number;
  room_size?: number;
  must_have?: ("alumni" | "prospective" | "recruiter" | "staff" | "student" | "townsperson")[];
  sides?: (("alumni" | "prospective" | "recruiter" | "staff" | "student" | "townsperson")[])[];
  trios?: boolean;
  rules?: RuleChoices;
  capacity?: number;
  auto_start?: boolean;
  pool?: boolean;
  chat_days?: number;
}

/** What everybody at an event may know of it. */
export interface EventInfo {
  id: string;
  title: string;
  zone: string;
  starts_at: number | null;
  plan: Plan;
  note?: string;
  town_city?: string;
  town_zone?: string;
  practice?: boolean;
  code?: string;
}

/** A STUN or TURN server with credentials that expire. */
export interface IceServer {
  urls: string[];
  username?: string | null;
  credential?: string | null;
}

/** What others see of a person: name, city and local time, and what the person added. */
export interface Card {
  id: string;
  name: string;
  zone: string;
  reading?: string;
  city?: string;
  city_id?: number;
  country?: string;
  role?: "alumni" | "prospective" | "recruiter" | "staff" | "student" | "townsperson" | null;
  cohort?: number | null;
  languages?: Language[];
  seeks?: string[];
  offers?: string[];
  verified?: boolean;
  robot?: boolean;
  host?: boolean;
}

/** A person and where they are. */
export interface Presence {
  card: Card;
  state: "bench" | "between" | "held" | "in_room" | "lobby" | "offline" | "paused" | "proposed" | "ready" | "reconnecting" | "wrap_up";
  since: number;
  mode?: "audio" | "text" | "video";
  room?: string | null;
}

/** Why two people were put together, as a key that the interface words. */
export interface Reason {
  kind: string;
  topic?: string | null;
}

/** The viewer's place in the pool. */
export interface Ticket {
  since: number;
  eligible?: number;
  soonest?: number | null;
  latest?: number | null;
  why?: "alone" | "language" | "late" | "met_everyone" | "nobody" | "odd" | "roles" | "sat_out" | "supervision" | null;
  relax?: ("pairs" | "recruiters")[];
  first?: boolean;
  rests?: boolean;
  lounge?: boolean;
}

/** People proposed to the viewer, and why. */
export interface Match {
  id: number;
  kind: "group" | "pair" | "trio";
  partners: Card[];
  until: number;
  language?: string | null;
  reasons?: Record<string, Reason[]>;
  accepted?: boolean;
}

/** One seat of a room, as its other members see it. */
export interface Member {
  card: Card;
  seat: "away" | "coming" | "here" | "left";
  mode?: "audio" | "text" | "video";
  gen?: number;
  polite?: boolean;
  until?: number | null;
  muted?: boolean;
  camera?: boolean;
  sharing?: boolean;
  reasons?: Reason[];
}

/** One line of chat. */
export interface ChatLine {
  seq: number;
  sender: string;
  name: string;
  text: string;
  at: number;
  room?: string | null;
}

/** One person whom the viewer met, with the viewer's own private marks. */
export interface Meeting {
  id: string;
  round: number;
  at: number;
  card: Card;
  keep?: boolean | null;
  mutual?: boolean;
  contact?: string;
  note?: string;
  sent?: string;
  received?: string;
  again?: boolean;
}

/** One seat on the host's board. */
export interface BoardSeat {
  person: string;
  seat: "away" | "coming" | "here" | "left";
  media?: "audio" | "connected" | "connecting" | "failed" | "text";
  until?: number | null;
}

/** One room on the host's board; `number` never changes, so tiles do not jump. */
export interface BoardRoom {
  room: string;
  number: number;
  kind: "group" | "pair" | "trio";
  seats: BoardSeat[];
  deadline: number;
  extended?: boolean;
  alone_since?: number | null;
  notes?: ("bridge" | "roles" | "smaller")[];
  bridge?: string | null;
}

/** Somebody whom rules left without a room, and which: the host may talk with them meanwhile. */
export interface AtTable {
  person: string;
  why: "alone" | "language" | "late" | "met_everyone" | "nobody" | "odd" | "roles" | "sat_out" | "supervision";
}

/** A report for the people on duty. */
export interface BoardReport {
  id: string;
  reporter: string;
  subject: string;
  subject_name: string;
  category: "harassment" | "hate" | "minor_safety" | "other" | "sexual" | "spam";
  note: string;
  at: number;
  handled?: boolean;
}

/** Somebody who calls a host. */
export interface BoardCall {
  person: string;
  at: number;
  seen?: boolean;
}

/** A host action that can still be taken back. */
export interface Undoable {
  action: string;
  kind: "close" | "extend" | "extend_room" | "pause" | "remove" | "rules" | "start" | "verify";
  until: number;
  person?: string | null;
  name?: string;
  room?: string | null;
  seconds?: number;
}

/** Whether the rounds to come last for the people who are here (M16). */
export interface Outlook {
  rounds: number;
  fit: number;
  short: number;
  odd?: boolean;
}

/** Mean sit-outs a person, by group, and the widest gap between two groups. */
export interface Spread {
  by_group: Record<string, number>;
  gap: number;
}

/** What an event came to so far, as it was recorded (M33). Never who, only how many. */
export interface Outcome {
  rounds: number;
  person_rounds: number;
  idle: number;
  unavoidable_idle: number;
  repeats: number;
  avoidable_repeats: number;
  language_failures: number;
  wait_p50: number;
  wait_p95: number;
  rooms: number;
  media_both_ways_in_5s: number;
  early_leaves: number;
  mutual_keeps: number;
  sit_outs_by_role: Spread;
  sit_outs_by_zone: Spread;
}

/** What the plan that is ready for the next round comes to. */
export interface Preview {
  round: number;
  rooms: number;
  idle: number;
  repeats: number;
  clashes: number;
}

/** One round of a rehearsal: how many people have no seat, and what rooms do without. */
export interface RehearsedRound {
  round: number;
  rooms: number;
  idle: number;
  trios: number;
  repeats: number;
  clashes: number;
  lacking: number;
}

/** So many people have no seat in the worst round, and what keeps them. */
export interface LeftOut {
  count: number;
  why: "alone" | "language" | "late" | "met_everyone" | "nobody" | "odd" | "roles" | "sat_out" | "supervision";
  relax?: ("language" | "no_pairs" | "opt_in" | "roles" | "unverified")[];
  taken?: boolean;
  pairs?: string[];
  people?: string[];
}

/** One change that was tried: `served` fewer have no seat in the worst round. */
export interface Remedy {
  kind: "meets" | "rounds" | "trios";
  served: number;
  idle: number;
  ruling: Ruling;
  pair?: string | null;
}

/** What is known so far of a rehearsal. */
export interface Rehearsal {
  state: "done" | "failed" | "late" | "running";
  at: number;
  tried: Ruling;
  who: "here" | "joined";
  people: number;
  to_come: number;
  rounds?: RehearsedRound[];
  worst?: number;
  left?: LeftOut[];
  remedies?: Remedy[];
  sat_out?: number;
  longest?: number;
  fresh?: number;
  share?: number;
}

/** First message: who is it, and is it a lost session coming back? */
export interface Hello {
  t: "hello";
  token: string;
  version?: number;
  lang?: string;
  zone?: string;
  mode?: "audio" | "text" | "video";
  resume?: Resume | null;
  replaces?: Replaced | null;
  id: number;
}

/** Heartbeat: also acknowledges pushes and measures the clock's offset. */
export interface Ping {
  t: "ping";
  acked?: number;
  sent?: number;
  visible?: boolean;
  id: number;
}

/** Use this tab or device from now on; the other one steps back. */
export interface SessionTake {
  t: "session.take";
  id: number;
}

/** Replace the sender's profile. */
export interface ProfileSet {
  t: "profile.set";
  profile: Profile;
  id: number;
}

/** Take part in the next round or no longer, and how; what is not said stays as it was. */
export interface MixerReady {
  t: "mixer.ready";
  ready?: boolean | null;
  mode?: "audio" | "text" | "video" | null;
  id: number;
}

/** Sit out the next round, or not after all. */
export interface MixerSitOut {
  t: "mixer.sit_out";
  on: boolean;
  id: number;
}

/** Be seated with others, or (`on` false) with nobody until it is turned on again. */
export interface MixerSuggest {
  t: "mixer.suggest";
  on: boolean;
  id: number;
}

/** What next, after a partner was lost for good. */
export interface MixerChoose {
  t: "mixer.choose";
  choice: "lounge" | "next" | "third";
  id: number;
}

/** Wait for somebody to talk to now; asked again, a place that rests is taken up. */
export interface PoolJoin {
  t: "pool.join";
  mode?: "audio" | "text" | "video" | null;
  id: number;
}

/** Wait no longer. */
export interface PoolLeave {
  t: "pool.leave";
  id: number;
}

/** Meet the people proposed. */
export interface MatchAccept {
  t: "match.accept";
  match: number;
  id: number;
}

/** Rather not these people now; the place in the pool stays as it was, and nobody is told why. */
export interface MatchDecline {
  t: "match.decline";
  match: number;
  id: number;
}

/** The sender's page shows the room and can talk. */
export interface RoomEnter {
  t: "room.enter";
  room: string;
  epoch: number;
  id: number;
}

/** How the sender's sound and picture do. */
export interface RoomMedia {
  t: "room.media";
  room: string;
  epoch: number;
  state: "audio" | "connected" | "connecting" | "failed" | "text";
  muted?: boolean;
  camera?: boolean;
  sharing?: boolean;
  id: number;
}

/** Leave the room now. `safety` skips the minimum stay and is never shown to anybody. */
export interface RoomLeave {
  t: "room.leave";
  room: string;
  epoch: number;
  safety?: boolean;
  id: number;
}

/** Private answer in the wrap-up: a bit more, or not. */
export interface RoomMore {
  t: "room.more";
  room: string;
  epoch: number;
  more: boolean;
  id: number;
}

/** Another question to start with, for everybody in the room. */
export interface RoomPrompt {
  t: "room.prompt";
  room: string;
  epoch: number;
  id: number;
}

/** A session description offered to one room-mate. */
export interface SignalOffer {
  t: "signal.offer";
  room: string;
  to: string;
  gen: number;
  sdp: string;
  id: number;
}

/** The answer to an offer. */
export interface SignalAnswer {
  t: "signal.answer";
  room: string;
  to: string;
  gen: number;
  sdp: string;
  id: number;
}

/** One network path; an empty candidate says that there are no more. */
export interface SignalCandidate {
  t: "signal.candidate";
  room: string;
  to: string;
  gen: number;
  candidate: string;
  mid?: string | null;
  line?: number | null;
  ufrag?: string | null;
  id: number;
}

/** Ask for a new generation with this room-mate: both sides start afresh. */
export interface SignalRestart {
  t: "signal.restart";
  room: string;
  to: string;
  gen: number;
  id: number;
}

/** Write to the room (`room` given) or to the lounge. */
export interface ChatSay {
  t: "chat.say";
  text: string;
  room?: string | null;
  id: number;
}

/** Private wish to stay in touch with a person met; no answer counts as no. */
export interface MeetingKeep {
  t: "meeting.keep";
  meeting: string;
  keep: boolean;
  id: number;
}

/** Private note about a person met. */
export interface MeetingNote {
  t: "meeting.note";
  meeting: string;
  text: string;
  id: number;
}

/** One message to a person met; it can be sent once. */
export interface MeetingMessage {
  t: "meeting.message";
  meeting: string;
  text: string;
  id: number;
}

/** Private wish to be seated with a person met once more; counts if both have it. */
export interface MeetingAgain {
  t: "meeting.again";
  meeting: string;
  again: boolean;
  id: number;
}

/** Never meet this person again, anywhere here. They are not told. */
export interface PersonBlock {
  t: "person.block";
  person: string;
  id: number;
}

/** Take a block back. */
export interface PersonUnblock {
  t: "person.unblock";
  person: string;
  id: number;
}

/** Not interested in meeting this person again in this event. Private. */
export interface PersonPass {
  t: "person.pass";
  person: string;
  id: number;
}

/** Tell the people on duty; separates at once. */
export interface PersonReport {
  t: "person.report";
  person: string;
  category: "harassment" | "hate" | "minor_safety" | "other" | "sexual" | "spam";
  note?: string;
  id: number;
}

/** Call a host, or no longer; nobody else is told. */
export interface HelpAsk {
  t: "help.ask";
  on: boolean;
  id: number;
}

/** Answer to the one question at the end: 1 (no) to 5 (yes). */
export interface EventPulse {
  t: "event.pulse";
  value: number;
  id: number;
}

/** Good-bye: give the place to whoever waits for one. The same link leads back in. */
export interface EventLeave {
  t: "event.leave";
  id: number;
}

/** Start the first round after a notice, or go on with the next one now. */
export interface HostStart {
  t: "host.start";
  in_seconds?: number | null;
  id: number;
}

/** Stop the clock. Rooms stay open. */
export interface HostPause {
  t: "host.pause";
  id: number;
}

/** Let the clock run again. */
export interface HostResume {
  t: "host.resume";
  id: number;
}

/** More time for all, or for one room. */
export interface HostExtend {
  t: "host.extend";
  seconds?: number;
  room?: string | null;
  id: number;
}

/** End the mixer for all after a notice. */
export interface HostClose {
  t: "host.close";
  in_seconds?: number;
  id: number;
}

/** A line of text to everybody. */
export interface HostAnnounce {
  t: "host.announce";
  text: string;
  id: number;
}

/** Out of every room at once; the links of this person stop working. */
export interface HostRemove {
  t: "host.remove";
  person: string;
  reason?: string;
  id: number;
}

/** Say that this person is who they say they are, or take it back. */
export interface HostVerify {
  t: "host.verify";
  person: string;
  verified: boolean;
  id: number;
}

/** Let somebody in who waits before the door. */
export interface HostAdmit {
  t: "host.admit";
  person: string;
  id: number;
}

/** Have newcomers wait for a host's tap, or no longer; then all who wait come in. */
export interface HostGuard {
  t: "host.guard";
  on: boolean;
  id: number;
}

/** Set how many the event takes; without a number as many more as wait on the list. */
export interface HostCapacity {
  t: "host.capacity";
  capacity?: number | null;
  id: number;
}

/** Say to a caller that the call was seen, with a line if wanted; with `done` it is dealt with. */
export interface HostHelp {
  t: "host.help";
  person: string;
  text?: string;
  done?: boolean;
  id: number;
}

/** Name the person who fills in where somebody would be left over; None names nobody. */
export interface HostJoker {
  t: "host.joker";
  person?: string | null;
  id: number;
}

/** A report has been dealt with. */
export interface HostHandled {
  t: "host.handled";
  report: string;
  id: number;
}

/** Take a host action back. */
export interface HostUndo {
  t: "host.undo";
  action: string;
  id: number;
}

/** From the next round on people meet by these rules. Running rooms stay as they are. */
export interface HostRules {
  t: "host.rules";
  ruling: Ruling;
  id: number;
}

/** Play the rounds to come without seating anybody; `host.rehearsal` tells what was found. */
export interface HostRehearse {
  t: "host.rehearse";
  ruling?: Ruling | null;
  who?: "here" | "joined";
  id: number;
}

/** The request `re` was carried out. */
export interface Ok {
  t: "ok";
  re: number;
  id?: string;
}

/** The request `re` was refused; nothing was changed. */
export interface Error {
  t: "error";
  re: number;
  code: string;
  detail?: string;
}

/** Answer to a ping: the sender's stamp and the server's time. */
export interface Pong {
  t: "pong";
  re: number;
  sent: number;
  at: number;
}

/** A session begins. */
export interface Welcome {
  t: "welcome";
  re: number;
  session: string;
  key: string;
  you: string;
  event: EventInfo;
  at: number;
  host?: boolean;
  here?: boolean;
  ice?: IceServer[];
  join_link?: string;
}

/** The session goes on; what was missed follows. */
export interface Resumed {
  t: "resumed";
  re: number;
  at: number;
}

/** What was missed is no longer known; a fresh state follows. */
export interface Resync {
  t: "resync";
  at: number;
}

/** The connection is about to be closed by the server. */
export interface Bye {
  t: "bye";
  code: number;
  reason: string;
}

/** Something people are told: a line of the host (`help`: to one who called), or a key to word. */
export interface Notice {
  t: "notice";
  kind: "announce" | "close_undone" | "closing" | "extended" | "help" | "paused" | "resumed" | "start_undone" | "starting";
  at: number;
  text?: string;
  deadline?: number | null;
}

/** This person is now in use in another tab or device (`here` false), or here again. */
export interface SessionElsewhere {
  t: "session.elsewhere";
  here: boolean;
}

/** The viewer's own profile, with what it leads to. */
export interface ProfileState {
  t: "profile.state";
  profile: Profile;
  verified?: boolean;
  supervised?: boolean;
  blocked?: Card[];
}

/** Everybody whom the viewer may see, or a window of them with `total` people in all. */
export interface PresenceState {
  t: "presence.state";
  epoch: number;
  v: number;
  total: number;
  people: Presence[];
  zones?: Record<string, number>;
}

/** Changes since version `pv`. */
export interface PresenceDiff {
  t: "presence.diff";
  epoch: number;
  v: number;
  pv: number;
  total: number;
  put?: Presence[];
  gone?: string[];
}

/** Only the numbers have changed (large events). */
export interface PresenceCount {
  t: "presence.count";
  epoch: number;
  v: number;
  pv: number;
  total: number;
  zones: Record<string, number>;
}

/** Where the mixer stands; a client draws the clock from this alone. */
export interface MixerState {
  t: "mixer.state";
  epoch: number;
  v: number;
  phase: "break" | "closed" | "lobby" | "round" | "scheduled" | "wrap_up";
  round: number;
  rounds: number;
  deadline?: number | null;
  began?: number | null;
  paused?: boolean;
  remaining?: number | null;
  starts_at?: number | null;
}

/** Where the viewer stands. */
export interface YouState {
  t: "you.state";
  v: number;
  state: "bench" | "between" | "held" | "in_room" | "lobby" | "offline" | "paused" | "proposed" | "ready" | "reconnecting" | "wrap_up";
  eligible?: number;
  ready?: boolean;
  sitting_out?: boolean;
  unsuggested?: boolean;
  help?: "" | "asked" | "seen";
  joker?: boolean;
  mode?: "audio" | "text" | "video";
  room?: string | null;
  bench?: "alone" | "language" | "late" | "met_everyone" | "nobody" | "odd" | "roles" | "sat_out" | "supervision" | null;
  lost?: Card | null;
  choose_until?: number | null;
  queue?: number;
}

/** A seat for the viewer: whom they meet, why, and when it begins. */
export interface RoundSeat {
  t: "round.seat";
  room: string;
  epoch: number;
  round: number;
  kind: "group" | "pair" | "trio";
  language: string | null;
  starts_at: number;
  deadline: number;
  partners: Card[];
  reasons?: Record<string, Reason[]>;
  again?: boolean;
  notes?: ("bridge" | "roles" | "smaller")[];
  bridge?: string | null;
}

/** The viewer sits this round out, and why. */
export interface RoundBench {
  t: "round.bench";
  round: number;
  why: "alone" | "language" | "late" | "met_everyone" | "nobody" | "odd" | "roles" | "sat_out" | "supervision";
  next_at?: number | null;
}

/** The viewer's place in the pool and the people proposed, if any. */
export interface PoolState {
  t: "pool.state";
  v: number;
  waiting?: number;
  ticket?: Ticket | null;
  match?: Match | null;
}

/** A proposal is over: the others could not come, or the viewer did not answer. */
export interface MatchExpired {
  t: "match.expired";
  match: number;
  why: "others" | "unanswered";
  at: number;
}

/** The whole room as the viewer sees it. */
export interface RoomState {
  t: "room.state";
  room: string;
  epoch: number;
  v: number;
  round: number;
  kind: "group" | "pair" | "trio";
  members: Member[];
  began: number;
  deadline: number;
  wrap_until?: number | null;
  extended_until?: number | null;
  more?: boolean | null;
  prompt?: number;
  language?: string | null;
  supervised?: boolean;
  notes?: ("bridge" | "roles" | "smaller")[];
  bridge?: string | null;
}

/** The viewer is no longer in this room. */
export interface RoomClosed {
  t: "room.closed";
  room: string;
  epoch: number;
  reason: "closed" | "left" | "moved" | "partner_left" | "removed" | "round_over" | "separated";
}

/** A session description from a room-mate; `sender` is set by the server. */
export interface Offered {
  t: "signal.offer";
  room: string;
  sender: string;
  gen: number;
  sdp: string;
}

/** An answer from a room-mate. */
export interface Answered {
  t: "signal.answer";
  room: string;
  sender: string;
  gen: number;
  sdp: string;
}

/** A network path of a room-mate. */
export interface Candidate {
  t: "signal.candidate";
  room: string;
  sender: string;
  gen: number;
  candidate: string;
  mid?: string | null;
  line?: number | null;
  ufrag?: string | null;
}

/** What was written before the viewer came: the room's lines, or the lounge's last ones. */
export interface ChatState {
  t: "chat.state";
  lines: ChatLine[];
  room?: string | null;
}

/** A new line of chat. */
export interface ChatMessage {
  t: "chat.message";
  line: ChatLine;
}

/** Everybody whom the viewer met in this event. */
export interface MeetingState {
  t: "meeting.state";
  v: number;
  meetings: Meeting[];
  pulse?: number | null;
}

/** Both want to stay in touch. */
export interface MeetingMutual {
  t: "meeting.mutual";
  meeting: string;
  person: string;
  name: string;
}

/** The rooms, reports and open actions; people's states come by presence. */
export interface HostBoard {
  t: "host.board";
  v: number;
  rooms: BoardRoom[];
  waiting?: string[];
  table?: AtTable[];
  reports?: BoardReport[];
  calls?: BoardCall[];
  undo?: Undoable[];
  removed?: Card[];
  held?: Card[];
  guarded?: boolean;
  listed?: Card[];
  queue?: number;
  capacity?: number;
  joker?: string | null;
  outlook?: Outlook | null;
  outcome?: Outcome | null;
  planned?: number;
  preview?: Preview | null;
  ruling?: Ruling | null;
}

/** The rehearsal asked for last; None: none since the evening was opened, or it was stopped. */
export interface HostRehearsal {
  t: "host.rehearsal";
  v: number;
  rehearsal?: Rehearsal | null;
}

export type ClientMessage =
  | Hello
  | Ping
  | SessionTake
  | ProfileSet
  | MixerReady
  | MixerSitOut
  | MixerSuggest
  | MixerChoose
  | PoolJoin
  | PoolLeave
  | MatchAccept
  | MatchDecline
  | RoomEnter
  | RoomMedia
  | RoomLeave
  | RoomMore
  | RoomPrompt
  | SignalOffer
  | SignalAnswer
  | SignalCandidate
  | SignalRestart
  | ChatSay
  | MeetingKeep
  | MeetingNote
  | MeetingMessage
  | MeetingAgain
  | PersonBlock
  | PersonUnblock
  | PersonPass
  | PersonReport
  | HelpAsk
  | EventPulse
  | EventLeave
  | HostStart
  | HostPause
  | HostResume
  | HostExtend
  | HostClose
  | HostAnnounce
  | HostRemove
  | HostVerify
  | HostAdmit
  | HostGuard
  | HostCapacity
  | HostHelp
  | HostJoker
  | HostHandled
  | HostUndo
  | HostRules
  | HostRehearse;

export type ServerMessage =
  | Ok
  | Error
  | Pong
  | Welcome
  | Resumed
  | Resync
  | Bye
  | Notice
  | SessionElsewhere
  | ProfileState
  | PresenceState
  | PresenceDiff
  | PresenceCount
  | MixerState
  | YouState
  | RoundSeat
  | RoundBench
  | PoolState
  | MatchExpired
  | RoomState
  | RoomClosed
  | Offered
  | Answered
  | Candidate
  | ChatState
  | ChatMessage
  | MeetingState
  | MeetingMutual
  | HostBoard
  | HostRehearsal;
