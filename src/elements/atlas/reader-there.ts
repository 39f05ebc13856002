/** Calls back once, with the event and its path, when a reader is there: a pointer has moved, or a key has brought the focus somewhere. */
export function whenReaderIsThere(
  callback: (event: Event, path: readonly EventTarget[]) => void,
  signal: AbortSignal,
): void {
  const first = new AbortController();
  for (const type of ['pointerover', 'focusin'])
    document.addEventListener(
      type,
      (event) => {
        first.abort();
        if (!signal.aborted) callback(event, event.composedPath());
      },
      { signal: first.signal },
    );
  signal.addEventListener('abort', () => first.abort(), { once: true, signal: first.signal });
}
