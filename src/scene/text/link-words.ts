/** What a curve between two maps says of itself. */
import type { Dataset } from '../../data/dataset.js';
import type { Link } from '../picture/links.js';
import { say, type Language } from '../words/index.js';
import { nameOf } from './names.js';
import { formatShare } from './numbers.js';

/** Both ends, and the share of what the county receives, where it is known. */
export function linkWords({ regions }: Dataset, { from, to, kind, share }: Link, language: Language): string {
  const ends = { from: nameOf(regions, from, language), to: nameOf(regions, to, language) };
  const word =
    kind === 'city'
      ? say(language, 'links.city')
      : say(language, 'details.share', { share: formatShare(share, language) });
  const doubt = kind === 'inferred' ? [say(language, 'links.inferred')] : [];
  return [say(language, 'links.ends', ends), word, ...doubt].join(say(language, 'text.semicolon'));
}
