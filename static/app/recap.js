// @ts-check
/**
 * Recap: whom one met, who wants to keep in touch, one question.
 * Rule: what is private says so, and a contact is shown only if both said yes.
 */
import { useState } from "preact/hooks";
import { Dial } from "./dial.js";
import { myCard, orSay, townOf } from "./lobby.js";
import { composing, html, Icon, PersonChip } from "./parts.js";
import { dispatch, send } from "./socket.js";
import { greeting, hourOf, skyOf, t, whereIs } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").Meeting} Meeting */
/** @typedef {Meeting & { ids: string[] }} Person */

const PULSE = [1, 2, 3, 4, 5];

/** @param {{ state: State, now: number }} props */
export function Recap({ state, now }) {
  const { pulse } = state;
  const meetings = byPerson(state.meetings);
  const card = myCard(state);
  const part = greeting(hourOf(now, card?.zone ?? "UTC"));
  const mutual = meetings.filter((meeting) => meeting.mutual);
  const others = meetings.filter((meeting) => !meeting.mutual);
  const title = t("recap-title", { part, name: card?.name ?? "", n: meetings.length });
  return html`<div class="cols half">
    <div class="stack">
      <h1 class="lines" tabindex="-1">${title}</h1>
      <${Weave} ...${{ state, now }} />
      ${!meetings.length && html`<p class="mute">${t("recap-none")}</p>`}
    </div>
    <div class="stack l">
      ${
        meetings.length > 0 &&
        html`<section class="stack" aria-label=${t("recap-mutual")}>
          ${
            mutual.length
              ? html`<h2 class="d3">${t("recap-mutual")}</h2>
                <ul class="list card">${mutual.map(
                  (meeting) => html`<${Met} key=${meeting.id} ...${{ meeting, now }} />`,
                )}</ul>`
              : html`<p class="mute">${t("recap-mutual-none")}</p>`
          }
          <${OwnContact} state=${state} />
        </section>`
      }
      ${
        others.length > 0 &&
        html`<section class="stack s" aria-labelledby="also">
          <h2 id="also">${t("recap-also")}</h2>
          <ul class="list">${others.map(
            (meeting) => html`<${Met} key=${meeting.id} ...${{ meeting, now }} />`,
          )}</ul>
        </section>`
      }
      <${Pulse} town=${whereIs(townOf(state))} pulse=${pulse} />
      <p><a href="/">${t("recap-again")}</a></p>
    </div>
  </div>`;
}

/**
 * One line for each person: who was met twice is one tie, and what was said of it counts once.
 *
 * @param {readonly Meeting[]} meetings
 * @returns {Person[]}
 */
export function byPerson(meetings) {
  /** @type {Map<string, Person>} */
  const people = new Map();
  for (const meeting of meetings) {
    const last = people.get(meeting.card.id);
    const told = /** @type {const} */ (["contact", "note", "sent", "received"]);
    people.set(meeting.card.id, {
      ...meeting,
      ...Object.fromEntries(told.map((key) => [key, meeting[key] || last?.[key]])),
      keep: meeting.keep ?? last?.keep,
      mutual: meeting.mutual || last?.mutual,
      ids: [...(last?.ids ?? []), meeting.id],
    });
  }
  return [...people.values()];
}

/** @param {{ state: State, now: number }} props */
function Weave({ state, now }) {
  const { meetings, me } = state;
  const card = myCard(state);
  const met = new Map(meetings.map((meeting) => [meeting.card.id, meeting.card]));
  const present = [...state.people.values()].map((each) => each.card);
  const people = [
    ...new Map(
      [...present, ...met.values(), ...(card ? [card] : [])].map((each) => [each.id, each]),
    ).values(),
  ];
  const kept = new Set(meetings.filter(({ keep }) => keep).map((meeting) => meeting.card.id));
  const n = meetings.length;
  const center = html`<span class="num">${n}</span>
    <span class="sm mute">${t("recap-conversations", { n })}</span>`;
  return html`<${Dial} ...${{ people, me, kept, center }} town=${townOf(state)} label=${t("recap-dial", { n: met.size })}
    fits=${new Set(met.keys())} now=${Math.floor(now / 60) * 60} />`;
}

/** @param {{ state: State }} props */
function OwnContact({ state }) {
  const wishes = state.meetings.some(({ keep }) => keep);
  if (!wishes || state.profile?.contact) return null;
  const edit = () => dispatch({ t: "local.patch", patch: { editing: true } });
  return html`<p class="note ai">
    <${Icon} name="mail" small /><span>${t("wrap-keep-no-contact")}</span>
    <button type="button" class="tlink" onClick=${edit}>${t("profile-mine")}</button>
  </p>`;
}

