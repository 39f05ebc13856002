/**
 * Gestures on a map, the same whichever renderer draws it. One finger and the plain wheel scroll the page; two fingers, a drag
 * with the mouse, and the wheel with Ctrl or ⌘ move the map. After a click into it the plain wheel is the map's too, until the
 * pointer leaves.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { adopt } from '../shared/adopt.js';
import { styles } from './later.styles.js';

/** What a drag shows on a machine that is slow to paint. */
export { DragPreview } from './drag-preview.js';

export interface GestureHandlers {
  /** A pointer without buttons is at a point of the stage. `client` is in client pixels. */
  point(x: number, y: number, client: { x: number; y: number }): void;
  /** What is pointed at shall no longer be: the map is dragged. */
  leave(): void;
  /** The pointer has gone, to another map perhaps. */
  left(): void;
  /** A click or a tap. `slack` is how far off a small region may be missed, in pixels. */
  choose(x: number, y: number, slack: number, isAdding: boolean): void;
  pan(dx: number, dy: number): void;
  /** `steps` of zoom about a point; positive goes deeper. */
  zoom(steps: number, x: number, y: number): void;
  /** A double click; true where it has opened what lies there, and is no zoom. */
  open(x: number, y: number): boolean;
  /** The reader scrolls over the map as if it would zoom. */
  hint(kind: 'wheel' | 'touch'): void;
  canPan(): boolean;
}

const DRAG_START = 4;
const TOUCH_SLACK = 12;
/** Milliseconds. */
const DOUBLE_TAP = 350;
const WHEEL_STEP = 1 / 240;

export class GestureController implements ReactiveController {
  #stage: HTMLElement | undefined;
  #leave: AbortController | undefined;
  /** Fingers and buttons that are down, at stage points. */
  readonly #down = new Map<number, { x: number; y: number }>();
  #travel = 0;
  #isPinching = false;
  #hasWheel = false;
  #lastTap = { time: -DOUBLE_TAP, x: 0, y: 0 };

  constructor(
    host: ReactiveControllerHost,
    private readonly on: GestureHandlers,
  ) {
    host.addController(this);
  }

  /** Listens on `stage`, and on no other. */
  attach(stage: HTMLElement): void {
    if (this.#stage === stage && this.#leave) return;
    this.hostDisconnected();
    this.#stage = stage;
    const root = stage.getRootNode();
    if (root instanceof ShadowRoot) adopt(root, styles);
    const { signal } = (this.#leave = new AbortController());
    stage.addEventListener('pointerdown', this.#handleDown, { signal });
    stage.addEventListener('pointermove', this.#handleMove, { signal });
    stage.addEventListener('pointerup', this.#handleUp, { signal });
    stage.addEventListener('pointercancel', this.#handleCancel, { signal });
    stage.addEventListener('pointerleave', this.#handleLeave, { signal });
    stage.addEventListener('dblclick', this.#handleDoubleClick, { signal });
    stage.addEventListener('wheel', this.#handleWheel, { signal, passive: false });
    // Two fingers are the map's; the browser must hear so before it starts to scroll.
    for (const type of ['touchstart', 'touchmove'] as const)
      stage.addEventListener(type, this.#handleTouch, { signal, passive: false });
  }

  hostDisconnected(): void {
    this.#leave?.abort();
    this.#leave = undefined;
    this.#down.clear();
    this.#hasWheel = false;
  }

  /** Stage pixels of an event. An ancestor may be scaled by a transform, so the box on the screen is the measure. */
  #at({ clientX, clientY }: MouseEvent): { x: number; y: number } {
    const stage = this.#stage as HTMLElement;
    const box = stage.getBoundingClientRect();
    return {
      x: (clientX - box.left) * (box.width > 0 ? stage.clientWidth / box.width : 1),
      y: (clientY - box.top) * (box.height > 0 ? stage.clientHeight / box.height : 1),
    };
  }

  readonly #handleDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    if (this.#down.size === 0) this.#travel = 0;
    this.#down.set(event.pointerId, this.#at(event));
    if (this.#down.size > 1) this.#isPinching = true;
  };

  readonly #handleMove = (event: PointerEvent): void => {
    const at = this.#at(event);
    const before = this.#down.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') this.on.point(at.x, at.y, { x: event.clientX, y: event.clientY });
      return;
    }
    const dx = at.x - before.x,
      dy = at.y - before.y;
    const others = [...this.#down].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    const [other] = others;
    if (other) {
      const apart = Math.hypot(at.x - other.x, at.y - other.y),
        wasApart = Math.hypot(before.x - other.x, before.y - other.y);
      this.on.pan(dx / 2, dy / 2);
      if (apart > 0 && wasApart > 0)
        this.on.zoom(Math.log2(apart / wasApart), (at.x + other.x) / 2, (at.y + other.y) / 2);
    } else {
      this.#travel += Math.hypot(dx, dy);
      if (event.pointerType === 'touch') {
        if (this.#travel > DRAG_START * 3 && this.on.canPan()) this.on.hint('touch');
      } else if (this.#travel > DRAG_START) {
        if (!this.#stage?.hasPointerCapture(event.pointerId)) {
          this.#stage?.setPointerCapture(event.pointerId);
          // A tooltip would stay behind while its region moves.
          this.on.leave();
        }
        this.on.pan(dx, dy);
      }
    }
    this.#down.set(event.pointerId, at);
  };

  readonly #handleUp = (event: PointerEvent): void => {
    if (!this.#down.delete(event.pointerId)) return;
    const isTap = this.#travel <= DRAG_START && !this.#isPinching;
    if (this.#down.size === 0) this.#isPinching = false;
    if (event.pointerType === 'mouse') this.#hasWheel = true;
    if (!isTap) return;
    const { x, y } = this.#at(event);
    // The second tap of a double one zooms, and does not take back what the first chose.
    const { time, x: lastX, y: lastY } = this.#lastTap;
    const isSecond = event.timeStamp - time < DOUBLE_TAP && Math.hypot(x - lastX, y - lastY) < TOUCH_SLACK;
    this.#lastTap = { time: event.timeStamp, x, y };
    if (isSecond) return;
    const slack = event.pointerType === 'mouse' ? 0 : TOUCH_SLACK;
    this.on.choose(x, y, slack, event.ctrlKey || event.metaKey || event.shiftKey);
  };

  readonly #handleCancel = (event: PointerEvent): void => {
    this.#down.delete(event.pointerId);
    if (this.#down.size === 0) this.#isPinching = false;
  };

  readonly #handleLeave = (event: PointerEvent): void => {
    this.#hasWheel = false;
    if (event.pointerType !== 'touch') this.on.left();
  };

  readonly #handleDoubleClick = (event: MouseEvent): void => {
    const { x, y } = this.#at(event);
    if (!this.on.open(x, y)) this.on.zoom(1, x, y);
  };

  readonly #handleWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey && !this.#hasWheel) {
      this.on.hint('wheel');
      return;
    }
    event.preventDefault();
    const { x, y } = this.#at(event);
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    // A pinch on a touch pad arrives as a wheel with Ctrl, in small steps.
    this.on.zoom(Math.max(-1, Math.min(1, -pixels * (Math.abs(pixels) < 30 ? 4 : 1) * WHEEL_STEP)), x, y);
  };

  readonly #handleTouch = (event: TouchEvent): void => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  };
}
