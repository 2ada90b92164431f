// @ts-check
/**
 * Host finding: what a rehearsal found, in a sentence, and the one fix for each thing that keeps people.
 * Rule: the finding first, then why, then what to do; numbers stand beside every mark.
 */
import { html, Icon } from "./parts.js";
import { choiceOf, rolesOf } from "./ruling.js";
import { language, languageName, slug, t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").Rehearsal} Rehearsal */
/** @typedef {import("./protocol.js").LeftOut} LeftOut */
/** @typedef {import("./protocol.js").Remedy} Remedy */
/** @typedef {import("./protocol.js").Ruling} Ruling */
/** @typedef {{ state: State, draft: Ruling, busy: boolean, onRemedy: (ruling: Ruling) => void, onAnnounce: (text: string) => void }} Doing */

const NAMES = 6;
const TONGUES = 3;
/** Where somebody has to be verified: no rule of the table, but a tap in the list of people. */
const WANTS_PROOF = new Set(["supervision"]);

/** @param {Doing & { found: Rehearsal | null, usual: Rehearsal | null }} props */
export function Finding({ found, usual, ...doing }) {
  const running = !found || found.state === "running";
  const played = found?.rounds?.length ?? 0;
  const total = found?.to_come ?? doing.draft.rounds - (doing.state.mixer?.round ?? 0);
  const step = t(played < total ? "rehearsal-progress" : "rehearsal-trying", { n: played, total });
  return html`<div class="stack finding" aria-busy=${String(running)}>
    <div role="status" aria-live="polite">
      <p class="d3 say">${found && played ? sentence(found) : t(found?.state === "failed" ? "rehearsal-failed" : "rehearsal-running")}</p>
      ${found?.state === "late" && html`<p class="hint">${t(played < total ? "rehearsal-late" : "rehearsal-late-trying", { n: played })}</p>`}
    </div>
    ${running && html`<p class="row tight sm mute"><progress max=${Math.max(1, total)} value=${played} aria-label=${step}></progress><span aria-hidden="true">${step}</span></p>`}
    ${
      found &&
      played > 0 &&
      html`<div class="finding-cols">
        <${Causes} ...${{ found, ...doing }} />
        <${Played} ...${{ found, usual }} />
      </div>`
    }
  </div>`;
}

/** What was found, in one sentence. */
/** @param {Rehearsal} found */
export function sentence({ people, rounds = [], worst = 0, fresh = 0, to_come: all }) {
  const n = rounds.length;
  if (people < 2) return t("rehearsal-few");
  const idle = rounds.find(({ round }) => round === worst)?.idle ?? 0;
  if (idle) return t("rehearsal-left", { n: idle, people, round: worst });
  if (fresh < n) return t("rehearsal-again", { people, fresh });
  return t(n < all ? "rehearsal-so-far" : "rehearsal-fine", { people, n });
}

/** @param {Doing & { found: Rehearsal }} props */
function Causes({ found, ...doing }) {
  const { left = [], remedies = [] } = found;
  const general = remedies.filter(({ kind }) => kind === "rounds");
  const best = remedies[0];
  /** Each fix stands once, beside the first thing it helps against. */
  const shown = /** @type {Set<Remedy>} */ (new Set());
  /** @param {LeftOut} cause */
  const fixesFor = (cause) => {
    const fixes = remedies.filter((remedy) => !shown.has(remedy) && isFor(remedy, cause));
    for (const fix of fixes) shown.add(fix);
    return fixes;
  };
  if (!left.length && !general.length) return null;
  return html`<ul class="causes">
    ${left.map((cause, n) => html`<${Cause} key=${n} ...${{ cause, fixes: fixesFor(cause), best, found, ...doing }} />`)}
    ${general.map(
      (remedy) => html`<li key=${remedy.kind} class="cause">
        <p>${t("rehearsal-run-out", { n: found.fresh ?? 0 })}</p>
        <div class="row tight"><${Fix} ...${{ remedy, best, unproven: false, ...doing }} /></div></li>`,
    )}
  </ul>`;
}

/** @param {Remedy} remedy @param {LeftOut} cause */
function isFor({ kind, pair }, { relax = [], pairs = [] }) {
  return kind === "trios" ? !relax.length : Boolean(pair && pairs.includes(pair));
}

/** @param {Doing & { cause: LeftOut, fixes: Remedy[], best: Remedy | undefined, found: Rehearsal }} props */
function Cause({ cause, fixes, best, found, ...doing }) {
  const { count, people = [], relax = [], why } = cause;
  const names = people.slice(0, NAMES).map((id) => doing.state.people.get(id)?.card.name ?? "");
  const shown = names.filter(Boolean).join(t("list-comma"));
  const more =
    names.length && count > names.length ? t("rehearsal-more", { n: count - names.length }) : "";
  const unproven = relax.includes("unverified");
  const proof = unproven || (!relax.length && WANTS_PROOF.has(why));
  return html`<li class="cause">
    <p><b>${t("rehearsal-people", { n: count })}</b> ${because(cause, found)}</p>
    ${shown && html`<p class="sm mute"><bdi>${shown}</bdi>${more}</p>`}
    ${relax.includes("language") && html`<p class="sm mute">${t("rehearsal-speaks", { languages: tongues(people, doing.state) })}</p>`}
    <div class="row tight">
      ${proof && html`<a class="btn quiet sm" href="#people" onClick=${toPeople}><${Icon} name="shield" small />${t("rehearsal-verify")}</a>`}
      ${fixes.map((remedy) => html`<${Fix} key=${remedy.pair ?? remedy.kind} ...${{ remedy, best, unproven, ...doing }} />`)}
      ${relax.includes("opt_in") && html`<button type="button" class="btn quiet sm" onClick=${() => doing.onAnnounce(t("rehearsal-ask-text"))}><${Icon} name="announce" small />${t("rehearsal-ask")}</button>`}
    </div>
  </li>`;
}

/** @param {Event} event */
function toPeople(event) {
  event.preventDefault();
  const title = document.getElementById("people");
  title?.setAttribute("tabindex", "-1");
  title?.focus();
  title?.scrollIntoView({ block: "start" });
}

/** Why they have no seat, by the rules that keep them or by what else does. */
/** @param {LeftOut} cause @param {Rehearsal} found */
function because({ relax = [], pairs = [], taken = false, why }, { tried }) {
  if (!relax.length) return t(`because-${slug(why)}`);
  const said = relax.map((fault) =>
    fault === "roles" ? forbidden(pairs, tried) : t(`because-${slug(fault)}`),
  );
  const all = new Intl.ListFormat(language(), { type: "conjunction" }).format(said);
  return t(taken ? "because-taken" : "because", { reasons: all });
}

/** @param {string[]} pairs @param {Ruling} tried */
function forbidden(pairs, tried) {
  const said = pairs.map((pair) => {
    const [a, b] = rolesOf(pair);
    const { verdict } = choiceOf(tried, pair);
    const key = ["never", "in_groups", "with_staff"].includes(verdict) ? verdict : "never";
    const each = a === b ? "-each-other" : "";
    return t(`because-${slug(key)}${each}`, { a: t(`roles-${a}`), b: t(`roles-${b}`) });
  });
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(said);
}

/** The languages of those whom nobody can talk with. */
/** @param {string[]} people @param {State} state */
function tongues(people, state) {
  const codes = people.flatMap((id) =>
    (state.people.get(id)?.card.languages ?? [])
      .filter(({ level }) => level > 1)
      .map(({ code }) => code),
  );
  const names = [...new Set(codes)].slice(0, TONGUES).map((code) => languageName(code));
  return new Intl.ListFormat(language(), { type: "disjunction" }).format(names);
}

/** @param {Doing & { remedy: Remedy, best: Remedy | undefined, unproven: boolean }} props */
function Fix({ remedy, best, unproven, busy, onRemedy }) {
  const { kind, pair, served, ruling } = remedy;
  const [a, b] = rolesOf(pair ?? "");
  const names = { a: t(`roles-${a || "staff"}`), b: t(`roles-${b || "staff"}`) };
  const about = unproven ? "remedy-unverified" : a === b ? "remedy-each-other" : "remedy-meets";
  const word = kind === "meets" ? t(about, names) : t(`remedy-${kind}`, { n: ruling.rounds });
  // What does without a check of who somebody is, is never the first thing to do.
  const solid = remedy === best && !unproven;
  return html`<button type="button" class=${solid ? "btn sm fix" : "btn quiet sm fix"} disabled=${busy}
    onClick=${() => onRemedy(ruling)}><span>${word}${served > 0 && html`<small>${t("remedy-served", { n: served })}</small>`}</span></button>`;
}

/** @param {{ found: Rehearsal, usual: Rehearsal | null }} props */
function Played({ found, usual }) {
  const { rounds = [], worst = 0, share = 1 } = found;
  const before = new Map((usual?.rounds ?? []).map((each) => [each.round, each.idle]));
  const most = Math.max(4, ...rounds.map(({ idle }) => idle), ...before.values());
  const sum = (/** @type {"repeats" | "clashes" | "lacking"} */ key) =>
    rounds.reduce((all, each) => all + each[key], 0);
  const percent = new Intl.NumberFormat(language(), { style: "percent", maximumFractionDigits: 1 });
  const lines = /** @type {[string, string | number, boolean][]} */ ([
    ["played-repeats", sum("repeats"), sum("repeats") > 0],
    ["played-clashes", sum("clashes"), sum("clashes") > 0],
    ...(sum("lacking") ? [["played-lacking", sum("lacking"), true]] : []),
    ["played-out", found.sat_out ?? 0, false],
    ["played-longest", found.longest ?? 0, (found.longest ?? 0) > 1],
    ["played-share", percent.format(Math.floor(share * 1000) / 1000), false],
  ]);
  return html`<div class="stack s played">
    <table class="dots">
      <caption>${t("played-title")}</caption>
      <thead class="vh"><tr><th scope="col">${t("played-round")}</th><th scope="col">${t("played-idle")}</th></tr></thead>
      <tbody>${rounds.map(
        ({ round, idle }) => html`<tr key=${round} class=${round === worst ? "worst" : ""}>
          <th scope="row">${t("played-round-n", { n: round })}</th>
          <td><span class="track" aria-hidden="true" style=${`--most:${most}`}>
              ${before.has(round) && html`<i class="was" style=${`--n:${before.get(round)}`}></i>`}
              <i class="is" style=${`--n:${idle}`}></i></span>
            <b class="tn">${idle}</b>${before.has(round) && before.get(round) !== idle && html`<small class="mute"> ${t("played-was", { n: before.get(round) ?? 0 })}</small>`}</td>
        </tr>`,
      )}</tbody>
    </table>
    ${usual && html`<p class="row tight xs mute"><span class="row tight firm"><i class="dot is" aria-hidden="true"></i>${t("played-tried")}</span><span class="row tight firm"><i class="dot was" aria-hidden="true"></i>${t("played-set")}</span></p>`}
    <dl class="went sm">${lines.map(
      ([key, value, bad]) =>
        html`<div key=${key} class="row apart"><dt class="mute">${t(key)}</dt><dd class=${bad ? "num bad" : "num"}>${value}</dd></div>`,
    )}</dl>
  </div>`;
}
