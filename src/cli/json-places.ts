/** Lines and columns of a JSON file: of its first error, and of any field. */
import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { lineFinder, type Place, type PlaceFinder } from '../data/place.js';
import type { WordKey } from '../scene/words/index.js';

export interface JsonError {
  readonly word: WordKey;
  readonly place: Place;
}

/** By the numbers of jsonc-parser's `ParseErrorCode`, a const enum that modules compiled one by one cannot read. */
const WORDS: readonly (WordKey | undefined)[] = [
  undefined,
  'json.symbol',
  'json.number',
  'json.name',
  'json.value',
  'json.colon',
  'json.comma',
  'json.brace',
  'json.bracket',
  'json.end',
  'json.comment',
  'json.comment',
  'json.string',
  'json.number',
  'json.escape',
  'json.escape',
  'json.character',
];

/** The first error of a text that is no JSON. */
export function jsonErrorOf(text: string, file: string): JsonError | undefined {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  // A file that is cut off has its errors at the end, where the last thing that was opened is missed first.
  const first = errors.reduce<ParseError | undefined>(
    (least, error) => (least && least.offset <= error.offset ? least : error),
    undefined,
  );
  if (!first) return undefined;
  const word = first.offset >= text.trimEnd().length ? 'json.cut' : (WORDS[first.error] ?? 'json.symbol');
  return { word, place: { kind: 'text', file, ...lineFinder(text)(first.offset) } };
}

/** Finds "values[3].funding" in a JSON text; what is not there is at the nearest thing around it. */
export function jsonPlaces(text: string, file: string): PlaceFinder {
  let tree: Node | undefined | 'unread' = 'unread';
  let find: ReturnType<typeof lineFinder> | undefined;
  return (path) => {
    if (tree === 'unread') tree = parseTree(text);
    const steps = stepsOf(path);
    let node: Node | undefined;
    for (let length = steps.length; tree && !node && length >= 0; length--)
      node = length === 0 ? tree : findNodeAtLocation(tree, steps.slice(0, length));
    return { kind: 'text', file, ...(find ??= lineFinder(text))(node?.offset ?? 0) };
  };
}

const stepsOf = (path: string): (string | number)[] =>
  [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name = '']) =>
    index === undefined ? name : Number(index),
  );
