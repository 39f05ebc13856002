/** An author's function that throws, or answers nonsense: a fault with name and remedy, and the page goes on with what the library has. */
import { expect } from '@open-wc/testing';
import * as extend from '../../../src/extend.js';
import { clearPage, fillOf, once, part, parts, settled, showAtlas, textOf, until } from '../../harness.js';
import { feedWith } from '../../fixtures/feeds.js';
import type { PairAtlas, PairEvent } from '../../../src/index.js';
import type { AtlasPart } from '../../../src/extend.js';

const show = (
  markup = '<pair-atlas renderer="svg"></pair-atlas>',
  set?: (atlas: PairAtlas) => void,
): Promise<PairAtlas> =>
  showAtlas(markup, (atlas) => {
    atlas.feed = feedWith(() => {});
    set?.(atlas);
  });
type Said = PairEvent<'pair-error'>['detail']['faults'][number];
/** The faults of an atlas that are of what was registered. */
async function faultIn(atlas: PairAtlas, does: () => void): Promise<Said> {
  const told = once(atlas, 'pair-error');
  does();
  const { detail } = await told;
  expect(detail.isFatal).to.equal(false);
  const [fault] = detail.faults;
  expect(fault?.code).to.equal('extension-failed');
  return fault!;
}
const countIn = (atlas: PairAtlas): number =>
  atlas.state.values.faults.filter(({ code }) => code === 'extension-failed').length;

