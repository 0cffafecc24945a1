/**
 * What is read of a file of notes: its marks, and what could not be taken as it was written, each with its place in the file.
 */
import { readTimestamp } from "../../text/timestamp.ts";
import { onOneLine, type ReadMark, type ReadNotes } from "./noted.ts";

export class Reading implements ReadNotes {
  readonly marks: ReadMark[] = [];
  readonly wordless: string[] = [];
  readonly undated: string[] = [];

  /** Keeps a mark, or, if there is none, the place and the text of a note without words. */
  take(mark: ReadMark | undefined, place: string, note?: string): void {
    const text = onOneLine(note ?? "");
    if (mark) this.marks.push(mark);
    else
      this.wordless.push(
        [place, ...(text === "" ? [] : [`“${text}”`])].filter((part) => part !== "").join(": "),
      );
  }

  /** A time; undefined if there is none, or if the text is not one, which is kept with its place. */
  time(value: unknown, place: string): number | undefined {
    const time = readTimestamp(value);
    const isGiven = time === undefined && value !== undefined && value !== null && value !== "";
    const text = typeof value === "string" ? onOneLine(value) : JSON.stringify(value);
    if (isGiven) this.undated.push(place === "" ? `“${text}”` : `${place}: “${text}”`);
    return time;
  }
}
