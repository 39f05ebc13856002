import { quote } from '../data/faults.js';
import {
  KINDS,
  type BuiltInKind,
  type AnyKind,
  type KindTable,
  type KindWord,
  type RangeReason,
} from '../data/kinds/index.js';
import type { Classing, Notation, Part } from '../data/kinds/kind.js';
import { averaged } from '../data/kinds/mean.js';
import type { LocalText, Metric } from '../data/types.js';
import type { AtlasHost } from '../elements/shared/atlas-host.js';
import { MAX_CLASSES } from '../scene/classes/breaks.js';
import type { AtlasValues } from '../state/values.js';
import { eachAtlas } from './atlases.js';
import { callOf, checkFunction, checkMembers, checkName, checkObject, checkText, refuse } from './check.js';
import { extensionFailed, guarded } from './failures.js';
import { localText } from './text.js';

export type KindReason = RangeReason;
export type KindClassing = Classing<never>;
export type KindNotation = Notation;
/** A county of what is combined. */
export type KindPart = Part;

/** What a kind of metric does otherwise than the built-in kind that it is like. All is asked with the metric as the feed has it. */
export interface KindDefinition {
  readonly like: BuiltInKind;
  /** Its name, by language: where readers say what a column of a table is. */
  readonly label: string | LocalText;
  /** The number of a cell; undefined where it is none. */
  number?(cell: unknown, metric: Metric): number | undefined;
  /** Why a number cannot be: it is no data then, and in the ledger. */
  refuses?(value: number, metric: Metric): KindReason | undefined;
  /**
   * The value of a prefecture, a province or a giver from its counties; undefined where they have none together. What is combined
   * is not summed up besides, and `origins` says how it came about.
   */
  combine?(parts: readonly KindPart[]): number | undefined;
  /** How a value came about from counties, and how that of a giver, by language; `{counties}` is how many they are. */
  readonly origins?: { readonly sum: string | LocalText; readonly given: string | LocalText };
  classing?(metric: Metric): KindClassing;
  readonly ramp?: 'sequential' | 'diverging' | 'qualitative';
  notation?(metric: Metric): KindNotation;
  /** Text in place of the number, by language; undefined where the number is said. */
  says?(value: number, counties: number, metric: Metric): string | LocalText | undefined;
}

const CALL = 'registerKind';
const FUNCTIONS = ['number', 'refuses', 'combine', 'classing', 'notation', 'says'] as const;
const RAMPS = ['sequential', 'diverging', 'qualitative'] as const;
const STEPS: readonly Notation['steps'][] = ['money', 'many', 'share'];
const REASONS = Object.keys({
  negative: 1,
  'too-large': 1,
  'above-one': 1,
  fraction: 1,
} satisfies Record<RangeReason, 1>);

/** A kind of metric, for `kind` in feeds and for columns of tables. A feed that was refused because of it is read again. */
export function registerKind(name: string, definition: KindDefinition): void {
  checkName(CALL, name, Object.keys(KINDS), 'median');
  const call = callOf(CALL, name);
  checkDefinition(call, definition);
  (KINDS as KindTable)[name] = kindOf(call, name, definition);
  eachAtlas((atlas) => readAgain(atlas, name));
}

function checkDefinition(call: string, definition: KindDefinition): void {
  checkObject(call, 'definition', definition);
  checkMembers(call, 'definition', definition, ['like', 'label', 'origins', 'ramp', ...FUNCTIONS]);
  const { like, label, origins, ramp, combine } = definition;
  const builtIn = BUILT_IN.filter((each) => each === like);
  if (builtIn.length === 0) refuse(call, 'like', `one of ${BUILT_IN.join(', ')}`, like);
  checkText(call, 'label', label);
  for (const each of FUNCTIONS) if (definition[each] !== undefined) checkFunction(call, each, definition[each]);
  if (ramp !== undefined && !RAMPS.includes(ramp)) refuse(call, 'ramp', `one of ${RAMPS.join(', ')}`, ramp);
  if (combine && !origins)
    refuse(
      call,
      'origins',
      'given with combine, such as { sum: "the median of {counties} counties", given: … }',
      origins,
    );
  if (!origins) return;
  checkObject(call, 'origins', origins);
  checkMembers(call, 'origins', origins, ['sum', 'given']);
  checkText(call, 'origins.sum', origins.sum);
  checkText(call, 'origins.given', origins.given);
}

/** As they are before anything is registered. */
const BUILT_IN = Object.keys(KINDS) as BuiltInKind[];

