/** Looks at the page and the computer. It asks the page's own server for the atlas's own files again, and nobody else. */
import type { Fault } from '../../data/faults.js';
import type { Examination, FileSeen } from '../../scene/parts/doctor.js';
import { nameOf } from '../../scene/text/names.js';
import { loadFaultWords } from '../../scene/words/load.js';
import { maplibre } from '../../render/configure.js';
import { mayStartWorkers } from '../../render/maplibre/policy.js';
import { builtInFeed, builtInGeometry } from '../../state/built-in.js';
import { mapsOf, type AtlasHost } from '../shared/atlas-host.js';

/** What is looked at of an atlas: what its author has written. */
export interface Examined extends AtlasHost {
  readonly src: string;
  readonly geometry: string;
  readonly feed: object | undefined;
}

/** Milliseconds that a worker has to say that it cannot start. */
const WORKER_REST = 1_500;
/** A part of the standalone files, beside which MapLibre's worker lies. */
const PART = /\/pair-atlas-[\w-]+\.js.*$/,
  WORKER = '/pair-atlas-maplibre-worker.js';
/** The entry of the standalone files. */
const ENTRY = /\/pair-atlas\.js(\?|$)/;

export async function examine(atlas: Examined): Promise<Examination> {
  const webgl = drawnBy();
  const [worker, feed, geometry, cache] = await Promise.all([
    lookAtWorker(webgl),
    atlas.feed ? OWN : lookAtFile(atlas.src || builtInFeed()),
    lookAtFile(atlas.geometry || builtInGeometry()),
    lookAtCache(),
  ]);
  const faults = [feed, geometry].flatMap(({ seen }) => (seen.kind === 'fault' ? [seen.fault] : []));
  const data = faultsOf(atlas);
  const { dataset, language } = atlas.state.values;
  await loadFaultWords([...faults, ...(data ?? [])]);
  return {
    size: mapsOf(atlas).map((map) => {
      const { clientWidth: width, clientHeight: height } = map;
      const names = map.named.map((code) => (dataset ? nameOf(dataset.regions, code, language) : code));
      return { name: names.join(' ') || map.localName, width, height };
    }),
    webgl,
    worker,
    feed: feed.seen,
    geometry: geometry.seen,
    data,
    fonts: hasChineseFont(getComputedStyle(atlas).fontFamily),
    copies: scripts(),
    clock: geometry.ahead ?? feed.ahead,
    cache,
  };
}

interface FileLook {
  readonly seen: FileSeen;
  /** Milliseconds that this computer's clock is ahead of the server's. */
  readonly ahead?: number;
}

const OWN: FileLook = { seen: { kind: 'own' } };

/** `written` is the address as its author has written it. */
async function lookAtFile(written: string): Promise<FileLook> {
  try {
    return await lookAt(new URL(written, document.baseURI));
  } catch {
    // No address, or a connection that ended in the middle of the file.
    return { seen: { kind: 'fault', fault: { code: 'network', path: written, severity: 'fatal', args: {} } } };
  }
}

async function lookAt({ href: address, origin, pathname }: URL): Promise<FileLook> {
  const response = await fetch(address, { cache: 'no-store' }).catch(() => undefined);
  if (!response) {
    if (origin === location.origin) throw new Error('The network failed.');
    await fetch(address, { mode: 'no-cors', cache: 'no-store' });
    return { seen: { kind: 'cors', address } };
  }
  const { status, headers } = response;
  const { faultOfStatus, readBody } = await import('../../state/http-faults.js');
  // A cache between keeps the time at which it got the file, and says how long ago that was.
  const date = Date.parse(headers.get('date') ?? '') + 1_000 * (Number(headers.get('age')) || 0);
  const ahead = Number.isNaN(date) ? undefined : Date.now() - date;
  const refused = faultOfStatus(status, address);
  if (refused) return { seen: { kind: 'fault', fault: refused }, ahead };
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  // A table is no JSON, and is told by its reader what is wrong with it.
  const { fault, warning } = /\.(csv|tsv|xlsx)$/i.test(pathname)
    ? { fault: undefined, warning: undefined }
    : readBody(bytes, address, response);
  if (fault) return { seen: { kind: 'fault', fault }, ahead };
  const encoding = warning?.args.encoding ?? 'UTF-8';
  return { seen: { kind: 'file', address, status, type, encoding, bytes: bytes.length }, ahead };
}

/** What draws WebGL 2, by its own name; undefined where nothing does. */
function drawnBy(): string | undefined {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) return undefined;
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name);
}

async function lookAtWorker(webgl: string | undefined): Promise<Examination['worker']> {
  // Built by a tool, it lies where that has put it.
  const own = import.meta.url;
  const address = maplibre.workerUrl ?? (PART.test(own) ? own.replace(PART, WORKER) : '');
  if (!webgl || !address) return { kind: 'unknown', address };
  if (!(await mayStartWorkers())) return { kind: 'policy', address };
  try {
    const worker = new Worker(address, { type: 'module' });
    const isBlocked = await new Promise<boolean>((resolve) => {
      worker.addEventListener('error', () => resolve(true), { once: true });
      setTimeout(() => resolve(false), WORKER_REST);
    });
    worker.terminate();
    return { kind: isBlocked ? 'blocked' : 'good', address };
  } catch {
    return { kind: 'blocked', address };
  }
}

/** Faults of the last answer, and what of the feed does not lie on the boundaries. */
function faultsOf({ state }: AtlasHost): readonly Fault[] | undefined {
  const { dataset, faults } = state.values;
  return dataset && [...dataset.ledger.faulty, ...faults];
}

/** A character that a font has not is drawn as the same box as any other. */
function hasChineseFont(font: string): boolean {
  const drawn = (text: string): string => {
    const context = Object.assign(document.createElement('canvas'), { width: 48, height: 48 }).getContext('2d');
    if (!context) return text;
    context.font = `32px ${font}`;
    context.fillText(text, 4, 40);
    return context.getImageData(0, 0, 48, 48).data.join();
  };
  return drawn('汉') !== drawn('帮');
}

/** The addresses of all scripts that bring the tags. */
const scripts = (): string[] => [
  ...new Set([...document.querySelectorAll('script')].map(({ src }) => src).filter((src) => ENTRY.test(src))),
];

/** Is the script in use the one on the server? Undefined where it is not known which it is. */
async function lookAtCache(): Promise<boolean | undefined> {
  const [entry] = scripts();
  if (entry === undefined || new URL(entry).origin !== location.origin) return undefined;
  try {
    const [kept, now] = await Promise.all(
      (['force-cache', 'no-store'] as const).map(async (cache) => (await fetch(entry, { cache })).text()),
    );
    return kept === now;
  } catch {
    return undefined;
  }
}
