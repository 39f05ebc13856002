/** What the schema has against a feed, in faults. Fetched where it has something: most feeds are drawn without. */
import { placeOf, quote, type Fault } from './faults.js';
import { itemOf, numberOf } from './feed.js';
import { validate, type SchemaError } from './feed-validator.js';
import { isKind, kindNames } from './kinds/index.js';
import type { Steps } from './slices.js';
import type { ReadNumber } from './types.js';

/** The frame of a feed: without these, or with another type, nothing can be drawn. */
const FRAME = /^(version|id|title|metrics|regions|values|pairs|notes|names|headlines|sources|boundaries)?$/;

export function* checkAtOnce(json: unknown, read: ReadNumber[]): Steps<Fault[]> {
  const faults = new Map<string, Fault>();
  checkPart(json, json, faults, read);
  return [...faults.values()];
}

/** Checks the feed, or some items of one of its lists that begin with the item `skipped`. */
export function checkPart(
  part: unknown,
  json: unknown,
  faults: Map<string, Fault>,
  read: ReadNumber[],
  field = '',
  skipped = 0,
): void {
  if (validate(part)) return;
  for (const error of validate.errors ?? []) {
    // What a part lacks of the whole is no fault.
    if (field && !error.instancePath.startsWith(`/${field}/`)) continue;
    const instancePath = error.instancePath.replace(/\d+/, (index) => String(Number(index) + skipped));
    if (isOfKind(error) && isKind(valueAt(json, instancePath))) continue;
    // The alternatives of a text or a code are one place for the reader: the first thing said of it stays.
    const fault = faultOf({ ...error, instancePath }, json);
    const value = error.params.type === 'number' ? valueAt(json, instancePath) : undefined;
    const to = typeof value === 'string' && !fault.path.endsWith(']') ? numberOf(value) : undefined;
    // No weight may be zero or less, which the schema says of numbers only.
    if (typeof value === 'string' && to !== undefined && to > 0) read.push({ path: fault.path, from: value, to });
    else if (!faults.has(fault.path)) faults.set(fault.path, fault);
  }
}

/** Is it of the list of kinds? The schema has those of the library, and others may be registered. */
const isOfKind = ({ instancePath, keyword }: SchemaError): boolean =>
  keyword === 'enum' && /^\/metrics\/\d+\/kind$/.test(instancePath);

function faultOf(error: SchemaError, json: unknown): Fault {
  const place = placeOf(error.instancePath);
  const got = quote(valueAt(json, error.instancePath));
  if (error.keyword === 'required') {
    const field = String(error.params.missingProperty);
    return faultAt('missing-field', place ? `${place}.${field}` : field, { field });
  }
  if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') {
    const field = String(error.params.additionalProperty ?? error.params.unevaluatedProperty);
    return { code: 'unknown-field', path: place ? `${place}.${field}` : field, severity: 'warning', args: { field } };
  }
  if (place === 'version') return faultAt('wrong-version', place, { got });
  if (error.keyword === 'enum' || error.keyword === 'const') {
    const { allowedValue, allowedValues } = error.params;
    const allowed = isOfKind(error) ? kindNames() : (allowedValues as unknown[] | undefined);
    return faultAt('not-allowed', place, { expected: allowed?.join(', ') ?? quote(allowedValue), got });
  }
  return faultAt('wrong-type', place, { expected: expectedType(error), got });
}

function expectedType(error: SchemaError): string {
  if (error.keyword === 'type') {
    const type = error.params.type;
    return Array.isArray(type) ? type.join(' | ') : String(type);
  }
  if (error.keyword === 'pattern') return String(error.params.pattern);
  if (error.params.comparison) return `${error.params.comparison} ${error.params.limit}`;
  return error.keyword;
}

function faultAt(code: Fault['code'], path: string, args: Fault['args']): Fault {
  // A metric can do without its total.
  const isRow = itemOf(path) && !path.endsWith('.total');
  return { code, path, severity: FRAME.test(path) ? 'fatal' : isRow ? 'row' : 'warning', args };
}

function valueAt(json: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, step) => (at as Record<string, unknown> | null | undefined)?.[step.replace(/~1/g, '/').replace(/~0/g, '~')],
      json,
    );
}
