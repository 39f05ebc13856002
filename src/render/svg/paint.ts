/**
 * Paints a picture on a canvas, for files in pixels. An SVG could be drawn as an image, but a strict policy refuses images
 * from `blob:` and `data:`; and what MapLibre drew may be gone by then. It knows what pictures are made of, and no more SVG.
 */
import type { PictureNode } from '../../scene/picture/picture.js';

/** What children take over from their parents. */
interface Style {
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly fillRule: CanvasFillRule;
  readonly lineJoin: CanvasLineJoin;
  readonly lineCap: CanvasLineCap;
  readonly family: string;
  readonly size: number;
  readonly weight: string;
  readonly anchor: CanvasTextAlign;
}

const START: Style = {
  fill: '#000',
  stroke: 'none',
  strokeWidth: 1,
  fillRule: 'nonzero',
  lineJoin: 'miter',
  lineCap: 'butt',
  family: 'sans-serif',
  size: 16,
  weight: '400',
  anchor: 'start',
};

const ANCHORS: Readonly<Record<string, CanvasTextAlign>> = { start: 'left', middle: 'center', end: 'right' };
/** Tiles of a pattern are drawn larger than they are seen: they are turned, and would blur. */
const TILE_SHARPNESS = 4;

/** Paints `tree`, an `svg` with a width and a height, at `scale` pixels for each of its units. */
export function paint(tree: PictureNode, canvas: HTMLCanvasElement, scale: number): void {
  canvas.width = Math.round(numberOf(tree, 'width') * scale);
  canvas.height = Math.round(numberOf(tree, 'height') * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('pair-atlas: the browser gives no canvas to paint the picture on.');
  context.scale(scale, scale);
  new Painter(context, scale, patternsOf(tree)).node(tree, START);
}

class Painter {
  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly scale: number,
    private readonly patterns: ReadonlyMap<string, PictureNode>,
  ) {}

  node(tree: PictureNode, inherited: Style): void {
    const { context } = this;
    const style = styleOf(tree, inherited);
    context.save();
    // Of a group too: what a picture fades together does not overlap.
    context.globalAlpha *= Number(tree.attributes.opacity ?? 1);
    transform(context, String(tree.attributes.transform ?? ''));
    switch (tree.name) {
      case 'svg':
      case 'g':
        if (tree.name === 'svg') this.#enter(tree);
        for (const child of tree.children) if (typeof child !== 'string') this.node(child, style);
        break;
      case 'path':
        this.#shape(new Path2D(String(tree.attributes.d ?? '')), tree, style);
        break;
      case 'rect':
        this.#shape(rectPath(tree), tree, style);
        break;
      case 'circle': {
        const path = new Path2D();
        path.arc(numberOf(tree, 'cx'), numberOf(tree, 'cy'), numberOf(tree, 'r'), 0, 2 * Math.PI);
        this.#shape(path, tree, style);
        break;
      }
      case 'text':
        this.#text(tree, style);
        break;
      case 'defs':
      case 'title':
      case 'desc':
        break;
      default:
        throw new Error(`pair-atlas: paint() does not know <${tree.name}>.`);
    }
    context.restore();
  }

  /** A picture within a picture is cut off at its edge. */
  #enter(tree: PictureNode): void {
    const { context } = this;
    const [left = 0, top = 0, boxWidth = 1, boxHeight = 1] = String(tree.attributes.viewBox ?? '')
      .split(/[\s,]+/)
      .map(Number);
    const width = numberOf(tree, 'width', boxWidth),
      height = numberOf(tree, 'height', boxHeight);
    context.translate(numberOf(tree, 'x'), numberOf(tree, 'y'));
    context.beginPath();
    context.rect(0, 0, width, height);
    context.clip();
    // As `preserveAspectRatio` has it where it is not given: whole, and in the middle.
    const zoom = Math.min(width / boxWidth, height / boxHeight);
    context.translate((width - boxWidth * zoom) / 2, (height - boxHeight * zoom) / 2);
    context.scale(zoom, zoom);
    context.translate(-left, -top);
  }

  #shape(path: Path2D, { attributes }: PictureNode, style: Style): void {
    const { context } = this;
    const fill = this.#ink(style.fill);
    if (fill) {
      context.fillStyle = fill;
      context.fill(path, style.fillRule);
    }
    const stroke = this.#ink(style.stroke);
    if (!stroke) return;
    context.strokeStyle = stroke;
    context.lineJoin = style.lineJoin;
    context.lineCap = style.lineCap;
    context.lineWidth = style.strokeWidth;
    const dashes = String(attributes['stroke-dasharray'] ?? '');
    context.setLineDash(/\d/.test(dashes) ? dashes.split(/[\s,]+/).map(Number) : []);
    if (attributes['vector-effect'] !== 'non-scaling-stroke') return context.stroke(path);
    const outline = new Path2D();
    const { scale } = this;
    outline.addPath(path, new DOMMatrix([1 / scale, 0, 0, 1 / scale, 0, 0]).multiply(context.getTransform()));
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.stroke(outline);
  }

  #text(tree: PictureNode, style: Style): void {
    const { context } = this;
    const text = tree.children.filter((child): child is string => typeof child === 'string').join('');
    const x = numberOf(tree, 'x'),
      y = numberOf(tree, 'y');
    context.font = `${style.weight} ${style.size}px ${style.family}`;
    context.textAlign = style.anchor;
    context.direction = tree.attributes.direction === 'rtl' ? 'rtl' : 'ltr';
    context.lineJoin = style.lineJoin;
    context.lineWidth = style.strokeWidth;
    const stroke = this.#ink(style.stroke);
    if (stroke) {
      context.strokeStyle = stroke;
      context.strokeText(text, x, y);
    }
    const fill = this.#ink(style.fill);
    if (fill) {
      context.fillStyle = fill;
      context.fillText(text, x, y);
    }
  }

  #ink(colour: string): string | CanvasPattern | undefined {
    if (colour === 'none') return undefined;
    const id = /^url\(#(.*)\)$/.exec(colour)?.[1];
    return id === undefined ? colour : this.#pattern(id);
  }

  #pattern(id: string): CanvasPattern | undefined {
    const tree = this.patterns.get(id);
    if (!tree) return undefined;
    const width = numberOf(tree, 'width'),
      height = numberOf(tree, 'height');
    const sharpness = this.scale * TILE_SHARPNESS;
    const tile = document.createElement('canvas');
    tile.width = Math.round(width * sharpness);
    tile.height = Math.round(height * sharpness);
    const context = tile.getContext('2d');
    if (!context) return undefined;
    context.scale(sharpness, sharpness);
    const painter = new Painter(context, sharpness, new Map());
    for (const child of tree.children) if (typeof child !== 'string') painter.node(child, START);
    const pattern = this.context.createPattern(tile, 'repeat') ?? undefined;
    pattern?.setTransform(
      matrixOf(String(tree.attributes.patternTransform ?? '')).scale(width / tile.width, height / tile.height),
    );
    return pattern;
  }
}

