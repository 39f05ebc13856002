/** What a look at the page and the computer has found, as lines with a remedy each, and as a report to copy. */
import type { Fault } from '../../data/faults.js';
import { hasWord, say, sayFault, type Language, type WordKey } from '../words/index.js';
import '../words/doctor.js';

/** A file as it was fetched anew. */
export type FileSeen =
  /** The page gives it as an object. */
  | { readonly kind: 'own' }
  | {
      readonly kind: 'file';
      readonly address: string;
      readonly status: number;
      /** Its media type, empty where there is none. */
      readonly type: string;
      readonly encoding: string;
      readonly bytes: number;
    }
  /** Another site's, which does not let this page read it. */
  | { readonly kind: 'cors'; readonly address: string }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** What was seen; each member is one line. */
export interface Examination {
  readonly size: readonly { readonly name: string; readonly width: number; readonly height: number }[];
  /** The name of what draws; none where there is no WebGL 2. */
  readonly webgl: string | undefined;
  readonly worker: { readonly kind: 'good' | 'blocked' | 'policy' | 'unknown'; readonly address: string };
  readonly feed: FileSeen;
  readonly geometry: FileSeen;
  /** Faults of rows and boundaries; undefined while there is no data. */
  readonly data: readonly Fault[] | undefined;
  readonly fonts: boolean;
  /** Addresses of the scripts that define the tags. */
  readonly copies: readonly string[];
  /** Milliseconds that this computer's clock is ahead of the server's. */
  readonly clock: number | undefined;
  /** Whether the script in use is the one on the server. */
  readonly cache: boolean | undefined;
}

/** The page and the browser that were looked at. */
export interface Patient {
  readonly page: string;
  readonly time: Date;
  readonly browser: string;
}

export type CheckState = 'good' | 'notice' | 'fault' | 'unknown';

export interface CheckLine {
  readonly id: keyof Examination;
  readonly state: CheckState;
  readonly stateWord: string;
  /** What was looked at, and what was seen. */
  readonly text: string;
  readonly remedy: string | undefined;
}

type Verdict = readonly [state: CheckState, about: string, args?: Readonly<Record<string, string | number>>];

/** Pixels below which a map cannot be read. */
const SMALL = 120;
/** Minutes that clocks may differ. */
const PATIENCE = 2;
const MINUTE = 60_000;
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;
/** A server that sends a feed as something else is understood, but not by all that stands between. */
const TYPES =
  /^(application\/([\w.-]+\+)?json|text\/csv|text\/tab-separated-values|application\/vnd\.openxmlformats[\w.-]+)$/;

const CHECKS: { readonly [Id in keyof Examination]: (seen: Examination[Id], language: Language) => Verdict } = {
  size: (maps, language) => {
    const named = (some: typeof maps): string => some.map(({ name }) => name).join(say(language, 'text.list'));
    const zero = maps.filter(({ width, height }) => width === 0 || height === 0),
      small = maps.filter(({ width }) => width < SMALL);
    if (maps.length === 0) return ['fault', 'size.none'];
    if (zero.length > 0) return ['fault', 'size.zero', { maps: named(zero) }];
    return small.length > 0
      ? ['notice', 'size.small', { maps: named(small) }]
      : ['good', 'size.good', { count: maps.length }];
  },
  webgl: (name) =>
    name === undefined
      ? ['notice', 'webgl.none']
      : SOFTWARE.test(name)
        ? ['notice', 'webgl.software', { name }]
        : ['good', 'webgl.gpu', { name }],
  worker: ({ kind, address }) => {
    const states = { good: 'good', blocked: 'fault', policy: 'notice', unknown: 'unknown' } as const;
    return [states[kind], `worker.${kind}`, { address }];
  },
  feed: fileVerdict,
  geometry: fileVerdict,
  data: (faults, language) => {
    if (!faults) return ['fault', 'data.none'];
    const [first] = faults;
    return first
      ? ['notice', 'data.faults', { count: faults.length, ...sayFault(first, language) }]
      : ['good', 'data.good'];
  },
  fonts: (areThere) => (areThere ? ['good', 'fonts.good'] : ['fault', 'fonts.none']),
  copies: (addresses) =>
    addresses.length > 1
      ? ['fault', 'copies.several', { count: addresses.length, addresses: addresses.join(' ') }]
      : ['good', 'copies.good'],
  clock: (ahead) => {
    if (ahead === undefined) return ['unknown', 'clock.unknown'];
    const minutes = Math.round(Math.abs(ahead) / MINUTE);
    return minutes < PATIENCE ? ['good', 'clock.good'] : ['notice', 'clock.off', { minutes }];
  },
  cache: (isCurrent) =>
    isCurrent === undefined
      ? ['unknown', 'cache.unknown']
      : isCurrent
        ? ['good', 'cache.good']
        : ['fault', 'cache.old'],
};

function fileVerdict(seen: FileSeen, language: Language): Verdict {
  switch (seen.kind) {
    case 'own':
      return ['good', 'file.own'];
    case 'cors':
      return ['fault', 'file.cors', { address: seen.address }];
    case 'fault':
      return ['fault', 'file.fault', sayFault(seen.fault, language)];
    case 'file': {
      const { address, status, encoding, bytes } = seen;
      const type = seen.type || say(language, 'doctor.file.no-type');
      if (!TYPES.test(seen.type)) return ['notice', 'file.type', { address, type }];
      return ['good', 'file.good', { address, status, type, encoding, size: `${Math.ceil(bytes / 1024)} KB` }];
    }
  }
}

export function doctorLines(seen: Examination, language: Language): CheckLine[] {
  return (Object.keys(CHECKS) as (keyof Examination)[]).map((id) => {
    const check = CHECKS[id] as (seen: unknown, language: Language) => Verdict;
    const [state, about, args] = check(seen[id], language);
    const remedy = `doctor.${about}.remedy`;
    return {
      id,
      state,
      stateWord: say(language, `doctor.${state}`),
      text: say(language, 'text.labelled', {
        label: say(language, `doctor.${id}`),
        text: say(language, `doctor.${about}` as WordKey, args),
      }),
      remedy: hasWord(remedy) ? say(language, remedy, args) : undefined,
    };
  });
}

/** How many of the lines are not good. */
export function doctorSummary(lines: readonly CheckLine[], language: Language): string {
  const count = (state: CheckState): number => lines.filter((line) => line.state === state).length;
  const [faults, notices, all] = [count('fault'), count('notice'), lines.length];
  return faults + notices === 0
    ? say(language, 'doctor.all-good', { all })
    : say(language, 'doctor.count', { faults, notices, all });
}

/** The same as plain text, to be sent to whoever can help. */
export function doctorReport(
  lines: readonly CheckLine[],
  { page, time, browser }: Patient,
  language: Language,
): string {
  const labelled = (key: WordKey, text: string): string =>
    say(language, 'text.labelled', { label: say(language, key), text });
  return [
    say(language, 'doctor.report'),
    labelled('doctor.page', page),
    labelled('doctor.time', time.toISOString()),
    labelled('doctor.browser', browser),
    ...lines.flatMap(({ stateWord, text, remedy }) => [
      say(language, 'doctor.line', { state: stateWord, text }),
      ...(remedy === undefined ? [] : [`    → ${remedy}`]),
    ]),
  ].join('\n');
}
