/** What the address of `embed.html` may ask for. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MAX_CLASSES } from '../../../src/scene/classes/breaks.js';
import { CLASS_METHODS } from '../../../src/scene/classes/methods/index.js';
import { SCHEMES } from '../../../src/scene/classes/ramp.js';
import { THEMES } from '../../../src/scene/picture/tokens.js';
import { RENDERER_CHOICES } from '../../../src/render/renderers.js';
import { FITS, LAYOUTS, TEXTS } from '../../../src/state/values.js';
import { LANGUAGE_TAGS } from '../../../src/scene/words/languages.js';
import { EMBED_WORDS } from '../../../src/scene/words/embed.js';
import { LEVELS } from '../../../src/data/types.js';
import { CHOICES } from '../../../src/standalone/embed/choices.js';
import { EMBED_OPTIONS, READERS, embedOf } from '../../../src/standalone/embed/options.js';

const page = {
  address: 'https://maps.example/pair/embed.html',
  origins: ['https://data.example'],
  languages: ['zh-CN', 'en'],
  choices: CHOICES,
};
const read = (query: string, languages = page.languages): ReturnType<typeof embedOf> =>
  embedOf(query, { ...page, languages });

describe('the options of an address', () => {
  it('are the attributes of an atlas, all of them', () => {
    const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
      modules: { declarations?: { tagName?: string; attributes?: { name: string }[] }[] }[];
    };
    const atlas = manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .find(({ tagName }) => tagName === 'pair-atlas');
    assert.deepEqual(Object.keys(READERS).sort(), (atlas?.attributes ?? []).map(({ name }) => name).sort());
  });

  it('take every choice that there is, and name them all where one is wrong', () => {
    const choices = {
      method: CLASS_METHODS,
      scheme: Object.keys(SCHEMES),
      renderer: RENDERER_CHOICES,
      theme: ['auto', ...THEMES],
      fit: FITS,
      layout: LAYOUTS,
      text: TEXTS,
    };
    assert.deepEqual(Object.keys(CHOICES).sort(), [...Object.keys(choices), 'level'].sort());
    for (const [option, values] of Object.entries(choices)) {
      for (const value of values) assert.deepEqual(read(`?${option}=${value}`).attributes, { [option]: value });
      const [fault] = read(`?${option}=nonsense`).faults;
      assert.deepEqual(fault, { code: 'value', option, got: 'nonsense', expected: [...values].join(', ') });
    }
    for (const level of LEVELS) assert.equal(read(`?maps=330000&level=${level}`).level, level);
    assert.equal(read('?maps=330000&level=town').faults[0]?.code, 'value');
    assert.deepEqual(read(`?classes=${MAX_CLASSES}`).faults, []);
    for (const wrong of [`${MAX_CLASSES + 1}`, '0', '-1', '2.5', 'x', ''])
      assert.equal(read(`?classes=${wrong}`).faults[0]?.code, 'value', wrong);
  });

  it('read flags as people write them', () => {
    for (const set of ['strict', 'strict=1', 'strict=true'])
      assert.deepEqual(read(`?${set}`).attributes, { strict: '' });
    for (const unset of ['strict=0', 'strict=false']) assert.deepEqual(read(`?${unset}`).attributes, {});
  });

  it('name files of the page’s own origin, or of one that its owner allows, and no other', () => {
    assert.deepEqual(read('?src=feeds/a.json').attributes, { src: 'https://maps.example/pair/feeds/a.json' });
    assert.deepEqual(read('?src=/a.xlsx').attributes, { src: 'https://maps.example/a.xlsx' });
    assert.deepEqual(read('?geometry=https://data.example/b.json').attributes, {
      geometry: 'https://data.example/b.json',
    });
    for (const address of [
      'https://elsewhere.example/a.json',
      '//elsewhere.example/a.json',
      'http://maps.example/a.json',
      'https://maps.example:444/a.json',
      'https://maps.example@elsewhere.example/a.json',
      'data:application/json,{}',
      'javascript:1',
      'https://',
    ])
      for (const option of ['src', 'geometry', 'basemap']) {
        const { attributes, faults } = read(`?${option}=${encodeURIComponent(address)}`);
        assert.deepEqual([attributes, faults[0]?.code], [{}, 'origin'], address);
      }
  });

  it('that name no file ask for none', () => {
    for (const option of ['src', 'geometry', 'basemap']) {
      const { attributes, faults } = read(`?${option}=`);
      assert.deepEqual([attributes, faults], [{}, []], option);
    }
  });

  it('name a language of the page, whole or by its first letters, and no other', () => {
    const languages = ['zh-CN', 'zh', 'zh-Hans', 'en', 'en-GB', ''].map((tag) => read(`?lang=${tag}`).language);
    assert.deepEqual(languages, ['zh-CN', 'zh-CN', 'zh-CN', 'en', 'en', undefined]);
    const all = ['zh-CN', 'zh-Hant', 'en'];
    const traditional = ['zh-Hant', 'zh-TW', 'zh-HK', 'zh-Hant-MO', 'zh-Hans-HK', 'zh'].map(
      (tag) => read(`?lang=${tag}`, all).language,
    );
    assert.deepEqual(traditional, ['zh-Hant', 'zh-Hant', 'zh-Hant', 'zh-Hant', 'zh-CN', 'zh-CN']);
    assert.deepEqual(read('').faults, []);
    assert.equal(read('').language, undefined);
    const { language, faults } = read('?lang=fr');
    assert.equal(language, undefined);
    assert.deepEqual(faults, [{ code: 'value', option: 'lang', got: 'fr', expected: 'zh-CN, en' }]);
  });

  it('name maps, each of one region or several, and the parts around them', () => {
    assert.deepEqual(read('?maps=330000,510000+520000').maps, ['330000', '510000 520000']);
    assert.deepEqual(read('?maps=510000%2B520000').maps, ['510000 520000']);
    assert.deepEqual(read('?maps=330000').parts, ['pair-legend', 'pair-details']);
    assert.deepEqual(read('?maps=330000&parts=table').parts, ['pair-table']);
    assert.deepEqual(read('?maps=330000&parts=').parts, []);
    assert.equal(read('?parts=table').faults[0]?.code, 'parts');
    assert.deepEqual(read('?maps=330000&parts=script,legend').parts, ['pair-legend']);
  });

  it('become attributes of their own names alone, whatever an address says', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.oneof(fc.string(), fc.constantFrom(...EMBED_OPTIONS, '__proto__', 'onload')), fc.string()),
        ),
        (pairs) => {
          const { attributes, parts, faults } = read(`?${new URLSearchParams(pairs)}`);
          for (const name of Object.keys(attributes)) assert(Object.hasOwn(READERS, name), name);
          for (const part of parts) assert.match(part, /^pair-[a-z]+$/);
          for (const { option } of faults) assert(pairs.some(([name]) => name === option));
        },
      ),
    );
  });

  it('are spoken of in each language', () => {
    assert.deepEqual(Object.keys(EMBED_WORDS).sort(), [...LANGUAGE_TAGS].sort());
  });
});
