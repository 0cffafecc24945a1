/**
 * Colours, and their nearest colours on terminals that have fewer.
 */
import { largest, smallest } from "../text/extremes.ts";

/** A colour of the terminal's own palette (0 to 15), or a colour by red, green and blue: `#1d4f91`. */
export type Color = number | `#${string}`;

/** The number of colours of a terminal: 16 of its palette, xterm's 256, or all. */
export type Depth = 16 | 256 | "all";

/** The SGR parameters for a foreground (ECMA-48 8.3.117; xterm's 38;5 and 38;2). */
export function foregroundCodes(color: Color, depth: Depth): number[] {
  if (typeof color === "number") return [color < 8 ? 30 + color : 82 + color];
  const rgb = toRgb(color);
  if (depth === "all") return [38, 2, ...rgb];
  if (depth === 256) return [38, 5, nearest256(rgb)];
  return foregroundCodes(nearest16(rgb), depth);
}

/** The SGR parameters for a background. On a terminal with 16 colours, a background by red, green and blue has none. */
export function backgroundCodes(color: Color, depth: Depth): number[] {
  if (depth === 16 && typeof color === "string") return [];
  const [first = 0, ...rest] = foregroundCodes(color, depth);
  return [first + 10, ...rest];
}

type Rgb = readonly [number, number, number];

function toRgb(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}

/** The six levels of xterm's colour cube. */
const LEVELS = [0, 95, 135, 175, 215, 255];

/** The nearest colour of xterm's cube (16 to 231) and greys (232 to 255). */
function nearest256(rgb: Rgb): number {
  const steps = rgb.map((value) => nearestIndex(LEVELS, value));
  const cube: Rgb = [LEVELS[steps[0]!]!, LEVELS[steps[1]!]!, LEVELS[steps[2]!]!];
  const average = (rgb[0] + rgb[1] + rgb[2]) / 3;
  const step = Math.min(23, Math.max(0, Math.round((average - 8) / 10)));
  const grey: Rgb = [8 + step * 10, 8 + step * 10, 8 + step * 10];
  return distance(rgb, grey) < distance(rgb, cube)
    ? 232 + step
    : 16 + 36 * steps[0]! + 6 * steps[1]! + steps[2]!;
}

/** xterm's palette. Those of other terminals have the same hues. */
const PALETTE: readonly Rgb[] = [
  [0, 0, 0],
  [205, 0, 0],
  [0, 205, 0],
  [205, 205, 0],
  [0, 0, 238],
  [205, 0, 205],
  [0, 205, 205],
  [229, 229, 229],
  [127, 127, 127],
  [255, 0, 0],
  [0, 255, 0],
  [255, 255, 0],
  [92, 92, 255],
  [255, 0, 255],
  [0, 255, 255],
  [255, 255, 255],
];

/**
 * The nearest colour of the palette. A colour never becomes a grey: a dark blue is closer to grey than to blue,
 * but its hue matters more.
 */
function nearest16(rgb: Rgb): number {
  const isGrey = saturation(rgb) < COLOURFUL;
  const distances = PALETTE.map((color) =>
    isGrey === saturation(color) < COLOURFUL ? distance(rgb, color) : Infinity,
  );
  return distances.indexOf(smallest(distances));
}

/** The difference between the strongest and the weakest part of a colour, of 255. Below it the colour is a grey. */
const COLOURFUL = 40;

function saturation(rgb: Rgb): number {
  return largest(rgb) - smallest(rgb);
}

function nearestIndex(values: readonly number[], value: number): number {
  const distances = values.map((one) => Math.abs(one - value));
  return distances.indexOf(smallest(distances));
}

/** The distance of two colours to the eye (the “redmean” of T. Riemersma). */
function distance(a: Rgb, b: Rgb): number {
  const red = (a[0] + b[0]) / 2;
  const [r, g, blue] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  return (2 + red / 256) * r * r + 4 * g * g + (2 + (255 - red) / 256) * blue * blue;
}
