/** `embed.html`, the page in an iframe: an atlas as its address asks for, and the height of it to whoever follows that. */
import { FIRST_LANGUAGE } from '../../data/languages.js';
import { EMBED_WORDS, type EmbedWords } from '../../scene/words/embed.js';
import type * as extension from '../../extend.js';
import type { KnownNames } from '../../extend.js';
import type { Choices } from './choices.js';
import { HIGHEST, isFollow, type HeightMessage } from './messages.js';
import { embedOf, type Embed, type EmbedFault } from './options.js';

/** `CHOICES` of `choices.ts`, which the build writes here. */
declare const __PAIR_ATLAS_CHOICES__: Choices;

/** Of the window around: what the panel may take of it. */
const PANEL = 0.44;

const root = document.documentElement;
const modules = listed('extend');
const known = modules.length > 0 ? await extended() : undefined;
const embed = embedOf(location.search, {
  address: location.href,
  origins: listed('origins'),
  languages: known?.languages ?? Object.keys(EMBED_WORDS),
  choices: __PAIR_ATLAS_CHOICES__,
  registered: known && {
    scheme: known.schemes,
    method: known.methods,
    hasPart: (tag) => tag.includes('-') && !tag.startsWith('pair-') && customElements.get(tag) !== undefined,
  },
});
const language = embed.language ?? FIRST_LANGUAGE;
const words = (EMBED_WORDS as Readonly<Record<string, EmbedWords>>)[language] ?? EMBED_WORDS[FIRST_LANGUAGE];

root.lang = language;
document.title = embed.title || words.title;
document.getElementById('missing')?.remove();
const atlas = atlasOf(embed);
// What the feed does not have is found when it is there.
const said = new Set<string>();
atlas.addEventListener('pair-error', ({ detail: { faults, isFatal } }) => {
  if (isFatal) return;
  for (const { path, message, remedy } of faults) {
    const text = `${message} ${remedy}`;
    // Each new version of the feed may lack it again.
    if (!Object.keys(embed.attributes).includes(path) || said.has(text)) continue;
    said.add(text);
    atlas.before(element('p', { class: 'fault', role: 'alert' }, text));
  }
});
document.body.append(
  ...(embed.title ? [element('h1', {}, embed.title)] : []),
  ...embed.faults.map((fault) => element('p', { class: 'fault', role: 'alert' }, sentence(fault))),
  atlas,
);
tellHeight();

/** What the owner of the page has put into one of its `<meta name="pair-atlas-…">`. */
function listed(name: 'origins' | 'extend'): string[] {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="pair-atlas-${name}"]`);
  return meta?.content.split(/\s+/).filter(Boolean) ?? [];
}

/** Imports the owner's modules; one that cannot be had is named in the console, and the page goes on. */
async function extended(): Promise<KnownNames> {
  // Not bundled here: what is registered has to be in the tables of the atlas's own files.
  const address = new URL('./pair-atlas-extend.js', import.meta.url).href;
  const extend = (await import(address)) as typeof extension;
  for (const file of modules)
    try {
      const { default: add } = (await import(new URL(file, location.href).href)) as {
        default?: (api: typeof extension) => unknown;
      };
      if (typeof add === 'function') await add(extend);
    } catch (error) {
      console.warn(`pair-atlas: ${file}`, error);
    }
  return extend.knownNames();
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

function sentence({ code, ...args }: EmbedFault): string {
  return words[code].replace(/\{(\w+)\}/g, (_, name: 'option' | 'got' | 'expected') => args[name]);
}

function atlasOf({ attributes, maps, level, parts }: Embed): HTMLElement {
  const own = maps.map((region) => element('pair-map', { region, ...(level ? { level } : {}) }));
  const isAbove = (part: string): boolean => /summary|metrics|search|export|timeline/.test(part);
  const above = parts.filter(isAbove).map((part) => element(part, {}));
  const below = parts.filter((part) => !isAbove(part)).map((part) => element(part, {}));
  return element(
    'pair-atlas',
    attributes,
    ...above,
    ...(own.length > 0 ? [element('main', {}, ...own)] : []),
    ...below,
  );
}

/** Whoever is around this page hears how high it is, at first and whenever that changes. */
function tellHeight(): void {
  if (parent === window) return;
  let told = 0;
  const tell = (): void => {
    const whole = Math.ceil(document.body.getBoundingClientRect().height);
    // Higher than any iframe gets: the rest is scrolled to.
    const height = Math.min(whole, HIGHEST);
    root.classList.toggle('is-higher', whole > HIGHEST);
    if (height === told) return;
    told = height;
    const message: HeightMessage = { from: 'pair-atlas', height };
    // A height is no secret, and the page around need not say who it is.
    parent.postMessage(message, '*');
  };
  new ResizeObserver(tell).observe(document.body);
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || !isFollow(data)) return;
    // Whoever came later has not heard how high it is.
    if (!root.classList.contains('is-followed')) told = 0;
    // The window grows with the page now: nothing in it may be as high as a part of the window.
    root.classList.add('is-followed');
    // On a phone the panel of what is chosen lies at the lower edge of what is seen, and leaves more than half of it free.
    root.style.setProperty('--_panel-end', `${Math.max(0, innerHeight - data.bottom).toFixed()}px`);
    root.style.setProperty('--_panel-max', `${(PANEL * data.height).toFixed()}px`);
    tell();
  });
}
