/**
 * What a reader sees of a drag on a machine that is slow to paint: the picture that stands is moved as it is, and painted
 * anew where the hand rests, or when too much of the surface has come into sight without one. Where painting keeps up with
 * the hand, every step is painted. A machine is slow when its renderer is known to be, or when its frames prove it.
 */
import { toScreen } from '../../scene/geometry/mercator.js';
import type { Scene } from '../../scene/picture/scene.js';

/** Milliseconds from one frame to the next that a reader feels. */
const SLOW_FRAME = 25;
/** A slow frame counts two, a fast one takes one back: with so many the machine is slow, and it was no accident. */
const SLOW = 3;
/** Frames after a step in which its painting is felt: a machine takes new ones on before it is done with the last. */
const WATCHED = 3;
/** Milliseconds after which a slow machine may have become a fast one. */
const VERDICT = 30_000;
/** Milliseconds without a step after which the hand rests. */
const REST = 100;
/** Part of the surface that may lie bare on one side. */
const BARE = 1 / 3;

export class DragPreview {
  #painted: Scene | undefined;
  #slow = 0;
  #until = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #watched = 0;

  /** `paint` draws a scene into `box`; `isSlow` says whether that is known to take longer than a frame. */
  constructor(
    private readonly paint: (scene: Scene) => void,
    private readonly box: () => HTMLElement | null,
    private readonly isSlow: () => boolean = () => false,
  ) {}

  /** What was painted last. */
  get painted(): Scene | undefined {
    return this.#painted;
  }

  show(scene: Scene): void {
    clearTimeout(this.#rest);
    const before = this.#painted;
    const isStep = before !== undefined && isPan(before, scene);
    const [x, y] = isStep ? offset(before, scene) : [0, 0];
    const isFar = Math.abs(x) > BARE * scene.size.width || Math.abs(y) > BARE * scene.size.height;
    if (isStep && !isFar && (this.isSlow() || performance.now() < this.#until)) {
      // Whole pixels of the screen: anything else would be blurred.
      const [right, down] = [x, y].map((way) => Math.round(way * devicePixelRatio) / devicePixelRatio);
      this.#move(`translate(${right}px, ${down}px)`);
      this.#rest = setTimeout(() => this.#paint(scene), REST);
      return;
    }
    if (isStep) this.#time();
    this.#paint(scene);
  }

  /** Forgets all: what is drawn next is painted. */
  end(): void {
    clearTimeout(this.#rest);
    this.#painted = undefined;
  }

  #paint(scene: Scene): void {
    this.#painted = scene;
    this.#move('');
    this.paint(scene);
  }

  #move(transform: string): void {
    const { style } = this.box() ?? {};
    if (style && style.transform !== transform)
      Object.assign(style, { transform, willChange: transform && 'transform' });
  }

  /** Looks at the frames that follow a painted step. */
  #time(): void {
    const isWatching = this.#watched > 0;
    this.#watched = WATCHED;
    if (isWatching) return;
    this.#slow = 0;
    const watch = (start: number): void =>
      void requestAnimationFrame((end) => {
        this.#slow = Math.max(0, this.#slow + (end - start > SLOW_FRAME ? 2 : -1));
        if (this.#slow >= SLOW) this.#until = performance.now() + VERDICT;
        if (--this.#watched > 0) watch(end);
      });
    requestAnimationFrame(watch);
  }
}

/** Is `next` what `before` is, but for where the camera looks? */
const isPan = (before: Scene, next: Scene): boolean =>
  (['map', 'size', 'palette', 'fills', 'emphasis'] as const).every((member) => next[member] === before[member]) &&
  next.camera.zoom === before.camera.zoom &&
  next.camera !== before.camera;

/** How far what `before` shows has moved in `next`, in CSS pixels. */
function offset(before: Scene, next: Scene): [x: number, y: number] {
  const [fromX, fromY] = toScreen(before.map.origin, before.camera, before.size),
    [toX, toY] = toScreen(next.map.origin, next.camera, next.size);
  return [toX - fromX, toY - fromY];
}
