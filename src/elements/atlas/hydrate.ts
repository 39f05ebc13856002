/**
 * Takes a snapshot's static atlas away, in the very frame in which the live one, drawn unseen until then, can stand for it.
 * What makes the live one unseen is in the snapshot's own sheet, and goes with it.
 */
import type { LitElement } from 'lit';
import { mapsOf, type AtlasHost } from '../shared/atlas-host.js';

/** Milliseconds that the parts which come after the maps are waited for; without them, the maps are worth more than a snapshot. */
const PATIENCE = 5_000;

export async function hydrate(atlas: AtlasHost & LitElement): Promise<void> {
  const root = atlas.renderRoot;
  await atlas.updateComplete;
  const late = [...root.querySelectorAll(':not(:defined)')].map(({ localName }) =>
    customElements.whenDefined(localName),
  );
  const names = import('../../scene/picture/map-labels.js').catch(() => undefined);
  await Promise.race([Promise.all([...late, names]), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  const deadline = performance.now() + PATIENCE;
  // Maps draw when their size is known, and parts when they are told of it.
  const isDrawn = (): boolean => mapsOf(atlas).every(({ dataset }) => dataset.renderer !== undefined);
  do {
    await Promise.all([...atlas.parts].map(({ updateComplete }) => updateComplete));
    await new Promise(requestAnimationFrame);
  } while (!isDrawn() && performance.now() < deadline && atlas.isConnected);
  for (const snapshot of root.querySelectorAll('.static, link')) snapshot.remove();
}
