/** What the reader brings: a file in place of the author's feed, and what its columns are. Fetched when there is something. */
import type { Fault } from '../../data/faults.js';
import { countLedgerFaults, hasFaults } from '../../data/join.js';
import type { ColumnChoices } from '../../data/tables/columns.js';
import type { LoadOutcome } from '../../state/loader.js';
import type { AtlasValues } from '../../state/values.js';
import type { Loading, LoadingHost } from './loading.js';

export { watchDrops } from './drop.js';

type LoadedHost = LoadingHost & { readonly loading: Loading };

/** Shows a file. Where it cannot be shown, whoever chose it hears why, and to try again is to go back to what was there. */
export async function openFile(atlas: LoadedHost, file: File): Promise<void> {
  // What the author names at first comes before.
  await atlas.updateComplete;
  // Metric and period are those of another feed.
  const faults = await take(atlas, { feed: file }, { metric: undefined, period: undefined });
  if (faults.length === 0) return;
  atlas.state.change({ phase: { kind: 'failed', faults } });
  atlas.loading.report(faults, false);
}

/** Takes columns for what the reader says. Where nothing can be drawn then, all stays as it is, and the faults are given. */
export const chooseColumns = (atlas: LoadedHost, columns: ColumnChoices): Promise<readonly Fault[]> =>
  take(atlas, { ...atlas.loading.given, columns: { ...atlas.columns, ...columns } }, {});

async function take(
  { strict, loading, state }: LoadedHost,
  given: Loading['given'],
  others: Partial<AtlasValues>,
): Promise<readonly Fault[]> {
  const { given: before } = loading;
  loading.given = given;
  loading.run?.abort();
  const { signal } = (loading.run = new AbortController());
  const outcome = await loading.ask(signal).catch((error: unknown): LoadOutcome => ({
    kind: 'failed',
    faults: [{ code: 'unexpected', path: '', severity: 'fatal', args: { detail: String(error) } }],
  }));
  if (signal.aborted) return [];
  if (outcome.kind === 'loaded') {
    const { ledger } = outcome.dataset;
    if (!strict || !hasFaults(ledger)) {
      state.change(others);
      await loading.show(outcome, signal, false, undefined, true);
      return [];
    }
    loading.given = before;
    const count = String(countLedgerFaults(ledger));
    return [{ code: 'strict-ledger', path: 'feed', severity: 'fatal', args: { count } }, ...outcome.faults];
  }
  loading.given = before;
  return outcome.kind === 'failed' ? outcome.faults : [];
}
