// @ts-check
/**
 * Host people: who is here and what a host may do for them, reports, and the link to hand out.
 * Rule: only removing somebody asks first; everything else can be taken back.
 */
import { useState } from "preact/hooks";
import { Dialog } from "./floats.js";
import { orSay } from "./lobby.js";
import { Avatar, html, Icon, Name, Presence } from "./parts.js";
import { send } from "./socket.js";
import { clock, firstOf, myZone, t, whereIs } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").Card} Card */
/** @typedef {{ state: State, now: number }} Props */

const SHOWN = 30;
const ORDER = ["ready", "lobby", "paused", "bench", "between", "reconnecting"];

/** @param {{ card: Card, state: State }} props */
export function PersonActs({ card: { id: person, name, verified = false }, state: { board } }) {
  const [asking, setAsking] = useState(false);
  const remove = () => {
    orSay(send({ t: "host.remove", person }));
    setAsking(false);
  };
  const verify = () => orSay(send({ t: "host.verify", person, verified: !verified }));
  const joker = board?.joker === person;
  const fill = () => orSay(send({ t: "host.joker", person: joker ? null : person }));
  return html`<span class="row tight xs" role="group" aria-label=${t("host-more", { name })}>
    <button type="button" class="tlink" onClick=${verify}>${t(verified ? "host-unverify" : "host-verify")}</button>
    <button type="button" class="tlink" aria-pressed=${String(joker)} onClick=${fill}
      title=${t("host-joker-what")}>${joker && html`<${Icon} name="check" small />`}${t("host-joker")}</button>
    <button type="button" class="tlink" onClick=${() => setAsking(true)}>${t("host-remove")}</button>
    ${
      asking &&
      html`<${Dialog} title=${t("host-remove-ask", { name })} note=${t("host-remove-what", { name })}
        danger=${t("host-remove")} safe=${t("host-remove-keep", { name })} onDanger=${remove}
        onClose=${() => setAsking(false)} />`
    }
  </span>`;
}

/** @param {Props} props */
export function People({ state, now }) {
  const [wanted, setWanted] = useState("");
  const [shown, setShown] = useState(SHOWN);
  const rank = (/** @type {string} */ where) =>
    (ORDER.indexOf(where) + ORDER.length + 1) % (ORDER.length + 1);
  const people = [...state.people.values()]
    .filter((each) => each.state !== "held")
    .filter(({ card }) => card.name.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()))
    .sort((a, b) => rank(a.state) - rank(b.state) || a.card.name.localeCompare(b.card.name));
  return html`<section class="card s stack s" aria-labelledby="people">
    <h2 id="people">${t("host-people")} <span class="tag">${people.length}</span></h2>
    ${
      state.people.size > SHOWN / 2 &&
      html`<input class="in" type="search" dir="auto" value=${wanted} aria-label=${t("host-find")}
        placeholder=${t("host-find")}
        onInput=${(/** @type {any} */ event) => setWanted(event.currentTarget.value)} />`
    }
    ${
      people.length
        ? html`<ul class="list">${people.slice(0, shown).map(
            ({ card, state: where }) => html`<li key=${card.id}>
              <div class="li">
                <${Avatar} name=${card.name} zone=${card.zone} now=${now} size="sm" />
                <div class="grow sm"><b><${Name} of=${card} /></b>
                  ${state.board?.joker === card.id && html` <span class="tag">${t("host-joker-tag")}</span>`}
                  ${card.verified && html` <${Icon} name="shield" small /><span class="vh">${t("host-verified")}</span>`}<br />
                  <span class="mute">${firstOf([`presence-${where.replace("_", "-")}`, "presence-here"])} · ${whereIs(card)}</span></div>
                <${Presence} state=${where} />
              </div>
              <${PersonActs} ...${{ card, state }} />
            </li>`,
          )}</ul>`
        : html`<p class="mute sm">${t(wanted ? "host-find-none" : "host-empty")}</p>`
    }
    ${people.length > shown && html`<button type="button" class="tlink sm" onClick=${() => setShown(shown + SHOWN)}>${t("lobby-more-people", { n: people.length - shown })}</button>`}
  </section>`;
}

/** @param {Props} props */
export function Reports({ state }) {
  const reports = [...(state.board?.reports ?? [])].sort(
    (a, b) => Number(a.handled ?? false) - Number(b.handled ?? false) || b.at - a.at,
  );
  if (!reports.length) return null;
  const open = reports.filter((report) => !report.handled).length;
  return html`<section class=${open ? "needs shu-needs" : "card s stack s"} aria-labelledby="reports">
    <h2 id="reports">${t("host-reports")} <span class="tag">${open}</span></h2>
    <p class="vh" role="status">${open ? t("say-host-report") : ""}</p>
    <ul class="list">${reports.map(
      ({ id, reporter, subject, subject_name: name, category, note, at, handled }) => {
        const by = state.people.get(reporter)?.card.name ?? t("role-unknown");
        return html`<li class="stack s" key=${id}>
        <p class="sm"><b>${t("host-report-by", { reporter: by, subject: name })}</b> ${clock(at, myZone())}<br />
          ${t(`safe-report-${category.replace("_", "-")}`)}</p>
        ${note && html`<p class="letter" dir="auto">${note}</p>`}
        <div class="row tight">${
          handled
            ? html`<span class="tag ok">${t("host-report-handled")}</span>`
            : html`<button type="button" class="btn sm" onClick=${() => orSay(send({ t: "host.handled", report: id }))}>${t("host-report-take")}</button>
              <button type="button" class="btn stop sm" onClick=${() => orSay(send({ t: "host.remove", person: subject }))}>${t("host-report-remove", { name })}</button>`
        }</div>
      </li>`;
      },
    )}</ul>
  </section>`;
}

/** @param {{ state: State }} props */
export function Invite({ state: { joinLink, event } }) {
  // The same server draws it, whatever name this page was opened under.
  const qr = joinLink && `${new URL(joinLink).pathname}/qr.svg`;
  const [copied, setCopied] = useState(false);
  if (!joinLink) return null;
  const copy = async () => {
    await navigator.clipboard?.writeText(joinLink);
    setCopied(true);
  };
  return html`<section class="card s stack s" aria-labelledby="invite">
    <h2 id="invite">${t("host-invite")}</h2>
    <p class="sm mute">${t("host-invite-note")}</p>
    <input class="in" readonly dir="ltr" value=${joinLink} aria-label=${t("host-invite-link")}
      onFocus=${(/** @type {any} */ event) => event.currentTarget.select()} />
    ${navigator.clipboard && html`<button type="button" class="btn quiet sm" onClick=${copy}><${Icon} name="link" small />${t("host-invite-copy")}</button>`}
    <p class="hint" role="status">${copied ? t("host-invite-copied") : ""}</p>
    ${event?.code && html`<p class="sm mute">${t("host-invite-code")} <b class="num" dir="ltr">${event.code}</b></p>`}
    <p><a class="tlink sm" href=${joinLink} target="_blank" rel="noopener">${t("host-own-seat")}</a></p>
    <p class="hint">${t("host-own-seat-note")}</p>
    ${qr && html`<details><summary class="tlink sm">${t("host-invite-qr")}</summary><img src=${qr} alt=${t("host-qr-label")} width="160" height="160" /></details>`}
  </section>`;
}
