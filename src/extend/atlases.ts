/** The atlases that are on the page when something is registered: they draw anew. */
import { hasOtherCopy } from './copies.js';
import { ATLAS_TAG, atlases, type AtlasHost } from '../elements/shared/atlas-host.js';

type Attribute = 'method' | 'scheme' | 'theme';

/** A value that no attribute ever had: each atlas reads its attribute again, and its parts their tables. */
const UNREAD = Symbol('unread');

export function readAgain(attribute: Attribute): void {
  for (const atlas of atlases) {
    atlas.loading.atlas.requestUpdate(attribute, UNREAD);
    for (const part of atlas.parts) part.requestUpdate();
  }
  warnOfOtherCopy();
}

export function eachAtlas(tell: (atlas: AtlasHost) => void): void {
  for (const atlas of atlases) tell(atlas);
  warnOfOtherCopy();
}

let hasLooked = false;

/** What is registered in one copy of the library the other does not know, and nothing else would say so. */
function warnOfOtherCopy(): void {
  if (hasLooked || typeof document === 'undefined') return;
  hasLooked = true;
  void customElements.whenDefined(ATLAS_TAG).then(() => {
    const others = [...document.querySelectorAll<AtlasHost>(ATLAS_TAG)].filter((atlas) => !atlases.has(atlas));
    if (others.length > 0 || hasOtherCopy())
      console.warn(
        'pair-atlas: this page has two copies of the library, and one does not know what is registered in the other. ' +
          'Beside dist/pair-atlas.js import dist/pair-atlas-extend.js; beside the package "pair-atlas", "pair-atlas/extend".',
        ...others,
      );
  });
}
