// @ts-check
/**
 * Reasons: why two people were put together, and the questions to start with, in words.
 * Rule: a reason the page does not know is worded generally; the server never sends a sentence.
 */
import { useEffect, useState } from "preact/hooks";
import { firstOf, language, loadWords, slug, t } from "./words.js";

/** @typedef {import("./protocol.js").Reason} Reason */

const PROMPTS = 24;
const SHOWN = 2;

/** Fetches the names of the topics; false until they are here. */
export function useTopics() {
  const [here, setHere] = useState(false);
  useEffect(() => {
    void loadWords(language(), ["topics"]).then(() => setHere(true));
  }, []);
  return here;
}

/** @param {Reason} reason */
export function reasonText({ kind, topic }) {
  const args = topic ? { topic: t(`topic-${topic}`) } : undefined;
  return firstOf([`reason-${slug(kind)}`, "reason-unknown"], args);
}

/** At most two, as the server ranks them. */
/** @param {readonly Reason[] | undefined} reasons */
export function shown(reasons) {
  return (reasons ?? []).slice(0, SHOWN);
}

/**
 * The question that a room's number stands for; the same for everybody in it.
 *
 * @param {number | undefined} number
 */
export function promptText(number) {
  return t(`prompt-${((number ?? 0) % PROMPTS) + 1}`);
}

/** Which drawing goes with a reason. */
/** @param {Reason} reason */
export function iconOf({ kind, topic }) {
  if (topic) return kind.startsWith("both") || kind.startsWith("shared") ? "people" : "thread";
  return kind === "language" ? "chat" : "people";
}
