/**
 * Makes every attack on growth, and prints a line of JSON for each: its name, and how its work grows if that is too fast.
 *
 *     node tests/torture/growth-all.ts
 */
import { ATTACKS, SOON } from "./growth.ts";

/** Attacks that only a longer text shows. */
const LONGER = new Map([['YAML "["', [256_000, 512_000]]]);

for (const [name, attack] of ATTACKS) {
  let fault: string | undefined;
  try {
    attack(SOON);
    const lengths = LONGER.get(name);
    if (lengths) attack(lengths);
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
  }
  process.stdout.write(`${JSON.stringify({ name, fault })}\n`);
}
