/**
 * The table of classification methods. A method is a file beside this one, a line here (or in `all.ts`, where the first picture
 * of most atlases does without it), and its name in each language.
 */
import type { RegisteredMethods } from '../../../data/registered.js';
import { equal } from './equal.js';
import type { Method } from './method.js';
import { quantile } from './quantile.js';
import { threshold } from './threshold.js';

export type BuiltInMethod = 'quantile' | 'equal' | 'jenks' | 'threshold';
export type ClassMethod = BuiltInMethod | keyof RegisteredMethods;
/** In the order in which a reader is offered them; what is registered comes last. */
export const CLASS_METHODS: ClassMethod[] = ['quantile', 'equal', 'jenks', 'threshold'] satisfies BuiltInMethod[];

const METHODS: Record<string, Method | undefined> = { quantile, equal, threshold } satisfies Partial<
  Record<BuiltInMethod, Method>
>;

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
