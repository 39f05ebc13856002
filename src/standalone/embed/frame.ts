/**
 * `embed.js`: makes the iframes that show `embed.html`, from the folder that it lies in itself, as high as their content. A page may have
 * any number of them, now or later. It keeps no names outside of itself and needs no inline style.
 */
import { isHeight, type FollowMessage } from './messages.js';

const { src } = document.currentScript as HTMLScriptElement;
const page = new URL('embed.html', src).href;

const frames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter((frame) => frame.src.split(/[?#]/)[0] === page);

/** The origin that a frame's messages have: none where its sandbox takes it away. */
const originOf = (frame: HTMLIFrameElement): string =>
  frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin') ? 'null' : new URL(page).origin;

function follow(frame: HTMLIFrameElement): void {
  const bottom = innerHeight - frame.getBoundingClientRect().top - frame.clientTop;
  const message: FollowMessage = { to: 'pair-atlas', bottom, height: innerHeight };
  // It holds no secret, and a frame without an origin could not be named.
  frame.contentWindow?.postMessage(message, '*');
}

addEventListener('message', ({ source, origin, data }) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || origin !== originOf(frame) || !isHeight(data)) return;
  const isBordered = getComputedStyle(frame).boxSizing === 'border-box';
  const border = isBordered ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${Math.ceil(data.height) + border}px`;
  follow(frame);
});

let waiting = 0;
const followAll = (): void => {
  waiting ||= requestAnimationFrame(() => {
    waiting = 0;
    frames().forEach(follow);
  });
};
// Those that were there before this script are asked; the others speak for themselves.
followAll();
// Whatever it is that scrolls.
addEventListener('scroll', followAll, { capture: true, passive: true });
addEventListener('resize', followAll, { passive: true });
