/** The markup of the editor of themes: a form of all tokens beside an atlas. `client/theming.ts` makes it live. */
import { SCHEMES } from '../../src/scene/classes/ramp.js';
import { escapeHtml } from './escape.js';
import { THEME_WORDS } from './theme-words.js';
import { tokenGroups, type TokenEntry, type TokenGroup } from './tokens.js';
import type { DocLanguage } from './words.js';

/** Open at first: what a host sets first. */
const OPEN: ReadonlySet<string> = new Set(['surfaces-and-text']);

export function themeEditor(language: DocLanguage, themes: readonly string[]): string {
  const words = THEME_WORDS[language];
  const themeNames: Readonly<Record<string, string>> = words.themes;
  const choices = ['none', ...themes]
    .map(
      (name) =>
        `<label><input type="radio" name="start" value="${name}"${name === 'none' ? ' checked' : ''} /> ${themeNames[name] ?? name}</label>`,
    )
    .join('');
  return `<form class="editor" id="editor" lang="${language}">
<fieldset class="start"><legend>${words.start}</legend>${choices}</fieldset>
<div class="tools">
<label>${words.ground} ${select('ground', Object.entries(words.grounds))}</label>
<label>${words.scheme} ${select(
    'scheme',
    Object.keys(SCHEMES).map((name) => [name, name]),
  )}</label>
<button type="button" id="undo" disabled>${words.undo}</button>
<button type="button" id="clear" disabled>${words.clear}</button>
<output id="said" role="status"></output>
</div>
<section class="preview" aria-label="${words.preview}">
<pair-atlas id="themed" metric="residents">
<pair-metrics></pair-metrics>
<div class="preview-parts"><pair-map region="330000"></pair-map><div><pair-legend></pair-legend><pair-details></pair-details></div></div>
</pair-atlas>
</section>
<section class="tokens" aria-label="${words.tokens}">
${tokenGroups(language)
  .map((group) => groupHtml(group, words))
  .join('\n')}
</section>
<section class="contrasts" aria-labelledby="contrast"><h2 id="contrast">${words.contrast}</h2><p class="sum" role="status"></p>
<div class="scroll" role="region" tabindex="0" aria-label="${words.contrastTable}"><table><thead><tr><th scope="col">${words.pair}</th><th scope="col">${words.ratio}</th><th scope="col">${words.least}</th><th scope="col">${words.verdict}</th></tr></thead><tbody></tbody></table></div></section>
<section class="css" aria-labelledby="css"><h2 id="css">${words.css}</h2>
<textarea readonly rows="10" spellcheck="false" aria-labelledby="css"></textarea>
<button type="button" id="copy-css">${words.copy}</button></section>
</form>`;
}

const select = (name: string, options: readonly (readonly [string, string])[]): string =>
  `<select name="${name}">${options.map(([value, label]) => `<option value="${value}">${label}</option>`).join('')}</select>`;

function groupHtml(
  { id, title, tokens }: TokenGroup,
  words: { readonly back: string; readonly colour: string },
): string {
  const rows = tokens.map((token) => rowHtml(token, words)).join('\n');
  return `<details id="group-${id}"${OPEN.has(id) ? ' open' : ''}><summary>${title} <span class="count">${tokens.length}</span></summary>\n${rows}\n</details>`;
}

function rowHtml(
  { name, kind, text, defaults }: TokenEntry,
  { back, colour }: { readonly back: string; readonly colour: string },
): string {
  // What shines through cannot be said by a colour input.
  const isPlain = kind === 'colour' && !/^(rgb|transparent)/.test(defaults.light ?? '');
  const label = escapeHtml(text.replace(/[。.]$/, ''));
  return `<div class="token" data-token="${name}" data-kind="${kind}"><label for="token-${name}">${label}<code>--pair-${name}</code></label>${
    isPlain ? `<input type="color" aria-label="${colour}: ${label}" />` : ''
  }<input type="text" id="token-${name}" spellcheck="false" autocomplete="off" /><button type="button" class="back" aria-label="${back}: ${label}" title="${back}" disabled>↺</button></div>`;
}
