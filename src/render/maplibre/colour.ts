/** CSS colours as numbers. A host may set any colour that its browser knows; MapLibre and WebGL know fewer. */

/** Red, green, blue, alpha; each 0 to 1, not premultiplied. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const known = new Map<string, Rgba>();
let context: CanvasRenderingContext2D | null | undefined;

/** What the browser makes of a CSS colour; transparent where it makes nothing of it. */
export function rgbaOf(colour: string): Rgba {
  let rgba = known.get(colour);
  if (!rgba) known.set(colour, (rgba = resolve(colour)));
  return rgba;
}

/** The same as text that MapLibre reads, at an `opacity` of its own. */
export function plainColour(colour: string, opacity = 1): string {
  const [red, green, blue, alpha] = rgbaOf(colour);
  return `rgba(${[red, green, blue].map((part) => Math.round(part * 255)).join(',')},${alpha * opacity})`;
}

function resolve(colour: string): Rgba {
  context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return [0, 0, 0, 0];
  context.fillStyle = 'rgba(0, 0, 0, 0)';
  context.fillStyle = colour;
  // A canvas spells what lies in sRGB as #rrggbb or rgba(); that keeps alpha exact, which a painted pixel does not.
  const spelt = context.fillStyle;
  if (spelt.startsWith('#')) return [part(spelt, 1), part(spelt, 3), part(spelt, 5), 1];
  if (spelt.startsWith('rgba(')) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = spelt.slice(5, -1).split(',').map(Number);
    return [red / 255, green / 255, blue / 255, alpha];
  }
  context.clearRect(0, 0, 1, 1);
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, alpha / 255];
}

const part = (hex: string, at: number): number => parseInt(hex.slice(at, at + 2), 16) / 255;
