/** Whether a theme can be read: ratios of WCAG 2 between what stands beside or upon each other. */
import { ratioOf, type Rgb } from '../../src/scene/classes/contrast.js';
import { rampColours, type Ground, type Scheme } from '../../src/scene/classes/ramp.js';

export interface Contrast {
  /** What is compared, as tokens: `ink` on `paper`, a class beside the next. */
  readonly kind: 'text' | 'graphic' | 'classes' | 'outline';
  readonly of: string;
  readonly on: string;
  /** Undefined where a colour cannot be read. */
  readonly ratio: number | undefined;
  readonly least: number;
}

/** WCAG 1.4.3 and 1.4.11; between neighbours of a ramp what the library's own ramps of nine classes keep. */
export const LEAST = { text: 4.5, graphic: 3, classes: 1.2, outline: 3 } as const;

/** The number of classes that is looked at: an atlas's own. */
export const CLASSES = 5;

const PAIRS: readonly (readonly ['text' | 'graphic' | 'classes', string, string])[] = [
  ['text', 'ink', 'paper'],
  ['text', 'ink', 'surface'],
  ['text', 'ink-soft', 'paper'],
  ['text', 'ink-soft', 'surface'],
  ['text', 'accent', 'paper'],
  ['text', 'fault', 'paper'],
  ['graphic', 'no-data-line', 'no-data'],
  ['graphic', 'border-province', 'paper'],
  ['classes', 'outside', 'class-1'],
];

/** `read` gives a token's colour, that of a class included. */
export function contrasts(read: (token: string) => Rgb | undefined, classes = CLASSES): Contrast[] {
  const ratio = (of: string, on: string): number | undefined => {
    const [a, b] = [read(of), read(on)];
    return a && b ? ratioOf(a, b) : undefined;
  };
  const names = Array.from({ length: classes }, (_, i) => `class-${i + 1}`);
  const outlines = ['partner', 'accent'].flatMap((of) =>
    names.map((on): Contrast => {
      // An outline has its halo around it: one of the two has to stand out.
      const found = [ratio(of, on), ratio('halo', on)];
      const both = found.every((each) => each !== undefined) ? Math.max(...(found as number[])) : undefined;
      return { kind: 'outline', of, on, ratio: both, least: LEAST.outline };
    }),
  );
  return [
    ...PAIRS.map(([kind, of, on]): Contrast => ({ kind, of, on, ratio: ratio(of, on), least: LEAST[kind] })),
    ...names.slice(1).map((on, i): Contrast => {
      const of = names[i] ?? '';
      return { kind: 'classes', of, on, ratio: ratio(of, on), least: LEAST.classes };
    }),
    ...outlines,
  ];
}

export const isEnough = ({ ratio, least }: Contrast): boolean => ratio !== undefined && ratio >= least;

export const schemeColour = (name: string, scheme: Scheme, ground: Ground, classes = CLASSES): string | undefined =>
  rampColours(scheme, classes, ground)[Number(/^class-(\d)$/.exec(name)?.[1] ?? 0) - 1];
