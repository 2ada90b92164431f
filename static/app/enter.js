// @ts-check
/**
 * Enter: the way in: three questions, then sound and picture.
 * Rule: nothing here has to be answered, and what others will see stands beside it.
 */
import { effect } from "@preact/signals-core";
import { Component } from "preact";
import { useState } from "preact/hooks";
import * as gear from "./devices.js";
import { Lazy, orSay, Seen, townOf } from "./lobby.js";
import { Avatar, Field, html, Icon, LocalTime, Meter, Pick, Segmented } from "./parts.js";
import { dispatch, send } from "./socket.js";
import { errorText, languageName, skyOf, t, whereIs } from "./words.js";

/** @typedef {import("./protocol.js").Profile} Profile */
/** @typedef {{ state: import("./reduce.js").State, now: number }} Props */

const MOST_TOPICS = 5;
const MOST_LANGUAGES = 5;
const COHORTS = 80;
/** @type {NonNullable<Profile["role"]>[]} */
const ROLES = ["alumni", "student", "prospective", "townsperson", "recruiter", "staff"];
const AGES = ["minor", "adult", "unknown"];
/**
 * The languages to begin with: those known, then what the browser says, the first as one's own.
 *
 * @param {readonly string[]} tags
 * @param {import("./protocol.js").Language[]} [known]
 */
export function guessLanguages(tags, known = []) {
  const have = known.map(({ code }) => code);
  const codes = new Set(tags.map((tag) => (tag.split("-")[0] ?? "").toLowerCase()));
  const more = [...codes].filter((code) => /^[a-z]{2,3}$/.test(code) && !have.includes(code));
  const levels = more.map((code, n) => ({ code, level: n || known.length ? 2 : 4 }));
  return [...known, ...levels].slice(0, Math.max(3, known.length));
}

/**
 * One tap asks, a second offers, a third lets go.
 *
 * @param {Pick<Profile, "seeks" | "offers">} draft
 * @param {string} topic
 * @returns {{ seeks: string[], offers: string[], full: boolean }}
 */
export function tapTopic({ seeks = [], offers = [] }, topic) {
  const without = (/** @type {string[]} */ list) => list.filter((each) => each !== topic);
  if (seeks.includes(topic)) {
    return { seeks: without(seeks), offers: [...offers, topic], full: false };
  }
  if (offers.includes(topic)) return { seeks, offers: without(offers), full: false };
  if (seeks.length + offers.length >= MOST_TOPICS) return { seeks, offers, full: true };
  return { seeks: [...seeks, topic], offers, full: false };
}

const loadMore = () => import("./more.js");
const loadTopics = () => import("./topics.js");
const loadTongues = () => import("./tongues.js");
const loadHelp = () => import("./help.js");

/** @typedef {{ draft: Profile, full: boolean, saving: boolean, error: string, more: boolean }} Form */

/** @extends {Component<Props, Form>} */
export class ProfileForm extends Component {
  /** @param {Props} props */
  constructor(props) {
    super(props);
    const profile = props.state.profile ?? { name: "" };
    const languages = props.state.local.editing
      ? profile.languages
      : guessLanguages(navigator.languages, profile.languages);
    const draft = { ...profile, languages };
    this.state = { draft, full: false, saving: false, error: "", more: false };
  }

  /** @param {Partial<Profile>} change */
  put(change) {
    this.setState(({ draft }) => ({ draft: { ...draft, ...change }, full: false, error: "" }));
  }

  leave() {
    const { editing } = this.props.state.local;
    const patch = editing ? { editing: false } : { step: /** @type {const} */ ("devices") };
    dispatch({ t: "local.patch", patch });
  }

  async save() {
    this.setState({ saving: true });
    try {
      await send({ t: "profile.set", profile: this.state.draft });
      this.leave();
    } catch (error) {
      this.setState({ saving: false, error: /** @type {{ code?: string }} */ (error).code ?? "" });
    }
  }

