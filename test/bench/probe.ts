/**
 * What the browser puts into every page before its own script runs: marks, and the watch over gestures and frames. It is the same for
 * all pages, and no byte of it is counted.
 */
import type { BenchCase } from './cases.ts';
import type { Adapter } from './pages/values.ts';
import { isOurs, type PageName } from './site.ts';

export interface Repaint {
  /** From the first listener until the handlers have run, and what they put off to the end of them. */
  readonly handled: number;
  /** From the first listener to the end of the frame in which the library has drawn. */
  readonly drawn: number;
  /** From the first listener to the beginning of the frame after that. */
  readonly presented: number;
}

export interface ProbeWindow extends Window {
  readonly bench: { adapter?: Adapter; rendered(isDone?: boolean): void };
  readonly probe: {
    readonly violations: string[];
    painted: number | undefined;
    /** Waits for the next gesture of a kind, and then for what it draws. */
    watch(type: 'pointermove' | 'click'): void;
    repaint(): Promise<Repaint>;
    startFrames(): void;
    /** Milliseconds between frames since `startFrames`. */
    stopFrames(): number[];
    readonly contexts: () => number;
  };
}

/** The script of all that a page needs of this file. */
export function probeOf({ page }: BenchCase, name: PageName): string {
  // What tsx compiles names its functions by a helper that no page has.
  const parts = ['globalThis.__name = (named) => named', `(${installProbe.toString()})()`];
  if (isOurs(name)) parts.push(`(${installOurs.toString()})(${page.maps.length})`);
  return `${parts.join(';\n')};`;
}

/** Runs in the page. It may name nothing outside of itself. */
function installProbe(): void {
  const page = window as unknown as {
    bench: ProbeWindow['bench'];
    probe: ProbeWindow['probe'];
    /** Tells whoever measures (`Runtime.addBinding`). */
    tellPainted?(said: string): void;
  };
  // A message comes after the frame that is being made: a frame's callbacks, style, layout and paint are one task.
  const afterTask = (then: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (): void => {
      port1.close();
      then();
    };
    port2.postMessage(0);
  };
  let watched: Promise<Repaint> = Promise.reject(new Error('nothing was watched'));
  watched.catch(() => {});
  let frames: number[] = [];
  let isCounting = false;
  const drawn: WeakRef<HTMLCanvasElement>[] = [];
  const getContext = HTMLCanvasElement.prototype.getContext as (...args: unknown[]) => unknown;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]): never {
    const context = getContext.apply(this, args);
    if (context && String(args[0]).startsWith('webgl') && !drawn.some((ref) => ref.deref() === this))
      drawn.push(new WeakRef(this));
    return context as never;
  };
  page.probe = {
    violations: [],
    painted: undefined,
    watch(type) {
      watched = new Promise((resolve) => {
        window.addEventListener(
          type,
          () => {
            const start = performance.now();
            let handled: number | undefined;
            const handle = (): void => void (handled ??= performance.now() - start);
            // A move comes with the frame, as a pair of events; a click is a task of its own.
            if (type === 'pointermove') window.addEventListener('mousemove', handle, { once: true });
            else afterTask(handle);
            requestAnimationFrame(() => {
              handle();
              // Handlers have run: the library knows by now what it has to draw.
              void (page.bench.adapter?.settled?.() ?? Promise.resolve()).then(() =>
                afterTask(() => {
                  const end = performance.now();
                  requestAnimationFrame(() =>
                    resolve({ handled: handled ?? NaN, drawn: end - start, presented: performance.now() - start }),
                  );
                }),
              );
            });
          },
          { capture: true, once: true },
        );
      });
    },
    repaint: () => watched,
    startFrames() {
      frames = [];
      isCounting = true;
      const count = (time: number): void => {
        frames.push(time);
        if (isCounting) requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
    },
    stopFrames() {
      isCounting = false;
      return frames.slice(1).map((time, i) => time - (frames[i] ?? time));
    },
    contexts: () =>
      drawn.filter((ref) => {
        const canvas = ref.deref();
        const context = canvas && (getContext.call(canvas, 'webgl2') as WebGL2RenderingContext | null);
        return context !== null && context !== undefined && !context.isContextLost();
      }).length,
  };
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    page.probe.violations.push(`${violatedDirective} ${blockedURI}`),
  );
  page.bench = {
    rendered(isDone = false) {
      const mark = (): void =>
        afterTask(() => {
          performance.mark('painted');
          page.probe.painted = performance.now();
          page.tellPainted?.(String(page.probe.painted));
        });
      if (isDone) return mark();
      // Called within the frame that is being made, where there is one, or else in the next: after its layout, before its paint.
      new ResizeObserver((_, observer) => {
        observer.disconnect();
        mark();
      }).observe(document.documentElement);
    },
  };
}

/** The same for our page, which has no script of its own: it is painted when each of its maps has drawn its first picture. */
function installOurs(maps: number): void {
  const page = window as unknown as ProbeWindow;
  let standing = 0;
  document.addEventListener('pair-renderer', (event) => {
    const { reason } = (event as CustomEvent<{ reason: string }>).detail;
    if (reason === 'first-paint' && ++standing === maps) page.bench.rendered();
  });
  interface MapElement extends Element {
    readonly view?: { map: { box: readonly number[] }; size: { width: number; height: number } };
  }
  const mapAt = (i: number): MapElement => {
    const atlas = document.querySelector('pair-atlas') as HTMLElement;
    const codes = ['330000', '510000', '520000', '420000', '220000'];
    const all = [...atlas.querySelectorAll('pair-map'), ...(atlas.shadowRoot?.querySelectorAll('pair-map') ?? [])];
    return (all.find((map) => map.getAttribute('region') === codes[i]) ?? all[i]) as unknown as MapElement;
  };
  page.bench.adapter = {
    locate(i, [longitude, latitude]) {
      const map = mapAt(i);
      const box = (map.shadowRoot?.querySelector('.stage') as HTMLElement).getBoundingClientRect();
      const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = map.view?.map.box ?? [];
      const scale = Math.min((box.width - 12) / (x1 - x0), (box.height - 12) / (y1 - y0));
      const sine = Math.sin((latitude * Math.PI) / 180);
      const x = longitude / 360 + 0.5,
        y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
      return [
        box.left + box.width / 2 + (x - (x0 + x1) / 2) * scale,
        box.top + box.height / 2 + (y - (y0 + y1) / 2) * scale,
      ];
    },
  };
}
