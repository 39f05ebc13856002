/** Where a browser is, and how tests start it. */
export const BENCH_FLAGS: string[];
export const CHROME_FLAGS: string[];
export function lookForChrome(): string | undefined;
export function findChrome(): string;
export function lookForTestChrome(): string | undefined;
export function findTestChrome(): string;
