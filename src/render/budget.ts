/** Live WebGL contexts of the page. A browser takes the oldest away beyond 8 to 16; we give ours back before it does. */

export interface ContextHolder {
  /** Gives its context back, now. */
  giveWay(): void;
}

const holders: ContextHolder[] = [];
let limit = 8;

/** How many maps of the page may hold a context at once; 8 by default. */
export function setContextLimit(count: number): void {
  limit = Math.max(0, Math.floor(count));
  makeRoom(limit);
}

/** Counts `holder` as the one used last, and lets the least recently used give way where there are too many. */
export function holdContext(holder: ContextHolder): void {
  dropContext(holder);
  makeRoom(limit - 1);
  holders.push(holder);
}

export function dropContext(holder: ContextHolder): void {
  const index = holders.indexOf(holder);
  if (index >= 0) holders.splice(index, 1);
}

export const heldContexts = (): number => holders.length;

function makeRoom(count: number): void {
  while (holders.length > Math.max(0, count)) holders.shift()?.giveWay();
}
