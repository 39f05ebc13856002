/** What a feed that is asked for again needs besides. Fetched where `refresh` is set, or when a load has failed. */
import { html, nothing, type TemplateResult } from 'lit';
import { LastGood } from '../../state/last-good.js';
import { loadAtlas, type Loaded } from '../../state/loader.js';
import { staleText, type Stale } from '../../scene/text/stale.js';
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

/** What is said above everything else. */
export function banner({ stale, language }: AtlasValues): TemplateResult | typeof nothing {
  return stale ? html`<p class="stale" part="stale" role="status">${staleText(stale, language)}</p>` : nothing;
}
