/** The first four steps: data, what is shown, maps and layout, words. */
import { html, nothing, type TemplateResult } from 'lit';
import { CLASS_METHODS, MAX_CLASSES } from '../../src/scene/classes/breaks.js';
import { SCHEMES, type Scheme } from '../../src/scene/classes/ramp.js';
import { THEMES } from '../../src/scene/picture/tokens.js';
import { LEVELS } from '../../src/data/types.js';
import type { App } from './app.js';
import { LANGUAGES, LAYOUTS, PARTS, START, type Draft, type DraftNote, type Layout } from './draft.js';
import { basesOf, inLanguage, metricOf, metricsOf, ownClasses, periodsOf, provincesOf, unitlessIn } from './feed.js';
import { checkField, choiceField, radioField, textField, type Choice } from './fields.js';
import type { WordKey } from './words.js';

export function step(app: App, number: number, key: WordKey, content: unknown): TemplateResult {
  return html`<section class="step" aria-labelledby="step-${number}">
    <h2 id="step-${number}"><span class="number">${number}</span> ${app.say(key)}</h2>
    ${content}
  </section>`;
}

export function dataStep(app: App): TemplateResult {
  const { draft, feed } = app;
  const unitless = feed ? unitlessIn(feed) : [];
  const name = draft.source.kind === 'feed' ? draft.source.name : app.say('data.built-in');
  return step(
    app,
    1,
    'step.data',
    html`<p class="in-use">${app.say('data.is', { name })}</p>
      ${
        draft.source.kind === 'feed'
          ? html`<p>
              <button type="button" @click=${() => app.toBuiltIn()}>${app.say('data.to-built-in')}</button>
            </p>`
          : nothing
      }
      <h3>${app.say('data.open')}</h3>
      ${
        unitless.length > 0
          ? html`<p class="ask">
              ${app.say('data.ask', { metrics: unitless.map(({ label }) => inLanguage(label, app.tongue)).join(', ') })}
            </p>`
          : nothing
      }
      ${app.reading.show(draft.source)}
      <p class="hint">${app.say('data.hint')} ${app.say(app.isRestored ? 'data.restored' : 'data.account')}</p>`,
  );
}

export function showStep(app: App): TemplateResult {
  const { draft, feed = {} } = app;
  const language = draft.language || app.tongue;
  const metric = metricOf(feed, draft.metric);
  const labelOf = (id: string): string =>
    id === 'county'
      ? app.say('per.county')
      : inLanguage(feed.metrics?.find((each) => each.id === id)?.label, language) || id;
  const bases = basesOf(feed, metric);
  const periods = periodsOf(feed, metric);
  const words = <Name extends string>(names: readonly Name[], key: (name: Name) => WordKey): Choice[] =>
    names.map((value) => ({ value, text: app.say(key(value)) }));
  return step(
    app,
    2,
    'step.show',
    html`<div class="fields">
      ${choiceField(
        app.say('metric'),
        metric?.id ?? '',
        metricsOf(feed).map(({ id, label }) => ({ value: id, text: inLanguage(label, language) })),
        // The first is shown anyhow.
        (id) => app.change({ metric: id === feed.metrics?.[0]?.id ? '' : id }),
      )}
      ${
        bases.length > 0
          ? choiceField(
              app.say('per'),
              draft.per,
              [{ value: '', text: app.say('per.none') }, ...bases.map((id) => ({ value: id, text: labelOf(id) }))],
              (per) => app.change({ per }),
            )
          : nothing
      }
      ${
        periods.length > 1
          ? choiceField(
              app.say('period'),
              draft.period,
              [{ value: '', text: app.say('period.first') }, ...periods.map((value) => ({ value, text: value }))],
              (period) => app.change({ period }),
            )
          : nothing
      }
      ${metric && ownClasses(metric) === undefined ? classFields(app) : nothing}
      ${choiceField(
        app.say('scheme'),
        draft.scheme,
        Object.keys(SCHEMES).map((value) => ({ value, text: app.nameOf('scheme', value) })),
        (scheme) => app.change({ scheme: scheme as Scheme }),
      )}
      ${choiceField(
        app.say('theme'),
        draft.theme,
        words(['', ...THEMES] as const, (name) => `theme.${name || 'page'}`),
        (theme) => app.change({ theme: theme as Draft['theme'] }),
      )}
      ${choiceField(
        app.say('language'),
        draft.language,
        LANGUAGES.map((value) => ({ value, text: app.nameOf('language', value || 'page') })),
        (language_) => app.change({ language: language_ as Draft['language'] }),
      )}
    </div>`,
  );
}

