/** What a reader has opened on a map, and where they look on it. The state keeps both under the map's key. */
import type { Level, RegionCode } from '../../data/types.js';
import type { Camera } from '../../scene/geometry/mercator.js';
import type { View } from '../../scene/geometry/view.js';
import { fittedCodes } from '../../state/derive.js';
import type { Fit } from '../../state/values.js';
import type { AtlasController } from '../shared/atlas-host.js';

interface Place extends HTMLElement {
  readonly region: string;
  readonly level: Level;
  readonly fit: '' | Fit;
}

/** Milliseconds of rest after which a camera counts as where the reader looks. */
const CAMERA_REST = 250;

const lowerLevel = (level: Level): Level => (level === 'province' ? 'prefecture' : 'county');

export class DrillDown {
  #keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly map: Place,
    private readonly atlas: AtlasController,
  ) {}

  get key(): string {
    return this.map.id || this.map.region;
  }

  /** The codes of the map's attribute. */
  get ownCodes(): RegionCode[] {
    return this.map.region.split(/\s+/).filter(Boolean);
  }

  /** The codes that the map is named by now. */
  get named(): readonly RegionCode[] {
    return this.#opened === undefined ? this.ownCodes : [this.#opened];
  }

  /** The codes of what is drawn now. */
  get codes(): readonly RegionCode[] {
    const { values } = this.atlas;
    return this.#opened === undefined && values && (this.map.fit || values.fit) === 'participants'
      ? fittedCodes(values, this.ownCodes, this.level)
      : this.named;
  }

  /** It draws what takes part, and no more. */
  get isFitted(): boolean {
    return this.codes.join(' ') !== this.named.join(' ');
  }

  /** The atlas's level, or the map's own; one below its own where a unit has been opened. */
  get level(): Level {
    const level = this.atlas.values?.level ?? this.map.level;
    const opened = this.#opened === undefined ? undefined : this.atlas.values?.dataset?.regions.get(this.#opened);
    return opened ? lowerLevel(opened.level) : level;
  }

  /** What a reader can go back to, from the whole map down; nothing where nothing was opened. */
  get breadcrumb(): { readonly codes: readonly RegionCode[]; readonly unit: RegionCode | undefined }[] {
    const regions = this.atlas.values?.dataset?.regions;
    if (this.#opened === undefined || !regions) return [];
    const between: RegionCode[] = [];
    for (
      let at = regions.get(this.#opened)?.parent;
      at !== undefined && between.length < 3;
      at = regions.get(at)?.parent
    ) {
      if (this.ownCodes.includes(at)) break;
      between.unshift(at);
    }
    return [{ codes: this.ownCodes, unit: undefined }, ...between.map((unit) => ({ codes: [unit], unit }))];
  }

  get camera(): Camera | undefined {
    return this.atlas.values?.cameras.get(this.key);
  }

  /** A gesture is not over yet: its camera goes before the state's. */
  get isKeeping(): boolean {
    return this.#keeping !== undefined;
  }

  get #opened(): RegionCode | undefined {
    return this.atlas.values?.drills.get(this.key);
  }

  /** Opens a prefecture or a province; false where there is nothing within. */
  open(code: RegionCode | undefined): boolean {
    const regions = this.atlas.values?.dataset?.regions;
    if (code === undefined || !regions || this.level === 'county') return false;
    if (regions.countiesWithin(code).every((county) => county === code)) return false;
    this.drill(code);
    return true;
  }

  /** Shows what lies within `code`; undefined shows the whole map again. */
  drill(code: RegionCode | undefined): void {
    const { state } = this.atlas;
    if (!state || code === this.#opened) return;
    const drills = new Map(state.values.drills),
      cameras = new Map(state.values.cameras);
    if (code === undefined) drills.delete(this.key);
    else drills.set(this.key, code);
    cameras.delete(this.key);
    state.change({ drills, cameras, active: undefined, pointer: undefined }, 'reader');
  }

  /** Tells the state where the reader looks; not at every step of a gesture. */
  keepCamera({ camera }: View): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => {
      this.#keeping = undefined;
      const { state } = this.atlas;
      if (!state || camera === this.camera) return;
      const cameras = new Map(state.values.cameras);
      if (camera) cameras.set(this.key, camera);
      else cameras.delete(this.key);
      state.change({ cameras }, 'reader');
    }, CAMERA_REST);
  }

  /** For a map that is gone. */
  end(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
  }
}
