/** Whether colours can be told apart: the ratio of WCAG 2, from 1 to 21. */

/** sRGB, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** `#rgb`, `#rrggbb`, and what a browser computes: `rgb(…)`. Undefined for what lets something shine through. */
export function rgbOf(colour: string): Rgb | undefined {
  const text = colour.trim();
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  const [, ...hex] = long ?? short ?? [];
  if (hex.length === 3) return hex.map((part) => parseInt(part.padStart(2, part), 16)) as unknown as Rgb;
  const [, ...parts] = /^rgb\((\d+),? (\d+),? (\d+)\)$/.exec(text) ?? [];
  return parts.length === 3 ? (parts.map(Number) as unknown as Rgb) : undefined;
}

/** Of two colours; undefined where one of them cannot be read. */
export function contrastOf(a: string, b: string): number | undefined {
  const [one, other] = [rgbOf(a), rgbOf(b)];
  return one && other && ratioOf(one, other);
}

export function ratioOf(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
