/** What a spreadsheet shows in per cent is in per cent, though the number in its cell is a part of one. */
import { expect } from '@open-wc/testing';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readTableFile } from '../../src/state/tables.js';
import { writeWorkbook } from '../../src/state/xlsx-out.js';
import type { FeedCell } from '../../src/scene/parts/feed-table.js';
import '../../src/scene/words/all.js';
import { realRegions } from '../fixtures/world.js';

const PLACES = ['汶川县', '理县', '茂县'];

describe('a cell that a spreadsheet shows in per cent', () => {
  const workbook = (heading: string, cells: readonly FeedCell[], format?: string): Uint8Array => {
    const rows = [['县', heading], ...cells.map((cell, i): FeedCell[] => [PLACES[i] ?? null, cell])];
    const bytes = writeWorkbook([{ name: 'Sheet1', hasHeadings: true, rows, percents: new Set([1]) }]);
    if (format === undefined) return bytes;
    const files = unzipSync(bytes);
    const styles = strFromU8(files['xl/styles.xml']!)
      .replace('<fonts', `<numFmts count="1"><numFmt numFmtId="164" formatCode="${format}"/></numFmts><fonts`)
      .replace('numFmtId="10"', 'numFmtId="164"');
    return zipSync({ ...files, 'xl/styles.xml': strToU8(styles) });
  };
  const read = async (bytes: Uint8Array) => {
    const reading = await readTableFile(bytes, 'x.xlsx', await realRegions());
    if (reading.kind !== 'feed') throw new Error(JSON.stringify(reading.faults));
    const { feed, faults } = reading;
    expect(faults).to.deep.equal([]);
    const [metric] = feed.metrics;
    return {
      kind: metric?.kind,
      unit: metric?.unit,
      numbers: feed.values.map(({ numbers }) => numbers.get(metric!.id)),
      read: feed.readNumbers.length,
    };
  };

  it('is a share, whether its heading says %, or not', async () => {
    const share = { kind: 'share', unit: undefined, numbers: [0.274, 0.07, 1e-7], read: 0 };
    for (const heading of ['占比（%）', '占比'])
      expect(await read(workbook(heading, [0.274, 0.07, 1e-7]))).to.deep.equal(share);
    for (const format of ['0.0%', '0.00%;[Red]-0.00%', '[$-804]0%'])
      expect(await read(workbook('占比（%）', [0.274, 0.07, 1e-7], format)), format).to.deep.equal(share);
  });

  it('may be more than the whole, or be below zero', async () => {
    expect(await read(workbook('完成率', [1.05, 0.9]))).to.include({ kind: 'index', unit: '%' });
    expect((await read(workbook('完成率（%）', [1.05, 0.9]))).numbers).to.deep.equal([105, 90]);
    expect(await read(workbook('同比', [-0.012, 0.08]))).to.deep.include({ kind: 'change', numbers: [-0.012, 0.08] });
  });

  it('is none where the sign is only text behind the number', async () => {
    for (const format of ['0.0&quot;%&quot;', '0.0\\%'])
      expect((await read(workbook('占比（%）', [27.4, 7], format))).numbers).to.deep.equal([0.274, 0.07]);
  });

  it('is no amount', async () => {
    const reading = await readTableFile(workbook('资金（元）', [0.5, 12]), 'x.xlsx', await realRegions());
    // The column is in per cent then, whatever its heading says.
    expect(reading.kind === 'feed' && reading.feed.metrics.map(({ kind }) => kind)).to.deep.equal(['index']);
  });
});