  /** @override @param {Props} props @param {Form} form */
  render({ state, now }, form) {
    const { draft, saving, error, more } = form;
    const put = this.put.bind(this);
    const { editing } = state.local;
    const action = html`<button type="button" class="btn wide" aria-disabled=${String(saving)}
      onClick=${() => saving || this.save()}>${t(editing ? "save" : "profile-next")}</button>`;
    const skip = html`<button type="button" class="tlink" onClick=${() => this.leave()}>
      ${t(editing ? "cancel" : "profile-skip")}</button>`;
    return html`<div class="cols main-side">
      <form class="stack l" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
        <div>
          <h1 class="d2" tabindex="-1">${t(editing ? "profile-mine" : "profile-title")}</h1>
          <p class="mute">${t("profile-note")}</p>
        </div>
        <${Languages} ...${{ draft, put }} />
        <${RoleAndYear} ...${{ draft, put }} town=${whereIs(townOf(state))} />
        <${Topics} ...${{ form }} onTap=${(/** @type {string} */ topic) => {
          const { full, ...lists } = tapTopic(draft, topic);
          if (full) this.setState({ full });
          else put(lists);
        }} />
        <details class="card s" open=${editing || more} onToggle=${(/** @type {any} */ event) => this.setState({ more: event.currentTarget.open })}>
          <summary>${t("profile-more")} <span class="soft plain">(${t("optional")})</span></summary>
          ${(editing || more) && html`<${Lazy} load=${loadMore} name="MoreAboutYou" with=${{ draft, put, blocked: state.blocked }} />`}
        </details>
      </form>
      <aside class="stack stick">
        <${Seen} ...${{ draft, state, now }} />
        <p class="private"><${Icon} name="lock" small /><span>${t("profile-privacy")}</span></p>
        ${error && html`<p class="field-error" role="alert">${errorText(error)}</p>`}
        <div class="hide-s stack s">${action}${skip}</div>
      </aside>
    </div>
    <div class="dock hide-l center">${action}${skip}</div>`;
  }
}

/** @typedef {{ draft: Profile, put: (change: Partial<Profile>) => void }} Part */

/** @param {Part} props */
function Languages({ draft, put }) {
  const spoken = draft.languages ?? [];
  const levels = [1, 2, 3, 4].map((value) => ({ value, label: t(`level-${value}`) }));
  const [adding, setAdding] = useState(false);
  /** @param {string} code */
  const onAdd = (code) => {
    put({ languages: [...spoken, { code, level: 2 }] });
    setAdding(false);
  };
  const known = spoken.map(({ code }) => code);
  return html`<fieldset class="stack s">
    <legend class="d3">1 · ${t("profile-languages")}</legend>
    ${spoken.map(({ code, level }) => {
      const name = languageName(code);
      /** @param {string | number} picked */
      const pick = (picked) =>
        put({
          languages: spoken.map((each) => (each.code === code ? { code, level: +picked } : each)),
        });
      const gone = () => put({ languages: spoken.filter((each) => each.code !== code) });
      return html`<div class="tongue" key=${code}>
        <b>${name}</b>
        <${Segmented} name=${`level-${code}`} value=${level} options=${levels}
          label=${t("profile-language-level", { language: name })} onPick=${pick} />
        <button type="button" class="tlink" onClick=${gone}
          aria-label=${t("profile-language-remove", { language: name })}><${Icon} name="cross" small /></button>
      </div>`;
    })}
    ${
      spoken.length < MOST_LANGUAGES &&
      (adding
        ? html`<${Lazy} load=${loadTongues} name="AddLanguage" with=${{ known, onAdd }} />`
        : html`<button type="button" class="tlink" onClick=${() => setAdding(true)}>
            + ${t("profile-language-add")}</button>`)
    }
    <p class="hint">${t("profile-languages-hint")}</p>
  </fieldset>`;
}

