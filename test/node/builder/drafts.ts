/** Drafts at random, and changes of them. */
import fc from 'fast-check';
import { LANGUAGES, LAYOUTS, PARTS, type Draft, type Patch } from '../../../demo/builder/draft.js';
import { CLASS_METHODS } from '../../../src/scene/classes/breaks.js';
import { SCHEMES, type Scheme } from '../../../src/scene/classes/ramp.js';
import { THEMES } from '../../../src/scene/picture/tokens.js';
import { LEVELS } from '../../../src/data/types.js';

/** What people write, and what they should not. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('"><script>alert(1)</script>', "' onload='x", '&amp;&lt;', '{0}', '浙江省', '  ', '</pair-atlas>'),
);
const code = fc.constantFrom('330000', '510000', '513200', '330100');
const fields = {
  source: fc.oneof(
    fc.constant({ kind: 'built-in' as const }),
    fc.record(
      { kind: fc.constant('feed' as const), name: text, text: fc.constantFrom('{}', '{"id":"x"}') },
      { noNullPrototype: true },
    ),
  ),
  title: text,
  notes: fc.array(fc.record({ place: text, title: text, text }, { noNullPrototype: true }), { maxLength: 3 }),
  sourceName: text,
  sourceUrl: text,
  sourceDate: fc.constantFrom('', '2018', '2018-08-30'),
  approval: text,
  metric: fc.constantFrom('', 'funding', 'm"&<'),
  per: fc.constantFrom('', 'county'),
  period: fc.constantFrom('', '2018'),
  method: fc.constantFrom(...CLASS_METHODS),
  classes: fc.integer({ min: 1, max: 9 }),
  scheme: fc.constantFrom(...(Object.keys(SCHEMES) as Scheme[])),
  theme: fc.constantFrom('' as const, ...THEMES),
  language: fc.constantFrom(...LANGUAGES),
  layout: fc.constantFrom(...LAYOUTS),
  maps: fc.array(
    fc.oneof(
      code,
      fc.tuple(code, code).map((codes) => codes.join(' ')),
    ),
    { maxLength: 3 },
  ),
  level: fc.constantFrom('' as const, ...LEVELS),
  parts: fc.subarray([...PARTS]),
  permalink: fc.boolean(),
  droppable: fc.boolean(),
  height: fc.integer({ min: 200, max: 5_000 }),
  folder: fc.constantFrom('', 'pair-atlas/', '/maps/pair-atlas', '地图 文件夹/'),
};

export const drafts: fc.Arbitrary<Draft> = fc.record(fields, { noNullPrototype: true });
export const patches: fc.Arbitrary<Patch> = fc.record(fields, { requiredKeys: [], noNullPrototype: true });
