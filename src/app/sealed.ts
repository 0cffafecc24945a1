/**
 * Bytes with a seal, so that a file which was not written completely is not taken for whole.
 *
 *     content | its length | its checksum
 *
 * The checksum takes a number out of every 64 bytes. A disk loses whole blocks, so that is enough; all of a megabyte would take V8, which
 * has not compiled this when a program starts, more time than the content saves.
 */

/** Bytes of the length, and of the checksum. */
const NUMBER = 4;
const STEP = 64;

/** The content, followed by its length and its checksum. */
export function sealed(content: Buffer): Buffer {
  const seal = Buffer.alloc(2 * NUMBER);
  seal.writeUInt32LE(content.length, 0);
  seal.writeInt32LE(checksum(content), NUMBER);
  return Buffer.concat([content, seal]);
}

/** The content of sealed bytes; undefined if they are damaged. */
export function unsealed(bytes: Buffer): Buffer | undefined {
  const length = bytes.length - 2 * NUMBER;
  if (length < 0 || bytes.readUInt32LE(length) !== length) return undefined;
  const content = bytes.subarray(0, length);
  return bytes.readInt32LE(length + NUMBER) === checksum(content) ? content : undefined;
}

/** 31 × the sum so far, plus the next number, modulo 2³². */
function checksum(content: Buffer): number {
  let sum = content.length;
  for (let at = 0; at + NUMBER <= content.length; at += STEP)
    sum = (Math.imul(31, sum) + content.readInt32LE(at)) | 0;
  return sum;
}
