/** Makes the editor of themes live: a value goes onto the atlas by CSSOM, into the contrasts, and into the CSS to copy. */
import type { Ground, Scheme } from '../../../src/scene/classes/ramp.js';
import { TOKENS, tokenDefault, type TokenName } from '../../../src/scene/picture/tokens.js';
import dark from '../../../demo/themes/dark.css';
import gov from '../../../demo/themes/gov.css';
import newspaper from '../../../demo/themes/newspaper.css';
import { rgbOf, type Rgb } from '../../../src/scene/classes/contrast.js';
import { contrasts, isEnough, schemeColour, type Contrast } from '../contrast.js';
import { THEME_SCHEMES, readTheme, writeTheme, type ColourScheme, type Theme } from '../themes.js';
import { THEME_WORDS } from '../theme-words.js';
import type { DocLanguage } from '../words.js';
import { copyText } from './copy.js';

interface State extends Theme {
  readonly scheme: Scheme;
  /** What it began with. */
  readonly start: string;
}

const FILES: Readonly<Record<string, string>> = { gov, newspaper, dark };
const START: State = { colourScheme: 'light dark', tokens: new Map(), scheme: 'teal', start: 'none' };

export function startEditor(form: HTMLFormElement): void {
  const words = THEME_WORDS[form.lang as DocLanguage];
  const query = <E extends Element>(selector: string): E => form.querySelector(selector) as E;
  const atlas = query<HTMLElement & { scheme: string }>('#themed');
  const rows = [...form.querySelectorAll<HTMLElement>('.token')];
  const undo = query<HTMLButtonElement>('#undo');
  const clear = query<HTMLButtonElement>('#clear');
  const area = query<HTMLTextAreaElement>('.css textarea');
  const copy = query<HTMLButtonElement>('#copy-css');
  const body = query<HTMLElement>('.contrasts tbody');
  const probe = document.createElement('span');
  const isColour = new Map(rows.map(({ dataset }) => [dataset.token ?? '', dataset.kind === 'colour']));
  const darkReader = matchMedia('(prefers-color-scheme: dark)');
  /** What was before, and the token that was changed then, if it was one. */
  const past: { state: State; token: string }[] = [];
  let state = START;
  probe.hidden = true;
  form.append(probe);

  const ground = (): Ground =>
    state.colourScheme === 'dark' || (state.colourScheme === 'light dark' && darkReader.matches) ? 'dark' : 'light';

  const valueOf = (token: string): string =>
    state.tokens.get(token) ??
    schemeColour(token, state.scheme, ground()) ??
    (token in TOKENS ? tokenDefault(token as TokenName, ground()) : '');

  /** As the browser reads a colour, by any of its names. */
  function rgb(token: string): Rgb | undefined {
    const value = valueOf(token);
    if (!CSS.supports('color', value)) return undefined;
    probe.style.color = value;
    return rgbOf(value) ?? rgbOf(getComputedStyle(probe).color);
  }

  function change(next: State, token = ''): void {
    // A value that is still being found, by pulling at a colour, is one step back.
    if (!token || past.at(-1)?.token !== token) past.push({ state, token });
    state = next;
    draw();
  }

  function set(token: string, value: string): void {
    const tokens = new Map(state.tokens);
    if (value.trim()) tokens.set(token, value.trim());
    else tokens.delete(token);
    change({ ...state, tokens }, token);
  }

  /** `isAll`: the field that is being written in as well. */
  function draw(isAll = false): void {
    for (const row of rows) drawRow(row, isAll);
    atlas.style.setProperty('color-scheme', state.colourScheme);
    atlas.scheme = state.scheme;
    query<HTMLSelectElement>('[name=ground]').value = state.colourScheme;
    query<HTMLSelectElement>('[name=scheme]').value = state.scheme;
    for (const radio of form.querySelectorAll<HTMLInputElement>('[name=start]'))
      radio.checked = radio.value === state.start;
    undo.disabled = past.length === 0;
    clear.disabled = state === START;
    area.value = cssText();
    drawContrasts();
  }

  function drawRow(row: HTMLElement, isAll: boolean): void {
    const token = row.dataset.token ?? '';
    const own = state.tokens.get(token);
    const text = row.querySelector('input[type=text]') as HTMLInputElement;
    const colour = row.querySelector<HTMLInputElement>('input[type=color]');
    const isWrong = own !== undefined && isColour.get(token) === true && !CSS.supports('color', own);
    atlas.style.removeProperty(`--pair-${token}`);
    if (own !== undefined && !isWrong) atlas.style.setProperty(`--pair-${token}`, own);
    if (isAll || document.activeElement !== text) text.value = own ?? '';
    text.placeholder = valueOf(token);
    text.setCustomValidity(isWrong ? words.wrong : '');
    text.setAttribute('aria-invalid', String(isWrong));
    if (colour) colour.value = hexOf(rgb(token));
    (row.querySelector('.back') as HTMLButtonElement).disabled = own === undefined;
    row.classList.toggle('is-set', own !== undefined);
  }

  function drawContrasts(): void {
    const all = contrasts(rgb);
    const failing = all.filter((each) => !isEnough(each));
    const text = failing.length === 0 ? words.allPass : words.someFail;
    const sum = query<HTMLElement>('.contrasts .sum');
    sum.textContent = text.replace('{n}', String(failing.length || all.length)).replace('{all}', String(all.length));
    sum.classList.toggle('is-failing', failing.length > 0);
    // What does not suffice first.
    body.replaceChildren(...[...failing, ...all.filter(isEnough)].map(contrastRow));
  }

  function contrastRow(contrast: Contrast): HTMLElement {
    const { kind, of, on, ratio, least } = contrast;
    const row = document.createElement('tr');
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = `${words.kinds[kind]}: ${words.on.replace('{of}', of).replace('{on}', on)}`;
    const isPassing = isEnough(contrast);
    row.className = isPassing ? 'passes' : 'fails';
    const verdict = ratio === undefined ? words.unknown : isPassing ? words.pass : words.fail;
    const cells = [ratio === undefined ? '–' : ratio.toFixed(2), String(least), `${isPassing ? '✓' : '✗'} ${verdict}`];
    row.append(head, ...cells.map((text) => Object.assign(document.createElement('td'), { textContent: text })));
    return row;
  }

  function cssText(): string {
    const css = writeTheme(state, (token) => isColour.get(token) === true, words.comment);
    const tag = state.scheme === 'teal' ? '' : `/* <pair-atlas scheme="${state.scheme}"> */\n`;
    return `${tag}${css}` || words.cssEmpty;
  }

  /** A ground that is not the page's has to be painted. */
  function onGround(colourScheme: ColourScheme): State {
    const { paper } = TOKENS;
    const tokens = new Map(state.tokens);
    const isDefault = [undefined, paper.light, paper.dark].includes(
      tokens.get('paper') as typeof paper.light | undefined,
    );
    if (isDefault && colourScheme === 'light dark') tokens.delete('paper');
    else if (isDefault) tokens.set('paper', paper[colourScheme as Ground]);
    return { ...state, colourScheme, tokens };
  }

  function startFrom(name: string): void {
    const css = FILES[name];
    change(css ? { ...readTheme(css), scheme: THEME_SCHEMES[name] ?? 'teal', start: name } : START);
  }

  function goBack(): void {
    const last = past.pop();
    if (!last) return;
    state = last.state;
    draw(true);
    query<HTMLElement>('#said').textContent = words.undone.replace(
      '{name}',
      last.token ? `--pair-${last.token.trim()}` : '',
    );
    // A button that cannot be pressed any more loses the focus.
    if (past.length === 0 && (document.activeElement === document.body || document.activeElement === undo))
      query<HTMLInputElement>('[name=start]:checked').focus();
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const row = target.closest<HTMLElement>('.token');
    if (row) set(row.dataset.token ?? '', target.value);
    else if (target.name === 'ground') change(onGround(target.value as ColourScheme));
    else if (target.name === 'scheme') change({ ...state, scheme: target.value as Scheme });
    else if (target.name === 'start') startFrom(target.value);
  });
  // The next change of the same token is a step of its own.
  form.addEventListener('change', () => {
    const last = past.at(-1);
    if (last) past[past.length - 1] = { ...last, token: last.token && `${last.token} ` };
  });
  form.addEventListener('click', ({ target }) => {
    const back = target instanceof Element && target.closest<HTMLElement>('.back');
    if (!back) return;
    const row = back.closest('.token') as HTMLElement;
    set(row.dataset.token ?? '', '');
    row.querySelector<HTMLInputElement>('input[type=text]')?.focus();
  });
  undo.addEventListener('click', goBack);
  clear.addEventListener('click', () => change(START));
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z') return;
    // Within a field that is being written in, the field's own undo comes first.
    const at = document.activeElement;
    const isUnread = (field: HTMLInputElement): boolean =>
      field.value.trim() !== (state.tokens.get(tokenOf(field)) ?? '');
    if (at instanceof HTMLInputElement && at.type === 'text' && (!form.contains(at) || isUnread(at))) return;
    event.preventDefault();
    goBack();
  });
  copy.addEventListener('click', () => {
    const say = (text: string): void => {
      copy.textContent = text;
      setTimeout(() => (copy.textContent = words.copy), 2500);
    };
    copyText(area.value).then(
      () => say(words.copied),
      () => {
        area.focus();
        area.select();
        say(words.copyFailed);
      },
    );
  });
  darkReader.addEventListener('change', () => draw());
  draw();
}

const tokenOf = (input: HTMLElement): string => input.closest<HTMLElement>('.token')?.dataset.token ?? '';

const hexOf = (rgb: Rgb | undefined): string =>
  `#${(rgb ?? [0, 0, 0]).map((part) => part.toString(16).padStart(2, '0')).join('')}`;
