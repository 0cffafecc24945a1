/**
 * V8's heap in a program that runs for hours and answers keys: small, rather than collected seldom.
 */
import { setFlagsFromString } from "node:v8";

/**
 * Keeps the heap near what it holds. V8 lets the young generation grow to 64 MB of garbage, and the old one to twice what
 * it held, which pays in a program that computes; one that waits for keys has time to collect. Where V8 knows these flags
 * no more, nothing changes.
 */
export function keepHeapSmall(): void {
  // As it is, and no larger.
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=20");
}
