/**
 * Bytes with a seal, so that a file which was not written completely is not taken for whole.
 *
 *     content | a number of the user's | the length of the content | its checksum
 *
 * The checksum takes a number out of every 256 bytes. A disk loses whole blocks, so that is enough; all of a megabyte would take V8, which
 * has not compiled this when a program starts, more time than the content saves.
 */

/** Bytes of each number, and of all three. */
const NUMBER = 4;
const SEAL = 3 * NUMBER;
/** Numbers from one that the checksum takes to the next. */
const STEP = 64;

/** Bytes, and a number that the user of the seal puts beside them: 32 bits, not negative. */
export interface Sealed {
  readonly content: Buffer;
  readonly number: number;
}

/** The content, followed by the number, its length and its checksum. */
export function sealed({ content, number }: Sealed): Buffer {
  const seal = Buffer.alloc(SEAL);
  seal.writeUInt32LE(number, 0);
  seal.writeUInt32LE(content.length, NUMBER);
  seal.writeInt32LE(checksum(content), 2 * NUMBER);
  return Buffer.concat([content, seal]);
}

/** What sealed bytes hold; undefined if they are damaged. */
export function unsealed(bytes: Buffer): Sealed | undefined {
  const length = bytes.length - SEAL;
  if (length < 0 || bytes.readUInt32LE(length + NUMBER) !== length) return undefined;
  const content = bytes.subarray(0, length);
  if (bytes.readInt32LE(length + 2 * NUMBER) !== checksum(content)) return undefined;
  return { content, number: bytes.readUInt32LE(length) };
}

/** 31 × the sum so far, plus the next number, modulo 2³². */
function checksum(content: Buffer): number {
  const { buffer, byteOffset, length } = content.byteOffset % NUMBER === 0 ? content : Buffer.from(content);
  const numbers = new Int32Array(buffer, byteOffset, Math.floor(length / NUMBER));
  let sum = length;
  for (let at = 0; at < numbers.length; at += STEP) sum = (Math.imul(31, sum) + numbers[at]!) | 0;
  return sum;
}
