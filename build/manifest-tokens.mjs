/** Lists each `--pair-*` token with its default and meaning, read from `tokens.ts`, where alone they are said. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TOKENS = 'src/scene/picture/tokens.ts';
const SHARED = 'src/elements/shared';
/** As many classes as an atlas can have. */
const CLASSES = 9;

export function cssTokens() {
  let tokens;
  return {
    name: 'css-tokens',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const element = moduleDoc.declarations?.find(({ name, tagName }) => tagName && name === node.name?.text);
      if (!element) return;
      tokens ??= [...tokensOf(ts), ...classTokens()];
      // The atlas reads all of them, for its maps; each other element has those of its own sheet.
      const sheet = element.tagName === 'pair-atlas' ? undefined : sheetOf(moduleDoc.path);
      element.cssProperties = tokens.filter(({ name }) => !sheet || sheet.includes(`var(--_${name.slice(7)})`));
    },
  };
}

function tokensOf(ts) {
  const file = ts.createSourceFile(TOKENS, readFileSync(TOKENS, 'utf8'), ts.ScriptTarget.Latest, true);
  const list = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find(({ name }) => name.getText() === 'TOKENS');
  let object = list?.initializer;
  while (object && !ts.isObjectLiteralExpression(object)) object = object.expression;
  if (!object) throw new Error(`${TOKENS}: expected a constant TOKENS with an object of tokens`);
  return object.properties.map((token) => {
    const [doc] = token.jsDoc ?? [];
    if (!doc?.comment)
      throw new Error(`${TOKENS}: ${token.name.getText()} has no doc comment that says what it is for`);
    const { light, ...themes } = Object.fromEntries(
      token.initializer.properties.map(({ name, initializer }) => [name.getText(), initializer.text]),
    );
    const others = Object.entries(themes).map(([theme, value]) => `${theme}: ${value}`);
    return {
      name: `--pair-${token.name.text}`,
      default: light,
      description: doc.comment + (others.length > 0 ? ` On other grounds ${others.join(', ')}.` : ''),
    };
  });
}

function classTokens() {
  return Array.from({ length: CLASSES }, (_, i) => ({
    name: `--pair-class-${i + 1}`,
    description: `Colour of class ${i + 1}, counted from the lowest, in place of that of the scheme.`,
  }));
}

/** The text of an element's own files, of the base of all, and of the swatches where it has them. */
function sheetOf(path) {
  const folder = dirname(path);
  const own = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const shared = ['styles', ...(own.some((text) => text.includes('shared/swatch.js')) ? ['swatch'] : [])];
  return [...own, ...shared.map((name) => readFileSync(join(SHARED, `${name}.ts`), 'utf8'))].join('\n');
}
