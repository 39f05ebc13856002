/** The place that a row is about: by its code, by its name, and by the units that stand beside it. */
import { readCode, type CodeRepair } from '../codes.js';
import type { Fault } from '../faults.js';
import type { RepairedCode } from '../join.js';
import { FIRST_LANGUAGE } from '../languages.js';
import type { RegionIndex } from '../topology.js';
import type { Level, RegionCode } from '../types.js';
import type { Status } from '../status.js';
import { withoutStatus } from './cells.js';
import type { ColumnReading, PlainRole } from './columns.js';
import type { NameIndex } from './names.js';
import { cellText, readableText, type Cell, type Row } from './sheet.js';

export type PlaceReading =
  /** `isKnown`: the map has it. Otherwise it is what stood there, for the ledger's list of what was not found. */
  | { readonly kind: 'place'; readonly code: RegionCode; readonly isKnown: boolean; readonly column: number }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** `code` is what stood there where no place has that name. */
export interface Partner {
  readonly code: RegionCode;
  /** "西湖区（推断）": how sure the pair is. */
  readonly status: Status | undefined;
}

export interface Places {
  read(row: number, cells: Row): PlaceReading;
  /** Those named in a cell of partners. */
  partners(row: number, column: number, cell: Cell | undefined): Partner[];
  readonly repairs: readonly RepairedCode[];
}

