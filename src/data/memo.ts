/** Keeps what was made last, and makes it anew only when what it was made from has changed. */
export function remember<T>(): (keys: readonly unknown[], make: () => T) => T {
  let kept: { readonly keys: readonly unknown[]; readonly made: T } | undefined;
  return (keys, make) => {
    if (!kept || kept.keys.length !== keys.length || kept.keys.some((key, i) => key !== keys[i]))
      kept = { keys, made: make() };
    return kept.made;
  };
}
