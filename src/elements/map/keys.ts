/** What a key asks of a map. Keys that are not here are the page's. */
import type { Direction } from '../../scene/geometry/walk.js';

export type MapCommand =
  | { readonly kind: 'walk'; readonly direction: Direction }
  | { readonly kind: 'extreme'; readonly of: 'lowest' | 'highest' }
  /** CSS pixels that the picture moves by. */
  | { readonly kind: 'pan'; readonly x: number; readonly y: number }
  /** Enter opens what lies within, where there is something; Space never does. */
  | { readonly kind: 'choose'; readonly isAdding: boolean; readonly isOpening: boolean }
  | { readonly kind: 'leave' }
  | { readonly kind: 'zoom'; readonly steps: number }
  | { readonly kind: 'reset' };

const ARROWS: Readonly<Record<string, readonly [direction: Direction, x: number, y: number]>> = {
  ArrowLeft: ['left', 60, 0],
  ArrowRight: ['right', -60, 0],
  ArrowUp: ['up', 0, 60],
  ArrowDown: ['down', 0, -60],
};

export function commandOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): MapCommand | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const arrow = ARROWS[key];
  if (arrow) {
    const [direction, x, y] = arrow;
    return shiftKey ? { kind: 'pan', x, y } : { kind: 'walk', direction };
  }
  switch (key) {
    case 'Enter':
    case ' ':
      return { kind: 'choose', isAdding: shiftKey, isOpening: key === 'Enter' && !shiftKey };
    case 'Home':
      return { kind: 'extreme', of: 'lowest' };
    case 'End':
      return { kind: 'extreme', of: 'highest' };
    case 'Escape':
      return { kind: 'leave' };
    case '+':
    case '=':
      return { kind: 'zoom', steps: 0.5 };
    case '-':
      return { kind: 'zoom', steps: -0.5 };
    case '0':
      return { kind: 'reset' };
    default:
      return undefined;
  }
}
