/**
 * Hatches and dots on MapLibre's canvas. MapLibre's own patterns grow with the zoom between two whole zooms and hang on
 * tiles; these keep their pixels and hang on the map's origin, exactly as those of `scene/picture/picture.ts` do.
 */
import { pixelsPerWorld, toScreen } from '../../scene/geometry/mercator.js';
import { PATTERN_STEP, type PatternName } from '../../scene/picture/picture.js';
import type { Scene } from '../../scene/picture/scene.js';
import type { MapShapes, Ring } from '../../scene/geometry/shapes.js';
import type { Palette, Texture } from '../../scene/picture/tokens.js';
import { rgbaOf } from './colour.js';

/** Degrees of the hatch, as in the picture; a pattern without an angle is dots. */
const ANGLES: Readonly<Record<keyof typeof PATTERN_STEP, number | undefined>> = {
  'no-data': 45,
  special: 90,
  'city-only': undefined,
  'not-published': -45,
};
const LINE_WIDTH = 1;
const DOT_RADIUS = 0.9;
/** MapLibre numbers its tiles in the stencil from 1 upwards; the highest bit is free while there are fewer than 128. */
const STENCIL_BIT = 0x80;

const VERTEX = `#version 300 es
uniform vec4 u_view;
in vec2 a_at;
void main() {
  vec2 all = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  gl_Position = vec4(u_view == vec4(0.0) ? all : a_at * u_view.xy + u_view.zw, 0.0, 1.0);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 u_origin;
uniform float u_step, u_size, u_grid;
uniform vec2 u_turn;
uniform vec4 u_colour;
out vec4 colour;
void main() {
  vec2 at = vec2(gl_FragCoord.x, -gl_FragCoord.y) / u_origin.z - u_origin.xy;
  float distance;
  if (u_turn == vec2(0.0)) {
    distance = length(mod(at, u_step) - u_step / 2.0) - u_size;
  } else {
    vec2 places = vec2(dot(at, u_turn), dot(at, vec2(-u_turn.y, u_turn.x)));
    vec2 across = abs(mod(places - u_size / 2.0 + u_step / 2.0, u_step) - u_step / 2.0);
    distance = (u_grid == 1.0 ? min(across.x, across.y) : across.x) - u_size / 2.0;
  }
  colour = u_colour * clamp(0.5 - distance * u_origin.z, 0.0, 1.0);
}`;

/** A pattern's regions as triangles: where they stand in the index buffer. */
interface Run {
  readonly pattern: PatternName;
  readonly first: number;
  readonly count: number;
}

interface Holdings {
  readonly program: WebGLProgram;
  readonly vertices: WebGLBuffer | null;
  readonly indices: WebGLBuffer | null;
  readonly shapes: WebGLVertexArrayObject | null;
  readonly nothing: WebGLVertexArrayObject | null;
  readonly uniforms: Readonly<
    Record<'view' | 'origin' | 'step' | 'size' | 'grid' | 'turn' | 'colour', WebGLUniformLocation | null>
  >;
}

/** One of MapLibre's custom layers. What it draws is set from outside; MapLibre calls `render` in each of its frames. */
export class TextureLayer {
  readonly type = 'custom';
  readonly renderingMode = '2d';
  /** 0 draws nothing. */
  opacity = 1;
  #scene: Scene;
  #patterns: ReadonlyMap<PatternName, readonly string[]> = new Map();
  #runs: readonly Run[] = [];
  #uploaded: { map?: MapShapes; patterns?: ReadonlyMap<PatternName, readonly string[]> } = {};
  #starts = new Map<Ring, number>();
  #holdings: Holdings | undefined;

  constructor(
    readonly id: string,
    scene: Scene,
  ) {
    this.#scene = scene;
  }

  /** The scene to draw, and which of its regions carry which pattern. */
  show(scene: Scene, patterns: ReadonlyMap<PatternName, readonly string[]>): void {
    this.#scene = scene;
    this.#patterns = patterns;
  }

  /** A new camera or palette; the same regions. */
  follow(scene: Scene): void {
    this.#scene = scene;
  }

  onAdd(_map: unknown, gl: WebGL2RenderingContext): void {
    this.#drop(gl);
  }

  onRemove(_map: unknown, gl: WebGL2RenderingContext): void {
    this.#drop(gl);
  }

