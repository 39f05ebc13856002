/** What the builder calls what the library has, and may have more of than there are words here. */
import { legend as english } from '../../src/scene/words/en/legend.js';
import { legend as chinese } from '../../src/scene/words/zh-CN/legend.js';
import { wordOf, type Tongue } from './words.js';

/**
 * A word of the builder, for a method else the legend's (which says of thresholds that they are round, before it knows of given ones). What is newer
 * than the words here goes by its name in code, a language by its own.
 */
export function nameOf(tongue: Tongue, option: 'method' | 'scheme' | 'language', name: string): string {
  const legend: Readonly<Record<string, string>> = tongue === 'en' ? english : chinese;
  const word = wordOf(tongue, `${option}.${name}`) ?? legend[`legend.${option}.${name}`];
  return word ?? (option === 'language' ? new Intl.DisplayNames([name], { type: 'language' }).of(name) : name) ?? name;
}
