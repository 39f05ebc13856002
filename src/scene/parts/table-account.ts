/** How a table was read, in words: file, columns, rows left out. */
import type { ColumnReading } from '../../data/tables/columns.js';
import type { TableAccount } from '../../data/tables/read-table.js';
import type { Delimiter } from '../../data/tables/sheet.js';
import { unitWord } from '../text/numbers.js';
import { hasWord, say, type Language, type WordKey } from '../words/index.js';
import '../words/deferred.js';

export interface AccountBlock {
  readonly heading: WordKey;
  readonly isFault: boolean;
  readonly lines: readonly string[];
}

const DELIMITERS: Readonly<Record<Delimiter, WordKey>> = {
  ',': 'delimiter.comma',
  '\t': 'delimiter.tab',
  ';': 'delimiter.semicolon',
};

/** These are facts, not faults: they are listed, and not counted as something to check. */
export function accountBlocks(account: TableAccount, language: Language): AccountBlock[] {
  const columns = account.columns.filter(({ heading, role }) => heading !== '' || role.as !== 'ignored');
  return [
    {
      heading: 'table.reading',
      isFault: false,
      lines: [fileLine(account, language), ...columns.map((column) => columnLine(column, language))],
    },
    {
      heading: 'table.skipped',
      isFault: false,
      lines: account.skipped.map(({ path, text, because }) =>
        say(language, 'table.row', { row: path, text, why: say(language, `skipped.${because}`) }),
      ),
    },
  ];
}

/** "县.csv：编码 GB 18030，以逗号分隔，表头在第3行". */
function fileLine(account: TableAccount, language: Language): string {
  const { file, encoding, delimiter, sheet, otherSheets, headingRow } = account;
  const how = [
    encoding && say(language, 'table.encoding', { encoding }),
    delimiter && say(language, 'table.delimiter', { delimiter: say(language, DELIMITERS[delimiter]) }),
    sheet && say(language, 'table.sheet', { sheet }),
    headingRow === undefined
      ? say(language, 'table.no-heading')
      : say(language, 'table.heading-row', { row: headingRow }),
    otherSheets.length > 0 &&
      say(language, 'table.other-sheets', { sheets: otherSheets.join(say(language, 'text.list')) }),
  ].filter((part): part is string => Boolean(part));
  return say(language, 'table.file', { file, how: how.join(say(language, 'text.comma')) });
}

/** "列 C“资金（万元）” → 指标“资金”，金额或数量，单位万元". */
function columnLine({ letter, heading, role, basis }: ColumnReading, language: Language): string {
  const taken = roleWords(role, language);
  return say(language, heading ? 'table.column' : 'table.column.bare', {
    letter,
    heading,
    role: basis === 'chosen' ? say(language, 'table.chosen', { role: taken }) : taken,
  });
}

function roleWords(role: ColumnReading['role'], language: Language): string {
  switch (role.as) {
    case 'ignored':
      return say(language, 'role.ignored', { why: say(language, `ignored.${role.because}`) });
    case 'metric': {
      const { label, period = '', kind, written } = role;
      const unit = written || unitWord(role.unit, language);
      const word = `role.kind.${kind}`;
      return say(language, period ? 'role.metric.period' : 'role.metric', {
        label,
        period,
        kind: hasWord(word) ? say(language, word) : kind,
        unit: unit ? say(language, 'role.unit', { unit }) : say(language, 'role.no-unit'),
      });
    }
    default:
      return say(language, `role.${role.as}`);
  }
}
