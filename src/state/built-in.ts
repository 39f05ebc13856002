/**
 * Where the built-in case lies. Addresses as bundlers know them: these take the files along. In the standalone files they lie beside
 * the script (`build/data-files.ts`).
 */
export const builtInFeed = (): string => new URL('../../data/zhejiang-2018.json', import.meta.url).href;
export const builtInGeometry = (): string => new URL('../../data/counties-2018.json', import.meta.url).href;
