/** The script of the documentation: copying, the search, and on its page the editor of themes. The texts do without it. */
import { copyText } from './copy.js';
import { startSearch } from './search.js';
import { startEditor } from './theming.js';

const search = document.querySelector<HTMLElement>('.search');
const editor = document.querySelector<HTMLFormElement>('#editor');

// The page that one is on is seen in a long menu; on a phone the menu is no box of its own.
const menu = document.querySelector('.menu');
const here = menu?.querySelector<HTMLElement>('[aria-current]');
if (menu && here) menu.scrollTop = here.offsetTop - menu.clientHeight / 2;

if (search) {
  startSearch(search);
  startCopying(search.dataset);
}
if (editor) startEditor(editor);

function startCopying({ copy, copied, copyFailed }: DOMStringMap): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.copy')) {
    const code = button.parentElement?.querySelector('code');
    if (!code) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const say = (text = ''): void => {
        button.textContent = text;
        setTimeout(() => (button.textContent = copy ?? ''), 2000);
      };
      copyText(code.textContent ?? '').then(
        () => say(copied),
        () => {
          getSelection()?.selectAllChildren(code);
          say(copyFailed);
        },
      );
    });
  }
}
