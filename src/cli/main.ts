/** The commands, with nothing of the process in them but what they are given. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Dataset } from '../data/dataset.js';
import type { Fault } from '../data/faults.js';
import type { PlaceFinder } from '../data/place.js';
import { toMarkup } from '../scene/picture/markup.js';
import { THEMES } from '../scene/picture/tokens.js';
import { sheet } from '../scene/sheet/sheet.js';
import { extensionFaults } from '../extend/failures.js';
import type { AtlasValues, Fit } from '../state/values.js';
import { snapshotOf, wholeViews } from '../state/snapshot.js';
import { say, type Language } from '../scene/words/index.js';
import { LANGUAGE_TAGS } from '../scene/words/languages.js';
import { commandOf, languageAsked, type Choices, type Command } from './arguments.js';
import { makeBoundaries } from './boundaries.js';
import { faultLines, jsonReportOf, reportOf } from './check.js';
import { copiesOf, type NewFile } from './copies.js';
import { loadExtensions } from './extensions.js';
import { readDataset, type Reading } from './files.js';
import { NARROW, STATIC_SHEET, staticFragment, staticPage } from '../standalone/static/page.js';
import { staticValues } from '../standalone/static/values.js';
import { staticSheet } from '../standalone/static/sheet.js';
import '../scene/words/all.js';

export interface Output {
  say(line: string): void;
  complain(line: string): void;
}

/**
 * The exit code: 0 where the feed can be used (under `--strict`: and nothing is to be checked) or the file is written, 1 where not,
 * 2 for a command line that cannot be read.
 */
export async function main(args: readonly string[], output: Output): Promise<number> {
  const wrong = await loadExtensions(args);
  if (wrong) {
    const { file, detail } = wrong;
    output.complain(say(languageAsked(args), 'cli.not-extended', { file, detail }));
    return 2;
  }
  const command = commandOf(args);
  switch (command.kind) {
    case 'help':
      output.say(usage(command.language));
      return 0;
    case 'wrong':
      output.complain(command.problem);
      output.complain(usage(command.language));
      return 2;
    case 'boundaries':
      return boundaries(command, output);
    case 'check':
    case 'snapshot':
      return extended(command, await run(command, output), output);
  }
}

/** What failed of what was registered stands beside what was made without it. */
function extended(
  { choices, ...command }: Extract<Command, { kind: 'check' | 'snapshot' }>,
  code: number,
  output: Output,
): number {
  const faults = extensionFaults();
  faultLines(faults, choices.language).forEach((line) => output.complain(line));
  return code === 0 && faults.length > 0 && command.kind === 'check' && command.isStrict ? 1 : code;
}

const usage = (language: Language): string =>
  say(language, 'cli.usage', { languages: LANGUAGE_TAGS.join('|'), themes: THEMES.join('|') });

async function boundaries(
  { made: choices, output: file, language }: Extract<Command, { kind: 'boundaries' }>,
  output: Output,
): Promise<number> {
  const made = await makeBoundaries(choices, language);
  if (made.kind === 'problem') {
    output.complain(made.problem);
    return 1;
  }
  if (!(await writeAll(() => [[file, made.text]], language, output))) return 1;
  made.notes.forEach((line) => output.say(line));
  return 0;
}

async function run(
  command: Exclude<Command, { kind: 'help' | 'wrong' | 'boundaries' }>,
  output: Output,
): Promise<number> {
  const { choices } = command;
  const { language } = choices;
  const reading = await readDataset(choices.feed, choices.geometry, language, choices.columns);
  if (command.kind === 'check') return check(command, reading, output);
  const { dataset, faults } = reading;
  if (!dataset) return complain(faults, language, output, reading.placeOf);
  const unknown = unknownIn(choices, dataset);
  if (unknown.length > 0) return complain(unknown, language, output);
  const values = { ...staticValues(choices, dataset, faults), fit: fitOf(command) };
  return (await writeAll(() => filesOf(command, values), language, output)) ? 0 : 1;
}

