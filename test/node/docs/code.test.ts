/** The code in the documentation: that tags, attributes, commands, data and types in it are what they are said to be. After a build. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readElements } from '../../../build/docs/manifest.js';
import { renderMarkdown, type Fence } from '../../../build/docs/markdown.js';
import { PAGES, sourceOf } from '../../../build/docs/pages.js';
import { DOC_LANGUAGES, DOC_WORDS } from '../../../build/docs/words.js';
import { commandOf } from '../../../src/cli/arguments.js';
import { parseFeed } from '../../../src/data/parse-feed.js';
import '../../../src/scene/words/all.js';

type Placed = Fence & { readonly where: string };

const fences: readonly Placed[] = DOC_LANGUAGES.flatMap((language) =>
  PAGES.filter(({ tag }) => !tag).flatMap(({ slug }) =>
    renderMarkdown(sourceOf(language, slug), DOC_WORDS[language]).fences.map((fence, i) => ({
      ...fence,
      where: `docs/${language}/${slug}.md, code ${i + 1}`,
    })),
  ),
);
const examples: readonly Placed[] = PAGES.flatMap(({ tag }) =>
  tag
    ? [
        {
          language: 'html',
          isLive: true,
          code: readFileSync(`docs/examples/${tag}.html`, 'utf8'),
          where: `docs/examples/${tag}.html`,
        },
      ]
    : [],
);
const of = (...languages: readonly string[]): Placed[] => fences.filter(({ language }) => languages.includes(language));

/** What any element may have, and what a framework writes for an event. */
const EVERYWHERE = /^(id|class|lang|title|slot|hidden)$/;

describe('code in the documentation', () => {
  it('is of a language that is checked', () => {
    const known = ['html', 'css', 'js', 'ts', 'tsx', 'vue', 'svelte', 'astro', 'json', 'sh'];
    for (const { language, where } of fences) assert(known.includes(language), `${where}: ${language}`);
  });

  it('names tags, attributes and events that there are', () => {
    const elements = readElements();
    for (const { code, where } of [...of('html', 'tsx', 'ts', 'vue', 'svelte', 'astro'), ...examples]) {
      for (const [, tag = '', rest = ''] of code.matchAll(/<(pair-[\w-]+)((?:[^>"{]|"[^"]*"|\{[^}]*\})*)>/g)) {
        const element = elements.get(tag);
        assert(element, `${where}: <${tag}>`);
        for (const [, name = ''] of rest.replace(/=("[^"]*"|\{[^}]*\})/g, '= ').matchAll(/([@\w(:-][\w:-]*\)?)/g)) {
          const event = /^(?:@|\(|on:?)(pair-[\w-]+)\)?$/.exec(name)?.[1];
          const isKnown = event
            ? element.events?.some((each) => each.name === event)
            : EVERYWHERE.test(name) || element.attributes?.some((each) => each.name === name);
          assert(isKnown, `${where}: <${tag} ${name}>`);
        }
      }
    }
  });

  it('has commands that the command line takes', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const { code, where } of of('sh'))
      for (const line of code.replace(/\\\n/g, ' ').trim().split('\n')) {
        const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
        if (words[1] === 'pair-atlas') {
          const command = commandOf(words.slice(2));
          assert(command.kind !== 'wrong' && command.kind !== 'help', `${where}: ${line}`);
        } else if (words[1] === 'run') assert(scripts[words[2] ?? ''], `${where}: ${line}`);
        else assert.match(line, /^(npm install (pair-atlas|mapshaper)\b|openssl dgst )/, where);
      }
  });

  it('has data that can be read, and a feed with nothing to check', () => {
    for (const { code, where } of of('json')) assert.doesNotThrow(() => JSON.parse(code) as unknown, where);
    const parsed = parseFeed(JSON.parse(readFileSync('docs/examples/feed.json', 'utf8')));
    assert(parsed.kind === 'feed');
    assert.deepEqual(parsed.faults, []);
  });

  it('is typed rightly, as those who use the package have it', () => {
    mkdirSync('coverage', { recursive: true });
    // Within the package, which then knows itself by its name.
    const folder = mkdtempSync('coverage/docs-');
    try {
      const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
      const places = of('ts', 'tsx', 'js')
        // What is live is run, by site-pages.test.ts.
        .filter(({ isLive }) => !isLive)
        .map(({ language, code, where }, i) => {
          const name = `code-${i}.${language}`;
          write(name, `${code}\nexport {};\n`);
          return [name, where] as const;
        });
      // Angular is no dependency; what is ours in its code is typed all the same.
      write(
        'angular.d.ts',
        `declare module '@angular/core' {
          export const CUSTOM_ELEMENTS_SCHEMA: unknown;
          export function Component(options: object): (type: unknown) => void;
          export function signal<T>(value: T): { (): T; set(value: T): void };
        }`,
      );
      write(
        'tsconfig.json',
        JSON.stringify({
          extends: '../../test/frameworks/tsconfig.json',
          compilerOptions: {
            lib: ['ES2023', 'DOM', 'DOM.Iterable'],
            types: ['node'],
            allowJs: true,
            checkJs: true,
            skipLibCheck: true,
            experimentalDecorators: true,
            // Code to be read has no checks for elements that are there.
            strict: false,
          },
          include: ['*'],
          exclude: [],
        }),
      );
      try {
        execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], { encoding: 'utf8' });
      } catch (error) {
        const said = (error as { stdout: string }).stdout;
        assert.fail(places.reduce((text, [name, where]) => text.replaceAll(`${folder}/${name}`, where), said));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
