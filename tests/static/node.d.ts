// The part of node that these tests use. The whole of node's types would put its globals
// (and another setTimeout) into the browser's modules, which are checked in the same run.

declare module "node:test" {
  export interface TestContext {
    after(body: () => void): void;
  }
  type Body = (context: TestContext) => void | Promise<void>;
  interface Options {
    skip?: boolean | string;
    timeout?: number;
  }
  interface Run {
    (name: string, body: Body): Promise<void>;
    (name: string, options: Options, body: Body): Promise<void>;
  }
  export const test: Run;
  export const it: Run;
  export const describe: Run;
  export function before(body: Body): void;
  export function after(body: Body): void;
  export function beforeEach(body: Body): void;
  export function afterEach(body: Body): void;
  export default test;
}

declare module "node:assert/strict" {
  type Thrown = RegExp | (new (...args: never[]) => Error) | ((error: unknown) => boolean) | object;
  interface Assert {
    (value: unknown, message?: string): asserts value;
    ok(value: unknown, message?: string): asserts value;
    equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T;
    notEqual(actual: unknown, expected: unknown, message?: string): void;
    deepEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T;
    notDeepEqual(actual: unknown, expected: unknown, message?: string): void;
    match(value: string, pattern: RegExp, message?: string): void;
    doesNotMatch(value: string, pattern: RegExp, message?: string): void;
    throws(body: () => unknown, expected?: Thrown, message?: string): void;
    rejects(body: Promise<unknown> | (() => Promise<unknown>), expected?: Thrown): Promise<void>;
    fail(message?: string): never;
  }
  const assert: Assert;
  export default assert;
}

declare module "node:fs" {
  export function readFileSync(path: string | URL, encoding: "utf8"): string;
  export function readdirSync(path: string | URL, options?: { recursive: boolean }): string[];
}

declare module "node:fs/promises" {
  export function readFile(path: string | URL, encoding: "utf8"): Promise<string>;
}
