/** What readers see of faults, from `docs/faults.md`, which `npm run build:faults` writes of real files and answers. */
import { readFileSync } from 'node:fs';
import type { DocLanguage } from './words.js';
import { DOC_WORDS } from './words.js';

/** Cells are HTML already: `<br>` between lines, `<` and `|` escaped. */
export function faultTable(language: DocLanguage): string {
  const words = DOC_WORDS[language];
  const rows = readFileSync('docs/faults.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));
  const kinds: Readonly<Record<string, string>> = words.faultKinds;
  const body = rows.map(([what = '', by = '', drawn = '', zh = '', en = '']) => {
    const said = (language === 'en' ? en : zh).replace(/\\\|/g, '|');
    // What it is called is English: in Chinese the sentence that readers see says it.
    const name = language === 'en' ? `<th scope="row">${what}</th>` : '';
    return `<tr>${name}<td>${said
      .replace(/&(?!\w+;)/g, '&amp;')
      .replace(/<br>/g, '<br />')
      .replace(/>/g, (sign, at: number, all: string) =>
        all.slice(at - 5, at) === '<br /' ? sign : '&gt;',
      )}</td><td>${kinds[by] ?? by}</td><td>${drawn === 'yes' ? words.yes : words.no}</td></tr>`;
  });
  const head = [...(language === 'en' ? [words.fault] : []), words.said, words.by, words.drawn];
  return `<div class="scroll" role="region" tabindex="0" aria-label="${words.said}"><table class="faults"><thead><tr>${head.map((each) => `<th scope="col">${each}</th>`).join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}
