/** A tenth of what `npm run bench:feeds` tries: nothing is thrown, nothing dropped in silence, nothing takes a second. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tryFeeds, tryTopologies, type Tried } from '../fixtures/fuzz/run.js';
import { readJson } from './data/built.js';

const SEED = 2018;
/** Milliseconds of the processor. */
const MOST = 3_000;

function check({ runs, drawn, longest }: Tried, atLeast: number): void {
  assert(runs >= atLeast, `${runs} were tried`);
  assert(drawn > runs / 2, `only ${drawn} of ${runs} were drawn`);
  assert(longest < MOST, `one took ${longest} ms`);
}

describe('at random', () => {
  it('1,000 feeds of all kinds are drawn row by row, or named', () =>
    check(tryFeeds(1_000, readJson('counties-2018.json'), SEED), 1_000));

  it('300 damaged boundary files are drawn region by region, or named', () => check(tryTopologies(300, SEED), 300));
});
