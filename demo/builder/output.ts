/** What comes out of a draft: the tag, the iframe, the feed. All of it is text, and what an author has written is escaped in it. */
import { START, type Draft, type DraftNote } from './draft.js';
import { inLanguage, isUnsourced, type RawFeed, type RawRow } from './feed.js';

/** The name of the feed beside the page, and of the page. */
export const FEED_FILE = 'feed.json',
  PAGE_FILE = 'page.html';
const SCRIPT = 'pair-atlas.js';

/** Must the page have a feed of its own? */
export function hasFeed({ source, title, notes, sourceName, approval }: Draft): boolean {
  return (
    source.kind === 'feed' ||
    notesOf(notes).length > 0 ||
    [title, sourceName, approval].some((text) => text.trim() !== '')
  );
}

/** Attributes of `pair-atlas`, but for the address of its feed; what holds anyhow is left out. */
export function toAttributes(draft: Draft): Record<string, string> {
  const { metric, per, period, method, classes, scheme, theme, layout, permalink, droppable, language } = draft;
  const all: Record<string, string | false> = {
    metric,
    per,
    period,
    method: method !== START.method && method,
    classes: classes !== START.classes && String(classes),
    scheme: scheme !== START.scheme && scheme,
    theme,
    layout: layout === 'wall' && layout,
    lang: language,
  };
  const flags = { permalink, droppable };
  return {
    ...Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => !!entry[1])),
    ...Object.fromEntries(Object.entries(flags).flatMap(([name, isSet]) => (isSet ? [[name, '']] : []))),
  };
}