describe('what was registered and fails', () => {
  const { warn } = console;
  beforeEach(() => (console.warn = () => {}));
  afterEach(() => {
    console.warn = warn;
    clearPage();
  });

  const SCHEMES = {
    throwing: () => {
      throw new Error('no paint');
    },
    short: () => ['#000000'],
    'not-a-number': (count: number) => Array.from({ length: count }, () => `rgb(${Number.NaN})`),
    nothing: () => undefined as unknown as string[],
  };
  for (const [name, colours] of Object.entries(SCHEMES))
    it(`is a scheme: ${name}`, async () => {
      const atlas = await show();
      const before = fillOf(atlas, '513223');
      extend.registerScheme(name, { colours });
      const fault = await faultIn(atlas, () => (atlas.scheme = name));
      expect(fault.message).to.contain(`registerScheme("${name}")：这个色带出错，改用默认色带`);
      expect(fault.remedy).to.contain('count 个 #rrggbb');
      await settled(atlas);
      expect(fillOf(atlas, '513223')).to.equal(before);
      expect(textOf(part(atlas, 'pair-ledger'))).to.contain(`registerScheme("${name}")`);
    });

  const METHODS: Readonly<Record<string, (values: readonly number[], classes: number) => readonly number[]>> = {
    'm-throwing': () => {
      throw new Error('no breaks');
    },
    'm-descending': ([least = 0, second = 0]) => [second + 1, least + 1],
    'm-twice': ([, second = 0]) => [second, second],
    'm-nan': () => [Number.NaN],
    'm-outside': ([least = 0]) => [least - 1],
    'm-many': (values, classes) => Array.from({ length: classes }, (_, i) => values[1]! + i),
    'm-text': () => ['20000000'] as unknown as number[],
    'm-nothing': () => undefined as unknown as number[],
  };
  for (const [name, breaks] of Object.entries(METHODS))
    it(`is a method: ${name}`, async () => {
      const atlas = await show('<pair-atlas renderer="svg" lang="en"></pair-atlas>');
      const before = fillOf(atlas, '513222');
      extend.registerMethod(name, { label: name, breaks });
      const fault = await faultIn(atlas, () => atlas.setAttribute('method', name));
      expect(fault.message).to.match(
        new RegExp(`registerMethod\\("${name}"\\): this classification method failed, and quantiles are used: `),
      );
      expect(fault.remedy).to.match(/^Let breaks\(values, classes\) return/);
      await settled(atlas);
      expect(fillOf(atlas, '513222')).to.equal(before);
    });

  it('may not change the values that others are classed by', async () => {
    const atlas = await show();
    extend.registerMethod('spoiling', {
      label: 'x',
      breaks: (values) => {
        (values as number[]).fill(0);
        throw new Error('spoilt');
      },
    });
    const before = fillOf(atlas, '513223');
    // What stands in for it classes the same values.
    await faultIn(atlas, () => atlas.setAttribute('method', 'spoiling'));
    await settled(atlas);
    expect(fillOf(atlas, '513223')).to.equal(before);
    atlas.method = 'quantile';
    await settled(atlas);
    expect(fillOf(atlas, '513223')).to.equal(before);
  });

  it('is told once to each atlas that uses it, and to no other', async () => {
    const [other, user] = [await show(), await show()];
    extend.registerScheme('bad-once', { colours: () => [] });
    let told = 0;
    user.addEventListener('pair-error', () => told++);
    user.scheme = 'bad-once';
    await until(() => told);
    user.classes = 3;
    user.metric = 'cadres';
    await settled(user);
    expect([told, countIn(user), countIn(other)]).to.deep.equal([1, 1, 0]);
    other.scheme = 'bad-once';
    await until(() => countIn(other) === 1);
    // A feed that comes anew is still drawn without it.
    user.feed = feedWith(({ values }) => (values[0]!.funding = 5));
    await once(user, 'pair-ready');
    await until(() => countIn(user) === 1);
    expect(told).to.equal(1);
  });

  for (const [name, words] of Object.entries({
    fr: () => Promise.reject(new Error('offline')),
    it: () => Promise.resolve({ 'legend.title': 5 } as never),
    es: () => undefined as never,
  }))
    it(`is a language whose words cannot be had (${name}): the page speaks Chinese`, async () => {
      const atlas = await show(`<pair-atlas renderer="svg" lang="${name}"></pair-atlas>`);
      const fault = await faultIn(atlas, () => extend.registerLanguage(name, { words }));
      expect(fault.message).to.contain(`registerLanguage("${name}")`);
      await settled(atlas);
      expect(textOf(part(atlas, 'pair-legend'))).to.contain('分位数分级');
    });

  it('is a name shortened to nothing: it stands as it is', async () => {
    const atlas = await show('<pair-atlas renderer="svg" lang="pt"></pair-atlas>');
    const fault = await faultIn(atlas, () =>
      extend.registerLanguage('pt', { words: {}, grammar: { shortName: () => undefined as unknown as string } }),
    );
    expect(fault.message).to.contain('shortName(');
  });

  it('is a part: at first, at a change, and alone', async () => {
    let given: AtlasPart | undefined;
    extend.registerPart('bad-part', (made) => {
      given = made;
      made.root.append('there');
      made.subscribe(({ active }) => {
        if (active) throw new Error('no pointer');
      }, made.signal);
    });
    extend.registerPart('worse-part', () => {
      throw new Error('no part');
    });
    const atlas = await show(
      '<pair-atlas renderer="svg"><pair-map region="510000"></pair-map><bad-part></bad-part></pair-atlas>',
    );
    await until(() => given?.view);
    const fault = await faultIn(atlas, () => given?.hover('513223'));
    expect(fault.message).to.contain('registerPart("bad-part")：这个部件出错：no pointer');
    expect(textOf(parts(atlas, 'bad-part')[0])).to.equal('there');
    const worse = await faultIn(atlas, () => atlas.append(document.createElement('worse-part')));
    expect(worse.message).to.contain('no part');
    expect(fillOf(atlas, '513223')).to.match(/^#/);
  });

  it('is a part in two atlases: each is told, and no other', async () => {
    extend.registerPart('each-part', () => {
      throw new Error('no part');
    });
    const [first, second] = [await show(), await show()];
    await faultIn(first, () => first.append(document.createElement('each-part')));
    const fault = await faultIn(second, () => second.append(document.createElement('each-part')));
    expect(fault.message).to.contain('registerPart("each-part")');
    expect([countIn(first), countIn(second)]).to.deep.equal([1, 1]);
    const third = await show();
    expect(countIn(third)).to.equal(0);
  });

  const KINDS: Readonly<Record<string, Partial<extend.KindDefinition>>> = {
    'k-number': { number: () => Number.NaN },
    'k-throwing': {
      number: () => {
        throw new Error('no number');
      },
    },
    'k-refuses': { refuses: () => 'ugly' as never },
    'k-classing': { classing: () => ({ by: 'kind', breaks: [2, 1], labels: [] }) },
    'k-notation': { notation: () => ({ steps: 'feet' }) as never },
    'k-combine': { combine: () => Number.POSITIVE_INFINITY, origins: { sum: 's', given: 'g' } },
    'k-says': { says: () => ({ en: 5 }) as never },
  };
  for (const [name, definition] of Object.entries(KINDS))
    it(`is a kind, which does then as the one that it is like: ${name}`, async () => {
      extend.registerKind(name, { like: 'index', label: name, ...definition });
      const said: Said[] = [];
      const atlas = await show('<pair-atlas renderer="svg"></pair-atlas>', (host) => {
        host.addEventListener('pair-error', ({ detail }) => said.push(...detail.faults));
        host.feed = feedWith((feed) => {
          feed.metrics = [{ id: 'funding', label: 'M', kind: name }];
          for (const row of feed.values) delete row.cadres;
        });
      });
      atlas.selected = '513200';
      await settled(atlas);
      await until(() => said.some(({ code }) => code === 'extension-failed'));
      expect(said.find(({ code }) => code === 'extension-failed')?.message).to.contain(`registerKind("${name}")`);
      expect(atlas.state.values.dataset?.datum('513223', 'funding', '2018')).to.include({ value: 40_000_000 });
    });
});
