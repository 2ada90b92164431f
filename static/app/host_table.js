// @ts-check
/**
 * Host's table: whom the rules left without a room this round, and which rule.
 * Rule: nothing here tells a block from a lack of seats; they go first in the next round.
 */
import { html, PersonChip } from "./parts.js";
import { slug, t } from "./words.js";

/** @typedef {import("./reduce.js").State} State */

/** @param {{ state: State, now: number }} props */
export function Table({ state: { board, people }, now }) {
  const table = board?.table ?? [];
  if (!table.length) return null;
  return html`<section class="card s stack s" aria-labelledby="host-table">
    <h2 id="host-table">${t("host-table")} <span class="tag">${table.length}</span></h2>
    <p class="sm mute">${t("host-table-what")}</p>
    <ul class="list">
      ${table.map(({ person, why }) => {
        const card = people.get(person)?.card;
        return (
          card &&
          html`<li class="stack s" key=${person}>
            <${PersonChip} person=${card} now=${now} levels />
            <p class="sm">${t(`host-table-${slug(why)}`)}</p>
          </li>`
        );
      })}
    </ul>
  </section>`;
}
