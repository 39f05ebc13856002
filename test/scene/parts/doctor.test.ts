import { expect } from '@open-wc/testing';
import { doctorLines, doctorReport, doctorSummary, type Examination } from '../../../src/scene/parts/doctor.js';
import { LANGUAGE_TAGS } from '../../../src/scene/words/languages.js';
import '../../../src/scene/words/all.js';

const address = 'https://example.org/feed.json';
const file = { kind: 'file', address, status: 200, type: 'application/json', encoding: 'UTF-8', bytes: 2048 } as const;
const WELL: Examination = {
  size: [{ name: '浙江省', width: 400, height: 300 }],
  webgl: 'A card',
  worker: { kind: 'good', address: 'https://example.org/worker.js' },
  feed: file,
  geometry: { kind: 'own' },
  data: [],
  fonts: true,
  copies: ['https://example.org/pair-atlas.js'],
  clock: 30_000,
  cache: true,
};
const fault = { code: 'not-found', path: address, severity: 'fatal', args: {} } as const;

describe('the lines of a check-up', () => {
  const lineOf = (change: Partial<Examination>): string => {
    const [id] = Object.keys(change);
    const line = doctorLines({ ...WELL, ...change }, 'en').find((each) => each.id === id)!;
    return `${line.state}: ${line.text} | ${line.remedy ?? ''}`;
  };

  it('are good where all is well, one for each thing that is looked at, and need no remedy', () => {
    const lines = doctorLines(WELL, 'en');
    expect(lines.map(({ id }) => id)).to.have.members(Object.keys(WELL));
    expect(lines.filter(({ state, remedy }) => state !== 'good' || remedy)).to.deep.equal([]);
    expect(doctorSummary(lines, 'en')).to.equal('No fault in 10 checks');
  });

  const CASES: readonly (readonly [what: string, change: Partial<Examination>, said: RegExp])[] = [
    ['no map', { size: [] }, /^fault: Size of maps: there is no map.*\| Put a <pair-map>/],
    ['no height', { size: [{ name: '浙江省', width: 400, height: 0 }] }, /^fault: .*浙江省 \| Look at width/],
    ['a narrow map', { size: [{ name: 'A', width: 100, height: 90 }] }, /^notice: .*120 pixels wide: A \| /],
    ['no WebGL', { webgl: undefined }, /^notice: WebGL 2: not there.*\| Switch hardware/],
    ['WebGL by software', { webgl: 'SwiftShader driver' }, /^notice: .*drawn by software \(SwiftShader driver\).*\| /],
    ['Trusted Types', { worker: { kind: 'policy', address: '' } }, /^notice: .*Trusted Types.*\| Nothing is lost/],
    [
      'no worker',
      { worker: { kind: 'blocked', address: 'w.js' } },
      /^fault: .*w\.js cannot be started \| .*worker-src/,
    ],
    ['an unknown worker', { worker: { kind: 'unknown', address: '' } }, /^unknown: .*not tried/],
    ['another site', { feed: { kind: 'cors', address } }, /^fault: .*another site.*\| .*Access-Control-Allow-Origin/],
    ['no file', { feed: { kind: 'fault', fault } }, /^fault: Feed: .*feed\.json.*\| ./],
    ['a web page’s type', { feed: { ...file, type: 'text/html' } }, /^notice: .*content type is text\/html \| /],
    ['no type', { geometry: { ...file, type: '' } }, /^notice: Boundaries: .*no content type \| /],
    ['a table', { feed: { ...file, type: 'text/csv' } }, /^good: .*status 200, text\/csv, UTF-8, 2 KB/],
    ['no data', { data: undefined }, /^fault: .*no data yet/],
    [
      'rows that do not fit',
      { data: [fault, fault] },
      /^notice: .*2 do not fit, such as: .*feed\.json.*account of the data/,
    ],
    ['no font', { fonts: false }, /^fault: .*boxes \| Install/],
    ['two copies', { copies: ['a.js', 'b.js'] }, /^fault: .*2: a\.js b\.js \| Keep one/],
    ['a clock that is late', { clock: -600_000 }, /^notice: .*10 minutes from.*\| Set/],
    ['a server without a clock', { clock: undefined }, /^unknown: /],
    ['an old script', { cache: false }, /^fault: .*another script.*\| .*Ctrl\+F5/],
    ['a script of a build', { cache: undefined }, /^unknown: /],
  ];
  for (const [what, change, said] of CASES) it(`say: ${what}`, () => expect(lineOf(change)).to.match(said));

  it('are whole sentences in each language, with nothing left to fill in', () => {
    for (const language of LANGUAGE_TAGS)
      for (const [, change] of CASES)
        for (const { text, remedy = '' } of doctorLines({ ...WELL, ...change }, language))
          expect(text + remedy).not.to.match(/\{\w+\}|doctor\.|undefined/);
  });

  it('are counted: faults apart from what is only to be noted', () => {
    const lines = doctorLines({ ...WELL, cache: false, webgl: undefined, clock: undefined }, 'zh-CN');
    expect(doctorSummary(lines, 'zh-CN')).to.equal('1项有问题，1项需注意，共查10项');
  });

  it('make a report with page, time and browser, each remedy below what it is for', () => {
    const patient = { page: 'https://example.org/', time: new Date(0), browser: 'Test/1' };
    const report = doctorReport(doctorLines({ ...WELL, cache: false }, 'en'), patient, 'en').split('\n');
    expect(report[1]).to.equal('Page: https://example.org/');
    expect(report[2]).to.equal('Time: 1970-01-01T00:00:00.000Z');
    expect(report[3]).to.equal('Browser: Test/1');
    expect(report.slice(-2).join()).to.match(/^Fault {2}Cache: .*, {4}→ Open the page anew/);
    expect(report).to.have.length(4 + 10 + 1);
  });
});
