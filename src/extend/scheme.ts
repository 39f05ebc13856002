import {
  DEFAULT_SCHEME,
  rampColours,
  SCHEMES,
  type Colour,
  type Ground,
  type SchemeTable,
  type SequentialRamp,
} from '../scene/classes/ramp.js';
import { readAgain } from './atlases.js';
import { callOf, checkMembers, checkName, checkObject, refuse } from './check.js';
import { extensionFailed, guarded } from './failures.js';

/** Colours, from the lowest class to the highest, as `#rrggbb`. */
export type SchemeDefinition =
  /** A hue in OKLCH, in degrees, and the chroma in the middle of the ramp: as even, on both grounds, as the library's own. */
  | { readonly hue: number; readonly chroma: number }
  /** At least two colours, between which others are found. `dark` is for a dark ground; where it is left out, `colours` from the last. */
  | { readonly colours: readonly Colour[]; readonly dark?: readonly Colour[] }
  /** A function that gives exactly `count` colours, 1 to 9, for a light or a dark ground. */
  | { readonly colours: (count: number, ground: Ground) => readonly Colour[] };

const CALL = 'registerScheme';
/** What sRGB has room for at all. */
const MOST_CHROMA = 0.4;
const isColour = (colour: unknown): colour is Colour => typeof colour === 'string' && /^#[\da-f]{6}$/i.test(colour);

/**
 * A ramp for the attribute `scheme`, by name. Metrics whose classes lie on either side of a middle, or have no order, keep the
 * library's own colours.
 */
export function registerScheme(name: string, definition: SchemeDefinition): void {
  checkName(CALL, name, Object.keys(SCHEMES), 'ember');
  const call = callOf(CALL, name);
  checkObject(call, 'definition', definition);
  checkMembers(call, 'definition', definition, ['hue', 'chroma', 'colours', 'dark']);
  (SCHEMES as SchemeTable)[name] = rampOf(call, name, definition);
  readAgain('scheme');
}

function rampOf(call: string, name: string, definition: SchemeDefinition): SequentialRamp {
  if (!('colours' in definition)) {
    const { hue, chroma } = definition;
    if (!Number.isFinite(hue)) refuse(call, 'hue', 'a number of degrees, or give colours', hue);
    if (!(chroma >= 0 && chroma <= MOST_CHROMA)) refuse(call, 'chroma', `a number from 0 to ${MOST_CHROMA}`, chroma);
    return { hue, chroma };
  }
  const { colours } = definition;
  if (typeof colours === 'function') return { colours: guardedColours(call, name, colours) };
  const light = [...list(call, 'colours', colours)];
  const dark = 'dark' in definition ? definition.dark : undefined;
  const onDark = dark === undefined ? [...light].reverse() : [...list(call, 'dark', dark)];
  return { colours: (count, ground) => between(ground === 'dark' ? onDark : light, count) };
}

function list(call: string, argument: string, colours: readonly Colour[]): readonly Colour[] {
  if (!Array.isArray(colours) || colours.length < 2 || !colours.every(isColour))
    refuse(call, argument, 'at least two colours such as "#fee8c8", or a function that makes them', colours);
  return colours;
}

const guardedColours =
  (call: string, name: string, colours: (count: number, ground: Ground) => readonly Colour[]) =>
  (count: number, ground: Ground): readonly Colour[] =>
    guarded(
      () => colours(count, ground),
      (made) =>
        Array.isArray(made) && made.length === count && made.every(isColour)
          ? undefined
          : `colours(${count}, "${ground}") = ${JSON.stringify(made)}`,
      () => rampColours(DEFAULT_SCHEME, count, ground),
      (detail) => extensionFailed('scheme', call, detail, ({ scheme }) => scheme === name),
    );

/** `count` colours at equal distances along the stops; a single one from their middle. */
function between(stops: readonly Colour[], count: number): Colour[] {
  return Array.from({ length: count }, (_, i) => {
    const at = (count === 1 ? 0.5 : i / (count - 1)) * (stops.length - 1);
    const from = Math.min(stops.length - 2, Math.floor(at));
    const [low, high] = [channels(stops[from]), channels(stops[from + 1])];
    return `#${low.map((value, channel) => byte(value + ((high[channel] ?? value) - value) * (at - from))).join('')}`;
  });
}

const channels = (colour = '#000000'): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
const byte = (value: number): string => Math.round(value).toString(16).padStart(2, '0');