/** How values are parted, where the metric does not say so itself. */
function classFields(app: App): TemplateResult {
  const { draft } = app;
  return html`${choiceField(
    app.say('method'),
    draft.method,
    CLASS_METHODS.map((value) => ({ value, text: app.nameOf('method', value) })),
    (method) => app.change({ method: CLASS_METHODS.find((each) => each === method) ?? START.method }),
  )}
  ${choiceField(
    app.say('classes'),
    String(draft.classes),
    Array.from({ length: MAX_CLASSES }, (_, i) => ({ value: String(i + 1), text: String(i + 1) })),
    (classes) => app.change({ classes: Number(classes) }),
  )}`;
}

export function layoutStep(app: App): TemplateResult {
  const { draft } = app;
  return step(
    app,
    3,
    'step.layout',
    html`${radioField(
        'layout',
        app.say('layout'),
        draft.layout,
        LAYOUTS.map((value) => ({ value, text: app.say(`layout.${value}`) })),
        (layout) => app.change(layoutPatch(app, layout as Layout)),
      )}
      ${draft.layout === 'maps' ? ownMaps(app) : nothing}
      <div class="checks-row">
        ${checkField(app.say('permalink'), draft.permalink, (permalink) => app.change({ permalink }))}
        ${checkField(app.say('droppable'), draft.droppable, (droppable) => app.change({ droppable }))}
      </div>`,
  );
}

/** Whoever wants maps of their own begins with all of them. */
const layoutPatch = ({ draft, feed }: App, layout: Layout): Partial<Draft> =>
  layout === 'maps' && draft.maps.length === 0 && feed ? { layout, maps: provincesOf(feed) } : { layout };

function ownMaps(app: App): TemplateResult {
  const { draft, places, feed = {} } = app;
  const inTongue = ({ name, en }: { readonly name: string; readonly en: string }): string =>
    app.tongue === 'en' ? en : name;
  const nameOf = (codes: string): string =>
    codes
      .split(' ')
      .map((code) => {
        const place = places.find((each) => each.code === code);
        return place ? inTongue(place) : code;
      })
      .join(app.tongue === 'en' ? ', ' : '、');
  const provinces = provincesOf(feed);
  const known = places.filter(({ code }) => code.endsWith('0000'));
  const offered = known.filter(({ code }) => provinces.includes(code));
  const add = ({ target }: Event): void => {
    const select = (target as HTMLElement).closest('.add')?.querySelector('select');
    if (select?.value) app.change({ maps: [...draft.maps, select.value] });
  };
  return html`<fieldset>
      <legend>${app.say('maps')}</legend>
      ${draft.maps.length === 0 ? html`<p class="hint">${app.say('maps.none')}</p>` : nothing}
      <ol class="maps">
        ${draft.maps.map(
          (codes, i) =>
            html`<li>
              <span>${nameOf(codes)}</span>
              ${
                i > 0
                  ? html`<button
                      type="button"
                      aria-label=${app.say('maps.up', { name: nameOf(codes) })}
                      @click=${(event: Event) => {
                        const maps = [...draft.maps];
                        maps.splice(i - 1, 2, codes, draft.maps[i - 1] ?? '');
                        app.change({ maps });
                        focusIn(event, '.add select');
                      }}
                    >
                      ↑
                    </button>`
                  : nothing
              }
              <button
                type="button"
                aria-label=${app.say('maps.remove', { name: nameOf(codes) })}
                @click=${(event: Event) => {
                  app.change({ maps: draft.maps.filter((_, at) => at !== i) });
                  focusIn(event, '.add select');
                }}
              >
                ✕
              </button>
            </li>`,
        )}
      </ol>
      <div class="add">
        <label class="field"
          ><span class="only-spoken">${app.say('maps.choose')}</span>
          <select>
            ${(offered.length > 0 ? offered : known).map(
              (province) =>
                html`<optgroup label=${inTongue(province)}>
                  <option value=${province.code}>${inTongue(province)}（${app.say('maps.whole')}）</option>
                  ${places
                    .filter(({ code }) => code !== province.code && code.startsWith(province.code.slice(0, 2)))
                    .map((place) => html`<option value=${place.code}>${inTongue(place)}</option>`)}
                </optgroup>`,
            )}
          </select></label
        >
        <button type="button" @click=${add}>${app.say('maps.add')}</button>
      </div>
      ${choiceField(
        app.say('level'),
        draft.level,
        [
          { value: '', text: app.say('level.own') },
          ...LEVELS.slice(1).map((value) => ({ value, text: app.say(`level.${value}`) })),
        ],
        (level) => app.change({ level: LEVELS.find((each) => each === level) ?? '' }),
      )}
    </fieldset>
    <fieldset class="parts">
      <legend>${app.say('parts')}</legend>
      ${PARTS.map((part) =>
        checkField(app.say(`part.${part}`), draft.parts.includes(part), (isSet) =>
          app.change({ parts: PARTS.filter((each) => (each === part ? isSet : draft.parts.includes(each))) }),
        ),
      )}
    </fieldset>`;
}

