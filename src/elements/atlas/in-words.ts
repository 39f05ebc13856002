/** What an atlas shows, in plain sentences for screen readers, ahead of all its maps: who hears a page need not walk it to know. */
import { plainText } from '../../scene/parts/plain.js';
import { mainLevel, scaleAt } from '../../state/derive.js';
import type { AtlasKey } from '../../state/values.js';
import type { AtlasHost } from '../shared/atlas-host.js';

const KEYS: readonly AtlasKey[] = ['dataset', 'metric', 'per', 'period', 'level', 'drawnLevels', 'language'];

/** Keeps a note at the top of the atlas's shadow root, until `signal` is aborted. */
export function keepInWords(atlas: AtlasHost, root: ShadowRoot, signal: AbortSignal): void {
  const note = document.createElement('p');
  note.className = 'only-spoken';
  note.part.add('plain');
  note.setAttribute('role', 'note');
  let isWaiting = false;
  const write = (): void => {
    isWaiting = false;
    const { values } = atlas.state;
    const { dataset, language } = values;
    const scale = scaleAt(values, mainLevel(values));
    note.lang = language;
    note.textContent = dataset && scale ? plainText(dataset, scale, language) : '';
  };
  const ask = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    // After the maps, which a switch of metric is for.
    requestAnimationFrame(() => setTimeout(() => signal.aborted || write()));
  };
  atlas.state.subscribe((changed) => KEYS.some((key) => changed.has(key)) && ask(), signal);
  signal.addEventListener('abort', () => note.remove(), { once: true });
  root.prepend(note);
  ask();
}