export function placesOf(
  columns: readonly ColumnReading[],
  body: readonly { readonly row: number; readonly cells: Row }[],
  regions: RegionIndex,
  names: NameIndex,
  at: (row: number, column: number) => string,
): Places {
  const columnOf = (role: PlainRole): number => columns.findIndex(({ role: { as } }) => as === role);
  const [codeColumn, nameColumn] = [columnOf('code'), columnOf('name')];
  const above = (['province', 'prefecture'] as const).map((level) => ({ level, column: columnOf(level) }));
  const repairs: RepairedCode[] = [];
  const level = levelOfNames();

  /** What the heading says, or what most names of the column are. */
  function levelOfNames(): Level | undefined {
    const role = columns[nameColumn]?.role;
    if (role && 'level' in role && role.level) return role.level;
    const counts = new Map<Level, number>();
    for (const { cells } of body) {
      const reading = names(cells[nameColumn]);
      const found = reading.kind === 'code' ? regions.get(reading.code)?.level : undefined;
      if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  }

  /** In tables for the eye a unit stands once, beside the first of its counties. */
  const last = new Map<Level, string>();
  /** The smallest unit beside the row; null where one is named that the map has not: then no name can be told. */
  function within(cells: Row): RegionCode | null | undefined {
    let smallest: RegionCode | undefined;
    for (const { level: unit, column } of above) {
      if (column < 0) continue;
      const written = cellText(cells[column]);
      if (written && unit === 'province' && written !== last.get('province')) last.delete('prefecture');
      if (written) last.set(unit, written);
      const text = written || last.get(unit) || '';
      if (!text) continue;
      const reading = names(text, { level: unit, ...(smallest ? { within: smallest } : {}) });
      const code = readCode(text, regions.has);
      const found =
        reading.kind === 'code' ? reading.code : code.kind === 'code' && regions.has(code.code) ? code.code : undefined;
      if (found === undefined) return null;
      smallest = found;
    }
    return smallest;
  }

  const nameWithin = (name: string, unit: RegionCode | undefined): ReturnType<NameIndex> =>
    names(name, { ...(level ? { level } : {}), ...(unit ? { within: unit } : {}) });

  const fault = (code: Fault['code'], path: string, args: Fault['args']): PlaceReading => ({
    kind: 'fault',
    fault: { code, path, severity: 'row', args },
  });
  function readCodeCell(cell: Cell | undefined): ReturnType<typeof readCode> {
    const text = cellText(cell);
    // A long code as a spreadsheet shows it, of which nothing is lost but zeros; and a number with an empty fraction.
    const plain = /^\d\.\d{5}e\+?(8|11)$/i.test(text) ? String(Number(text)) : text.replace(/\.0+$/, '');
    const reading = readCode(plain, regions.has);
    if (reading.kind !== 'code') return reading;
    const raw = typeof cell === 'string' ? cell : text;
    const isOther = plain !== raw || typeof cell === 'number';
    const extra: CodeRepair[] = isOther ? [plain === raw || typeof cell === 'number' ? 'number' : 'spaces'] : [];
    return { ...reading, repairs: [...new Set([...extra, ...reading.repairs])] };
  }

  return {
    repairs,
    read(row, cells) {
      const unit = within(cells);
      const codeCell = cells[codeColumn];
      const codeText = cellText(codeCell);
      const name = cellText(cells[nameColumn]);
      const byName = name && unit !== null ? nameWithin(name, unit) : undefined;
      const codePath = codeColumn < 0 ? '' : at(row, codeColumn);
      const namePath = nameColumn < 0 ? codePath : at(row, nameColumn);
      const place = (code: RegionCode, isKnown: boolean, column: number): PlaceReading => ({
        kind: 'place',
        code,
        isKnown,
        column,
      });
      const reading = codeText ? readCodeCell(codeCell) : undefined;
      if (reading?.kind === 'code' && regions.has(reading.code)) {
        const { code, repairs: how } = reading;
        // Code and name of two places: one of them is wrong, and nobody here knows which.
        const others =
          byName?.kind === 'code' && byName.code !== code
            ? [byName.code]
            : byName?.kind === 'ambiguous'
              ? byName.candidates
              : [];
        const isSame = others.length === 0 || others.includes(code);
        if (!isSame)
          return fault('other-name', codePath, {
            code: `${codeText} ${regions.get(code)?.name[FIRST_LANGUAGE] ?? ''}`,
            name,
          });
        // A number is what a code becomes in a spreadsheet of its own accord: no line for each of them.
        if (how.some((each) => each !== 'number'))
          repairs.push({ path: codePath, from: readableText(codeCell), to: code, how });
        return place(code, true, codeColumn);
      }
      if (byName?.kind === 'code') {
        const isNear = reading?.kind !== 'code' || reading.code.slice(0, 4) === byName.code.slice(0, 4);
        if (isNear) {
          if (codeText)
            repairs.push({ path: codePath, from: readableText(codeCell), to: byName.code, how: ['by-name'] });
          else if (!byName.isWhole) repairs.push({ path: namePath, from: name, to: byName.code, how: ['name'] });
          return place(byName.code, true, codeText ? codeColumn : nameColumn);
        }
      }
      // A name where codes belong.
      if (codeText && !name && reading?.kind === 'unreadable') {
        const inCode = names(codeText, level ? { level } : {});
        if (inCode.kind === 'code') {
          repairs.push({ path: codePath, from: readableText(codeCell), to: inCode.code, how: ['by-name'] });
          return place(inCode.code, true, codeColumn);
        }
      }
      // A code where names belong.
      const inName = /^\d/.test(name) ? readCodeCell(cells[nameColumn]) : undefined;
      if (inName?.kind === 'code' && regions.has(inName.code)) {
        const { code, repairs: how } = inName;
        if (how.some((each) => each !== 'number'))
          repairs.push({ path: namePath, from: readableText(cells[nameColumn]), to: code, how });
        return place(code, true, nameColumn);
      }
      // With the units beside it: by itself the name would be found elsewhere, when the feed is laid on the map. What is ambiguous is
      // found to be so again then, with its candidates.
      const around = name ? above.map(({ level: each }) => last.get(each)) : [];
      const parts = byName?.kind === 'ambiguous' ? [...around, name] : [...around, codeText, name];
      return place(
        parts.filter(Boolean).join(' ') || '—',
        false,
        codeText && !name ? codeColumn : Math.max(nameColumn, 0),
      );
    },
    partners(row, column, cell) {
      const path = at(row, column);
      return cellText(cell)
        .replace(/([县区市])和/g, '$1、')
        .split(/[、,;；，|\n]+|\s+和\s*/)
        .map((text) => text.trim())
        .filter((text) => text && !/^([-—–/]+|无|暂无)$/.test(text))
        .map((each): Partner => {
          const { text, status } = withoutStatus(each);
          // "西湖区 330106", as this library writes it.
          const code = readCodeCell(/^\D+ (\d{6})$/.exec(text)?.[1] ?? text);
          if (code.kind === 'code' && regions.has(code.code)) return { code: code.code, status };
          const reading = names(text);
          if (reading.kind !== 'code') return { code: text, status };
          if (!reading.isWhole) repairs.push({ path, from: text, to: reading.code, how: ['name'] });
          return { code: reading.code, status };
        });
    },
  };
}
