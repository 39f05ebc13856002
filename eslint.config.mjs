/** Lint: the rules of TypeScript, Lit and custom elements, and the direction in which layers may import. */
import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** In the order that data flows: a layer imports from itself and from those before it. See CONTRIBUTING.md. */
const LAYERS = ['data', 'scene', 'render', 'state', 'elements', 'extend', 'standalone', 'cli'];
/** Layers that are before another in the list and of which it may still know no more than types. */
const APART = { state: ['render'], cli: ['elements'] };
/** Packages by the only layers, or the only file, that may name them. */
const PACKAGES = [
  { names: ['lit', 'lit/*', 'lit-html', 'lit-html/*'], allowed: ['elements', 'standalone'] },
  { names: ['maplibre-gl', 'maplibre-gl/*'], allowed: [] },
];

/** What people reach for, and came after the oldest engine that an atlas runs in. */
const YOUNG = [
  ['Object', 'hasOwn'],
  ['Object', 'groupBy'],
  ['Map', 'groupBy'],
  ['Promise', 'withResolvers'],
  ['AbortSignal', 'any'],
  ['AbortSignal', 'timeout'],
  ['URL', 'canParse'],
];
const YOUNG_METHODS = ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced'];

const layerRules = LAYERS.map((layer, i) => {
  const below = LAYERS.slice(i + 1);
  const apart = APART[layer] ?? [];
  const packages = PACKAGES.filter(({ allowed }) => !allowed.includes(layer)).flatMap(({ names }) => names);
  return {
    files: [`src/${layer}/**/*.ts`],
    ignores: ['src/render/maplibre/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(apart.length > 0
              ? [
                  {
                    group: apart.map((name) => `**/${name}/**`),
                    allowTypeImports: true,
                    message: `src/${layer} may know of these layers no more than types.`,
                  },
                ]
              : []),
            ...(below.length > 0
              ? [
                  {
                    group: below.map((name) => `**/${name}/**`),
                    message: `src/${layer} may import only from the layers before it.`,
                  },
                ]
              : []),
            { group: packages, message: `src/${layer} does not know this package.` },
          ],
        },
      ],
    },
  };
});

/** Where there is no DOM: data and scene run in Node as they are. */
const withoutDom = {
  files: ['src/data/**/*.ts', 'src/scene/**/*.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...[
        'window',
        'document',
        'navigator',
        'HTMLElement',
        'customElements',
        'getComputedStyle',
        'matchMedia',
        'process',
      ].map((name) => ({
        name,
        message: 'data and scene know no DOM.',
      })),
    ],
  },
};

export default ts.config(
  {
    ignores: [
      'dist/**',
      'test/frameworks/pages/*/**',
      'coverage/**',
      'src/data/feed-validator.js',
      'custom-elements.json',
    ],
  },
  ...ts.configs.recommended,
  lit['flat/recommended'],
  wc['flat/recommended'],
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver()],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'import-x/no-cycle': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': ['error', { allow: ['warn'] }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['data/**/*.ts', 'test/bench/**/*.ts', 'build/**', 'src/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Chromium 92 cannot read a static block, which is what compilers make of a static field: a static getter does.
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'StaticBlock, PropertyDefinition[static=true]',
          message: 'Write a static getter: see vite.config.ts.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...YOUNG.map(([object, property]) => ({ object, property, message: 'Chromium 92 has it not.' })),
        ...YOUNG_METHODS.map((property) => ({ property, message: 'Chromium 92 has it not.' })),
      ],
    },
  },
  ...layerRules,
  {
    files: ['src/render/maplibre/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/state/**', '**/elements/**', '**/standalone/**', '**/cli/**', 'lit', 'lit/*'],
              message: 'src/render may import only from the layers before it.',
            },
          ],
        },
      ],
    },
  },
  withoutDom,
  {
    // Its elements come from the library's own script, as on any page.
    files: ['demo/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/src/index.js', '**/src/elements/**', '**/src/render/**', '**/src/cli/**'],
              allowTypeImports: true,
              message:
                'The demo uses the elements of the page, and of the source no more than types and pure functions.',
            },
          ],
        },
      ],
    },
  },
  { files: ['src/data/**/*.ts'], rules: { 'max-lines': ['error', 400] } },
  { files: ['src/**/*.ts', 'test/**/*.ts', 'data/**/*.ts', 'demo/**/*.ts'], rules: { 'max-lines': ['error', 400] } },
);
