/**
 * The end of a block between fences of colons.
 */
import { afterLine } from "../../../text/lines.ts";
import type { Limits } from "../../limits.ts";

/** A fence of code, or one of colons, which opens a block if words follow. */
const FENCES = /^ {0,3}(?:(?<code>`{3,}|~{3,})|(?<colons>:{3,})(?!:)(?<words>[^\n:]*))/gm;

/** The start and the end of the fence that closes a block with this number of colons. */
export function endOfColons(
  src: string,
  from: number,
  colons: number,
  limits: Limits,
): { readonly start: number; readonly end: number } | undefined {
  if (!limits.isPatient) return undefined;
  const fences = new RegExp(FENCES);
  fences.lastIndex = from;
  let depth = 1;
  let code: string | undefined;
  for (let match = fences.exec(src); match; match = fences.exec(src)) {
    const { code: fence, colons: own = "", words } = match.groups!;
    if (fence !== undefined && (code === undefined || fence.startsWith(code)))
      code = code === undefined ? fence : undefined;
    else if (code === undefined && own.length >= colons) depth += words?.trim() === "" ? -1 : 1;
    if (depth === 0) return { start: match.index, end: afterLine(src, fences.lastIndex) };
  }
  limits.soughtInVain(src.length);
  return undefined;
}
