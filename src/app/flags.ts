/**
 * The table of flags. Each part is in a separate file.
 */
import { asking } from "./flags/asking.ts";
import { checking } from "./flags/checking.ts";
import { choosing } from "./flags/choosing.ts";
import type { Flag } from "./flags/flag.ts";
import { formats } from "./flags/formats.ts";
import { program } from "./flags/program.ts";
import { shape } from "./flags/shape.ts";

export type { Flag, Source } from "./flags/flag.ts";

export const flags = { ...choosing, ...shape, ...formats, ...asking, ...checking, ...program } as const;

/** Flags that every command takes. */
export const commonFlags: readonly Flag[] = [flags.dir, flags.color, flags.debug, flags.help, flags.version];

/** Flags that choose essays and put them in order. */
export const choosingFlags: readonly Flag[] = [
  flags.tag,
  flags.notTag,
  flags.where,
  flags.since,
  flags.until,
  flags.drafts,
  flags.match,
  flags.sort,
  flags.reverse,
  flags.limit,
];
