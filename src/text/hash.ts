/**
 * FNV-1a of 64 bits (Fowler, Noll and Vo): a short name for a long text. It does not resist deliberate
 * collisions, which would gain nothing here.
 */

const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** The hash of a text's UTF-8, as 16 hexadecimal digits. */
export function fnv1a(text: string): string {
  let hash = OFFSET_BASIS;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, "0");
}

const MULTIPLIERS = [0x9e3779b1, 0x85ebca6b] as const;

/**
 * The hash of a long text, as 16 hexadecimal digits: two lanes of 32 bits over its UTF-16 code units, each by a prime of xxHash
 * (github.com/Cyan4973/xxHash, doc/xxhash_spec.md). `fnv1a` takes a hundred times as long.
 */
export function textHash(text: string): string {
  let [one, other] = [text.length, ~text.length];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, MULTIPLIERS[0]);
    one ^= one >>> 15;
    other = Math.imul(other ^ code, MULTIPLIERS[1]);
    other ^= other >>> 13;
  }
  return [one, other].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
