/**
 * Packs an essay's parts into few bytes.
 *
 * zlib is loaded on first use, because most commands never need it.
 */
import type * as Zlib from "node:zlib";
import type { Part } from "../../search/passages.ts";

const zlib = (): typeof Zlib => process.getBuiltinModule("node:zlib");
let fast: Zlib.BrotliOptions | undefined;

/** At its second lowest quality, Brotli takes a third of deflate's time for 10 % more bytes. */
function fastOptions(): Zlib.BrotliOptions {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = zlib().constants;
  return (fast ??= { params: { [BROTLI_PARAM_QUALITY]: 1, [BROTLI_PARAM_LGWIN]: 18 } });
}

export function packParts(parts: readonly Part[]): Uint8Array {
  const packed = parts.map(({ kind, block, note, line, text }) => [kind[0], block, note ?? 0, line, text]);
  // A copy, because zlib's own buffer is several times as long, and would be passed to the other thread.
  return new Uint8Array(zlib().brotliCompressSync(JSON.stringify(packed), fastOptions()));
}

const KINDS: Readonly<Record<string, Part["kind"]>> = { h: "heading", t: "text", n: "note" };

export function unpackParts(packed: Uint8Array): Part[] {
  const parts = JSON.parse(zlib().brotliDecompressSync(packed).toString()) as [
    string,
    number,
    number,
    number,
    string,
  ][];
  return parts.map(([kind, block, note, line, text]) => ({
    kind: KINDS[kind] ?? "text",
    block,
    line,
    text,
    ...(note > 0 && { note }),
  }));
}
