/** What a compiled schema asks of a value, in yes and no: `feed-sound.ts` is made of these. */
export type Check = (value: unknown) => boolean;

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText: Check = (value) => typeof value === 'string';

/** Text by language, at least one. */
export const isTexts: Check = (value) =>
  isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(isText);

/** A finite number, and none of the bounds where `isOpen`. */
export const number =
  (least = -Infinity, most = Infinity, isOpen = false): Check =>
  (value) =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= least &&
    value <= most &&
    !(isOpen && value === least);

export const whole =
  (least = -Infinity): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least;

export const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);

export const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

export const list =
  (item: Check, least = 0): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every((each) => item(each));

/** An object with what it needs, and of what it may have what is right; `isClosed` has nothing else. */
export function record(needed: readonly string[], fields: Readonly<Record<string, Check>>, isClosed = false): Check {
  const names = Object.keys(fields);
  return (value) =>
    isObject(value) &&
    needed.every((name) => value[name] !== undefined) &&
    names.every((name) => value[name] === undefined || fields[name]?.(value[name])) &&
    (!isClosed || Object.keys(value).every((name) => names.includes(name)));
}