function styleOf({ attributes }: PictureNode, inherited: Style): Style {
  const { fill, stroke } = attributes;
  const anchor = ANCHORS[String(attributes['text-anchor'])];
  return {
    fill: fill === undefined ? inherited.fill : String(fill),
    stroke: stroke === undefined ? inherited.stroke : String(stroke),
    strokeWidth: Number(attributes['stroke-width'] ?? inherited.strokeWidth),
    fillRule: (attributes['fill-rule'] as CanvasFillRule | undefined) ?? inherited.fillRule,
    lineJoin: (attributes['stroke-linejoin'] as CanvasLineJoin | undefined) ?? inherited.lineJoin,
    lineCap: (attributes['stroke-linecap'] as CanvasLineCap | undefined) ?? inherited.lineCap,
    family: String(attributes['font-family'] ?? inherited.family),
    size: Number(attributes['font-size'] ?? inherited.size),
    weight: String(attributes['font-weight'] ?? inherited.weight),
    anchor: anchor ?? inherited.anchor,
  };
}

function rectPath(tree: PictureNode): Path2D {
  const x = numberOf(tree, 'x'),
    y = numberOf(tree, 'y'),
    width = numberOf(tree, 'width'),
    height = numberOf(tree, 'height'),
    radius = numberOf(tree, 'rx');
  const path = new Path2D();
  if (radius === 0) {
    path.rect(x, y, width, height);
    return path;
  }
  path.moveTo(x + radius, y);
  path.arcTo(x + width, y, x + width, y + height, radius);
  path.arcTo(x + width, y + height, x, y + height, radius);
  path.arcTo(x, y + height, x, y, radius);
  path.arcTo(x, y, x + width, y, radius);
  path.closePath();
  return path;
}

function transform(context: CanvasRenderingContext2D, text: string): void {
  if (!text) return;
  const { a, b, c, d, e, f } = matrixOf(text);
  context.transform(a, b, c, d, e, f);
}

/** "translate(1 2) scale(3) rotate(45)": what pictures use. */
function matrixOf(text: string): DOMMatrix {
  let matrix = new DOMMatrix();
  for (const [, name, args = ''] of text.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [first = 0, second] = args.split(/[\s,]+/).map(Number);
    if (name === 'translate') matrix = matrix.translate(first, second ?? 0);
    else if (name === 'scale') matrix = matrix.scale(first, second ?? first);
    else if (name === 'rotate') matrix = matrix.rotate(first);
    else throw new Error(`pair-atlas: paint() does not know the transform ${name ?? ''}.`);
  }
  return matrix;
}

function patternsOf(tree: PictureNode, found = new Map<string, PictureNode>()): Map<string, PictureNode> {
  if (tree.name === 'pattern') found.set(String(tree.attributes.id), tree);
  for (const child of tree.children) if (typeof child !== 'string') patternsOf(child, found);
  return found;
}

const numberOf = ({ attributes }: PictureNode, name: string, otherwise = 0): number =>
  Number(attributes[name] ?? otherwise);
