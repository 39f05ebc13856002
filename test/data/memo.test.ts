import { expect } from '@open-wc/testing';
import { remember } from '../../src/data/memo.js';

describe('what is remembered', () => {
  it('is made once for the same keys, and anew when one of them or their number changes', () => {
    const kept = remember<object>();
    let made = 0;
    const make = (): object => ({ made: ++made });
    const first = kept(['funding', 2018], make);
    expect(kept(['funding', 2018], make)).to.equal(first);
    expect(kept(['funding', 2019], make)).to.not.equal(first);
    expect(kept(['funding'], make)).to.deep.equal({ made: 3 });
    expect(kept(['funding', undefined], make)).to.deep.equal({ made: 4 });
  });

  it('is only the last', () => {
    const kept = remember<number>();
    let made = 0;
    for (const key of ['a', 'b', 'a']) kept([key], () => ++made);
    expect(made).to.equal(3);
  });
});
