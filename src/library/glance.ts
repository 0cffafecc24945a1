/**
 * The beginning of an essay: enough for a preview, and read at once however long the essay is.
 */
import { EssayText } from "../document/open-essay.ts";
import { type Reading, READING } from "./boundary.ts";

/** No more than this is read of an essay for a preview, in UTF-16 code units. */
const BEGINNING = 8_000;
const DEFINITION = /^\[\^[^\]\s]+\]:.*$/gm;

function beginningOf(text: string): string {
  if (text.length <= BEGINNING) return text;
  const definitions = text.slice(BEGINNING).match(DEFINITION) ?? [];
  return `${text.slice(0, BEGINNING)}\n\n${definitions.join("\n\n")}\n`;
}

/** Reads the beginning alone, and the notes that are defined below it. */
export const GLANCE: Reading = {
  ...READING,
  text: ({ text, problems }, path, file) => new EssayText({ text: beginningOf(text), problems }, path, file),
};
