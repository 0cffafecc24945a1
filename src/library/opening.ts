/**
 * Opens the files of a library. This module includes the parser, so it is loaded when a file is opened, not for
 * questions that the index answers.
 */
import type { EssayText, OpenEssay } from "../document/open-essay.ts";
import { isSkipped, type ReadingStages, READING, type SkipReason, withFile, withText } from "./boundary.ts";
import type { FoundFile } from "./discover.ts";
import { UnreadableError } from "./errors.ts";
import { GLANCE } from "./glance.ts";

export { FileNames } from "./file-names.ts";
export { withEmbeddedFiles } from "../document/embedded-files.ts";
export { withTransclusions } from "../document/transclusion.ts";
export { readFiles } from "./files.ts";
export { typeset } from "./typeset.ts";

/** The essay in a file, or in its text if that was `read` before, with its tree. Throws `UnreadableError`. */
export function opened(essay: FoundFile, read?: EssayText): OpenEssay {
  return read
    ? withText(read.content, essay, (text) => text.open(), { ...READING, text: () => read })
    : from(essay, READING);
}

/** As `opened`, but only the beginning, and the notes that are defined below it: enough for a preview. */
export function glanced(essay: FoundFile): OpenEssay {
  return from(essay, GLANCE);
}

function from(essay: FoundFile, reading: ReadingStages): OpenEssay {
  const result: OpenEssay | SkipReason = withFile(essay, (text) => text.open(), reading);
  if (isSkipped(result)) throw new UnreadableError(essay.path, result.skipped);
  return result;
}