function kindOf(call: string, name: string, definition: KindDefinition): AnyKind {
  const base: AnyKind = KINDS[definition.like];
  const failed = (detail: unknown): void => extensionFailed('kind', call, detail, (values) => shows(values, name));
  const { label, origins, ramp } = definition;
  const own = bound(definition);
  /** Of the library's own function the author's, as long as that does what it has to. */
  const guard =
    <Args extends readonly unknown[], Result>(
      asked: string,
      make: (...args: Args) => Result,
      isGood: (made: Result) => boolean,
      instead: (...args: Args) => Result,
    ) =>
    (...args: Args): Result =>
      guarded(
        () => make(...args),
        (made) => (isGood(made) ? undefined : `${asked}() = ${shown(made)}`),
        () => instead(...args),
        failed,
      );
  const { number, refuses, combine, classing, notation, says } = own;
  return {
    ...base,
    label: localText(label),
    ...(number ? { number: guard('number', number, isNumberOrNone, base.number) } : {}),
    ...(refuses ? { refuses: guard('refuses', refuses, isReason, base.refuses) } : {}),
    ...(combine
      ? {
          combine: guard(
            'combine',
            (parts) => combine(parts.map((part) => ({ ...part }))),
            isNumberOrNone,
            base.combine,
          ),
          total: undefined,
          reconciles: false,
          findings: averaged.findings,
        }
      : {}),
    ...(origins ? { origins: { sum: localText(origins.sum), given: localText(origins.given) } } : {}),
    ...(classing
      ? { classing: guard<[Metric], Classing<KindWord>>('classing', classing, isClassing, base.classing) }
      : {}),
    ...(ramp ? { ramp } : {}),
    ...(notation ? { notation: guard('notation', notation, isNotation, base.notation) } : {}),
    ...(says
      ? {
          says: guard<Parameters<AnyKind['says']>, ReturnType<AnyKind['says']>>(
            'says',
            (value, counties, metric) => {
              const text = says(value, counties, metric);
              return text === undefined ? base.says(value, counties, metric) : { as: 'text', text: localText(text) };
            },
            (said) => said.as !== 'text' || Object.values(said.text).some((text) => typeof text === 'string'),
            base.says,
          ),
        }
      : {}),
  };
}

/** Its functions may speak of one another by `this`. */
function bound(definition: KindDefinition): Pick<KindDefinition, (typeof FUNCTIONS)[number]> {
  const own = FUNCTIONS.flatMap((each) =>
    definition[each] ? [[each, definition[each].bind(definition)] as const] : [],
  );
  return Object.fromEntries(own);
}

const isNumberOrNone = (made: number | undefined): boolean => made === undefined || Number.isFinite(made);
const isReason = (made: string | undefined): boolean => made === undefined || REASONS.includes(made);
const isNotation = (made: Notation): boolean =>
  STEPS.includes(made?.steps) && /^(string|undefined)$/.test(typeof made.unit);

function isClassing(made: Classing<KindWord>): boolean {
  if (made?.by === 'values') return typeof made.isWhole === 'boolean' && isNumberOrNone(made.middle);
  if (made?.by !== 'kind' || !Array.isArray(made.breaks) || !Array.isArray(made.labels)) return false;
  const { breaks, labels } = made;
  const isAscending = breaks.every((at, i) => Number.isFinite(at) && (i === 0 || at > Number(breaks[i - 1])));
  const areTexts = labels.every((label) => typeof label === 'object' && Object.keys(label ?? {}).length > 0);
  return isAscending && areTexts && labels.length === breaks.length + 1 && labels.length <= MAX_CLASSES;
}

const shown = (made: unknown): string => (typeof made === 'object' ? JSON.stringify(made) : String(made));

const shows = ({ dataset }: AtlasValues, name: string): boolean =>
  dataset?.feed.metrics.some(({ kind }) => kind === name) ?? false;

/** A feed that is read while a kind is registered, or was before, may have lost a metric by it. */
function readAgain(atlas: AtlasHost, name: string): void {
  const { state, loading } = atlas;
  // Of a table it stands at a cell: the place does not tell it.
  const got = quote(name);
  const done = new AbortController();
  const look = (): void => {
    const { phase, faults } = state.values;
    if (phase.kind === 'loading') return;
    done.abort();
    const all = phase.kind === 'failed' ? phase.faults : faults;
    if (!all.some(({ code, args }) => code === 'not-allowed' && args.got === got)) return;
    void loading.atlas.updateComplete.then(() => atlas.isConnected && atlas.reload());
  };
  state.subscribe((changed) => changed.has('phase') && look(), done.signal);
  look();
}
