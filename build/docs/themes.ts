/** The finished themes in `demo/themes/`, and what a theme is as a file. */
import type { Scheme } from '../../src/scene/classes/ramp.js';

/** Colours of classes depend on how many there are: a theme names a scheme for them. */
export const THEME_SCHEMES: Readonly<Record<string, Scheme>> = { gov: 'blue', newspaper: 'gray', dark: 'teal' };

export type ColourScheme = 'light dark' | 'light' | 'dark';

export interface Theme {
  readonly colourScheme: ColourScheme;
  /** By the name of the token, without `--pair-`. */
  readonly tokens: ReadonlyMap<string, string>;
}

/** Reads a file of `demo/themes/`, or one that the editor wrote: its first rule. */
export function readTheme(css: string): Theme {
  const [rule = ''] = /\{[^{}]*\}/.exec(css.replace(/\/\*.*?\*\//gs, '')) ?? [];
  const declarations = [...rule.matchAll(/([\w-]+):\s*([^;]+);/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const scheme = declarations.find(([name]) => name === 'color-scheme')?.[1];
  return {
    colourScheme: scheme === 'light' || scheme === 'dark' ? scheme : 'light dark',
    tokens: new Map(
      declarations.flatMap(([name, value]) =>
        name.startsWith('--pair-') ? [[name.slice('--pair-'.length), value]] : [],
      ),
    ),
  };
}

/** A theme as CSS. Who asks for more contrast gets the library's own colours, and so does paper where all is dark. */
export function writeTheme(
  { colourScheme, tokens }: Theme,
  isColour: (token: string) => boolean,
  comment: string,
): string {
  const lines = [
    ...(colourScheme === 'light dark' ? [] : [`color-scheme: ${colourScheme};`]),
    ...[...tokens].map(([name, value]) => `--pair-${name}: ${value};`),
  ];
  if (lines.length === 0) return '';
  const colours = [...tokens.keys()].filter(isColour);
  const media = [...(colourScheme === 'dark' ? ['print'] : []), '(prefers-contrast: more)', '(forced-colors: active)'];
  const back = [
    ...(colourScheme === 'dark' ? ['color-scheme: light;'] : []),
    ...colours.map((name) => `--pair-${name}: initial;`),
  ];
  return [
    `pair-atlas {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`,
    ...(back.length === 0
      ? []
      : [
          `/* ${comment} */\n@media ${media.join(', ')} {\n  pair-atlas {\n${back.map((line) => `    ${line}\n`).join('')}  }\n}\n`,
        ]),
  ].join('\n');
}
