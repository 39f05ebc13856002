/** What a kind of metric says of a number, as a sentence. */
import { kindOf, type KindWord } from '../../data/kinds/index.js';
import type { Said, ShareArgument } from '../../data/kinds/kind.js';
import type { LocalText, Metric } from '../../data/types.js';
import { inLanguage, say, type Language } from '../words/index.js';
import { formatShare } from './numbers.js';

const isShare = (value: ShareArgument | LocalText): value is ShareArgument => typeof value.share === 'number';

export function sayWords(said: Exclude<Said<KindWord>, { as: 'number' }>, language: Language): string {
  if (said.as === 'text') return inLanguage(said.text, language);
  const written = Object.entries(said.args ?? {}).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'number'
      ? value
      : isShare(value)
        ? formatShare(value.share, language)
        : inLanguage(value, language),
  ]);
  return say(language, said.word, Object.fromEntries(written));
}

/** How a value came about that is not a region's own. */
export function sayOrigin(metric: Metric, origin: 'sum' | 'given', counties: number, language: Language): string {
  const said = kindOf(metric).origins[origin];
  return typeof said === 'string'
    ? say(language, said, { counties })
    : inLanguage(said, language).replace('{counties}', String(counties));
}
