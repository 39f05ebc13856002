import { expect } from '@open-wc/testing';
import { otherCodesOf, provinceOf, readCode } from '../../src/data/codes.js';

const known = new Set(['330112', '330100', '330000', '513221', '522322']);
const read = (raw: unknown): unknown => {
  const reading = readCode(raw, (code) => known.has(code));
  return reading.kind === 'code' ? [reading.code, ...reading.repairs] : reading.kind;
};

describe('a region code', () => {
  const cases: [what: string, raw: unknown, got: unknown][] = [
    ['as it should be', '513221', ['513221']],
    ['as a number', 513221, ['513221', 'number']],
    ['with spaces around it', ' 513221\t', ['513221', 'spaces']],
    ['with an apostrophe that keeps it text in a spreadsheet', "'513221", ['513221', 'spaces']],
    ['in full-width digits', '５１３２２１', ['513221', 'spaces']],
    ['with a byte-order mark', '\ufeff513221', ['513221', 'spaces']],
    ['of twelve digits', '513221000000', ['513221', 'long']],
    ['of nine digits', '513221100', ['513221', 'long']],
    ['of a prefecture in four digits', '3301', ['330100', 'short']],
    ['of a province in two', 33, ['330000', 'number', 'short']],
    ['of before 2017', '330185', ['330112', 'recoded']],
    ['of after 2018', '522302', ['522322', 'recoded']],
    ['that nobody knows', '999999', ['999999']],
    ['of zeros', '000000', ['000000']],
    ['of one zero', '0', 'unreadable'],
    ['of five digits', '51322', 'unreadable'],
    ['with letters', '51322A', 'unreadable'],
    ['that is a name', '汶川县', 'unreadable'],
    ['that is nothing', null, 'unreadable'],
    ['that is an object', {}, 'unreadable'],
    ['that is a fraction', 51.5, 'unreadable'],
  ];
  for (const [what, raw, got] of cases)
    it(`${what} is read as ${JSON.stringify(got)}`, () => expect(read(raw)).to.deep.equal(got));

  it('has its other codes both ways, however many changes lie between', () => {
    expect(otherCodesOf('330185')).to.deep.equal(['330112']);
    expect(otherCodesOf('330112')).to.deep.equal(['330185']);
    expect(otherCodesOf('512081')).to.have.members(['510185', '510180']);
    expect(otherCodesOf('330103')).to.deep.equal([]);
  });

  it('lies in a province', () => expect(provinceOf('513221')).to.equal('510000'));
});
