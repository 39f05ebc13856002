/** What is handed in wrongly is an error that names the argument and says what to write instead; nothing is registered then. */
import { expect } from '@open-wc/testing';
import * as extend from '../../../src/extend.js';
import { CLASS_METHODS } from '../../../src/scene/classes/methods/index.js';
import { SCHEMES } from '../../../src/scene/classes/ramp.js';
import { LANGUAGE_TAGS } from '../../../src/scene/words/languages.js';
import { METRIC_KINDS } from '../../../src/data/kinds/index.js';

const breaks = (): number[] => [];
const origins = { sum: 'a', given: 'b' };
/** What is called, as a page without types may, and a part of what is said. */
const WRONG: readonly (readonly [call: keyof typeof extend, args: readonly unknown[], says: RegExp])[] = [
  ['registerScheme', [], /name must be small letters.* such as "ember"; got undefined/],
  ['registerScheme', ['Ember', { hue: 1, chroma: 0 }], /name must be small letters/],
  ['registerScheme', ['a b', { hue: 1, chroma: 0 }], /got "a b"/],
  ['registerScheme', ['constructor', { hue: 1, chroma: 0 }], /name must be/],
  ['registerScheme', ['__proto__', { hue: 1, chroma: 0 }], /name must be/],
  ['registerScheme', ['teal', { hue: 1, chroma: 0 }], /the name is taken; choose another one than teal, blue/],
  ['registerScheme', ['x', undefined], /definition must be an object/],
  ['registerScheme', ['x', { hue: Number.NaN, chroma: 0 }], /hue must be a number of degrees.*got NaN/],
  ['registerScheme', ['x', { hue: 1, chroma: 2 }], /chroma must be a number from 0 to 0\.4; got 2/],
  ['registerScheme', ['x', { colours: ['red', 'blue'] }], /colours must be at least two colours such as "#fee8c8"/],
  ['registerScheme', ['x', { colours: ['#ffffff'] }], /at least two colours/],
  ['registerScheme', ['x', { colours: ['#ffffff', '#000000'], dark: ['#1'] }], /dark must be at least two/],
  ['registerScheme', ['x', { colours: ['red', 'blue'], dark: ['#ffffff', '#000000'] }], /colours must be at least two/],
  ['registerScheme', ['x', { colours: ['#ffffff'], dark: ['#ffffff', '#000000'] }], /colours must be at least two/],
  ['registerScheme', ['x', { colours: 'red', dark: ['#ffffff', '#000000'] }], /colours must be at least two/],
  [
    'registerScheme',
    ['x', { colors: [] }],
    /no member "colors"; leave it out, or write one of hue, chroma, colours, dark/,
  ],
  ['registerMethod', ['quantile', { label: 'Q', breaks }], /the name is taken/],
  ['registerMethod', ['publisher', { label: 'Q', breaks }], /the name is taken/],
  ['registerMethod', ['x', { label: 'Q' }], /breaks must be a function; got undefined/],
  ['registerMethod', ['x', { breaks }], /label must be a text, or texts by language/],
  ['registerMethod', ['x', { label: {}, breaks }], /label must be a text/],
  ['registerMethod', ['x', { label: { en: 1 }, breaks }], /label must be a text/],
  ['registerLanguage', ['nonsense!', { words: {} }], /tag must be a language tag such as "ja"/],
  ['registerLanguage', ['zh-hant', { words: {} }], /tag must be written as "zh-Hant"/],
  ['registerLanguage', ['en', { words: {} }], /the name is taken/],
  ['registerLanguage', ['ja', {}], /words must be an object/],
  ['registerLanguage', ['ja', { words: { 'legend.title': 1 } }], /words\["legend\.title"\] must be a text; got 1/],
  ['registerLanguage', ['ja', { words: {}, like: 'fr' }], /like must be one of zh-CN, zh-Hant, en.*; got "fr"/],
  ['registerLanguage', ['ja', { words: {}, also: 'jp' }], /also must be a list of language tags/],
  [
    'registerLanguage',
    ['ja', { words: {}, grammar: { many: [{ divisor: 0 }] } }],
    /grammar\.many must be a list of steps/,
  ],
  ['registerLanguage', ['ja', { words: {}, grammar: { shortName: 'x' } }], /grammar\.shortName must be a function/],
  ['registerLanguage', ['ja', { words: {}, grammar: { tags: /ja/ } }], /grammar has no member "tags"/],
  ['registerPart', ['pair-own', () => {}], /tag must be .*not begin with "pair-", such as "acme-top"/],
  ['registerPart', ['nohyphen', () => {}], /tag must be/],
  ['registerPart', ['acme-x', undefined], /draw must be a function/],
  ['registerKind', ['amount', { like: 'index', label: 'A' }], /the name is taken/],
  ['registerKind', ['x', { label: 'A' }], /like must be one of amount, count/],
  ['registerKind', ['x', { like: 'index' }], /label must be a text/],
  [
    'registerKind',
    ['x', { like: 'index', label: 'A', ramp: 'rainbow' }],
    /ramp must be one of sequential, diverging, qualitative/,
  ],
  ['registerKind', ['x', { like: 'index', label: 'A', number: 1 }], /number must be a function; got 1/],
  ['registerKind', ['x', { like: 'index', label: 'A', combine: breaks }], /origins must be given with combine/],
  [
    'registerKind',
    ['x', { like: 'index', label: 'A', combine: breaks, origins: { sum: 'a' } }],
    /origins\.given must be a text/,
  ],
  ['registerKind', ['x', { like: 'index', label: 'A', origins, sum: 1 }], /no member "sum"/],
];

describe('what is registered wrongly', () => {
  for (const [call, args, says] of WRONG)
    it(`is refused: ${call}(${args.map((arg) => (typeof arg === 'object' ? JSON.stringify(arg) : String(arg))).join(', ')})`, () => {
      expect(() => (extend[call] as (...all: readonly unknown[]) => void)(...args))
        .to.throw(TypeError, says)
        .with.property('message')
        .that.contains(`pair-atlas: ${call}(`);
      expect(Object.keys(SCHEMES)).to.have.length(6);
      expect(CLASS_METHODS).to.have.length(4);
      expect(LANGUAGE_TAGS).to.have.length(3);
      expect(METRIC_KINDS).to.have.length(9);
    });

  it('is refused where a tag is taken by somebody else, or twice', () => {
    customElements.define('foreign-part', class extends HTMLElement {});
    expect(() => extend.registerPart('foreign-part', () => {})).to.throw(TypeError, /taken/);
    extend.registerPart('twice-part', () => {});
    expect(() => extend.registerPart('twice-part', () => {})).to.throw(TypeError, /taken/);
  });
});
