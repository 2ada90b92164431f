// @ts-check
/**
 * Host rules: who meets whom from the next round on, tried out on the people who are here.
 * Rule: nothing changes before it is applied, and every change that is applied can be taken back;
 * what is shown beside a change is what was played by exactly these rules.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { Finding, sentence } from "./host_finding.js";
import { RoleTable, Weights, Wishes } from "./host_matrix.js";
import { orSay, present } from "./lobby.js";
import { html, Icon, Segmented } from "./parts.js";
import { keyOf, tidy } from "./ruling.js";
import { send } from "./socket.js";
import { firstOf, t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./protocol.js").Rehearsal} Rehearsal */
/** @typedef {import("./protocol.js").Ruling} Ruling */

const TYPING_MS = 300;
const COMING_MS = 1500;
const WHO = /** @type {const} */ (["here", "joined"]);

/** @param {{ state: State, onAnnounce: (text: string) => void, onClose: () => void }} props */
export function Rules({ state, onAnnounce, onClose }) {
  const set = state.board?.ruling;
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => heading.current?.focus(), []);
  if (!set) return null;
  return html`<section class="card stack rules" aria-labelledby="rules">
    <div class="row apart">
      <h2 id="rules" tabindex="-1" ref=${heading}>${t("rules-title")}</h2>
      <button type="button" class="tlink sm" onClick=${onClose}>${t("close")}</button>
    </div>
    <${Editor} ...${{ state, set, onAnnounce }} />
  </section>`;
}

/** @param {{ state: State, set: Ruling, onAnnounce: (text: string) => void }} props */
function Editor({ state, set, onAnnounce }) {
  const [draft, setDraft] = useState(() => tidy(set));
  const [who, setWho] = useState(/** @type {"here" | "joined"} */ ("here"));
  const refused = useRehearsal(state, draft, who);
  const { found, usual } = usePlayed(state, set, draft, who);
  useFollowing(set, setDraft);
  const busy = state.mixer?.phase === "round" || state.mixer?.phase === "wrap_up";
  /** @param {Ruling} ruling */
  const apply = async (ruling) => {
    if (await orSay(send({ t: "host.rules", ruling }))) setDraft(tidy(ruling));
  };
  const changed = keyOf(draft) !== keyOf(set);
  return html`<${WhoComes} ...${{ state, who }} onPick=${setWho} />
    ${refused && html`<div class="note shu" role="alert"><${Icon} name="warn" small /><p>${refused}</p></div>`}
    <${Finding} ...${{ state, found, usual: changed ? usual : null, draft, busy, onAnnounce }} onRemedy=${apply} />
    <div class="stack l rules-edit">
      <${RoleTable} ...${{ draft }} onChange=${setDraft} />
      <${Weights} ...${{ draft }} onChange=${setDraft} />
      <${Wishes} ...${{ draft }} over=${state.mixer?.round ?? 0} onChange=${setDraft} />
    </div>
    <${Acts} ...${{ state, found, changed, busy, wrong: Boolean(refused) }} onApply=${() => apply(draft)}
      onDrop=${() => setDraft(tidy(set))} />`;
}

/** Asks for a rehearsal of the draft whenever it, or who is here, has changed. */
/** @param {State} state @param {Ruling} draft @param {"here" | "joined"} who */
function useRehearsal(state, draft, who) {
  const [refused, setRefused] = useState("");
  const first = useRef(true);
  const here = present(state)
    .map(({ card }) => card.id)
    .sort()
    .join();
  const people = who === "here" ? here : String(state.people.size);
  const last = useRef(people);
  const key = keyOf(draft);
  const { mixer, link } = state;
  useEffect(() => {
    if (link !== "live" || !mixer || mixer.phase === "closed") return;
    const came = last.current !== people;
    last.current = people;
    const wait = first.current ? 0 : came ? COMING_MS : TYPING_MS;
    first.current = false;
    const ask = async () => {
      const refusal = await send({ t: "host.rehearse", ruling: draft, who }).then(
        () => "",
        (error) => refusalOf(error),
      );
      setRefused(refusal);
    };
    const timer = setTimeout(ask, wait);
    return () => clearTimeout(timer);
  }, [key, who, people, link, mixer?.round, mixer?.phase]);
  return refused;
}

/** Names the rule that was refused. */
/** @param {{ code?: string, message?: string }} error */
function refusalOf({ code = "unknown", message = "" }) {
  if (code !== "bad_plan") return t(code === "wrong_phase" ? "rules-last" : "rules-refused");
  const field = message.split(":")[0]?.replace("rules.", "").replaceAll("_", "-") ?? "";
  return firstOf([`rules-bad-${field}`, "rules-refused"]);
}

/** What was played by the draft, and by the rules that are set, to hold beside it. */
/** @param {State} state @param {Ruling} set @param {Ruling} draft @param {string} who */
function usePlayed({ rehearsal }, set, draft, who) {
  const kept = useRef(/** @type {Map<string, Rehearsal>} */ (new Map()));
  if (rehearsal?.state === "done") {
    kept.current.set(`${rehearsal.who} ${keyOf(rehearsal.tried)}`, rehearsal);
  }
  const fits = rehearsal?.who === who && keyOf(rehearsal.tried) === keyOf(draft);
  const usual = kept.current.get(`${who} ${keyOf(set)}`) ?? null;
  return { found: fits ? rehearsal : null, usual };
}

/** A draft that says what was set goes along when that is changed elsewhere, or taken back. */
/** @param {Ruling} set @param {(change: (draft: Ruling) => Ruling) => void} setDraft */
function useFollowing(set, setDraft) {
  const last = useRef(set);
  useEffect(() => {
    const before = keyOf(last.current);
    last.current = set;
    setDraft((draft) => (keyOf(draft) === before ? tidy(set) : draft));
  }, [keyOf(set)]);
}

/** @param {{ state: State, who: "here" | "joined", onPick: (who: "here" | "joined") => void }} props */
function WhoComes({ state, who, onPick }) {
  const here = present(state).length;
  const all = [...state.people.values()].filter((each) => each.state !== "held").length;
  if (here === all && who === "here") return null;
  const counts = { here, joined: all };
  return html`<${Segmented} name="rules-who" label=${t("rules-who")} value=${who} onPick=${onPick}
    options=${WHO.map((value) => ({ value, label: t(`rules-who-${value}`, { n: counts[value] }) }))} />`;
}

/** Beside the button that applies them stands what the changes come to. */
/** @param {{ state: State, found: Rehearsal | null, changed: boolean, busy: boolean, wrong: boolean, onApply: () => void, onDrop: () => void }} props */
function Acts({ state, found, changed, busy, wrong, onApply, onDrop }) {
  const { mixer } = state;
  const next = (mixer?.round ?? 0) + 1;
  const note = !changed ? t("rules-same") : busy ? t("rules-busy") : t("rules-apply-note");
  return html`<div class=${changed ? "rules-act stuck" : "rules-act"}>
    <div class="row tight">
      <button type="button" class="btn sm" disabled=${!changed || busy || wrong} onClick=${onApply}>
        <${Icon} name="check" small />${t("rules-apply", { n: next })}</button>
      ${changed && html`<button type="button" class="btn quiet sm" onClick=${onDrop}>${t("rules-drop")}</button>`}
    </div>
    <p class="hint">${changed && found?.rounds?.length ? html`<b>${sentence(found)}</b> ` : ""}${note}</p>
  </div>`;
}
