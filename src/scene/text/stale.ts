/** That a figure is of earlier, and of when. */
import { say, type Language } from '../words/index.js';

/** The last good feed is shown because a newer one could not be had. Times are milliseconds since 1970. */
export interface Stale {
  /** When the server last said that this is the feed. */
  readonly since: number;
  /** When it last failed to say so. */
  readonly noticed: number;
  /** The feed comes from what the browser had kept of an earlier visit. */
  readonly isKept: boolean;
}

const MINUTE = 60_000,
  HOUR = 60 * MINUTE,
  DAY = 24 * HOUR;

/** "2 hours ago", in whole units, and of less than a minute "1 minute ago". */
export function ageText(milliseconds: number, language: Language): string {
  const [unit, size] =
    milliseconds < HOUR
      ? (['minute', MINUTE] as const)
      : milliseconds < DAY
        ? (['hour', HOUR] as const)
        : (['day', DAY] as const);
  return new Intl.RelativeTimeFormat(language).format(-Math.max(1, Math.floor(milliseconds / size)), unit);
}

/** "2018-08-31 09:05", by the reader's clock. Swedish is written so. */
const timeText = (time: number): string => new Date(time).toLocaleString('sv').slice(0, 16);

export function staleText({ since, noticed, isKept }: Stale, language: Language): string {
  return say(language, isKept ? 'state.kept' : 'state.stale', {
    age: ageText(noticed - since, language),
    time: timeText(since),
  });
}
