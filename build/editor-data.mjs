/**
 * Makes of the manifest what editors and frameworks read, into `dist/editors/`: tags, attributes, parts and tokens for VS Code and for
 * JetBrains, and types of the tags for JSX.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateJsxTypes } from 'custom-element-jsx-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { UNIONS } from './manifest-lists.mjs';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
// An editor offers what it reads, and the name of a type says nothing to it.
for (const { attributes = [] } of manifest.modules.flatMap(({ declarations = [] }) => declarations))
  for (const attribute of attributes) {
    const text = attribute.type?.text.replace(/^'' \| /, '');
    if (text && Object.hasOwn(UNIONS, text)) attribute.type.text = UNIONS[text].map((name) => `'${name}'`).join(' | ');
  }
const shared = { outdir: 'dist/editors', hideLogs: true };

generateVsCodeCustomElementData(manifest, shared);
generateJetBrainsWebTypes(manifest, { ...shared, packageJson: false });
generateJsxTypes(manifest, { ...shared, fileName: 'jsx.d.ts', globalTypePath: '../lib/index.js' });

// It takes each event for the detail of one.
const jsx = `${shared.outdir}/jsx.d.ts`;
const types = readFileSync(jsx, 'utf8').replace(/CustomEvent<(PairEvent<"[\w-]+">)>/g, '$1');
writeFileSync(jsx, `import type { PairEvent } from '../lib/index.js';\n${types}`);
