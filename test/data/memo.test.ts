import { expect } from '@open-wc/testing';
import { latest, memo } from '../../src/data/memo.js';

describe('a memo', () => {
  it('makes a thing once for the same arguments, whatever was asked for in between', () => {
    let made = 0;
    const pair = memo((owner: object, name: string, year: number | undefined) => ({ owner, name, year, made: ++made }));
    const [a, b] = [{}, {}];
    const first = pair(a, 'funding', 2018);
    expect(pair(a, 'funding', 2019)).to.not.equal(first);
    expect(pair(b, 'funding', 2018)).to.not.equal(first);
    expect(pair(a, 'funding', undefined).made).to.equal(4);
    expect(pair(a, 'funding', 2018)).to.equal(first);
    expect(made).to.equal(4);
  });

  it('keeps what is undefined, and takes objects and functions by identity', () => {
    let made = 0;
    const nothing = memo((...args: [owner: object, read: () => void]): undefined => void (made += args.length / 2));
    const owner = {},
      read = (): void => {};
    nothing(owner, read);
    nothing(owner, read);
    nothing({}, read);
    nothing(owner, () => {});
    expect(made).to.equal(3);
  });
});

describe('the latest', () => {
  it('is made anew when an argument or their number changes, and only the last is kept', () => {
    let made = 0;
    const kept = latest((...names: (string | number | undefined)[]) => ({ names, made: ++made }));
    const first = kept('a', Number.NaN);
    expect(kept('a', Number.NaN)).to.equal(first);
    expect(kept('a').made).to.equal(2);
    expect(kept('a', undefined).made).to.equal(3);
    expect(kept('a', Number.NaN).made).to.equal(4);
  });
});
