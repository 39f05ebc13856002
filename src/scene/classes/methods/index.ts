/**
 * The table of classification methods. A method is a file beside this one, a line here (or in `all.ts`, where the first picture
 * of most atlases does without it), and its name in each language.
 */
import { equal } from './equal.js';
import type { Method } from './method.js';
import { quantile } from './quantile.js';
import { threshold } from './threshold.js';

/** In the order in which a reader is offered them. */
export const CLASS_METHODS = ['quantile', 'equal', 'jenks', 'threshold'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

const METHODS: Partial<Record<ClassMethod, Method>> = { quantile, equal, threshold };

export function addMethod(name: ClassMethod, method: Method): void {
  METHODS[name] = method;
}

/** Whether its file is there. */
export const hasMethod = (name: ClassMethod): boolean => METHODS[name] !== undefined;

/** Quantiles, where its file is not there. */
export const methodOf = (name: ClassMethod): Method => METHODS[name] ?? quantile;

/** The methods that a reader is offered; `given` are the publisher's breaks, `chosen` is the method in use. */
export const offeredMethods = (given: readonly number[] | undefined, chosen: string): ClassMethod[] =>
  CLASS_METHODS.filter((name) => !methodOf(name).isPublishers || given !== undefined || name === chosen);