  #drop(gl: WebGL2RenderingContext): void {
    const held = this.#holdings;
    this.#holdings = undefined;
    this.#uploaded = {};
    if (!held) return;
    gl.deleteProgram(held.program);
    gl.deleteBuffer(held.vertices);
    gl.deleteBuffer(held.indices);
    gl.deleteVertexArray(held.shapes);
    gl.deleteVertexArray(held.nothing);
  }

  render(gl: WebGL2RenderingContext): void {
    if (this.opacity === 0 || this.#patterns.size === 0) return;
    // Most groups never have anything to draw, and then hold nothing.
    const held = (this.#holdings ??= hold(gl));
    if (!held) return;
    const { map, camera, size, palette } = this.#scene;
    this.#upload(gl, held);
    const [x, y] = toScreen(map.origin, camera, size);
    const unit = pixelsPerWorld(camera.zoom) / map.scale;
    const ratio = gl.drawingBufferWidth / size.width;
    const { uniforms } = held;
    gl.useProgram(held.program);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.STENCIL_TEST);
    gl.stencilMask(STENCIL_BIT);
    // From the lower left, as WebGL counts.
    gl.uniform3f(uniforms.origin, x, y - gl.drawingBufferHeight / ratio, ratio);
    for (const { pattern, first, count } of this.#runs) {
      // Even-odd without triangulation: each ring is a fan, and a pixel under an odd number of triangles is inside.
      gl.bindVertexArray(held.shapes);
      gl.uniform4f(
        uniforms.view,
        (2 * unit) / size.width,
        (-2 * unit) / size.height,
        (2 * x) / size.width - 1,
        1 - (2 * y) / size.height,
      );
      gl.colorMask(false, false, false, false);
      gl.stencilFunc(gl.ALWAYS, 0, STENCIL_BIT);
      gl.stencilOp(gl.KEEP, gl.INVERT, gl.INVERT);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * 4);
      // One triangle over everything paints where the bit is set, and takes it back.
      gl.bindVertexArray(held.nothing);
      this.#style(gl, held, pattern, palette);
      gl.colorMask(true, true, true, true);
      gl.stencilFunc(gl.EQUAL, STENCIL_BIT, STENCIL_BIT);
      gl.stencilOp(gl.KEEP, gl.ZERO, gl.ZERO);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
    }
    gl.bindVertexArray(null);
    gl.stencilMask(0xff);
    gl.disable(gl.STENCIL_TEST);
  }

  #style(gl: WebGL2RenderingContext, { uniforms }: Holdings, pattern: PatternName, palette: Palette): void {
    const { step, width, isGrid, colour, angle } = measuresOf(pattern, palette);
    const [red, green, blue, alpha] = rgbaOf(colour),
      opacity = alpha * this.opacity;
    const radians = ((angle ?? 0) * Math.PI) / 180;
    gl.uniform4f(uniforms.view, 0, 0, 0, 0);
    gl.uniform1f(uniforms.step, step);
    gl.uniform1f(uniforms.size, width);
    gl.uniform1f(uniforms.grid, isGrid ? 1 : 0);
    gl.uniform2f(
      uniforms.turn,
      angle === undefined ? 0 : Math.cos(radians),
      angle === undefined ? 0 : Math.sin(radians),
    );
    gl.uniform4f(uniforms.colour, red * opacity, green * opacity, blue * opacity, opacity);
  }

  #upload(gl: WebGL2RenderingContext, { shapes, vertices, indices }: Holdings): void {
    const { map } = this.#scene;
    if (this.#uploaded.map === map && this.#uploaded.patterns === this.#patterns) return;
    gl.bindVertexArray(shapes);
    if (this.#uploaded.map !== map) {
      gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
      gl.bufferData(gl.ARRAY_BUFFER, this.#vertices(map), gl.STATIC_DRAW);
    }
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, this.#triangles(map), gl.DYNAMIC_DRAW);
    this.#uploaded = { map, patterns: this.#patterns };
  }

  #vertices(map: MapShapes): Float32Array {
    this.#starts = new Map();
    const rings = map.shapes.flatMap((shape) => shape.rings);
    const all = new Float32Array(rings.reduce((length, ring) => length + ring.length, 0));
    let at = 0;
    for (const ring of rings) {
      this.#starts.set(ring, at / 2);
      all.set(ring, at);
      at += ring.length;
    }
    return all;
  }

  #triangles(map: MapShapes): Uint32Array {
    const indices: number[] = [];
    this.#runs = [...this.#patterns].map(([pattern, codes]) => {
      const first = indices.length;
      for (const ring of codes.flatMap((code) => map.byCode.get(code)?.rings ?? [])) {
        const start = this.#starts.get(ring) ?? 0;
        for (let i = 1; i + 1 < ring.length / 2; i++) indices.push(start, start + i, start + i + 1);
      }
      return { pattern, first, count: indices.length - first };
    });
    return Uint32Array.from(indices);
  }
}

type Measures = Omit<Texture, 'lines'> & { readonly angle: number | undefined };

/** A class whose texture is gone is about to be drawn without. */
const NOTHING: Measures = { step: 1, width: 0, isGrid: false, colour: 'transparent', angle: 0 };

function measuresOf(pattern: PatternName, palette: Palette): Measures {
  if (isOfClass(pattern)) {
    const texture = palette.textures?.[Number(pattern.slice('class-'.length))];
    return texture ? { ...texture, angle: 0 } : NOTHING;
  }
  const angle = ANGLES[pattern];
  const width = angle === undefined ? DOT_RADIUS : LINE_WIDTH;
  return { step: PATTERN_STEP[pattern], width, isGrid: false, colour: colourOf(pattern, palette), angle };
}

const isOfClass = (pattern: PatternName): pattern is `class-${number}` => pattern.startsWith('class-');

function colourOf(pattern: keyof typeof PATTERN_STEP, palette: Palette): string {
  switch (pattern) {
    case 'no-data':
    case 'special':
      return palette.noDataLine;
    case 'city-only':
      return palette.cityOnlyDot;
    case 'not-published':
      return palette.notPublished;
  }
}

function hold(gl: WebGL2RenderingContext): Holdings | undefined {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) return undefined;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  const vertices = gl.createBuffer(),
    shapes = gl.createVertexArray(),
    at = gl.getAttribLocation(program, 'a_at');
  gl.bindVertexArray(shapes);
  gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
  gl.enableVertexAttribArray(at);
  gl.vertexAttribPointer(at, 2, gl.FLOAT, false, 0, 0);
  gl.bindVertexArray(null);
  const uniform = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, `u_${name}`);
  return {
    program,
    vertices,
    shapes,
    indices: gl.createBuffer(),
    nothing: gl.createVertexArray(),
    uniforms: {
      view: uniform('view'),
      origin: uniform('origin'),
      step: uniform('step'),
      size: uniform('size'),
      grid: uniform('grid'),
      turn: uniform('turn'),
      colour: uniform('colour'),
    },
  };
}
