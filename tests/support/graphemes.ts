/**
 * xterm's table of graphemes. It reads its data from the beginning of a buffer's memory, which is the data's own only
 * if the buffer is not cut from Node.js's pool: whether it is depends on what was done before.
 */
const { poolSize } = Buffer;
Buffer.poolSize = 0;
export const { UnicodeGraphemesAddon } = await import("@xterm/addon-unicode-graphemes");
Buffer.poolSize = poolSize;
