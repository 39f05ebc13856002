/** The page of the builder: draws it, and hears keys and dropped files. Its elements come from the library's own script. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { App } from './app.js';
import { radioField } from './fields.js';
import { WINDOWS, type WindowName } from './preview.js';
import { dataStep, layoutStep, showStep, wordsStep } from './steps.js';
import { noticeText, takeStep } from './take.js';
import type { Tongue } from './words.js';

const root = document.querySelector('#builder');
const asked = new URLSearchParams(location.search).get('lang');
const app = new App(asked?.startsWith('en') ? 'en' : 'zh-CN', draw);

function draw(): void {
  if (!(root instanceof HTMLElement)) return;
  document.documentElement.lang = app.tongue;
  document.title = app.say('title');
  render(page(), root);
}

function page(): TemplateResult {
  return html`<header class="top">
      <div>
        <h1>${app.say('title')}</h1>
        <p class="standfirst">${app.say('lead')}</p>
      </div>
      <p class="links">
        <a href=${app.tongue === 'en' ? '../english.html' : '../index.html'}>${app.say('back')}</a>
        <a href=${app.tongue === 'en' ? '?' : '?lang=en'} lang=${app.tongue === 'en' ? 'zh-CN' : 'en'} @click=${speak}
          >${app.say('other')}</a
        >
      </p>
      <div class="tools" role="group" aria-label=${app.say('tools.label')}>
        ${tool('undo', app.history.past.length > 0, () => app.undo())}
        ${tool('redo', app.history.future.length > 0, () => app.redo())}
        <button type="button" @click=${() => app.anew()}>${app.say('anew')}</button>
        <a class="to-preview" href="#preview-title">${app.say('preview.to')}</a>
        <p role="status">${noticeText(app.notice)}</p>
      </div>
    </header>
    <main>
      <div class="steps">${dataStep(app)} ${showStep(app)} ${layoutStep(app)} ${wordsStep(app)} ${takeStep(app)}</div>
      ${previewPart()}
    </main>`;
}

/** It keeps the focus where there is nothing left to take back. */
const tool = (key: 'undo' | 'redo', isPossible: boolean, act: () => void): TemplateResult =>
  html`<button
    type="button"
    aria-disabled=${isPossible ? 'false' : 'true'}
    title=${app.say(`${key}.keys`)}
    @click=${act}
  >
    ${app.say(key)}
  </button>`;

function previewPart(): TemplateResult {
  const { size } = app;
  const { width } = WINDOWS[size];
  const percent = Math.round(app.preview.scale * 100);
  return html`<section class="preview" aria-labelledby="preview-title">
    <h2 id="preview-title">${app.say('preview')}</h2>
    ${radioField(
      'window',
      app.say('preview.width'),
      size,
      (Object.keys(WINDOWS) as WindowName[]).map((value) => ({ value, text: app.say(`preview.${value}`) })),
      (value) => app.resize(value as WindowName),
    )}
    <p class="hint">
      ${size === 'wall' ? app.say('preview.scaled', { ...WINDOWS.wall, percent }) : app.say(percent < 100 ? 'preview.wide' : 'preview.whole', { width, percent })}
    </p>
    ${app.preview.element}
    <details class="doctor" @toggle=${examine}>
      <summary>${app.say('doctor')}</summary>
      ${app.isExamined ? keyed(app.preview.atlas, html`<pair-doctor for="preview"></pair-doctor>`) : nothing}
    </details>
  </section>`;
}

/** The doctor's file comes with an atlas that asks for it. */
function examine({ target }: Event): void {
  const { atlas } = app.preview;
  if (!(target as HTMLDetailsElement).open || app.isExamined || !atlas) return;
  app.isExamined = true;
  atlas.doctor = true;
  void customElements.whenDefined('pair-doctor').then(() => {
    atlas.doctor = false;
    draw();
  });
}

function speak(event: Event): void {
  event.preventDefault();
  const tongue: Tongue = app.tongue === 'en' ? 'zh-CN' : 'en';
  history.replaceState(null, '', tongue === 'en' ? '?lang=en' : location.pathname);
  app.speak(tongue);
}

const isWritten = (event: Event): boolean => {
  const [target] = event.composedPath();
  return (
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'file'].includes(target.type)) ||
    (target instanceof HTMLTextAreaElement && !target.readOnly)
  );
};

document.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isWritten(event)) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) app.redo();
  else app.undo();
});

const hasFile = ({ dataTransfer }: DragEvent): boolean => !!dataTransfer?.types.includes('Files');
document.addEventListener('dragover', (event) => {
  if (hasFile(event)) event.preventDefault();
});
document.addEventListener('drop', (event) => {
  // The atlas that reads has taken what was dropped on it.
  if (!hasFile(event) || event.defaultPrevented) return;
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) app.reading.open(file);
});

addEventListener('pagehide', () => app.settle());

void customElements.whenDefined('pair-atlas').then(() => app.start());
