/** The search: a field with a list, by keyboard; what it looks through is fetched when it is first used, and no server is asked. */
import MiniSearch, { type SearchResult } from 'minisearch';
import { SEARCH_OPTIONS, type Section } from '../search-options.js';
import { termsOfQuery } from '../terms.js';

const MOST = 12;
/** Below the folder of the documentation. */
const INDEX = new URL('./search.json', import.meta.url);

type Found = SearchResult & Section;

export function startSearch(search: HTMLElement): void {
  const input = search.querySelector('input') as HTMLInputElement;
  const results = search.querySelector('.results') as HTMLElement;
  const list = search.querySelector('ul') as HTMLElement;
  const count = search.querySelector('.count') as HTMLElement;
  const { found = '', none = '', other = '', failed = '' } = search.dataset;
  const language = document.documentElement.lang;
  let index: Promise<MiniSearch<Section>> | undefined;
  let active = -1;
  search.hidden = false;

  const load = (): Promise<MiniSearch<Section>> =>
    (index ??= fetchIndex().catch((error: unknown) => {
      index = undefined;
      throw error;
    }));

  async function look(): Promise<void> {
    const query = input.value.trim();
    if (!query) return close();
    let all: Found[];
    try {
      all = findSections(await load(), query, language);
    } catch {
      return show([], failed);
    }
    // An answer to what was typed before is none any more.
    if (query !== input.value.trim()) return;
    show(
      all.slice(0, MOST),
      all.length > 0 ? found.replace('{n}', String(all.length)) : none.replace('{query}', query),
    );
  }

  function show(sections: readonly Found[], text: string): void {
    count.textContent = text;
    list.replaceChildren(...sections.map((section, i) => optionOf(section, i)));
    results.hidden = false;
    input.setAttribute('aria-expanded', String(sections.length > 0));
    choose(sections.length > 0 ? 0 : -1);
  }

  function optionOf({ address, page, title, text, language: own }: Found, i: number): HTMLElement {
    const option = document.createElement('li');
    const link = document.createElement('a');
    option.id = `found-${i}`;
    option.role = 'option';
    // The field keeps the focus; the link is for the pointer.
    link.tabIndex = -1;
    link.href = new URL(`./${address}`, import.meta.url).href;
    const heading = document.createElement('strong');
    heading.textContent = title;
    const where = document.createElement('span');
    where.textContent = [page === title ? '' : page, own === language ? '' : other].filter(Boolean).join(' · ');
    const piece = document.createElement('small');
    piece.textContent = text;
    link.append(heading, ' ', where, piece);
    if (own !== language) link.lang = own;
    link.addEventListener('click', close);
    option.append(link);
    return option;
  }

  function choose(at: number): void {
    active = at;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    const chosen = list.children[at];
    if (chosen) {
      input.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  function close(): void {
    results.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    active = -1;
  }

  input.addEventListener('focus', () => void load().catch(() => undefined));
  input.addEventListener('input', () => void look());
  input.addEventListener('keydown', (event) => {
    // Enter may end the writing of Chinese, and is no choice then.
    if (event.isComposing) return;
    const { length } = list.children;
    if (event.key === 'Escape') {
      if (results.hidden) input.value = '';
      close();
    } else if (results.hidden || length === 0) return;
    else if (event.key === 'ArrowDown') choose((active + 1) % length);
    else if (event.key === 'ArrowUp') choose((active - 1 + length) % length);
    else if (event.key === 'Enter') list.children[active]?.querySelector('a')?.click();
    else return;
    event.preventDefault();
  });
  // An atlas with a search of its own takes the key too, where the focus is in it: it comes first.
  document.addEventListener('keydown', (event) => {
    const isTyping = event
      .composedPath()
      .some((at) => at instanceof HTMLElement && at.matches('input, textarea, select'));
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
      return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!search.contains(target as Node)) close();
  });
  search.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !search.contains(relatedTarget as Node)) close();
  });
}

async function fetchIndex(): Promise<MiniSearch<Section>> {
  const response = await fetch(INDEX);
  if (!response.ok) throw new Error(String(response.status));
  return MiniSearch.loadJSON<Section>(await response.text(), SEARCH_OPTIONS);
}

/** The page's own language first; where it has nothing, the other. */
export function findSections(index: MiniSearch<Section>, query: string, language: string): Found[] {
  const all = index.search(query, {
    tokenize: termsOfQuery,
    combineWith: 'AND',
    prefix: (term) => /^[a-z]/.test(term) && term.length > 1,
    fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
    boost: { title: 4, page: 0.2 },
    // The beginning of a page before its sections.
    boostDocument: (_id, _term, stored) => (String(stored?.address).includes('#') ? 1 : 2),
  }) as Found[];
  const own = all.filter((each) => each.language === language);
  return [...own, ...all.filter((each) => each.language !== language)].slice(0, own.length || undefined);
}
