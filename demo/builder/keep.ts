/** Where a draft is kept in this browser, and nowhere else: by itself where it is small, a large feed in a database. */
import { draftOf, draftText, feedNameOf, type Draft } from './draft.js';

const KEY = 'pair-atlas-builder';
/** Of what cannot be read: it is put aside under a name of its own. */
const ASIDE = `${KEY}-aside-`;
/** Characters of a feed that local storage is not burdened with. */
const LARGE = 400_000;

export type Found =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** It was put aside under `name`; `text` is all of it. */
  | { readonly kind: 'unreadable'; readonly name: string; readonly text: string }
  /** The page may keep nothing. */
  | { readonly kind: 'blocked' };

export async function findDraft(now: Date): Promise<Found> {
  let text: string | null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    return { kind: 'blocked' };
  }
  const draft = draftOf(text ?? '');
  const whole = draft && (await withFeed(draft, feedNameOf(text ?? '')));
  // Another tab has kept its own meanwhile.
  if (localStorage.getItem(KEY) !== text) return findDraft(now);
  void inDatabase('readwrite', tidied).catch(() => undefined);
  if (text === null) return { kind: 'nothing' };
  if (whole) return { kind: 'draft', draft: whole };
  const name = `${ASIDE}${now.toISOString().slice(0, 19)}`;
  try {
    localStorage.setItem(name, text);
    localStorage.removeItem(KEY);
  } catch {
    // It stays where it is until the next draft is kept; the author has it to save all the same.
  }
  return { kind: 'unreadable', name, text };
}

/** A feed that has been put into the database under a name of its own; what lies under a name never changes. */
let stored: { readonly name: string; readonly text: string } | undefined;

/** What is in the database is in the place of the text, which is empty then. */
async function withFeed(draft: Draft, name: string | undefined): Promise<Draft | undefined> {
  const { source } = draft;
  if (source.kind !== 'feed') return draft;
  if (name === undefined) return isJson(source.text) ? draft : undefined;
  const text = await inDatabase<unknown>('readonly', (store) => store.get(name)).catch(() => undefined);
  if (typeof text !== 'string' || !isJson(text)) return undefined;
  stored = { name, text };
  return { ...draft, source: { ...source, text } };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Counts what is to be kept: of two that overlap the later holds. */
let round = 0;

/** False where it could not be kept. */
export async function keepDraft(draft: Draft): Promise<boolean> {
  const { source } = draft;
  const mine = ++round;
  try {
    const before = localStorage.getItem(KEY);
    const named = before === null ? undefined : feedNameOf(before);
    if (source.kind !== 'feed' || source.text.length <= LARGE) {
      localStorage.setItem(KEY, draftText(draft));
      if (named !== undefined) await inDatabase('readwrite', tidied);
      return true;
    }
    const feed = stored?.text === source.text ? stored : { name: nameOfFeed(), text: source.text };
    stored = feed;
    const text = draftText({ ...draft, source: { ...source, text: '' } }, feed.name);
    // As long as the kept draft names a feed it is there; and without a database all is kept even of a page that is being left.
    if (named === feed.name) localStorage.setItem(KEY, text);
    else await keepWithFeed(text, feed, () => mine === round);
    return true;
  } catch {
    return false;
  }
}

/** Feed and draft in one transaction, as feeds are removed in one: another tab finds both, or neither. */
async function keepWithFeed(
  text: string,
  feed: { readonly name: string; readonly text: string },
  isLatest: () => boolean,
): Promise<void> {
  let before: string | null | undefined;
  try {
    await inDatabase('readwrite', (store) => {
      const request = store.put(feed.text, feed.name);
      request.onsuccess = () => {
        if (!isLatest()) return;
        try {
          before = localStorage.getItem(KEY);
          localStorage.setItem(KEY, text);
          tidied(store);
        } catch {
          store.transaction.abort();
        }
      };
      return request;
    });
  } catch (error) {
    // Without its feed it is no draft.
    if (before !== undefined && localStorage.getItem(KEY) === text)
      if (before === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, before);
    throw error;
  }
}

/** Removes the feeds that no draft names, be it one that was put aside. */
function tidied(store: IDBObjectStore): IDBRequest<IDBValidKey[]> {
  const request = store.getAllKeys();
  request.onsuccess = () => {
    const drafts = Object.keys(localStorage).filter((key) => key === KEY || key.startsWith(ASIDE));
    const named = new Set<unknown>(drafts.map((key) => feedNameOf(localStorage.getItem(key) ?? '')));
    for (const key of request.result) if (!named.has(key)) store.delete(key);
  };
  return request;
}

const nameOfFeed = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

function inDatabase<Value>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(KEY, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('feeds');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('feeds', mode);
      const request = act(transaction.objectStore('feeds'));
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(request.result);
      };
      transaction.onabort = () => {
        opening.result.close();
        reject(transaction.error ?? new Error('aborted'));
      };
    };
  });
}
