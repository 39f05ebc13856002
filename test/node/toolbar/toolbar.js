/**
 * A toolbar as public sites have them: it reads aloud what is pointed at or focused, and restyles the page. It knows nothing of shadow
 * trees: all that it looks at is `event.target`, in the ways that such scripts have.
 */
const spoken = [];
let last, timer;

/** What this one reads of an element: its own text, or attributes. */
const READERS = {
  text: (element) => element.textContent,
  direct: (element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === 3)
      .map((node) => node.data.trim())
      .join(' '),
  label: (element) => element.innerText || element.getAttribute('aria-label') || element.getAttribute('title') || '',
};

function read(event) {
  const { target } = event;
  if (target === last) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    last = target;
    const texts = Object.entries(READERS).map(([name, of]) => [name, (of(target) ?? '').trim()]);
    spoken.push({ on: event.type, target: target.localName, ...Object.fromEntries(texts) });
  }, 150);
}
const forget = () => {
  last = undefined;
  clearTimeout(timer);
};
document.addEventListener('mouseover', read);
document.addEventListener('mouseout', forget);
document.addEventListener('focusin', read);
document.addEventListener('focusout', forget);

const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = 'toolbar.css';
document.head.append(sheet);

/** What its buttons do: a class of the body each, as its style sheet has it, or a style of the root or body. */
const MODES = {
  contrast: (on) => document.body.classList.toggle('toolbar-contrast', on),
  invert: (on) => document.documentElement.classList.toggle('toolbar-invert', on),
  'no-colours': (on) => document.body.classList.toggle('toolbar-grey', on),
  zoom: (on) => (document.body.style.zoom = on ? '1.5' : ''),
  letters: (on) => (document.documentElement.style.fontSize = on ? '20px' : ''),
  'text-only': (on) => document.body.classList.toggle('text-only', on),
};
Object.assign(window, { toolbar: { spoken, set: (mode, on) => void MODES[mode](on) } });