async function check(
  { choices, copies, isStrict, isJson }: Extract<Command, { kind: 'check' }>,
  reading: Reading,
  output: Output,
): Promise<number> {
  const { language } = choices;
  const { dataset, faults, placeOf } = reading;
  // A program reads the report from what is said, and nothing else stands there.
  const aside = isJson ? { ...output, say: (line: string) => output.complain(line) } : output;
  const write = (): Promise<boolean> => writeAll(() => copiesOf(copies, reading, language), language, aside);
  if (isJson) {
    const report = jsonReportOf(reading, isStrict, language);
    const isWritten = !dataset || (await write());
    output.say(JSON.stringify(isWritten ? report : { ...report, exit: 1 }, null, 2));
    return isWritten ? report.exit : 1;
  }
  if (!dataset) return complain(faults, language, output, placeOf);
  const report = reportOf(dataset, reading, language);
  report.lines.forEach((line) => output.say(line));
  return (await write()) && !(isStrict && report.hasFaults) ? 0 : 1;
}

async function writeAll(
  make: () => readonly NewFile[] | Promise<readonly NewFile[]>,
  language: Language,
  output: Output,
): Promise<boolean> {
  try {
    for (const [file, content] of await make()) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      output.say(say(language, 'cli.written', { file }));
    }
  } catch (error) {
    output.complain(
      say(language, 'cli.not-written', { detail: error instanceof Error ? error.message : String(error) }),
    );
    return false;
  }
  return true;
}

function complain(faults: readonly Fault[], language: Language, output: Output, placeOf?: PlaceFinder): number {
  faultLines(faults, language, placeOf).forEach((line) => output.complain(line));
  return 1;
}

/** What was asked for and the feed does not have. */
function unknownIn({ metric, per, period, selected }: Choices, dataset: Dataset): Fault[] {
  const fault = (code: Fault['code'], path: string, args: Fault['args']): Fault => ({
    code,
    path,
    severity: 'fatal',
    args,
  });
  const { metrics, periods, bases } = dataset.feed;
  return [
    ...(metric !== undefined && !metrics.some(({ id }) => id === metric)
      ? [fault('unknown-metric', '--metric', { got: metric })]
      : []),
    ...(per !== undefined && !bases.includes(per)
      ? [fault('unknown-attribute-value', '--per', { got: per, expected: bases.join(', ') })]
      : []),
    ...(period !== undefined && !periods.includes(period)
      ? [fault('unknown-attribute-value', '--period', { got: period, expected: periods.join(', ') })]
      : []),
    ...selected
      .filter((code) => !dataset.regions.has(code))
      .map((code) => fault('unknown-region', '--selected', { code })),
  ];
}

/** A page as narrow as a phone draws who takes part, as the live atlas does there. */
const fitOf = ({ form, width }: Extract<Command, { kind: 'snapshot' }>): Fit =>
  form !== 'svg' && width < NARROW ? 'participants' : 'regions';

async function filesOf(command: Extract<Command, { kind: 'snapshot' }>, values: AtlasValues): Promise<NewFile[]> {
  const { output, form, choices } = command;
  const snapshot = snapshotOf(values, wholeViews(values));
  if (!snapshot) throw new Error(say(values.language, 'legend.no-values'));
  if (form === 'svg') return [[output, `<?xml version="1.0" encoding="UTF-8"?>\n${toMarkup(sheet(snapshot))}\n`]];
  const addressOf = (file: string | undefined): string | undefined =>
    file && relative(dirname(output), file).split(sep).map(encodeURIComponent).join('/');
  const named = { ...choices, feed: addressOf(choices.feed), geometry: addressOf(choices.geometry) };
  const page = { ...command, choices: named, snapshot };
  return [
    [output, form === 'page' ? staticPage(page) : staticFragment(page)],
    [join(dirname(output), STATIC_SHEET), staticSheet()],
  ];
}
