/** What a reader found, as text in a URL's hash, and back. Other parts of the hash, of the page or of another atlas, stay as they are. */
import type { Dataset } from '../data/dataset.js';
import { LEVELS, type Level, type RegionCode } from '../data/types.js';
import { CLASS_METHODS, MAX_CLASSES, type ClassMethod } from '../scene/classes/breaks.js';
import type { Camera } from '../scene/geometry/mercator.js';
import type { AtlasValues, Filter } from './values.js';

/** The part of the state that a link carries. */
export type Shared = Pick<
  AtlasValues,
  'metric' | 'per' | 'period' | 'level' | 'selected' | 'filter' | 'method' | 'classes' | 'breaks' | 'cameras' | 'drills'
>;

export const SHARED_KEYS = [
  ...([
    'metric',
    'per',
    'period',
    'level',
    'selected',
    'filter',
    'method',
    'classes',
    'breaks',
    'cameras',
    'drills',
  ] as const),
] as const satisfies readonly (keyof Shared)[];

/** Reads what `write` has written; undefined for what cannot be read. */
interface Field<Value> {
  write(value: Value): string;
  read(text: string, dataset: Dataset): Value | undefined;
}

const MOST_CODES = 600;
const number = (text: string): number | undefined =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
const isLevel = (text: string): text is Level => (LEVELS as readonly string[]).includes(text);
const short = (value: number): string => String(Number(value.toPrecision(7)));
/** Keys and values of a map: `a:1,b:2`. */
const entries = (text: string): [string, string][] =>
  text.split(',').flatMap((entry): [string, string][] => {
    const at = entry.lastIndexOf(':');
    return at > 0 ? [[entry.slice(0, at), entry.slice(at + 1)]] : [];
  });

const FIELDS: { readonly [Key in keyof Shared]-?: Field<NonNullable<Shared[Key]>> } = {
  metric: {
    write: (id) => id,
    read: (id, { feed }) => (feed.metrics.some((metric) => metric.id === id) ? id : undefined),
  },
  per: { write: (id) => id, read: (id, { feed }) => (feed.bases.includes(id) ? id : undefined) },
  period: {
    write: (period) => period,
    read: (period, { feed }) => (feed.periods.includes(period) ? period : undefined),
  },
  level: { write: (level) => level, read: (level) => (isLevel(level) ? level : undefined) },
  selected: {
    write: (codes) => codes.join('.'),
    read: (text, { regions }) => {
      const codes = [...new Set(text.split('.'))].filter((code) => regions.has(code)).slice(0, MOST_CODES);
      return codes.length > 0 ? codes : undefined;
    },
  },
  filter: {
    write: (filter) =>
      filter.kind === 'range'
        ? `${filter.level}:${filter.from}~${filter.to}`
        : `${filter.level}:${[...filter.classes].sort().join('.')}`,
    read: (text): Filter | undefined => {
      const [level = '', rest = ''] = text.split(':');
      if (!isLevel(level)) return undefined;
      if (rest.includes('~')) {
        const [from, to] = rest.split('~').map(number);
        return from !== undefined && to !== undefined && from <= to ? { kind: 'range', level, from, to } : undefined;
      }
      const classes = rest.split('.').map(number);
      const isGood = classes.every(
        (index) => index !== undefined && Number.isInteger(index) && index >= 0 && index < MAX_CLASSES,
      );
      return isGood ? { kind: 'classes', level, classes: new Set(classes as number[]) } : undefined;
    },
  },
  method: {
    write: (method) => method,
    read: (text) => CLASS_METHODS.find((method): method is ClassMethod => method === text),
  },
  classes: {
    write: String,
    read: (text) => {
      const count = number(text);
      return count !== undefined && Number.isInteger(count) && count >= 1 && count <= MAX_CLASSES ? count : undefined;
    },
  },
  breaks: {
    write: (breaks) => [...breaks].map(([key, list]) => `${key.replace(' ', '@')}:${list.join('~')}`).join(','),
    read: (text, dataset) => {
      const read = entries(text).flatMap(([key, list]): [string, number[]][] => {
        const [metric = '', level = ''] = key.split('@');
        const breaks = list.split('~').map(number);
        const isGood =
          breaks.length < MAX_CLASSES &&
          breaks.every((value, i) => value !== undefined && (i === 0 || value > (breaks[i - 1] ?? Infinity)));
        return isGood && dataset.metric(metric) && isLevel(level) ? [[`${metric} ${level}`, breaks as number[]]] : [];
      });
      return read.length > 0 ? new Map(read) : undefined;
    },
  },
  cameras: {
    write: (cameras) =>
      [...cameras]
        .map(([key, { longitude, latitude, zoom }]) => `${key}:${[longitude, latitude, zoom].map(short).join('~')}`)
        .join(','),
    read: (text) => {
      const read = entries(text).flatMap(([key, numbers]): [string, Camera][] => {
        const [longitude, latitude, zoom] = numbers.split('~').map(number);
        if (longitude === undefined || latitude === undefined || zoom === undefined) return [];
        const isGood = Math.abs(longitude) <= 180 && Math.abs(latitude) < 85 && zoom > -2 && zoom < 24;
        return isGood ? [[key, { longitude, latitude, zoom }]] : [];
      });
      return read.length > 0 ? new Map(read) : undefined;
    },
  },
  drills: {
    write: (drills) => [...drills].map(([key, code]) => `${key}:${code}`).join(','),
    read: (text, { regions }) => {
      const read = entries(text).filter(([, code]) => regions.has(code) && regions.get(code)?.level !== 'county');
      return read.length > 0 ? new Map<string, RegionCode>(read) : undefined;
    },
  },
};

const isOurs = (part: string, prefix: string): boolean => part.startsWith(`${prefix}.`);

/** The hash with what differs from `home` under the prefix, and all foreign parts of it as they were; without its '#'. */
export function writeHash(hash: string, prefix: string, values: Shared, home: Shared): string {
  const foreign = hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '' && !isOurs(part, prefix));
  const ours = SHARED_KEYS.flatMap((key) => {
    const value = values[key] as never;
    const text = value === undefined ? '' : FIELDS[key].write(value);
    const before = home[key] === undefined ? '' : FIELDS[key].write(home[key] as never);
    return text === before ? [] : [`${prefix}.${key}=${encodeURIComponent(text)}`];
  });
  return [...foreign, ...ours].join('&');
}

/** What a hash says under the prefix, of what it says rightly; the rest is as at `home`. */
export function readHash(hash: string, prefix: string, dataset: Dataset, home: Shared): Shared {
  const values: Record<string, unknown> = { ...home };
  for (const part of hash.replace(/^#/, '').split('&')) {
    if (!isOurs(part, prefix)) continue;
    const at = part.indexOf('=');
    const key = part.slice(prefix.length + 1, at) as keyof Shared;
    if (at < 0 || !SHARED_KEYS.includes(key)) continue;
    const text = decoded(part.slice(at + 1));
    if (text === '')
      values[key] = key === 'selected' ? [] : ['breaks', 'cameras', 'drills'].includes(key) ? new Map() : undefined;
    else if (text !== undefined) values[key] = FIELDS[key].read(text, dataset) ?? home[key];
  }
  return values as unknown as Shared;
}

/** A broken escape is no text. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
