/** What the reader brings: a file in place of the author's feed, and what its columns are. Fetched when there is something. */
import type { Fault } from '../../data/faults.js';
import { countLedgerFaults, hasFaults } from '../../data/join.js';
import type { ColumnChoices, ColumnReading } from '../../data/tables/columns.js';
import { loadFaultWords } from '../../scene/words/load.js';
import type { LoadOutcome } from '../../state/loader.js';
import type { AtlasValues } from '../../state/values.js';
import type { AtlasHost } from '../shared/atlas-host.js';
import type { Loading } from './loading.js';

type Given = Loading['given'];
/** What could not be shown, and still can if its columns are something else. */
const waiting = new WeakMap<AtlasHost, Given>();
/** What the reader has said of columns, without what the author does. */
const chosen = new WeakMap<Given, ColumnChoices>();

/** Shows a file. Where it cannot be shown, whoever chose it hears why, and to try again is to go back to what was there. */
export async function openFile(atlas: AtlasHost, file: File): Promise<void> {
  const { loading, state } = atlas;
  // What the author names at first comes before.
  await loading.atlas.updateComplete;
  const given = { feed: file };
  const failed = await take(atlas, given);
  if (!failed) return;
  waiting.set(atlas, given);
  state.change({ phase: { kind: 'failed', ...failed } });
  await loading.report(failed.faults, true);
}

/** The columns of the table that is shown, or of the file that could not be. */
export const columnsOf = ({ dataset, phase }: AtlasValues): readonly ColumnReading[] | undefined =>
  phase.kind === 'failed' ? phase.columns : dataset?.table?.columns;

/** What the reader has said of them. */
export const chosenColumns = (atlas: AtlasHost): ColumnChoices => chosen.get(givenIn(atlas)) ?? {};

/**
 * Takes columns for what the reader says, beside what the author does; undefined for what they are taken for without. Where nothing can
 * be drawn then, all stays as it is, and the faults are given.
 */
export async function chooseColumns(atlas: AtlasHost, columns: ColumnChoices | undefined): Promise<readonly Fault[]> {
  const { feed } = givenIn(atlas);
  const all = { ...atlas.loading.atlas.columns, ...columns };
  const given: Given = feed ? { feed, columns: all } : { columns: all };
  if (columns) chosen.set(given, columns);
  const failed = await take(atlas, given);
  return failed?.faults ?? [];
}

const givenIn = (atlas: AtlasHost): Given =>
  (atlas.state.values.phase.kind === 'failed' ? waiting.get(atlas) : undefined) ?? atlas.loading.given;

interface Failed {
  readonly faults: readonly Fault[];
  readonly columns?: readonly ColumnReading[];
}

async function take({ loading, state }: AtlasHost, given: Given): Promise<Failed | undefined> {
  const { given: before } = loading;
  loading.given = given;
  loading.run?.abort();
  const { signal } = (loading.run = new AbortController());
  const outcome = await loading.ask(signal).catch((error: unknown): LoadOutcome => ({
    kind: 'failed',
    faults: [{ code: 'unexpected', path: '', severity: 'fatal', args: { detail: String(error) } }],
  }));
  if (signal.aborted) return undefined;
  if (outcome.kind !== 'loaded') {
    loading.given = before;
    return outcome.kind === 'failed' ? outcome : undefined;
  }
  const { ledger, table } = outcome.dataset;
  if (loading.atlas.strict && hasFaults(ledger)) {
    loading.given = before;
    const count = String(countLedgerFaults(ledger));
    const refused: Fault = { code: 'strict-ledger', path: 'feed', severity: 'fatal', args: { count } };
    await loadFaultWords([refused]);
    return { faults: [refused, ...outcome.faults], columns: table?.columns };
  }
  // These are those of another feed.
  if (given.feed !== before.feed) state.change({ metric: undefined, per: undefined, period: undefined });
  await loading.show(outcome, signal, false, undefined, true);
  return undefined;
}
