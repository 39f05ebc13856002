/** A tenth of the tables that the benchmark tries: nothing is thrown, nothing dropped in silence, nothing takes a second. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTopology } from '../../src/data/read-topology.js';
import { tryTables } from '../fixtures/fuzz/tables.js';
import { readJson } from './data/built.js';

/** Milliseconds of the processor. */
const MOST = 3_000;

describe('at random', () => {
  it('300 tables are drawn cell by cell, or named', () => {
    const reading = readTopology(readJson('counties-2018.json'));
    assert(reading.kind === 'regions');
    const { runs, drawn, longest } = tryTables(300, reading.regions, 2018);
    assert.equal(runs, 300);
    assert(drawn > runs / 2, `only ${drawn} of ${runs} were drawn`);
    assert(longest < MOST, `one took ${longest} ms`);
  });
});
