/** How sure a number or a pair is: the one place that orders the statuses and says which of them need a remark. */

/** From the surest to the least sure. */
export const STATUSES = [
  'reported',
  'confirmed',
  'revised',
  'provisional',
  'inferred',
  'estimated',
  'illustrative',
] as const;
export type Status = (typeof STATUSES)[number];

/** Of a row that does not say how it is known. */
export const DEFAULT_STATUS: Status = 'reported';

/** The less sure of two. */
export function lessSure(a: Status, b: Status): Status {
  return STATUSES.indexOf(a) >= STATUSES.indexOf(b) ? a : b;
}

/** Did somebody publish the number as it is? What nobody did has a hatch, and is never shown to the last digit. */
export function isPublished(status: Status): boolean {
  return STATUSES.indexOf(status) <= STATUSES.indexOf('provisional');
}

/** True of what was reported or confirmed; every other status is said wherever the number is shown. */
export function needsNoRemark(status: Status): boolean {
  return status === 'reported' || status === 'confirmed';
}
