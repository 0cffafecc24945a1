/**
 * An essay's text by parts, as few bytes.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Part } from "../../search/passages.ts";

export function packParts(parts: readonly Part[]): Uint8Array {
  const packed = parts.map(({ kind, block, note, line, text }) => [kind[0], block, note ?? 0, line, text]);
  // A copy: zlib's own buffer is several times as long, and would go along to another thread.
  return new Uint8Array(deflateRawSync(JSON.stringify(packed), { level: 4 }));
}

const KINDS: Readonly<Record<string, Part["kind"]>> = { h: "heading", t: "text", n: "note" };

export function unpackParts(packed: Uint8Array): Part[] {
  const parts = JSON.parse(inflateRawSync(packed).toString()) as [string, number, number, number, string][];
  return parts.map(([kind, block, note, line, text]) => ({
    kind: KINDS[kind] ?? "text",
    block,
    line,
    text,
    ...(note > 0 && { note }),
  }));
}
