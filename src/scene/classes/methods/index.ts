/** The table of classification methods. A method is a file beside this one, a line here, and its name in each language. */
import { equal } from './equal.js';
import { jenks } from './jenks.js';
import type { Method } from './method.js';
import { quantile } from './quantile.js';
import { threshold } from './threshold.js';

const METHODS = { quantile, equal, jenks, threshold } as const satisfies Readonly<Record<string, Method>>;

export type ClassMethod = keyof typeof METHODS;
export const CLASS_METHODS: readonly ClassMethod[] = Object.keys(METHODS) as ClassMethod[];

export const methodOf = (name: ClassMethod): Method => METHODS[name];

/** The methods that a reader is offered; `given` are the publisher's breaks, `chosen` is the method in use. */
export const offeredMethods = (given: readonly number[] | undefined, chosen: string): ClassMethod[] =>
  CLASS_METHODS.filter((name) => !METHODS[name].isPublishers || given !== undefined || name === chosen);
