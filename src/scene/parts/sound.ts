/** A map as sounds: which notes, in what order, and what is said before them. Pure: what makes them sound is `elements/sound/`. */
import type { Dataset, Datum } from '../../data/dataset.js';
import type { RegionCode } from '../../data/types.js';
import { neighboursOf } from '../geometry/neighbours.js';
import type { ClassIndex, ClassScale } from '../classes/scale.js';
import { nameOf } from '../text/names.js';
import { metricLabel } from '../text/metric-label.js';
import { valueLine, type ValueLine } from '../text/value-line.js';
import { say, type Language } from '../words/index.js';
import '../words/sound.js';
import { classLabels, scaleStatus } from './legend.js';
import type { SoundSubject } from './sound-choices.js';

export type Note = {
  /** The region whose value it is. */
  readonly code?: RegionCode;
} & (
  | { readonly kind: 'tone'; readonly hertz: number }
  /** What has no value has no pitch. */
  | { readonly kind: 'noise' }
);

export interface SoundStep {
  readonly said: string;
  /** Seconds that it takes to say it. */
  readonly pause: number;
  readonly notes: readonly Note[];
  /** The class that they are of. */
  readonly spotlight?: ClassIndex;
}

/** Three octaves, from an A below middle C: small loudspeakers have them. */
export const LOWEST_HERTZ = 220,
  OCTAVES = 3;
/** Of a step; and names that are said of a list. */
export const MOST_NOTES = 40,
  MOST_NAMES = 12;

/** Of which no more is said than its number, or its name. */
const A_VALUE = { kind: 'value', status: 'reported', origin: 'own', counties: 1, missing: 0 } as const;

type Range = readonly [low: number, high: number];

/** Where a value lies between the lowest and the highest, as a pitch: equal differences are equal intervals. Beyond the ends, the ends. */
export function pitchOf(value: number, [low, high]: Range): number {
  const part = high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0.5;
  return LOWEST_HERTZ * 2 ** (OCTAVES * part);
}

/** Seconds that a patient screen reader needs: Chinese is said by the character. Nothing tells a page when it has ended. */
export function secondsToSay(text: string): number {
  const characters = [...text];
  const wide = characters.filter((character) => /[\u3400-\u9fff\uf900-\ufaff]/.test(character)).length;
  return 0.6 + wide * 0.22 + (characters.length - wide) * 0.07;
}

/** `code` is the region whose neighbours, or partners, are heard; `isKnown`: the reader has been told what the sounds mean. */
export function soundSteps(
  dataset: Dataset,
  scale: ClassScale,
  subject: SoundSubject,
  code: RegionCode | undefined,
  language: Language,
  isKnown = false,
): SoundStep[] {
  const maker = new Maker(dataset, scale, language, isKnown);
  switch (subject) {
    case 'scale':
      return [
        maker.begin(),
        ...scale.classes.flatMap(({ index }) => maker.ofClass(index)),
        ...maker.noData(),
        maker.end(),
      ];
    case 'neighbours':
      return [maker.begin(), ...(code === undefined ? [] : maker.around(code)), maker.end()];
    case 'pair':
      return [maker.begin(), ...(code === undefined ? [] : maker.pair(code)), maker.end()];
    default:
      return [maker.begin(), ...maker.ofClass(Number(subject.slice('class-'.length))), maker.end()];
  }
}

class Maker {
  readonly #range: Range;

  constructor(
    private readonly dataset: Dataset,
    private readonly scale: ClassScale,
    private readonly language: Language,
    private readonly isKnown: boolean,
  ) {
    const { values, reach } = scale;
    const ends = reach ?? [values[0] ?? 0, values[values.length - 1] ?? 0];
    this.#range = [ends[0], ends[1]];
  }

  /** What the sounds mean, with the ends of the scale to hear. */
  begin(): SoundStep {
    const { scale, language } = this;
    const { metric } = scale;
    const [low, high] = this.#range;
    const show = (value: number): string => valueLine(metric, { ...A_VALUE, value }, language).text;
    const begin = say(language, this.isKnown ? 'sound.again' : 'sound.begin', {
      metric: metricLabel(metric, language),
      low: show(low),
      high: show(high),
    });
    const status = scaleStatus(scale, language);
    return this.#step(status ? [status, begin] : [begin], [this.#tone(low), this.#tone(high), { kind: 'noise' }]);
  }

