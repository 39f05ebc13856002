/** The commands, with nothing of the process in them but what they are given. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Dataset } from '../data/dataset.js';
import type { Fault } from '../data/faults.js';
import { toMarkup } from '../scene/picture/markup.js';
import { sheet } from '../scene/sheet/sheet.js';
import { START, changedValues, type AtlasValues } from '../state/values.js';
import { snapshotOf, wholeViews } from '../state/snapshot.js';
import { say, type Language } from '../scene/words/index.js';
import { commandOf, type Choices, type Command } from './arguments.js';
import { faultLines, reportOf } from './check.js';
import { readDataset } from './files.js';
import { STATIC_SHEET, staticFragment, staticPage } from '../standalone/static/page.js';
import { staticSheet } from '../standalone/static/sheet.js';
import '../scene/words/all.js';

export interface Output {
  say(line: string): void;
  complain(line: string): void;
}

/** The exit code: 0 for done, 1 for a feed with faults, 2 for a command line that says nothing. */
export async function main(args: readonly string[], output: Output): Promise<number> {
  const command = commandOf(args);
  switch (command.kind) {
    case 'help':
      output.say(say(command.language, 'cli.usage'));
      return 0;
    case 'wrong':
      output.complain(command.problem);
      output.complain(say(command.language, 'cli.usage'));
      return 2;
    case 'check':
    case 'snapshot':
      return run(command, output);
  }
}

async function run(command: Exclude<Command, { kind: 'help' | 'wrong' }>, output: Output): Promise<number> {
  const { choices } = command;
  const { language } = choices;
  const { dataset, faults, json } = await readDataset(choices.feed, choices.geometry, choices.columns);
  if (!dataset) return complain(faults, language, output);
  if (command.kind === 'check') {
    const report = reportOf(dataset, faults, language);
    report.lines.forEach((line) => output.say(line));
    const { toFeed } = command;
    const isWritten =
      toFeed === undefined ||
      (await writeAll([[toFeed, `${JSON.stringify(json ?? {}, undefined, 1)}\n`]], language, output));
    return (command.isStrict && report.hasFaults) || !isWritten ? 1 : 0;
  }
  const unknown = unknownIn(choices, dataset);
  if (unknown.length > 0) return complain(unknown, language, output);
  const values = valuesOf(choices, dataset, faults);
  return (await writeAll(() => filesOf(command, values), language, output)) ? 0 : 1;
}

type Files = readonly (readonly [file: string, text: string])[];

async function writeAll(files: Files | (() => Promise<Files>), language: Language, output: Output): Promise<boolean> {
  try {
    for (const [file, text] of typeof files === 'function' ? await files() : files) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
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

function complain(faults: readonly Fault[], language: Language, output: Output): number {
  faultLines(faults, language).forEach((line) => output.complain(line));
  return 1;
}

/** What was asked for and the feed does not have. */
function unknownIn({ metric, period, selected }: Choices, dataset: Dataset): Fault[] {
  const fault = (code: Fault['code'], path: string, args: Fault['args']): Fault => ({
    code,
    path,
    severity: 'fatal',
    args,
  });
  const { periods } = dataset.feed;
  return [
    ...(metric !== undefined && !dataset.metric(metric) ? [fault('unknown-metric', '--metric', { got: metric })] : []),
    ...(period !== undefined && !periods.includes(period)
      ? [fault('unknown-attribute-value', '--period', { got: period, expected: periods.join(', ') })]
      : []),
    ...selected
      .filter((code) => !dataset.regions.has(code))
      .map((code) => fault('unknown-region', '--selected', { code })),
  ];
}

function valuesOf(choices: Choices, dataset: Dataset, faults: readonly Fault[]): AtlasValues {
  const { metric, period, language, theme, selected, method, classes, scheme } = choices;
  const patch: Partial<AtlasValues> = {
    dataset,
    faults,
    metric,
    period,
    language,
    theme,
    selected,
    phase: { kind: 'ready' },
    ...(method === undefined ? {} : { method }),
    ...(classes === undefined ? {} : { classes }),
    ...(scheme === undefined ? {} : { scheme }),
  };
  return changedValues(START, patch, 'author');
}

async function filesOf(
  command: Extract<Command, { kind: 'snapshot' }>,
  values: AtlasValues,
): Promise<[file: string, text: string][]> {
  const { output, form } = command;
  const snapshot = snapshotOf(values, wholeViews(values));
  if (!snapshot) throw new Error(say(values.language, 'legend.no-values'));
  if (form === 'svg') return [[output, `<?xml version="1.0" encoding="UTF-8"?>\n${toMarkup(sheet(snapshot))}\n`]];
  const page = { ...command, snapshot };
  return [
    [output, form === 'page' ? staticPage(page) : staticFragment(page)],
    [join(dirname(output), STATIC_SHEET), staticSheet()],
  ];
}
