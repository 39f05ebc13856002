/** What an author hands in wrongly is an error where it is handed in, and says what to write instead. */
import { quote } from '../data/faults.js';

/** "registerScheme("ember"): …", for errors, warnings and faults. */
export const callOf = (call: string, name: unknown): string => `${call}(${quote(name)})`;

/** An error for whoever writes the call: the argument, what came, and the remedy. */
export function refuse(call: string, argument: string, expected: string, got: unknown): never {
  const shown = typeof got === 'function' ? 'a function' : quote(got);
  throw new TypeError(`pair-atlas: ${call}: ${argument} must be ${expected}; got ${shown}.`);
}

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Small letters, digits and single hyphens: it stands in attributes, addresses and feeds. */
export function checkName(call: string, name: unknown, taken: readonly string[], example: string): void {
  // "constructor" is a name that all objects have.
  if (typeof name !== 'string' || !NAME.test(name) || name in {})
    refuse(
      `${call}(name, …)`,
      'name',
      `small letters, digits and single hyphens, a letter first, such as "${example}"`,
      name,
    );
  checkFree(call, name, taken);
}

export function checkFree(call: string, name: string, taken: readonly string[]): void {
  if (taken.includes(name))
    throw new TypeError(
      `pair-atlas: ${callOf(call, name)}: the name is taken; choose another one than ${taken.join(', ')}.`,
    );
}

export function checkObject(call: string, argument: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse(call, argument, 'an object (see "Extending" in the README)', value);
}

export function checkFunction(call: string, argument: string, value: unknown): void {
  if (typeof value !== 'function') refuse(call, argument, 'a function', value);
}

/** Text for readers: a string, or one for each of several languages, of which there is at least one. */
export function checkText(call: string, argument: string, value: unknown): void {
  const texts: readonly unknown[] =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : [value];
  if (texts.length === 0 || texts.some((text) => typeof text !== 'string' || text.trim() === ''))
    refuse(call, argument, 'a text, or texts by language such as {"zh-CN": "标准差", en: "Deviation"}', value);
}

/** Members that are not read are slips of the pen, more often than not. */
export function checkMembers(call: string, argument: string, value: object, known: readonly string[]): void {
  for (const member of Object.keys(value))
    if (!known.includes(member))
      throw new TypeError(
        `pair-atlas: ${call}: ${argument} has no member "${member}"; leave it out, or write one of ${known.join(', ')}.`,
      );
}
