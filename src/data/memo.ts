/** The two ways in which the library keeps what it has made. */

interface Node {
  readonly byObject: WeakMap<object, Node>;
  readonly byValue: Map<unknown, Node>;
  made?: { readonly result: unknown };
}

const emptyNode = (): Node => ({ byObject: new WeakMap(), byValue: new Map() });

/**
 * A function that makes a thing once for the same arguments, and keeps it for as long as the objects among them are used
 * elsewhere. What lives longest comes first: all that was made from a dataset goes with the dataset. An object must come before
 * any argument that takes many values, or these would be kept for ever.
 */
export function memo<Args extends readonly unknown[], Result>(
  make: (...args: Args) => Result,
): (...args: Args) => Result {
  const root = emptyNode();
  return (...args) => {
    let node = root;
    for (const arg of args) {
      const isObject = (typeof arg === 'object' && arg !== null) || typeof arg === 'function';
      let next = isObject ? node.byObject.get(arg) : node.byValue.get(arg);
      if (!next) {
        next = emptyNode();
        if (isObject) node.byObject.set(arg, next);
        else node.byValue.set(arg, next);
      }
      node = next;
    }
    node.made ??= { result: make(...args) };
    return node.made.result as Result;
  };
}

/** A function that keeps what it made last, and makes it anew only for other arguments. */
export function latest<Args extends readonly unknown[], Result>(
  make: (...args: Args) => Result,
): (...args: Args) => Result {
  let kept: { readonly args: Args; readonly result: Result } | undefined;
  return (...args) => {
    if (!kept || kept.args.length !== args.length || kept.args.some((arg, i) => !Object.is(arg, args[i])))
      kept = { args, result: make(...args) };
    return kept.result;
  };
}
