/** Faults of a feed or a file, as values: what is wrong, where, and what to do about it. The words are in `scene/words`. */

export type FaultCode =
  // of a file
  | 'not-found'
  | 'http'
  | 'network'
  | 'timeout'
  | 'not-json'
  | 'empty'
  | 'web-page'
  | 'login'
  | 'encoding'
  | 'wrong-encoding'
  | 'unknown-encoding'
  | 'file-too-large'
  // of a feed
  | 'wrong-type'
  | 'missing-field'
  | 'unknown-field'
  | 'wrong-version'
  | 'not-allowed'
  | 'no-metrics'
  | 'duplicate-id'
  | 'too-many-rows'
  | 'unknown-metric'
  | 'unknown-period'
  | 'class-labels'
  // of a table
  | 'no-places'
  | 'no-numbers'
  | 'open-quote'
  | 'old-workbook'
  | 'broken-workbook'
  | 'too-large'
  | 'other-name'
  | 'merged-number'
  // of a topology
  | 'not-topology'
  | 'no-regions'
  | 'wrong-datum'
  | 'broken-topology'
  | 'broken-geometry'
  | 'duplicate-region'
  | 'more-broken'
  // of what an author asked for
  | 'unknown-region'
  | 'unknown-attribute-value'
  | 'basemap-failed'
  // of what an author has registered; `reason` is what it is
  | 'extension-failed'
  // of the ledger, under `strict`
  | 'strict-ledger'
  // of the library itself
  | 'unexpected';

export interface Fault {
  readonly code: FaultCode;
  /** Where: a place in the feed ("values[12].funding"), an address, or an attribute. */
  readonly path: string;
  /** `fatal`: nothing can be drawn. `row`: this row is left out. `warning`: drawn all the same. */
  readonly severity: 'fatal' | 'row' | 'warning';
  /** What the message names: what was expected, what came, and so on. */
  readonly args: Readonly<Record<string, string>>;
}

const MOST_QUOTED = 60;

/** A value as a person would quote it, short enough for a message. */
export function quote(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'number') return String(value);
  let text: string;
  // Of what is long its beginning is enough.
  let left = MOST_QUOTED;
  const short = (_key: string, part: unknown): unknown =>
    left-- > 0 ? (typeof part === 'string' ? part.slice(0, MOST_QUOTED) : part) : undefined;
  try {
    text = JSON.stringify(value, short) ?? String(value);
  } catch {
    text = Object.prototype.toString.call(value);
  }
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED - 3)}…` : text;
}

/** "/values/12/funding" (JSON pointer) to "values[12].funding". */
export function placeOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce((path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : path ? `${path}.${step}` : step), '');
}
