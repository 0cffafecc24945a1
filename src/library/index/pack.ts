/**
 * Packs what the index keeps of an essay's text into few bytes.
 *
 * All numbers of the parts come first, as differences, and then all texts: they compress better apart. zlib is loaded on first
 * use, because most commands never need it.
 */
import type * as Zlib from "node:zlib";
import type { Part } from "../../search/passages.ts";
import type { Range } from "../../search/ranges.ts";
import { stored } from "../../system/sqlite-error.ts";
import { loadedOnce } from "../../system/time-limit.ts";
import { tableOf } from "../../text/own.ts";

const zlib = loadedOnce((): typeof Zlib => process.getBuiltinModule("node:zlib"));
let fast: Zlib.ZstdOptions | undefined;

/** At its lowest level, Zstandard takes the time of Brotli's second lowest for 7 % fewer bytes. */
function fastOptions(): Zlib.ZstdOptions {
  return (fast ??= { params: { [zlib().constants.ZSTD_c_compressionLevel]: 1 } });
}

function packed(text: string): Uint8Array {
  // A copy, because zlib's own buffer is several times as long, and would be passed to the other thread.
  return new Uint8Array(zlib().zstdCompressSync(text, fastOptions()));
}

/** Throws `DamageError`. */
function unpacked(bytes: Uint8Array): string {
  const { zstdDecompressSync } = zlib();
  return stored(() => zstdDecompressSync(bytes).toString());
}

/** The length from which packing a text saves more than it takes time to unpack, in UTF-16 code units. */
const WORTH_PACKING = 600;

/** A text, packed if that pays. */
export function packText(text: string): string | Uint8Array {
  return text.length < WORTH_PACKING ? text : packed(text);
}

/** The text of `packText`. Throws `DamageError`. */
export function unpackText(text: string | Uint8Array): string {
  return typeof text === "string" ? text : unpacked(text);
}

/**
 * Of each part the initial of its kind, and the steps to its block, its line and its note. Of each formula the number of its part, where
 * it begins, and its length.
 */
type Places = readonly [
  kinds: string,
  blocks: number[],
  lines: number[],
  notes: number[],
  formulas: number[],
];

/** Packs parts, in none of whose texts a line ends. */
export function packParts(parts: readonly Part[]): Uint8Array {
  const places: Places = [
    parts.map(({ kind }) => kind[0]).join(""),
    steps(parts.map(({ block }) => block)),
    steps(parts.map(({ line }) => line)),
    steps(parts.map(({ note = 0 }) => note)),
    parts.flatMap(({ formulas = [] }, nth) => formulas.flatMap(([start, end]) => [nth, start, end - start])),
  ];
  return packed([JSON.stringify(places), ...parts.map(({ text }) => text)].join("\n"));
}

const KINDS = tableOf<Part["kind"]>({ h: "heading", t: "text", n: "note" });

/** The parts of `packParts`. Throws `DamageError`. */
export function unpackParts(bytes: Uint8Array): Part[] {
  const [places, ...texts] = unpacked(bytes).split("\n");
  const [kinds, ...numbers] = stored(() => JSON.parse(places!) as Places);
  const [blocks, lines, notes] = numbers.slice(0, 3).map(sums) as [number[], number[], number[]];
  const formulas = formulasByPart(numbers[3]);
  return texts.map((text, nth) => ({
    kind: KINDS[kinds[nth]!] ?? "text",
    block: blocks[nth]!,
    line: lines[nth]!,
    text,
    ...(notes[nth]! > 0 && { note: notes[nth]! }),
    ...(formulas.has(nth) && { formulas: formulas.get(nth)! }),
  }));
}

function formulasByPart(numbers: readonly number[] = []): Map<number, Range[]> {
  const formulas = new Map<number, Range[]>();
  for (let at = 0; at < numbers.length; at += 3) {
    const [part, start, length] = numbers.slice(at, at + 3) as [number, number, number];
    const range: Range = [start, start + length];
    const own = formulas.get(part);
    if (own) own.push(range);
    else formulas.set(part, [range]);
  }
  return formulas;
}

function steps(numbers: readonly number[]): number[] {
  return numbers.map((number, nth) => number - (numbers[nth - 1] ?? 0));
}

function sums(numbers: readonly number[]): number[] {
  let sum = 0;
  return numbers.map((step) => (sum += step));
}

/** In bytes: of a longer row, half would be left empty at the end of each page of the file. */
const PIECE = 1_000;

/** Bytes in pieces that fill pages. */
export function piecesOf(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, nth) =>
    bytes.subarray(nth * PIECE, (nth + 1) * PIECE),
  );
}
