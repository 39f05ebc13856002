/** The last step: what to look at before, and what is taken away. */
import { html, nothing, type TemplateResult } from 'lit';
import type { App, Notice } from './app.js';
import { checks, type Check } from './checks.js';
import { LEAST_HEIGHT, MOST_HEIGHT } from './draft.js';
import { textField } from './fields.js';
import {
  FEED_FILE,
  MAPS_FILE,
  MAPS_STYLE,
  PAGE_FILE,
  feedAddress,
  folderOf,
  hasFeed,
  toIframe,
  toInner,
  toTag,
} from './output.js';
import { step } from './steps.js';
import type { WordKey } from './words.js';

export function takeStep(app: App): TemplateResult {
  const { draft, published } = app;
  const left = (): void => app.pause();
  const feed = hasFeed(draft) && published ? published : undefined;
  const feedFile = feedAddress(draft);
  const folder = folderOf(draft) || app.say('take.here');
  return step(
    app,
    5,
    'step.take',
    html`${checkList(app)}
      ${textField(
        'field-folder',
        app.say('folder.label'),
        draft.folder,
        (value) => app.change({ folder: value }, 'folder'),
        {
          hint: app.say('folder.hint', { feed: FEED_FILE }),
          left,
        },
      )}
      ${output(app, 'take.tag', app.say('take.tag.hint'), toTag(draft), 'tag.html')}
      ${toInner(draft) ? output(app, 'take.style', app.say('take.style.hint'), MAPS_STYLE, MAPS_FILE) : nothing}
      ${output(app, 'take.iframe', app.say('take.iframe.hint'), toIframe(draft, app.title), 'iframe.html')}
      ${textField(
        'field-height',
        app.say('height.label'),
        String(draft.height),
        (value) => {
          const height = Math.round(Number(value));
          if (height >= LEAST_HEIGHT && height <= MOST_HEIGHT) app.change({ height }, 'height');
        },
        { left, type: 'number' },
      )}
      <div class="output">
        <h3>${app.say('take.feed')}</h3>
        <p class="hint">${feed ? app.say('take.feed.hint', { feed: feedFile }) : app.say('take.feed.none')}</p>
        ${feed ? buttons(app, 'take.feed', () => `${JSON.stringify(feed, undefined, 1)}\n`, FEED_FILE) : nothing}
      </div>
      <div class="output">
        <h3>${app.say('take.page')}</h3>
        <p class="hint">
          ${app.say(draft.layout === 'page' ? 'take.page.hint' : 'take.page.script', {
            files: namesIn(app).join(app.tongue === 'en' ? ', ' : '、'),
            folder,
          })}
        </p>
        <p class="buttons">
          <button
            type="button"
            @click=${() => void takePage(app, 'copy')}
            aria-label=${app.say('copy.of', { what: PAGE_FILE })}
          >
            ${app.say('copy')}
          </button>
          <button
            type="button"
            @click=${() => void takePage(app, 'save')}
            aria-label=${app.say('save.of', { what: app.say('take.page') })}
          >
            ${app.say('save')}
          </button>
        </p>
      </div>
      <p class="taken" role="status">${noticeText(app.taken)}</p>`,
  );
}

export const noticeText = ({ text, action }: Notice): TemplateResult | string =>
  action ? html`${text} <button type="button" @click=${action.act}>${action.label}</button>` : text;

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  html: 'text/html;charset=utf-8',
  css: 'text/css',
};

const namesIn = ({ draft }: App): string[] => [
  PAGE_FILE,
  ...(draft.layout === 'page' ? ['pair-atlas-static.css'] : []),
  ...(toInner(draft) ? [MAPS_FILE] : []),
  ...(hasFeed(draft) ? [FEED_FILE] : []),
];

function output(app: App, key: WordKey, hint: string, text: string, name: string): TemplateResult {
  return html`<div class="output">
    <h3>${app.say(key)}</h3>
    <p class="hint">${hint}</p>
    <textarea
      readonly
      rows=${text.split('\n').length + 1}
      aria-label=${app.say(key)}
      spellcheck="false"
      .value=${text}
    ></textarea>
    ${buttons(app, key, () => text, name)}
  </div>`;
}

function buttons(app: App, key: WordKey, text: () => string, name: string): TemplateResult {
  const what = app.say(key);
  const copy = ({ target }: Event): void =>
    void app.copy(text(), (target as HTMLElement).closest('.output')?.querySelector('textarea') ?? null);
  const type = TYPES[name.replace(/^.*\./, '')] ?? '';
  return html`<p class="buttons">
    <button type="button" aria-label=${app.say('copy.of', { what })} @click=${copy}>${app.say('copy')}</button>
    <button type="button" aria-label=${app.say('save.of', { what })} @click=${() => app.save(text(), name, type)}>
      ${app.say('save')}
    </button>
  </p>`;
}

/** What makes pages is fetched with the first one. */
async function takePage(app: App, how: 'copy' | 'save'): Promise<void> {
  const { draft, published } = app;
  if (!published) return;
  app.took('said.making');
  try {
    const { pageFiles } = await import('./static.js');
    const { page, zip } = await pageFiles(draft, published, app.title, app.tongue);
    if (how === 'copy') await app.copy(page, null);
    else app.save(zip as Uint8Array<ArrayBuffer>, 'page.zip', 'application/zip');
  } catch (error) {
    app.took('said.failed', { detail: error instanceof Error ? error.message : String(error) });
  }
}

function checkList(app: App): TemplateResult {
  const { draft, published, ledger, tongue, placeless } = app;
  const list = checks(draft, published, ledger, draft.language || tongue, placeless);
  const count = list.filter(({ isGood }) => !isGood).length;
  return html`<div class="checks">
    <h3>${app.say('check.title')}</h3>
    <p role="status">${count > 0 ? app.say('check.some', { count }) : app.say('check.all-good')}</p>
    <ul>
      ${list.map((check) => checkLine(app, check))}
    </ul>
  </div>`;
}

function checkLine(app: App, { code, isGood, args, status }: Check): TemplateResult {
  const said = {
    ...args,
    ...(status === 'inferred' || status === 'estimated' || status === 'illustrative'
      ? { status: app.say(`status.${status}`) }
      : {}),
  };
  // What is only said where something is wrong has no words for when nothing is.
  const key = (isGood ? `fix.${code}.good` : `fix.${code}`) as WordKey;
  return html`<li class=${isGood ? 'is-good' : 'is-open'}>
    <span class="sign" aria-hidden="true">${isGood ? '✓' : '!'}</span>
    <span
      ><span class="only-spoken"
        >${app.say(isGood ? 'check.good' : 'check.look')}${app.tongue === 'en' ? ': ' : '：'}</span
      >${app.say(key, said)}${isGood ? nothing : html`<br /><span class="hint">${app.say(`fix.${code}.do` as WordKey, said)}</span>`}</span
    >
  </li>`;
}
