// @ts-check
const LENGTH = 8;
const SHEET = `
  h3 { font-size: 1em; margin: 0 0 0.5em; }
  ol { list-style: none; margin: 0; padding: 0; }
  button {
    display: grid; grid-template-columns: 6em 1fr 9em; gap: 0.75em; align-items: center; box-sizing: border-box;
    width: 100%; min-height: 2.75em; padding: 0.25em 0.5em; border: 0; border-radius: 3px; background: none;
    color: inherit; font: inherit; text-align: start; cursor: pointer;
  }
  button:hover, button[aria-pressed='true'] { background: rgb(128 128 128 / 18%); }
  button:focus-visible { outline: 2px solid currentColor; outline-offset: -2px; }
  button span:last-child { text-align: end; }
  small { display: block; font-size: 0.8em; }
  i { display: block; block-size: 0.7em; min-inline-size: 2px; border: 1px solid rgb(128 128 128 / 60%); box-sizing: border-box; }
  @media (forced-colors: active) { i { forced-color-adjust: none; } }
`;

/**
 * A part that reads the state: the regions with the highest values, in their colours on the map. To point at one lights it up on
 * the maps, to press it selects it. `<demo-top></demo-top>` within an atlas, or `<demo-top for="atlas">` anywhere.
 * @param {typeof import('pair-atlas/extend')} extend
 */
export default function top({ registerPart }) {
  registerPart('demo-top', (part) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    part.root.adoptedStyleSheets = [sheet];
    const title = document.createElement('h3');
    const list = document.createElement('ol');
    part.root.append(title, list);
    // Put there once, so that none loses the focus when the state changes.
    const rows = Array.from({ length: LENGTH }, () => {
      const row = document.createElement('li');
      const button = document.createElement('button');
      const name = document.createElement('span');
      const bar = document.createElement('i');
      const text = document.createElement('span');
      const figure = document.createElement('span');
      const note = document.createElement('small');
      text.append(figure, note);
      button.append(name, bar, text);
      row.append(button);
      const code = () => button.dataset.code ?? '';
      button.addEventListener('click', () => part.select(code()), { signal: part.signal });
      for (const event of ['pointerenter', 'focus'])
        button.addEventListener(event, () => part.hover(code()), { signal: part.signal });
      for (const event of ['pointerleave', 'blur'])
        button.addEventListener(event, () => part.hover(undefined), { signal: part.signal });
      return { row, button, name, bar, figure, note };
    });
    list.append(...rows.map(({ row }) => row));
    part.subscribe((view) => {
      title.textContent = view.language.startsWith('zh')
        ? `${view.metric.label}：最高的地区`
        : `${view.metric.label}: the highest`;
      /** @type {(code: string) => number} */
      const valueOf = (code) => {
        const datum = view.datum(code);
        return datum.kind === 'value' ? datum.value : -Infinity;
      };
      const codes = [...view.participants()]
        .filter((code) => valueOf(code) > -Infinity)
        .sort((a, b) => valueOf(b) - valueOf(a))
        .slice(0, LENGTH);
      const most = Math.max(0, ...codes.map(valueOf));
      rows.forEach(({ row, button, name, bar, figure, note }, i) => {
        const code = codes[i];
        row.hidden = code === undefined;
        if (code === undefined) return;
        button.dataset.code = code;
        button.ariaPressed = String(view.selected.includes(code));
        name.textContent = view.region(code)?.name ?? code;
        figure.textContent = view.text(code);
        // What nobody has published says so, wherever it is shown.
        note.textContent = view.note(code) ?? '';
        // By property: a strict policy refuses style attributes.
        bar.style.inlineSize = `${most > 0 ? (100 * valueOf(code)) / most : 0}%`;
        bar.style.background = view.colourOf(code);
      });
    }, part.signal);
  });
}
