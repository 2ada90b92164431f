// @ts-check
/**
 * Watch: a signal's value inside a view, which is drawn anew when it changes.
 */
import { effect } from "@preact/signals-core";
import { useEffect, useState } from "preact/hooks";

/**
 * @template T
 * @param {import("@preact/signals-core").ReadonlySignal<T>} source
 * @returns {T}
 */
export function useValue(source) {
  const [value, setValue] = useState(() => source.peek());
  useEffect(() => effect(() => setValue(() => source.value)), [source]);
  return value;
}