/** @param {Part & { town: string }} props */
function RoleAndYear({ draft, put, town }) {
  const { role, cohort, age = "unknown" } = draft;
  const question = t("profile-role", { town });
  const years = Array.from({ length: COHORTS }, (_, n) => new Date().getFullYear() - n);
  const ages = AGES.map((value) => ({ value, label: t(`profile-age-${value}`) }));
  return html`<fieldset class="stack s">
    <legend class="d3">2 · ${question}</legend>
    <div class="row tight" role="group" aria-label=${question}>
      ${ROLES.map(
        (each) => html`<${Pick} key=${each} pressed=${each === role}
          onPress=${() => put({ role: each, cohort: null })}>
          ${each === role && html`<${Icon} name="check" small />`}${t(`profile-role-${each}`)}<//>`,
      )}
    </div>
    ${
      (role === "alumni" || role === "student") &&
      html`<${Field} id="cohort" label=${t(`profile-cohort-${role}`)}>
        ${(
          /** @type {object} */ ids,
        ) => html`<select class="in short" ...${ids} value=${cohort ?? ""}
          onChange=${(/** @type {any} */ event) => put({ cohort: +event.currentTarget.value || null })}>
          <option value="">${t("profile-cohort-none")}</option>
          ${years.map((year) => html`<option key=${year} value=${year}>${year}</option>`)}
        </select>`}
      <//>`
    }
    ${
      role === "prospective" &&
      html`<p class="lab">${t("profile-age")}</p>
        <${Segmented} name="age" label=${t("profile-age")} value=${age} options=${ages}
          onPick=${(/** @type {any} */ picked) => put({ age: picked })} />
        <p class="hint">${t("profile-age-hint")}</p>
        ${age !== "adult" && html`<div class="note ai" role="status"><${Icon} name="shield" small /><b>${t("minor-mode")}</b><span>${t("minor-mode-note")}</span></div>`}`
    }
  </fieldset>`;
}

/** @param {{ form: Form, onTap: (topic: string) => void }} props */
function Topics({ form: { draft, full }, onTap }) {
  const left = MOST_TOPICS - (draft.seeks ?? []).length - (draft.offers ?? []).length;
  return html`<fieldset class="stack s">
    <legend class="d3">3 · ${t("profile-topics")}</legend>
    <p class="hint">${t("profile-topics-hint")}</p>
    <${Lazy} load=${loadTopics} name="TopicPicker" with=${{ draft, full, left, onTap }} />
  </fieldset>`;
}

/* ---- Sound and picture ---- */

const PEAK_FALLS = 0.97;

/** @typedef {{ level: number, peak: number, sound: "" | "playing" | "none" }} Heard */

/**
 * The one line on top: what works, or what is in the way.
 *
 * @param {import("./devices.js").Devices} devices
 */
function titleOf({ opened, asking, problems: { camera, microphone }, wish, stream }) {
  if (!opened) return asking ? "dev-title" : "dev-ask";
  const mode = gear.modeOf({ wish, stream });
  const problem = microphone ?? camera;
  const fine = { video: "dev-ok", audio: "dev-ok-audio", text: "dev-ok-text" }[mode];
  if (wish === "text" || !problem) return fine;
  if (problem === "denied" && camera && microphone) return "dev-denied-both";
  if (problem === "denied") return microphone ? "dev-denied-mic" : "dev-denied";
  if (problem === "missing") return microphone ? "dev-none" : "dev-no-camera";
  return `dev-${problem}`;
}

/** @extends {Component<Props, Heard>} */
export class DeviceCheck extends Component {
  /** @override @type {Heard} */
  state = { level: 0, peak: 0, sound: "" };
  /** @type {MediaStreamTrack | null} */
  track = null;
  stopListening = () => {};
  stopFollowing = () => {};

  /** @override */
  async componentDidMount() {
    this.stopFollowing = effect(() => this.follow(gear.devices.value));
    const states = await Promise.all([gear.permission("camera"), gear.permission("microphone")]);
    // Only what needs no question opens by itself; the question comes when it was announced.
    if (!states.includes("prompt") && !states.includes("unknown")) await gear.openDevices();
  }

  /** @override */
  componentWillUnmount() {
    this.stopFollowing();
    this.stopListening();
  }

  /** @param {import("./devices.js").Devices} current */
  follow({ stream }) {
    const track = stream?.getAudioTracks()[0] ?? null;
    if (track !== this.track) this.stopListening();
    if (track && track !== this.track) {
      this.stopListening = gear.listenTo(new MediaStream([track]), (level) =>
        this.setState({ level, peak: Math.max(level, this.state.peak * PEAK_FALLS) }),
      );
    }
    this.track = track;
    this.forceUpdate();
  }

  play = async () => {
    this.setState({ sound: "playing" });
    const { playNotes } = await import("./notes.js");
    playNotes(gear.devices.value.chosen.speaker).catch(() => this.setState({ sound: "none" }));
  };

  /** @param {import("./protocol.js").Mode} [wish] */
  async enter(wish) {
    if (wish) await gear.setWish(wish);
    dispatch({ t: "local.patch", patch: { step: "lobby" } });
    await orSay(send({ t: "mixer.ready", mode: gear.modeOf(gear.devices.value) }));
  }

  /** @override @param {Props} props @param {Heard} heard */
  render({ state, now }, heard) {
    const current = gear.devices.value;
    const { opened, problems, wish } = current;
    const mode = gear.modeOf(current);
    const problem = opened && wish !== "text" && (problems.microphone ?? problems.camera);
    const [label, act] = opened
      ? [mode === "video" ? "dev-enter" : `dev-continue-${mode}`, () => this.enter()]
      : ["dev-ask-action", gear.openDevices];
    const ways = opened
      ? { video: ["audio", "text"], audio: ["text"], text: [] }[mode]
      : ["audio", "text"];
    const acts = html`<button type="button" class="btn big wide" onClick=${act}>${t(label)}</button>
      <div class="row mid">${ways.map(
        (way) => html`<button type="button" class="tlink" key=${way}
        onClick=${() => this.enter(/** @type {"audio" | "text"} */ (way))}>${t(`dev-continue-${way}`)}</button>`,
      )}</div>`;
    return html`<div class="cols main-side">
      <section class="stack">
        <h1 class="d2" tabindex="-1">${t(titleOf(current))}</h1>
        <${Self} ...${{ state, now, current }} />
        ${opened && html`<${Switches} current=${current} />`}
      </section>
      <aside class="stack">
        ${!opened && html`<p class="mute">${t(current.asking ? "dev-asking" : "dev-ask-note")}</p>`}
        ${problem && html`<${Lazy} load=${loadHelp} name="DeviceHelp" with=${{ problem }} />`}
        ${opened && html`<${DeviceList} ...${{ current, heard }} onPlay=${this.play} />`}
        <div class="hide-s stack s">${acts}</div>
        <p class="hint">${t("dev-local")} ${t("dev-direct")}</p>
      </aside>
    </div>
    <div class="dock hide-l center">${acts}</div>`;
  }
}

/** @param {Props & { current: import("./devices.js").Devices }} props */
function Self({ state, now, current }) {
  const card = state.people.get(state.me)?.card ?? state.profile;
  const [name, zone] = [card?.name ?? "", card?.zone ?? "UTC"];
  const seen = current.stream?.getVideoTracks().length ? current.stream : null;
  const told = seen ? "dev-preview" : current.stream ? "dev-initial-voice" : "dev-initial";
  /** @param {HTMLVideoElement | null} video */
  const show = (video) => {
    if (video && video.srcObject !== seen) video.srcObject = seen;
  };
  return html`<figure class="tile self mirror" data-sky=${skyOf(now, zone)}>
    ${seen ? html`<video ref=${show} autoplay playsinline muted />` : html`<div class="tile-off"><${Avatar} ...${{ name, zone, now }} size="xl" /></div>`}
    <figcaption class="plate">
      <bdi class="plate-n">${name}</bdi><span class="plate-s">${t(told)}</span>
      <${LocalTime} epoch=${now} zone=${zone} />
    </figcaption>
  </figure>`;
}

/** @param {{ current: import("./devices.js").Devices }} props */
function Switches({ current: { stream, micOn, cameraOn, wish } }) {
  if (!stream || wish === "text") return null;
  return html`<div class="row tight mid">
    <${Pick} pressed=${micOn} onPress=${() => gear.setMic(!micOn)}>
      <${Icon} name=${micOn ? "mic" : "mic-off"} small />${t(`dev-microphone-${micOn ? "on" : "off"}`)}<//>
    ${
      wish === "video" &&
      html`<${Pick} pressed=${cameraOn} onPress=${() => gear.setCamera(!cameraOn)}>
        <${Icon} name=${cameraOn ? "camera" : "camera-off"} small />${t(`dev-camera-${cameraOn ? "on" : "off"}`)}<//>`
    }
  </div>`;
}

/** @param {{ current: import("./devices.js").Devices, heard: Heard, onPlay: () => void }} props */
function DeviceList({ current: { found, chosen, problems, wish, stream }, heard, onPlay }) {
  const heardAs = gear.hearing(heard.peak);
  const tone = heardAs === "dev-hear" ? "" : heardAs === "dev-hear-loud" ? "hot" : "quiet";
  /** @param {import("./devices.js").Kind} kind */
  const choice = (kind) =>
    found[kind].length > 0 &&
    html`<select class="in" aria-label=${t(`dev-${kind}`)} value=${chosen[kind]}
      onChange=${(/** @type {any} */ event) => gear.chooseDevice(kind, event.currentTarget.value)}>
      <option value="">${t("dev-default")}</option>
      ${found[kind].map(({ id, label }, n) => html`<option key=${id} value=${id}>${label || t("dev-n", { n: n + 1 })}</option>`)}
    </select>`;
  return html`<ul class="card list">
    ${
      stream &&
      html`<li class="stack s">
      <div class="row apart"><span class="lab">${t("dev-microphone")}</span><span class=${`hears ${tone}`}>${t(heardAs)}</span></div>
      <${Meter} level=${heard.level} label=${`${t("dev-level")}: ${t(heardAs)}`} />${choice("microphone")}</li>`
    }
    <li class="stack s"><div class="row apart"><span class="lab">${t("dev-speaker")}</span>
      <button type="button" class="btn quiet sm" onClick=${onPlay}><${Icon} name="speaker" small />${t("dev-speaker-test")}</button></div>
      <p class="hint" role="status">${heard.sound && t(`dev-speaker-${heard.sound}`)}</p>${choice("speaker")}</li>
    ${wish === "video" && !problems.camera && html`<li class="stack s"><span class="lab">${t("dev-camera")}</span>${choice("camera")}</li>`}
  </ul>`;
}
