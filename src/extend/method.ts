import { CLASS_METHODS, addMethod, methodOf, type ClassMethod } from '../scene/classes/methods/index.js';
import type { AtlasHost } from '../elements/shared/atlas-host.js';
import type { LocalText } from '../data/types.js';
import { eachAtlas, readAgain } from './atlases.js';
import { callOf, checkFunction, checkMembers, checkName, checkObject, checkText } from './check.js';
import { extensionFailed, guarded } from './failures.js';
import { localText } from './text.js';

export interface MethodDefinition {
  /** Its name in the legend, by language. */
  readonly label: string | LocalText;
  /**
   * Where the classes above the first begin: at most `classes - 1` numbers, ascending, each above the least value and not above the
   * greatest. `values` ascend, are finite, and at least two of them differ; `classes` is 2 to 9.
   */
  breaks(values: readonly number[], classes: number): readonly number[];
}

const CALL = 'registerMethod';

/** A classification method, for the attribute `method`, and for readers in the legend's menu. */
export function registerMethod(name: string, definition: MethodDefinition): void {
  // A word of the legend that is no method.
  checkName(CALL, name, [...CLASS_METHODS, 'publisher'], 'deviation');
  const call = callOf(CALL, name);
  checkObject(call, 'definition', definition);
  checkMembers(call, 'definition', definition, ['label', 'breaks']);
  checkText(call, 'label', definition.label);
  checkFunction(call, 'breaks', definition.breaks);
  const label = localText(definition.label);
  addMethod(name as ClassMethod, {
    label,
    isPublishers: false,
    breaks: (sorted, classes) =>
      guarded(
        // Its own copy: what it does to it shall not reach the next one who asks.
        () => definition.breaks([...sorted], classes),
        (made) => complaint(made, sorted, classes),
        () => methodOf('quantile').breaks(sorted, classes),
        (detail) => extensionFailed('method', call, detail, ({ method }) => method === name),
      ),
  });
  CLASS_METHODS.push(name as ClassMethod);
  readAgain('method');
  // A link may have named it already.
  eachAtlas((atlas) => void followLink(atlas, name));
}

async function followLink({ state, loading }: AtlasHost, name: string): Promise<void> {
  const { dataset } = state.values;
  const asked = dataset && (await loading.before.permalink())?.read(dataset);
  if (asked?.method === name) state.change({ ...asked, active: undefined, pointer: undefined }, 'reader');
}

function complaint(made: readonly number[], sorted: readonly number[], classes: number): string | undefined {
  const least = sorted[0] ?? 0,
    most = sorted[sorted.length - 1] ?? 0;
  const isGood =
    Array.isArray(made) &&
    made.length < classes &&
    made.every(
      (value: unknown, i) =>
        typeof value === 'number' && value > least && value <= most && (i === 0 || value > Number(made[i - 1])),
    );
  if (isGood) return undefined;
  return `breaks(${sorted.length} × [${least}, ${most}], ${classes}) = ${shown(made)}`;
}

/** NaN and the infinities have no JSON. */
const shown = (made: unknown): string => (Array.isArray(made) ? `[${made.join(', ')}]` : String(made));