/** What was pressed may be gone; whoever goes on by keyboard goes on near it. */
function focusIn({ target }: Event, selector: string): void {
  (target as HTMLElement).closest('fieldset')?.querySelector<HTMLElement>(selector)?.focus();
}

export function wordsStep(app: App): TemplateResult {
  const { draft, feed } = app;
  const left = (): void => app.pause();
  const text = (
    key: 'title' | 'sourceName' | 'sourceUrl' | 'sourceDate' | 'approval',
    label: WordKey,
    hint?: string,
  ): TemplateResult =>
    textField(`field-${key}`, app.say(label), draft[key], (value) => app.change({ [key]: value }, key), { hint, left });
  return step(
    app,
    4,
    'step.words',
    html`${text('title', 'words.title', app.say('words.title.now', { title: inLanguage(feed?.title, draft.language || app.tongue) }))}
      ${text('sourceName', 'words.source', app.say('words.source.hint'))} ${text('sourceUrl', 'words.url')}
      ${text('sourceDate', 'words.date', app.say('words.date.hint'))}
      ${text('approval', 'words.approval', app.say('words.approval.hint'))}
      <fieldset class="notes">
        <legend>${app.say('notes')}</legend>
        ${draft.notes.map((note, i) => noteFields(app, note, i))}
        <button
          type="button"
          class="add-note"
          @click=${({ target }: Event) => {
            app.change({ notes: [...draft.notes, { place: '', title: '', text: '' }] });
            const fields = (target as HTMLElement).closest('fieldset')?.querySelectorAll<HTMLElement>('.note');
            fields?.[fields.length - 1]?.querySelector('input')?.focus();
          }}
        >
          ${app.say('note.add')}
        </button>
      </fieldset>`,
  );
}

function noteFields(app: App, note: DraftNote, index: number): TemplateResult {
  const { notes } = app.draft;
  const left = (): void => app.pause();
  const field = (key: keyof DraftNote, label: WordKey): TemplateResult =>
    textField(
      `note-${index}-${key}`,
      app.say(label),
      note[key],
      (value) =>
        app.change(
          { notes: notes.map((each, i) => (i === index ? { ...each, [key]: value } : each)) },
          `note-${index}-${key}`,
        ),
      { left, isLong: key === 'text' },
    );
  return html`<div class="note">
    ${field('place', 'note.place')} ${field('title', 'note.title')} ${field('text', 'note.text')}
    <button
      type="button"
      @click=${(event: Event) => {
        focusIn(event, '.add-note');
        app.change({ notes: notes.filter((_, i) => i !== index) });
      }}
    >
      ${app.say('note.remove', { number: index + 1 })}
    </button>
  </div>`;
}
