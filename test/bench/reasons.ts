/** Why a row is lost, written by hand after looking at it. A row that is lost without an entry says that nobody has looked yet. */

interface Reason {
  /** A case, or all. */
  readonly case?: string;
  readonly rows: readonly string[];
  /** Who is first. */
  readonly first?: string;
  readonly text: string;
}

const REASONS: readonly Reason[] = [];

export function reasonFor(name: string, row: string, first: readonly string[]): string {
  const found = REASONS.find(
    (reason) =>
      (reason.case === undefined || reason.case === name) &&
      reason.rows.includes(row) &&
      (reason.first === undefined || first.includes(reason.first)),
  );
  return found?.text ?? 'The reason has not been looked for yet.';
}