/** @param {{ meeting: Person, now: number }} props */
function Met({ meeting, now }) {
  const { id, ids, card, keep, mutual, contact, sent, received } = meeting;
  const [open, setOpen] = useState(false);
  const { name } = card;
  const wish = () =>
    orSay(Promise.all(ids.map((each) => send({ t: "meeting.keep", meeting: each, keep: !keep }))));
  return html`<li class="stack s" data-sky=${skyOf(now, card.zone)}>
    <div class="chip-row">
      <${PersonChip} person=${card} now=${now} levels=${false} />
      <div class="row tight">
        <button type="button" class="pick" aria-pressed=${String(Boolean(keep))} onClick=${wish}>
          ${keep && html`<${Icon} name="check" small />`}${t("recap-keep")}
        </button>
        ${
          !sent &&
          html`<button type="button" class=${mutual ? "btn sm" : "btn quiet sm"}
            aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
            <${Icon} name="mail" small />${t("recap-write")}
          </button>`
        }
      </div>
    </div>
    ${
      mutual &&
      (contact
        ? html`<p><span class="sm mute">${t("recap-contact", { name })}</span><br />
            <bdi class="contact">${contact}</bdi></p>`
        : html`<p class="sm mute">${t("recap-no-contact", { name })}</p>`)
    }
    ${keep && !mutual && html`<p class="hint">${t("recap-kept", { name })}</p>`}
    ${open && !sent && html`<${Letter} ...${{ id, name }} onSent=${() => setOpen(false)} />`}
    ${received && html`<${Said} title=${t("recap-received", { name })} text=${received} />`}
    ${sent && html`<${Said} title=${t("recap-sent")} text=${sent} />`}
    <${Note} meeting=${meeting} />
  </li>`;
}

/** @param {{ title: string, text: string }} props */
function Said({ title, text }) {
  return html`<div><p class="xs mute">${title}</p><p class="letter" dir="auto">${text}</p></div>`;
}

/** @param {{ id: string, name: string, onSent: () => void }} props */
function Letter({ id, name, onSent }) {
  const [text, setText] = useState("");
  /** @param {Event} event */
  const post = async (event) => {
    event.preventDefault();
    if (
      text.trim() &&
      (await orSay(send({ t: "meeting.message", meeting: id, text: text.trim() })))
    ) {
      onSent();
    }
  };
  const label = t("recap-write-to", { name });
  return html`<form class="stack s" onSubmit=${post}>
    <label class="lab" for=${`letter-${id}`}>${label}</label>
    <textarea class="in" id=${`letter-${id}`} dir="auto" maxlength="2000" value=${text}
      aria-describedby=${`once-${id}`}
      onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)}></textarea>
    <div class="row apart">
      <p class="hint" id=${`once-${id}`}>${t("recap-write-note", { name })}</p>
      <button type="submit" class="btn sm">${t("send")}</button>
    </div>
  </form>`;
}

/** @param {{ meeting: Meeting }} props */
function Note({ meeting: { id, note = "", card } }) {
  const [saved, setSaved] = useState(false);
  /** @param {any} event */
  const save = async ({ currentTarget }) => {
    const text = currentTarget.value;
    if (text !== note)
      setSaved(Boolean(await orSay(send({ t: "meeting.note", meeting: id, text }))));
  };
  /** @param {any} event */
  const onKey = (event) => {
    if (event.key === "Enter" && !composing(event)) event.currentTarget.blur();
  };
  return html`<details>
    <summary class="tlink sm">${t("recap-note")}${note ? " ·" : ""}</summary>
    <input class="in" dir="auto" maxlength="2000" value=${note} onBlur=${save} onKeyDown=${onKey}
      aria-label=${t("between-note", { name: card.name })} />
    <p class="hint" role="status">${t(saved ? "between-note-saved" : "between-note-private")}</p>
  </details>`;
}

/** @param {{ town: string, pulse: number | null }} props */
function Pulse({ town, pulse }) {
  return html`<section class="stack s" aria-labelledby="pulse">
    <h2 id="pulse">${t("recap-pulse", { town })}</h2>
    <div class="scale" role="radiogroup" aria-labelledby="pulse">
      ${PULSE.map(
        (value) => html`<label key=${value}>
          <input class="bare" type="radio" name="pulse" checked=${pulse === value}
            onChange=${() => orSay(send({ t: "event.pulse", value }))} /><span>${value}</span>
        </label>`,
      )}
    </div>
    <p class="row apart xs mute"><span>${t("recap-pulse-low")}</span><span>${t("recap-pulse-high")}</span></p>
    <p class="hint" role="status">${pulse ? t("recap-pulse-thanks") : ""}</p>
  </section>`;
}
