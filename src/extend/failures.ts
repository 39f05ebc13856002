/**
 * What an author's function did wrong while the page was drawn: a fault with name and remedy, told to each atlas that uses it, once.
 * The page goes on with what the library has instead.
 */
import type { Fault } from '../data/faults.js';
import { atlases, type AtlasHost } from '../elements/shared/atlas-host.js';
import type { AtlasKey, AtlasValues } from '../state/values.js';

export type ExtensionKind = 'scheme' | 'method' | 'language' | 'part' | 'kind';

interface Failure {
  readonly fault: Fault;
  readonly isUsed: (values: AtlasValues) => boolean;
  /** Atlases of which nothing in their values says that they use it. */
  readonly users: WeakSet<AtlasHost>;
  readonly told: WeakSet<AtlasHost>;
}

const failures = new Map<string, Failure>();
let isListening = false;

/** All that went wrong so far, in the order in which it did. */
export const extensionFaults = (): Fault[] => [...failures.values()].map(({ fault }) => fault);

/** `call` names the registration, as in `registerScheme("ember")`; `user` is the atlas that has to know, or says which ones have to. */
export function extensionFailed(
  kind: ExtensionKind,
  call: string,
  detail: unknown,
  user: AtlasHost | ((values: AtlasValues) => boolean),
): void {
  const isUsed = typeof user === 'function' ? user : () => false;
  const key = `${kind} ${call}`;
  if (!failures.has(key)) {
    const args = { reason: kind, detail: detail instanceof Error ? detail.message : String(detail) };
    const fault: Fault = { code: 'extension-failed', path: call, severity: 'warning', args };
    failures.set(key, { fault, isUsed, users: new WeakSet(), told: new WeakSet() });
    // With the way through the author's own code, which a fault does not hold.
    if (detail instanceof Error) console.warn(`pair-atlas: ${call}`, detail);
  }
  if (typeof user !== 'function') failures.get(key)?.users.add(user);
  // A picture is being made: what is told changes the state.
  queueMicrotask(tellAll);
  if (isListening || typeof document === 'undefined') return;
  isListening = true;
  // A kind is asked before its feed is shown, and an atlas may come later.
  document.addEventListener('pair-ready', tellAll);
}

/** What follows from these is made once, and may be used again by an atlas without the author's function being asked. */
const USES: readonly AtlasKey[] = ['dataset', 'scheme', 'method', 'language'];
const watched = new WeakSet<AtlasHost>();

function tellAll(): void {
  for (const atlas of atlases) {
    if (!watched.has(atlas)) {
      watched.add(atlas);
      // As long as the atlas itself, and its state.
      const { signal } = new AbortController();
      atlas.state.subscribe(
        (changed) => USES.some((key) => changed.has(key)) && queueMicrotask(() => tell(atlas)),
        signal,
      );
    }
    tell(atlas);
  }
}

function tell(atlas: AtlasHost): void {
  const { state } = atlas;
  for (const { fault, isUsed, users, told } of failures.values()) {
    const { faults } = state.values;
    if (faults.includes(fault) || !(users.has(atlas) || isUsed(state.values))) continue;
    state.change({ faults: [...faults, fault] });
    if (!told.has(atlas)) void atlas.loading.report([fault]);
    told.add(atlas);
  }
}

/** Calls an author's function; what it throws, and what `complaint` has against its answer, is a fault, and `instead` is taken. */
export function guarded<T>(
  make: () => T,
  complaint: (made: T) => string | undefined,
  instead: () => T,
  failed: (detail: unknown) => void,
): T {
  try {
    const made = make();
    const problem = complaint(made);
    if (problem === undefined) return made;
    failed(problem);
  } catch (error) {
    failed(error);
  }
  return instead();
}
