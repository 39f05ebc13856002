/** What is seen otherwise: classes by their textures, and the system's colours. Comes where an author, a reader or their system asks for it. */
import { rgbOf } from '../../scene/classes/contrast.js';
import { textured } from '../../scene/picture/textures.js';
import { paletteOf, type Palette, type TokenName } from '../../scene/picture/tokens.js';
import type { AtlasValues } from '../../state/values.js';

type Sight = NonNullable<AtlasValues['sight']>;

/** Of the colours of CSS Color 4 that a reader's system has, what each token is. */
const SYSTEM = {
  paper: 'Canvas',
  ink: 'CanvasText',
  'ink-soft': 'CanvasText',
  accent: 'Highlight',
  outside: 'Canvas',
  'no-data': 'Canvas',
  'no-data-line': 'CanvasText',
  'city-only': 'Canvas',
  'city-only-dot': 'CanvasText',
  'border-prefecture': 'CanvasText',
  'border-province': 'CanvasText',
  partner: 'CanvasText',
  halo: 'Canvas',
} as const satisfies Partial<Record<TokenName, string>>;
/** Regions that step back stay visible on a ground that is black, or white. */
const FADED = 0.65;

/** One for the same textures and colours: a palette is made anew only where it is another. */
const sights = new Map<string, Sight | undefined>();

export function sightOf(atlas: Element & { readonly textures: boolean }, isForced: boolean): Sight | undefined {
  const tokens = isForced ? systemTokens(atlas) : undefined;
  const key = JSON.stringify([atlas.textures, tokens && [...tokens]]);
  if (!sights.has(key)) sights.set(key, made(atlas.textures, tokens));
  return sights.get(key);
}

function made(hasTextures: boolean, tokens: ReadonlyMap<string, string> | undefined): Sight | undefined {
  if (!tokens) return hasTextures ? (palette, _, ramp) => textured(palette, ramp) : undefined;
  return (palette, scheme, ramp) => {
    // What a host has set is of another ground, its colours of classes too; its font is not.
    const read = (name: string): string => tokens.get(name) ?? '';
    const { theme, classes, font } = palette;
    const systems: Palette = { ...paletteOf(theme, scheme, classes.length, read, ramp), font, faded: FADED };
    return hasTextures ? textured(systems, ramp) : systems;
  };
}

/** As the browser computes them: WebGL and files know no names of system colours. */
function systemTokens(atlas: Element): ReadonlyMap<string, string> | undefined {
  const probe = atlas.shadowRoot?.appendChild(document.createElement('span'));
  if (!probe) return undefined;
  const tokens = new Map<string, string>(
    Object.entries(SYSTEM).map(([token, name]) => {
      probe.style.color = name;
      return [token, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  const [ground, ink] = [tokens.get('paper') ?? '', tokens.get('ink') ?? ''];
  tokens.set('not-published', ground.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.3)'));
  // To be seen on the ground and on the classes: GrayText may be of any colour, and would be one more hue on the map.
  tokens.set('border-county', between(ground, ink) ?? ink);
  return tokens;
}

/** Halfway from one colour to another, as a browser computes them. */
function between(one: string, other: string): string | undefined {
  const [a, b] = [rgbOf(one), rgbOf(other)];
  return a && b && `rgb(${a.map((part, i) => Math.round((part + (b[i] ?? part)) / 2)).join(', ')})`;
}
