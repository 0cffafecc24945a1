/**
 * What the operand of `ibid` names: the one rule of the reader, and of what a pipe gets in its place.
 */
import { resolve } from "node:path";
import { isLibraryName } from "../library/locate.ts";
import { statsOf } from "../system/stats.ts";
import type { Session } from "./session.ts";

export type Operand =
  /** Standard input: named by `-`, or, if nothing is named, what comes down a pipe. */
  | { readonly kind: "input"; readonly isNamed: boolean }
  /** A folder or the name of a library; undefined for the usual library. */
  | { readonly kind: "library"; readonly argument: string | undefined }
  /** An essay, by whatever names one. */
  | { readonly kind: "essay"; readonly name: string };

/** The first operand. `--dir` names what to read, so that no pipe is read then. */
export function operandOf({ options, io }: Session): Operand {
  const [name] = options.operands;
  if (name === "-") return { kind: "input", isNamed: true };
  if (name === undefined) {
    const isPiped = io.inIsPiped === true && options.places.dir === undefined;
    return isPiped ? { kind: "input", isNamed: false } : { kind: "library", argument: undefined };
  }
  const isFolder = statsOf(resolve(options.cwd, name))?.isDirectory() ?? false;
  const isLibrary = isLibraryName(name) || isFolder;
  return isLibrary ? { kind: "library", argument: name } : { kind: "essay", name };
}
