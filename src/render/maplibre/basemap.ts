/** A host's MapLibre style, fetched and made ready to lie beneath our fills. */
import { RendererFailure } from '../renderer.js';

/** MapLibre's style, as far as it is touched here; everything else is passed on. */
export interface Basemap {
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly layers: readonly Readonly<Record<string, unknown>>[];
  readonly sprite?: unknown;
  readonly glyphs?: string;
}

/** Its sources and layers carry this before their names: a host's `fills` are not ours. */
export const BASEMAP_PREFIX = 'basemap:';

/** Milliseconds. */
const PATIENCE = 15_000;

/** Rejects with a `RendererFailure` of the reason `basemap-failed`. */
export async function loadBasemap(url: string): Promise<Basemap> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PATIENCE);
  try {
    const response = await fetch(url, { signal: limit.signal });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return prepared(await response.json(), url);
  } catch (error) {
    const detail = limit.signal.aborted
      ? `${url}: no answer within ${PATIENCE / 1000} s`
      : String(error instanceof Error ? error.message : error);
    throw new RendererFailure('basemap-failed', detail, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function prepared(json: unknown, url: string): Basemap {
  const style = json as {
    version?: unknown;
    sources?: unknown;
    layers?: unknown;
    sprite?: unknown;
    glyphs?: unknown;
  } | null;
  if (style?.version !== 8 || !isRecord(style.sources) || !Array.isArray(style.layers))
    throw new Error(`${url}: no MapLibre style (version 8)`);
  const sources = Object.entries(style.sources).filter((entry): entry is [string, Record<string, unknown>] =>
    isRecord(entry[1]),
  );
  return {
    sources: Object.fromEntries(sources.map(([name, source]) => [BASEMAP_PREFIX + name, absolute(source, url)])),
    layers: style.layers.filter(isRecord).map((layer) => ({
      ...layer,
      id: `${BASEMAP_PREFIX}${String(layer.id)}`,
      ...(typeof layer.source === 'string' ? { source: BASEMAP_PREFIX + layer.source } : {}),
    })),
    ...(typeof style.sprite === 'string' ? { sprite: resolve(style.sprite, url) } : {}),
    ...(typeof style.glyphs === 'string' ? { glyphs: resolve(style.glyphs, url) } : {}),
  };
}

/** What a style names, it names from where it lies; MapLibre would look from where the page lies. */
function absolute(source: Readonly<Record<string, unknown>>, url: string): Record<string, unknown> {
  const { url: address, tiles, data } = source;
  return {
    ...source,
    ...(typeof address === 'string' ? { url: resolve(address, url) } : {}),
    ...(Array.isArray(tiles) ? { tiles: tiles.map((tile) => resolve(String(tile), url)) } : {}),
    ...(typeof data === 'string' ? { data: resolve(data, url) } : {}),
  };
}

/** `{z}` and its like stay as they are. */
const resolve = (address: string, base: string): string =>
  new URL(address, base).href.replace(/%7B/gi, '{').replace(/%7D/gi, '}');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  copy: '©',
  nbsp: ' ',
  '#39': "'",
  '#169': '©',
};

/** An attribution as text: sources write it as markup, which a page of ours never takes in. */
export function plainCredit(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