  ofClass(index: ClassIndex): SoundStep[] {
    const { scale, language } = this;
    const codes = scale.classes[index]?.codes ?? [];
    if (codes.length === 0) return [];
    const notes = codes
      .map((code) => ({ code, datum: this.#datum(code) }))
      .sort((a, b) => numberOf(a.datum) - numberOf(b.datum) || a.code.localeCompare(b.code));
    const heard = spread(notes, MOST_NOTES);
    const args = {
      rank: index + 1,
      count: scale.classes.length,
      label: classLabels(scale, language)[index] ?? '',
      number: notes.length,
    };
    const some = heard.length < notes.length ? say(language, 'sound.some', { number: heard.length }) : '';
    const step = this.#step(
      [say(language, 'sound.of-class', args) + some],
      heard.map(({ code }) => this.#noteOf(code)),
    );
    return [{ ...step, spotlight: index }];
  }

  noData(): SoundStep[] {
    const { noData } = this.scale;
    if (noData.length === 0) return [];
    const heard = spread(noData, MOST_NOTES);
    const some = heard.length < noData.length ? say(this.language, 'sound.some', { number: heard.length }) : '';
    return [
      this.#step(
        [say(this.language, 'sound.no-data', { number: noData.length }) + some],
        heard.map((code) => this.#noteOf(code)),
      ),
    ];
  }

  /** The region itself, then those around it, as the hands of a clock go from the north. */
  around(code: RegionCode): SoundStep[] {
    const { regions } = this.dataset;
    const level = regions.get(code)?.level;
    const all = level === undefined ? [] : neighboursOf(regions, level, code);
    const around = [...all].sort((a, b) => this.#bearing(code, a) - this.#bearing(code, b));
    const said =
      around.length > 0
        ? say(this.language, 'sound.around', { number: around.length, list: this.#list(around) })
        : say(this.language, 'sound.island');
    return [
      this.#step([this.#said(code)], [this.#noteOf(code)]),
      this.#step(
        [said],
        around.map((each) => this.#noteOf(each)),
      ),
    ];
  }

  /** Who helps first, then who is helped. */
  pair(code: RegionCode): SoundStep[] {
    const { dataset, scale, language } = this;
    const receives = dataset.isReceiver(code);
    const partners = dataset.partnersOf(code, scale.period).map((partner) => partner.code);
    const own = this.#step([this.#said(code)], [this.#noteOf(code)]);
    const label = say(language, receives ? 'details.receives' : 'details.gives');
    const others = this.#step(
      [say(language, 'text.labelled', { label, text: this.#list(partners) })],
      partners.map((each) => this.#noteOf(each)),
    );
    return receives ? [others, own] : [own, others];
  }

  end(): SoundStep {
    return this.#step([say(this.language, 'sound.end')], []);
  }

  #step(sentences: readonly string[], notes: readonly Note[]): SoundStep {
    const said = sentences.join(say(this.language, 'text.stop'));
    return { said, pause: secondsToSay(said), notes };
  }

  #tone(value: number): Note {
    return { kind: 'tone', hertz: pitchOf(value, this.#range) };
  }

  #noteOf(code: RegionCode): Note {
    const datum = this.#datum(code);
    return datum.kind === 'value' ? { ...this.#tone(datum.value), code } : { kind: 'noise', code };
  }

  #datum(code: RegionCode): Datum {
    const { metric, period } = this.scale;
    return this.dataset.datum(code, metric.id, period);
  }

  /** A region with its value, and with what has to be said beside it. */
  #said(code: RegionCode): string {
    const { text, status } = this.#value(code);
    return this.#marked(text, status, code);
  }

  #marked(text: string, status: string | undefined, code: RegionCode): string {
    const name = nameOf(this.dataset.regions, code, this.language);
    const value = [text, status].filter(Boolean).join(say(this.language, 'text.comma'));
    return say(this.language, 'sound.region', { name, value });
  }

  #value(code: RegionCode): ValueLine {
    return valueLine(this.scale.metric, this.#datum(code), this.language);
  }

  /** What has to be said beside all of them is said once. */
  #list(codes: readonly RegionCode[]): string {
    const { language } = this;
    const named = codes.slice(0, MOST_NAMES);
    const lines = named.map((code) => this.#value(code));
    const [common] = new Set(lines.map(({ status }) => status)).size === 1 ? lines : [];
    const said = named.map((code, i) =>
      this.#marked(lines[i]?.text ?? '', common ? undefined : lines[i]?.status, code),
    );
    const more = codes.length > MOST_NAMES ? [say(language, 'sound.more', { count: codes.length })] : [];
    return [[...said, ...more].join(say(language, 'text.list')), common?.status]
      .filter(Boolean)
      .join(say(language, 'text.comma'));
  }

  /** Of a region as seen from another, from 0 in the north by the east to a whole turn. */
  #bearing(from: RegionCode, to: RegionCode): number {
    const [a, b] = [this.dataset.regions.get(from)?.label, this.dataset.regions.get(to)?.label];
    if (!a || !b) return 0;
    const east = (b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180);
    const turn = Math.atan2(east, b[1] - a[1]) / (2 * Math.PI);
    return turn < 0 ? turn + 1 : turn;
  }
}

/** At most so many, the first and the last among them, as evenly as can be. */
export function spread<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))] as Item);
}

const numberOf = (datum: Datum): number => (datum.kind === 'value' ? datum.value : Infinity);
