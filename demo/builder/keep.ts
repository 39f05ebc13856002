/** Where a draft is kept in this browser, and nowhere else: by itself where it is small, a large feed in a database. */
import { draftOf, draftText, type Draft } from './draft.js';

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
  if (text === null) return { kind: 'nothing' };
  const draft = draftOf(text);
  const whole = draft && (await withFeed(draft));
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

/** What is in the database is in the place of the text, which is empty then. */
async function withFeed(draft: Draft): Promise<Draft | undefined> {
  const { source } = draft;
  if (source.kind !== 'feed') return draft;
  if (source.text !== '') return isJson(source.text) ? draft : undefined;
  const text = await inDatabase<unknown>('readonly', (store) => store.get(KEY)).catch(() => undefined);
  return typeof text === 'string' && isJson(text) ? { ...draft, source: { ...source, text } } : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

let stored = '';

/** False where it could not be kept. */
export async function keepDraft(draft: Draft): Promise<boolean> {
  const { source } = draft;
  try {
    if (source.kind !== 'feed' || source.text.length <= LARGE) {
      localStorage.setItem(KEY, draftText(draft));
      return true;
    }
    if (stored !== source.text) await inDatabase('readwrite', (store) => store.put(source.text, KEY));
    stored = source.text;
    localStorage.setItem(KEY, draftText({ ...draft, source: { ...source, text: '' } }));
    return true;
  } catch {
    return false;
  }
}

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
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
