/** What a kind of metric says of a number, as a sentence. */
import type { KindWord } from '../../data/kinds/index.js';
import type { Said } from '../../data/kinds/kind.js';
import { formatShare } from './numbers.js';
import { say, type Language } from '../words/index.js';

export function sayWords({ word, args = {} }: Extract<Said<KindWord>, { as: 'words' }>, language: Language): string {
  const written = Object.entries(args).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'number' ? value : formatShare(value.share, language),
  ]);
  return say(language, word, Object.fromEntries(written));
}
