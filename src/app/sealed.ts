/**
 * Bytes with a seal, so that a file which was damaged or not written completely is not taken for whole.
 *
 *     content | the content again | a number of the user's | the length of the content
 *
 * Two copies are compared at the speed of memory, and no damage of one place escapes. A checksum would take longer than the content saves:
 * when a program starts, V8 has not compiled such a loop yet, and `node:zlib` and `node:crypto` load all streams.
 */

/** Bytes of each number, and of both. */
const NUMBER = 4;
const SEAL = 2 * NUMBER;

/** Bytes, and a number that the user of the seal puts beside them: 32 bits, not negative. */
export interface Sealed {
  readonly content: Buffer;
  readonly number: number;
}

/** The content twice, followed by the number and its length. */
export function sealed({ content, number }: Sealed): Buffer {
  const seal = Buffer.alloc(SEAL);
  seal.writeUInt32LE(number, 0);
  seal.writeUInt32LE(content.length, NUMBER);
  return Buffer.concat([content, content, seal]);
}

/** What sealed bytes hold; undefined if they are damaged. */
export function unsealed(bytes: Buffer): Sealed | undefined {
  const copies = bytes.length - SEAL;
  if (copies < 0) return undefined;
  const length = bytes.readUInt32LE(copies + NUMBER);
  if (2 * length !== copies) return undefined;
  const content = bytes.subarray(0, length);
  if (!content.equals(bytes.subarray(length, copies))) return undefined;
  return { content, number: bytes.readUInt32LE(copies) };
}
