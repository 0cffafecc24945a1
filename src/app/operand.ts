/**
 * The meaning of the operand of `ibid`: the reader, and the output to a pipe, use the same rule.
 */
import { resolve } from "node:path";
import { isLibraryName } from "../library/locate.ts";
import { statsOf } from "../system/stats.ts";
import type { Session } from "./session.ts";

export type Operand =
  /** Standard input: named by `-`, or used without an operand if it is a pipe. */
  | { readonly kind: "input"; readonly isNamed: boolean }
  /** A folder or the name of a library; undefined for the usual library. */
  | { readonly kind: "library"; readonly argument: string | undefined }
  /** An essay, by its slug, path or order. */
  | { readonly kind: "essay"; readonly name: string };

/** The first operand. With `--dir`, no pipe is read. */
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
