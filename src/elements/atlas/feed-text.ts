/** The feed that an atlas shows, as a JSON file. Fetched when it is asked for. */
import { readTableFile } from '../../state/tables.js';
import type { LoadOutcome } from '../../state/loader.js';
import type { AtlasHost } from '../shared/atlas-host.js';

/**
 * A feed as it came; of a table, what it was read to, columns that the reader has changed among them. What has an address is read there
 * again, from the browser's copy as a rule: an atlas keeps no text of what it shows.
 */
export async function feedText({ loading, state }: AtlasHost): Promise<string> {
  const { atlas, given } = loading;
  const feed = given.feed ?? atlas.feed;
  if (feed instanceof File) {
    const { dataset } = state.values;
    const bytes = new Uint8Array(await feed.arrayBuffer());
    if (/\.json$/i.test(feed.name)) {
      const { readBody } = await import('../../state/http-faults.js');
      const { source } = readBody(bytes, feed.name, { redirected: false, url: '' });
      if (source) return source.text;
    } else if (dataset) {
      const columns = given.columns ?? atlas.columns;
      const reading = await readTableFile(bytes, feed.name, dataset.regions, { columns });
      if (reading.kind === 'feed') return textOf(reading.json);
    }
    throw notThere('the file has changed since it was opened');
  }
  // A host that takes its feed away may leave null.
  if (feed && typeof feed === 'object') return textOf(feed);
  const outcome: LoadOutcome = await loading.ask(new AbortController().signal);
  if (outcome.kind === 'loaded' && outcome.source) {
    const { text } = outcome.source;
    return outcome.dataset.table ? textOf(JSON.parse(text) as object) : text;
  }
  throw notThere(outcome.kind === 'failed' ? outcome.faults.map(({ code }) => code).join(', ') : outcome.kind);
}

/** A line for each value: a person may read it, and a version control system compare it. */
const textOf = (feed: object): string => `${JSON.stringify(feed, undefined, 1)}\n`;

const notThere = (why: string): Error =>
  new Error(`pair-atlas: exportAs('feed') could not have the feed again: ${why}.`);
