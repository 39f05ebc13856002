/** What is seen otherwise: classes by their textures, and the system's colours. Comes where an author, a reader or their system asks for it. */
import { MAX_CLASSES } from '../../scene/classes/breaks.js';
import { rgbOf } from '../../scene/classes/contrast.js';
import { isForced } from '../shared/surroundings.js';
import type { TokenName } from '../../scene/picture/tokens.js';

export { textured } from '../../scene/picture/textures.js';

/** Of the colours of CSS Color 4 that a reader's system has, what each token is. */
const SYSTEM = {
  paper: 'Canvas',
  surface: 'Canvas',
  ink: 'CanvasText',
  'ink-soft': 'CanvasText',
  line: 'CanvasText',
  accent: 'Highlight',
  fault: 'CanvasText',
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
const FADED = '0.65';

/**
 * The tokens of forced colours, as the browser computes them: WebGL and files know no names of system colours. None where no
 * colours are forced. What a host has set is not asked, and its colours of classes are neither: they are of another ground.
 */
export function systemColours(atlas: Element): Map<string, string> {
  const root = atlas.shadowRoot;
  if (!root || !isForced()) return new Map();
  const probe = root.appendChild(document.createElement('span'));
  const resolve = (name: string): string => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const tokens = new Map(Object.entries(SYSTEM).map(([token, name]) => [token, resolve(name)]));
  probe.remove();
  const [ground, ink] = [tokens.get('paper') ?? '', tokens.get('ink') ?? ''];
  tokens.set('not-published', ground.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.3)'));
  // To be seen on the ground and on the classes: GrayText may be of any colour, and would be one more hue on the map.
  tokens.set('border-county', between(ground, ink) ?? ink);
  tokens.set('faded', FADED);
  for (let i = 1; i <= MAX_CLASSES; i++) tokens.set(`class-${i}`, '');
  return tokens;
}

/** Halfway from one colour to another, as a browser computes them. */
function between(one: string, other: string): string | undefined {
  const [a, b] = [rgbOf(one), rgbOf(other)];
  return a && b && `rgb(${a.map((part, i) => Math.round((part + (b[i] ?? part)) / 2)).join(', ')})`;
}
