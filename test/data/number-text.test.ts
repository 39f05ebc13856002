import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { formOf, numberOfText, type TextForm } from '../../src/data/number-text.js';

describe('a number that is text', () => {
  const plain: [text: string, number: number | undefined][] = [
    ['27020000', 27_020_000],
    [' 27,020,000 ', 27_020_000],
    ['\u300027020000\u00a0', 27_020_000],
    ['２７，０２０，０００．５', 27_020_000.5],
    ['-5', -5],
    ['−5', -5],
    ['－５', -5],
    ['0', 0],
    ['0.25', 0.25],
    ['1,234.50', 1234.5],
    ['', undefined],
    ['-', undefined],
    ['.5', undefined],
    ['5.', undefined],
    ['+5', undefined],
    ['--5', undefined],
    ['007', undefined],
    ['1,23', undefined],
    ['1,2345', undefined],
    ['1234,567', undefined],
    ['0,123', undefined],
    ['1.234,5', undefined],
    ['1.2.3', undefined],
    ['1e5', undefined],
    ['1.2E+08', undefined],
    ['0x10', undefined],
    ['(5)', undefined],
    ['1-2', undefined],
    ['1/2', undefined],
    ['约5', undefined],
    ['5以上', undefined],
    ['12³', undefined],
    ['12①', undefined],
    ['12[1]', undefined],
    ['5*', undefined],
    ['5 6', undefined],
    ['Infinity', undefined],
    ['五', undefined],
    ['¥5', undefined],
    ['12%', undefined],
    ['3万', undefined],
    ['5元', undefined],
  ];
  for (const [text, number] of plain)
    it(`"${text}" is ${number ?? 'not read'}`, () => expect(numberOfText(text)).to.equal(number));

  const formed: [text: string, form: TextForm, number: number | undefined][] = [
    ['3,087.5万', formOf('CNY'), 30_875_000],
    ['3,087.5 万元', formOf('CNY'), 30_875_000],
    ['2.4亿', formOf('CNY'), 240_000_000],
    ['0.07万', formOf('CNY'), 700],
    ['27,020,000元', formOf('CNY'), 27_020_000],
    ['1.2万人', formOf('person'), 12_000],
    ['2名', formOf('person'), 2],
    ['5万千瓦', formOf('CNY'), undefined],
    ['5元', formOf('person'), undefined],
    ['5千', formOf('CNY'), undefined],
    ['5万亿', formOf('CNY'), undefined],
    // Nothing says what these are counted in.
    ['3万', formOf('万元'), undefined],
    ['3万元', formOf('万元'), undefined],
    ['3万元', formOf('元'), undefined],
    ['3万', formOf(undefined), undefined],
    ['3亩', formOf('亩'), 3],
    ['12.3%', { isShare: true }, 0.123],
    ['１２．３％', { isShare: true }, 0.123],
    ['100%', { isShare: true }, 1],
    ['12.3%人', { isShare: true, units: ['人'] }, undefined],
    ['12.3%', formOf('CNY'), undefined],
    ['12.3‰', { isShare: true }, undefined],
  ];
  for (const [text, form, number] of formed)
    it(`"${text}" in ${JSON.stringify(form)} is ${number ?? 'not read'}`, () =>
      expect(numberOfText(text, form)).to.equal(number));

  const wide = (text: string): string =>
    text.replace(/[0-9,.%-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const commas = (text: string): string =>
    text.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','));
  /** Without an exponent. */
  const someNumber = fc
    .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(3))
    .map(([whole, digits]) => Number(`${whole}e-${digits}`));
  const dress = fc.subarray([
    wide,
    commas,
    (text: string) => ` ${text}\u3000`,
    (text: string) => text.replace('-', '−'),
  ]);

  it('is read back as itself, in whichever of these ways it was written', () => {
    fc.assert(
      fc.property(someNumber, dress, (number, ways) => {
        // Commas go between plain digits.
        const order = [commas, wide].filter((way) => ways.includes(way));
        const rest = ways.filter((way) => !order.includes(way));
        const text = [...order, ...rest].reduce((written, way) => way(written), String(number));
        expect(numberOfText(text)).to.equal(number);
      }),
    );
  });

  it('is read back from 万, 亿 and per cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e7, max: 1e7 }), fc.constantFrom('万', '亿'), (whole, step) => {
        const size = step === '万' ? 1e4 : 1e8;
        expect(numberOfText(`${whole / 100}${step}元`, formOf('CNY'))).to.equal((whole * size) / 100);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (whole) => {
        expect(numberOfText(`${whole / 100}%`, { isShare: true })).to.equal(Number(`${whole}e-4`));
      }),
    );
  });

  it('is not read when anything else stands in it', () => {
    const other = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 3 })
      .filter((text) => !/^[\s\d０-９,，.．\-−－]*$/.test(text));
    fc.assert(
      fc.property(someNumber, other, fc.boolean(), (number, extra, isBefore) => {
        const text = isBefore ? `${extra}${number}` : `${number}${extra}`;
        // A tail of signs may end a number: what is left must still be more than signs.
        fc.pre(!/^[-−－]?[\d０-９,，.．\s]*$/.test(text.trim()));
        expect(numberOfText(text)).to.equal(undefined);
      }),
    );
  });
});
