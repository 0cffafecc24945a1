/**
 * The essay on standard input.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { decodeText, UnfitFileError } from "../essay/decode.ts";
import { beyond, BOUNDS } from "../text/bounds.ts";
import { withText } from "./boundary.ts";

/** Its name, as a path and as a file. */
export const STANDARD_INPUT = "standard input";

/** The message if it contains only blanks. */
export const EMPTY_INPUT = "standard input is empty";

/** Whether the input is blank. */
export function isEmptyInput({ source, essay }: OpenEssay): boolean {
  return source.body.trim() === "" && essay.problems.length === 0;
}

/** Reads standard input to its end. Throws `UnfitFileError`. */
export async function fromInput(io: { readonly readInput: () => Promise<Uint8Array> }): Promise<OpenEssay> {
  const bytes = await io.readInput();
  if (bytes.length > BOUNDS.fileBytes.most) throw new UnfitFileError(beyond("fileBytes"));
  const content = decodeText(bytes);
  return withText(content, { path: STANDARD_INPUT, file: STANDARD_INPUT }, (text) => text.open());
}
