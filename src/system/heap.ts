/**
 * V8's heap in a program that runs for hours and waits for keys: small, at the price of more collections.
 */

/**
 * Keeps the heap near the size of what is in use. V8 lets the young generation grow to 64 MB of garbage, and the old one to
 * twice the memory in use. That is good for a program that computes, but a program that waits for keys has time to collect.
 * If V8 no longer knows these flags, nothing changes.
 *
 * V8 takes code that was kept only under the flags under which it was kept; so this comes before any code is taken.
 */
export function keepHeapSmall(): void {
  // Loaded here, because Node.js loads all streams with it, and only the reader needs them.
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  // The present size, and no larger.
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=20");
}
