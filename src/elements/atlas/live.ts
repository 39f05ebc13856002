/** What a feed that is asked for again needs besides. Fetched where `refresh` is set, or when a load has failed. */
import { askedInSteps } from '../../data/asked.js';
import { changesInSteps, type Changes } from '../../data/changes.js';
import type { Dataset } from '../../data/dataset.js';
import { memo } from '../../data/memo.js';
import type { RegionCode } from '../../data/types.js';
import { runWithRests } from '../../state/rests.js';
import { html, nothing, type TemplateResult } from 'lit';
import { LastGood } from '../../state/last-good.js';
import { loadAtlas, type Loaded } from '../../state/loader.js';
import { changesSummary } from '../../scene/text/changes.js';
import { say } from '../../scene/words/index.js';
import { staleText, type Stale } from '../../scene/text/stale.js';
import { metricOf } from '../../state/derive.js';
import type { Store } from '../../state/store.js';
import type { AtlasValues } from '../../state/values.js';
import '../../scene/words/live.js';

export { Refresher } from '../../state/refresher.js';

/** What the browser keeps, by address. */
const kept = new Map<string, LastGood>();

function lastGood(address: string): LastGood {
  let found = kept.get(address);
  if (!found) kept.set(address, (found = new LastGood(address)));
  return found;
}

/** Keeps a feed for the next visit; one that the author gives as an object is the author's to keep. */
export async function keepFeed(feed: string | object, text: string, now: number): Promise<void> {
  if (typeof feed === 'string') await lastGood(feed).keep(text, now);
}

/** What was kept on an earlier visit, read and joined as if it had come now. */
export async function keptFeed(
  feed: string | object,
  geometry: string,
  signal: AbortSignal,
): Promise<{ readonly outcome: Loaded; readonly stale: Stale } | undefined> {
  const found = typeof feed === 'string' ? await lastGood(feed).find() : undefined;
  if (!found) return undefined;
  const { text, json, since } = found;
  const outcome = await loadAtlas({ feed: json, geometry, signal });
  return outcome.kind === 'loaded'
    ? { outcome: { ...outcome, source: { text, tag: null } }, stale: { since, noticed: Date.now(), isKept: true } }
    : undefined;
}

/**
 * What is otherwise than in the version before, that is shown; undefined where nothing is, or the feed is another one. What is about
 * to be shown is worked out on the way: at once it might hold up the page.
 */
export async function changesBetween(
  shown: AtlasValues,
  after: Dataset,
  signal: AbortSignal,
): Promise<Changes | undefined> {
  const { dataset: before } = shown;
  const metric = metricOf({ ...shown, dataset: after });
  if (metric) await runWithRests(askedInSteps(after, metric.id), signal);
  if (before?.feed.id !== after.feed.id) return undefined;
  const changes = await runWithRests(changesInSteps(before, after), signal);
  return changes && changes.list.length > 0 ? changes : undefined;
}

/** Places that may be selected at once: of more nobody makes anything, and their chips would hold up the page. */
const MOST_SELECTED = 200;
const placesOf = memo((changes: Changes, { regions }: Dataset): RegionCode[] =>
  [...new Set(changes.list.map(({ code }) => code))].filter(regions.has),
);

/** What is said above everything else: that the data is of earlier, and, once, that it has changed. */
export function banner(state: Store): TemplateResult {
  const { stale, changes, isNews, isComparing, dataset, language } = state.values;
  const dismiss = (): void => state.change({ isNews: false });
  const places = changes && dataset ? placesOf(changes, dataset) : [];
  const select = (): void => state.change({ selected: places, isNews: false }, 'reader');
  return html`${stale ? html`<p class="stale" part="stale" role="status">${staleText(stale, language)}</p>` : nothing}
  ${
    changes && (isNews || isComparing)
      ? html`<p class="changes" part="changes" role="status">
          ${say(language, isComparing ? 'changes.comparing' : 'changes.news', { summary: changesSummary(changes.counts, language) })}
          ${places.length <= MOST_SELECTED ? html`<button @click=${select}>${say(language, 'changes.select')}</button>` : nothing}
          <button
            aria-pressed=${isComparing ? 'true' : 'false'}
            @click=${() => state.change({ isComparing: !isComparing }, 'reader')}
          >
            ${say(language, 'changes.compare')}
          </button>
          ${isNews ? html`<button @click=${dismiss}>${say(language, 'changes.dismiss')}</button>` : nothing}
        </p>`
      : nothing
  }`;
}
