// @ts-check
/**
 * Here: what opens beside the dial: the lounge, the list of those present, one's own evening.
 * Rule: one of them at a time, and the lounge is the room's chat without a room.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { Chat } from "./chat.js";
import { setWish } from "./devices.js";
import { Dialog } from "./floats.js";
import { orSay, present } from "./lobby.js";
import { html, Icon, PersonChip, Pick, Presence, Segmented } from "./parts.js";
import { describe } from "./profile.js";
import { dispatch, send } from "./socket.js";
import { t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").Card} Card */
/** @typedef {import("./protocol.js").Mode} Mode */
/** @typedef {{ state: State, now: number, token: string }} Props */

const MODES = /** @type {const} */ (["video", "audio", "text"]);
const SHOWN = 40;

const close = () => dispatch({ t: "local.patch", patch: { open: "" } });

/** @param {Props} props */
export function Panel({ state, now, token }) {
  const { open } = state.local;
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => heading.current?.focus(), [open]);
  const title = { lounge: "lounge-title", people: "lobby-people", more: "lobby-options", "": "" }[
    open
  ];
  if (!open) return null;
  return html`<section class=${`card stack ${open}`} aria-labelledby="panel">
    <div class="row apart">
      <h2 id="panel" class="d3" tabindex="-1" ref=${heading}>${t(title)}</h2>
      <button type="button" class="tlink" onClick=${close}>${t("close")}</button>
    </div>
    ${open === "lounge" && html`<${Lounge} ...${{ state, now }} />`}
    ${open === "people" && html`<${People} ...${{ state, now }} />`}
    ${open === "more" && html`<${Evening} ...${{ state, token }} />`}
  </section>`;
}

/** @param {{ state: State, now: number }} props */
function Lounge({ state, now }) {
  const last = state.chat.lounge.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (last > state.local.read) dispatch({ t: "local.patch", patch: { read: last } });
  }, [last]);
  return html`<${Chat} ...${{ state, now }} room=${null} label=${t("lounge-write")}
    note=${t(last ? "lounge-note" : "lounge-empty")} />`;
}

/** @param {{ state: State, now: number }} props */
function People({ state, now }) {
  const [shown, setShown] = useState(SHOWN);
  const [asked, setAsked] = useState(/** @type {Card | null} */ (null));
  const people = present(state).sort((a, b) => b.since - a.since);
  // Of a large event only some are known by name.
  const rest = state.presence.total - people.length;
  const block = () => {
    if (asked) orSay(send({ t: "person.block", person: asked.id }));
    setAsked(null);
  };
  return html`<ul class="list">
      ${people.slice(0, shown).map(
        ({ card, state: where }) => html`<li class="row apart" key=${card.id}>
          <${PersonChip} person=${card} now=${now} />
          <span class="row tight xs"><${Presence} state=${where} />
            ${
              card.id !== state.me &&
              html`<button type="button" class="tlink" onClick=${() => setAsked(card)}
                aria-label=${t("safe-block-ask", { name: card.name })}><${Icon} name="block" small />
                ${t("safe-block-action")}</button>`
            }
          </span>
        </li>`,
      )}
    </ul>
    ${
      people.length > shown &&
      html`<button type="button" class="btn quiet" onClick=${() => setShown(shown + SHOWN)}>
        ${t("lobby-more-people", { n: people.length - shown })}
      </button>`
    }
    ${rest > 0 && shown >= people.length && html`<p class="sm mute">${t("lobby-more-people", { n: rest })}</p>`}
    ${
      asked &&
      html`<${Dialog} title=${t("safe-block-ask", { name: asked.name })} note=${t("safe-block-what")}
        danger=${t("safe-block-action")} safe=${t("cancel")} onDanger=${block} onClose=${() => setAsked(null)} />`
    }`;
}

/** @param {{ state: State, token: string }} props */
function Evening({ state, token }) {
  const mode = state.you?.mode ?? "video";
  /** @param {string | number} picked */
  const pick = async (picked) => {
    const wish = /** @type {Mode} */ (picked);
    orSay(send({ t: "mixer.ready", mode: wish }));
    await setWish(wish);
  };
  const check = () => dispatch({ t: "local.patch", patch: { step: "devices", open: "" } });
  return html`<div class="stack">
    <div class="stack s">
      <h3>${t("mode-title")}</h3>
      <${Segmented} name="mode" label=${t("mode-title")} value=${mode} onPick=${pick}
        options=${MODES.map((value) => ({ value, label: t(`mode-${value}`) }))} />
      <button type="button" class="tlink" onClick=${check}>${t("dev-title")}</button>
    </div>
    <${Wishes} state=${state} />
    <${OtherDevice} token=${token} />
    <button type="button" class="tlink" onClick=${() => orSay(send({ t: "help.ask", on: true }))}>
      ${t("help-ask")}</button>
    <button type="button" class="tlink" onClick=${() => orSay(send({ t: "event.leave" }))}>
      ${t("lobby-leave")}</button>
  </div>`;
}

/**
 * What one would rather not: each is one tap, is kept, and is taken back by another.
 *
 * @param {{ state: State }} props
 */
function Wishes({ state: { you, profile } }) {
  if (!you || !profile) return null;
  const { ready = false } = you;
  const away = !ready;
  const quiet = Boolean(you.unsuggested);
  const wishes = /** @type {[string, boolean, () => Promise<unknown>][]} */ ([
    [
      "wish-sit-out",
      Boolean(you.sitting_out),
      () => send({ t: "mixer.sit_out", on: !you.sitting_out }),
    ],
    ["wish-pause", away, () => send({ t: "mixer.ready", ready: away })],
    [
      "lobby-no-one-to-one",
      Boolean(profile.no_pairs),
      () => describe({ no_pairs: !profile.no_pairs }),
    ],
    [
      "wish-no-recruiters",
      !profile.recruiters_ok,
      () => describe({ recruiters_ok: !profile.recruiters_ok }),
    ],
    ["wish-quiet", quiet, () => send({ t: "mixer.suggest", on: quiet })],
  ]);
  return html`<section class="stack s" aria-labelledby="wishes">
    <h3 id="wishes">${t("wish-title")}</h3>
    <div class="row tight">${wishes.map(
      ([
        key,
        pressed,
        act,
      ]) => html`<${Pick} key=${key} pressed=${pressed} onPress=${() => orSay(act())}>
        ${pressed && html`<${Icon} name="check" small />`}${t(key)}<//>`,
    )}</div>
    <p class="xs soft">${t("wish-note")}</p>
  </section>`;
}

/** @param {{ token: string }} props */
function OtherDevice({ token }) {
  const [copied, setCopied] = useState(false);
  const link = `${location.origin}${location.pathname}#${token}`;
  const copy = async () => {
    await navigator.clipboard?.writeText(link);
    setCopied(true);
  };
  return html`<section class="stack s" aria-labelledby="other">
    <h3 id="other">${t("more-device")}</h3>
    <p class="sm mute">${t("more-device-note")}</p>
    <input class="in" readonly dir="ltr" value=${link} aria-labelledby="other"
      onFocus=${(/** @type {any} */ event) => event.currentTarget.select()} />
    ${
      navigator.clipboard &&
      html`<button type="button" class="btn quiet sm" onClick=${copy}>
        <${Icon} name="link" small />${t(copied ? "copied" : "copy")}
      </button>`
    }
  </section>`;
}