export interface Part {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What stands in an atlas with maps of the author's own choice. */
export interface Inner {
  readonly above: readonly Part[];
  /** Beside each other, where there is room. */
  readonly maps: readonly Part[];
  readonly below: readonly Part[];
}

/** Undefined for the layouts that the library makes by itself. */
export function toInner({ layout, maps, level, parts }: Draft): Inner | undefined {
  if (layout !== 'maps' || maps.length === 0) return undefined;
  const isAbove = (name: string): boolean => ['summary', 'metrics', 'search', 'export', 'timeline'].includes(name);
  const part = (name: string): Part => ({ tag: `pair-${name}`, attributes: {} });
  return {
    above: parts.filter(isAbove).map(part),
    maps: maps.map((region) => ({ tag: 'pair-map', attributes: { region, ...(level ? { level } : {}) } })),
    below: parts.filter((name) => !isAbove(name)).map(part),
  };
}

/** The style that lays such maps out, for the page's own sheet: a strict policy refuses one within the page. */
export const MAPS_FILE = 'pair-maps.css',
  MAPS_CLASS = 'pair-maps';
export const MAPS_STYLE = `.${MAPS_CLASS} {
  display: grid;
  gap: 1rem 1.75rem;
  grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
}
pair-atlas > * + * {
  margin-block-start: 1rem;
}
`;

/** The folder of the library, with a slash behind it; empty where it is the page's own. */
export function folderOf({ folder }: Draft): string {
  const named = folder.trim();
  return named && named.replace(/\/*$/, '/');
}

/** The feed lies beside the folder of the library, which is replaced as a whole; within it where no folder is named. */
const isBeside = (folder: string): boolean => /[^/.][^/]*\/$/.test(folder) && !/^https?:\/\/[^/]+\/$/i.test(folder);
export const feedAddress = (draft: Draft): string => {
  const folder = folderOf(draft);
  return `${isBeside(folder) ? folder.replace(/[^/]+\/$/, '') : folder}${FEED_FILE}`;
};

export const scriptOf = (draft: Draft): string => `${folderOf(draft)}${SCRIPT}`;

export function toTag(draft: Draft): string {
  return `<script type="module"${attributesText({ src: scriptOf(draft) })}></script>\n${atlasTag(draft)}`;
}

/** The atlas alone. */
export function atlasTag(draft: Draft): string {
  const src: Record<string, string> = hasFeed(draft) ? { src: feedAddress(draft) } : {};
  const inner = toInner(draft);
  const lines = (parts: readonly Part[], indent: string): string =>
    parts.map(({ tag, attributes }) => `\n${indent}<${tag}${attributesText(attributes)}></${tag}>`).join('');
  const text = inner
    ? `${lines(inner.above, '  ')}\n  <div class="${MAPS_CLASS}">${lines(inner.maps, '    ')}\n  </div>${lines(inner.below, '  ')}\n`
    : '';
  return `<pair-atlas${attributesText({ ...src, ...toAttributes(draft) })}>${text}</pair-atlas>`;
}

/** @param title What the iframe is called, for those who hear it. */
export function toIframe(draft: Draft, title: string): string {
  const folder = folderOf(draft);
  const { layout, maps, level, parts, height } = draft;
  const asked = new URLSearchParams();
  // The address is found from the folder of the library.
  if (hasFeed(draft)) asked.set('src', `${isBeside(folder) ? '../' : ''}${FEED_FILE}`);
  for (const [name, value] of Object.entries(toAttributes(draft))) asked.set(name, value === '' ? flagOf(name) : value);
  if (layout === 'maps' && maps.length > 0) {
    asked.set('maps', maps.join(','));
    if (level) asked.set('level', level);
    asked.set('parts', parts.join(','));
  }
  // As people read them: a comma and a slash need no escape within a query.
  const query = asked.toString().replace(/%2C/g, ',').replace(/%2F/g, '/');
  const src = `${folder}embed.html${query ? `?${query}` : ''}`;
  const frame = `<iframe${attributesText({ src, title, width: '100%', height: String(height) })}></iframe>`;
  return `${frame}\n<script${attributesText({ src: `${folder}embed.js` })}></script>`;
}

/** `permalink` has a prefix for its value, which may be empty; what is on or off says so. */
const flagOf = (name: string): string => (name === 'permalink' ? '' : '1');

/** A page around the tag, where it cannot be drawn before its script. */
export function toPage(draft: Draft, title: string, language: string): string {
  const head = `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escaped(title)}</title>`;
  const heading = draft.layout === 'wall' ? '' : `<h1>${escaped(title)}</h1>\n`;
  const style = toInner(draft) ? `\n<link rel="stylesheet" href="${MAPS_FILE}">` : '';
  const script = `<script type="module"${attributesText({ src: scriptOf(draft) })}></script>`;
  return `<!doctype html>\n<html lang="${escaped(language)}">\n<head>\n${head}${style}\n${script}\n</head>\n<body>\n${heading}${atlasTag(draft)}\n</body>\n</html>\n`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const attributesText = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === '' && name !== 'title' ? ` ${name}` : ` ${name}="${escaped(value)}"`))
    .join('');

export const notesOf = (notes: readonly DraftNote[]): DraftNote[] =>
  notes.filter(({ place, text }) => place.trim() !== '' && text.trim() !== '');

/** The feed with what the draft says of it. The same object where it says nothing. */
export function toFeed(draft: Draft, feed: RawFeed, language: string): RawFeed {
  const { title, sourceName, sourceUrl, sourceDate, approval } = draft;
  const said = (text: string): Record<string, string> => ({ [draft.language || language]: text.trim() });
  const own = notesOf(draft.notes);
  if (![title, sourceName, approval].some((text) => text.trim()) && own.length === 0) return feed;
  const id = sourceName.trim() ? freeId(feed) : undefined;
  const sourced = id === undefined ? {} : { source: id };
  const source: RawRow | undefined =
    id === undefined
      ? undefined
      : {
          id,
          name: said(sourceName),
          ...(isAddress(sourceUrl) ? { url: sourceUrl.trim() } : {}),
          ...(isDate(sourceDate) ? { date: sourceDate.trim() } : {}),
        };
  const notes = own.map(({ place, title: heading, text }) => ({
    code: place.trim(),
    title: said(heading || text.slice(0, 12)),
    text: said(text),
    ...sourced,
  }));
  return {
    ...feed,
    ...(title.trim() ? { title: said(title) } : {}),
    ...(source ? { sources: [...(feed.sources ?? []), source] } : {}),
    ...(approval.trim() ? { boundaries: { ...feed.boundaries, approval: approval.trim() } } : {}),
    ...(id === undefined
      ? {}
      : { values: feed.values?.map((row) => (isUnsourced(row, feed) ? { ...row, ...sourced } : row)) }),
    ...(notes.length > 0 ? { notes: [...(feed.notes ?? []), ...notes] } : {}),
  };
}

/** A day, a month or a year. */
export const isDate = (text: string): boolean => /^\d{4}(-\d{2}){0,2}$/.test(text.trim());

export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text.trim());

/** A name for the author's source that no other has. */
function freeId({ sources = [] }: RawFeed): string {
  const taken = new Set(sources.map(({ id }) => id));
  for (let i = 1; ; i++) {
    const id = i === 1 ? 'author' : `author-${i}`;
    if (!taken.has(id)) return id;
  }
}

/** What the page is called: the draft's title, else the feed's. */
export const titleOf = ({ title, language: own }: Draft, feed: RawFeed | undefined, language: string): string =>
  title.trim() || inLanguage(feed?.title, own || language);
