/** What editors and frameworks read of the elements. After a build. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

interface Named {
  readonly name: string;
}
interface Tag extends Named {
  readonly attributes: readonly (Named & { readonly values: readonly Named[]; readonly description: string })[];
}

const read = <Content>(file: string): Content => JSON.parse(readFileSync(file, 'utf8')) as Content;
const namesOf = (all: readonly Named[]): string[] => all.map(({ name }) => name).sort();

describe('editors', () => {
  const { modules } = read<{
    modules: { declarations?: { tagName?: string; attributes?: Named[]; cssProperties?: Named[] }[] }[];
  }>('custom-elements.json');
  const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);

  it('know each element and attribute, with the values that it may have', () => {
    const { tags } = read<{ tags: Tag[] }>('dist/editors/vscode.html-custom-data.json');
    assert.deepEqual(namesOf(tags), elements.map(({ tagName }) => tagName).sort());
    for (const { tagName, attributes = [] } of elements)
      assert.deepEqual(namesOf(tags.find(({ name }) => name === tagName)?.attributes ?? []), namesOf(attributes));
    const valuesOf = (tag: string, attribute: string): string[] =>
      namesOf(tags.find(({ name }) => name === tag)?.attributes.find(({ name }) => name === attribute)?.values ?? []);
    assert.deepEqual(valuesOf('pair-map', 'level'), ['county', 'prefecture', 'province']);
    assert.deepEqual(valuesOf('pair-atlas', 'method'), ['equal', 'jenks', 'quantile', 'threshold']);
    assert.deepEqual(valuesOf('pair-atlas', 'theme'), ['auto', 'contrast', 'dark', 'light']);
    // A name of ours in the place of values says nothing there.
    for (const { attributes } of tags)
      for (const { values, description } of attributes) {
        assert(description.length > 5);
        for (const { name } of values) assert.match(name, /^[a-z]+$/);
      }
  });

  it('know each token, in VS Code and in JetBrains', () => {
    const tokens = [...new Set(elements.flatMap(({ cssProperties = [] }) => namesOf(cssProperties)))];
    const { properties } = read<{ properties: Named[] }>('dist/editors/vscode.css-custom-data.json');
    assert.deepEqual([...new Set(namesOf(properties))], tokens.sort());
    const types = read<{ contributions: { html: { elements: Named[] } } }>('dist/editors/web-types.json');
    assert.deepEqual(namesOf(types.contributions.html.elements), elements.map(({ tagName }) => tagName).sort());
  });

  it('say what is wrong where a page of React is typed', () => {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'test/frameworks/tsconfig.json'], {
      encoding: 'utf8',
    });
  });
});
