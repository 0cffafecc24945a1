/**
 * The offers at the beginning of the shelf and at the end of an essay.
 */
import { titleLabel } from "../../essay/title-label.ts";
import type { Essay } from "../../essay/essay.ts";
import { sentence } from "../../formats/speech.ts";
import type { toGoOn } from "../../memory/go-on.ts";

/** The essay to continue, and the commands. */
export function offerLines(last: ReturnType<typeof toGoOn>): string[] {
  const offer = last ? [`c continues ${titleLabel(last.essay)}, ${last.percent} per cent read.`] : [];
  return [...offer, "A number opens an essay, Enter shows more, h lists every command, q leaves."];
}

/** The words at the end of an essay, with the ways on from there. */
export function endingLines(next: Essay | undefined, isSearchable: boolean): string[] {
  return [
    "The end.",
    ...(next ? [sentence(`j opens the next essay on the shelf: ${titleLabel(next)}`)] : []),
    ...(isSearchable ? ["a lists the essays that link here, and similar ones."] : []),
  ];
}
