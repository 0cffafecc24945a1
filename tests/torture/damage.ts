/**
 * What can befall a file: bits that flip, an end that is cut off, a hole, noise.
 */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import type { Random } from "./random.ts";

type Damage = (bytes: Buffer, chance: Random) => Buffer;

const DAMAGES: Readonly<Record<string, Damage>> = {
  bits(bytes, chance) {
    for (let nth = chance.between(1, 20); nth > 0; nth--)
      bytes[chance.below(bytes.length)]! ^= 1 << chance.below(8);
    return bytes;
  },
  end: (bytes, chance) => bytes.subarray(0, chance.below(bytes.length)),
  hole(bytes, chance) {
    const start = chance.below(bytes.length);
    return bytes.fill(0, start, Math.min(bytes.length, start + chance.between(1, 20_000)));
  },
  noise(bytes, chance) {
    const start = chance.below(bytes.length);
    const end = Math.min(bytes.length, start + chance.between(1, 5_000));
    for (let at = start; at < end; at++) bytes[at] = chance.below(256);
    return bytes;
  },
};

/** Damages a file in a way that its name tells. */
export function damage(file: string, chance: Random): string {
  const [name, inflict] = chance.one(Object.entries(DAMAGES));
  const bytes = readFileSync(file);
  if (bytes.length > 0) writeFileSync(file, inflict(bytes, chance));
  return name;
}

/** Notes a file as the index does when it is left, so that nothing seems to have happened (`library/index/stamp.ts`). */
export function stampAnew(file: string): void {
  const { size, mtimeNs, ino } = statSync(file, { bigint: true });
  writeFileSync(`${file}.stamp`, [size, mtimeNs, ino].join(" "));
}
