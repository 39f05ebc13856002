/** Writes the names of a table where a doc block links to it, as in `{@link SCHEMES}`; the analyzer leaves the bare word of a link. */
import { tsImport } from 'tsx/esm/api';

const load = (path) => tsImport(`../src/${path}`, import.meta.url);
const { CLASS_METHODS } = await load('scene/classes/breaks.ts');
const { SCHEMES } = await load('scene/classes/ramp.ts');
const { RENDERER_CHOICES } = await load('render/renderers.ts');
const { FITS, LAYOUTS, TEXTS } = await load('state/values.ts');
const { LEVELS } = await load('data/types.ts');
const { THEMES } = await load('scene/picture/tokens.ts');
const TABLES = { CLASS_METHODS, SCHEMES: Object.keys(SCHEMES), RENDERER_CHOICES, FITS, LAYOUTS, TEXTS };

/** The names that a type stands for. */
export const UNIONS = {
  ClassMethod: CLASS_METHODS,
  Fit: FITS,
  Layout: LAYOUTS,
  Text: TEXTS,
  Level: LEVELS,
  RendererChoice: RENDERER_CHOICES,
  ThemeChoice: ['auto', ...THEMES],
};

export function namesOfTables() {
  return {
    name: 'names-of-tables',
    moduleLinkPhase({ moduleDoc }) {
      for (const { members = [], attributes = [] } of moduleDoc.declarations)
        for (const each of new Set([...members, ...attributes]))
          if (each.description) each.description = each.description.replace(/\b[A-Z]+(?:_[A-Z]+)*\b/g, namesIn);
    },
  };
}

function namesIn(word) {
  if (!Object.hasOwn(TABLES, word)) return word;
  const names = TABLES[word].map((name) => `\`${name}\``);
  return `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
}
