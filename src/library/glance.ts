/**
 * Reads the beginning of an essay: enough for a preview, and fast however long the essay is.
 */
import { essayText, type ReadingStages, READING } from "./boundary.ts";

/** The length that is read for a preview, in UTF-16 code units. */
const BEGINNING = 8_000;
const DEFINITION = /^\[\^[^\]\s]+\]:.*$/gm;

function beginningOf(text: string): string {
  if (text.length <= BEGINNING) return text;
  const definitions = text.slice(BEGINNING).match(DEFINITION) ?? [];
  return `${text.slice(0, BEGINNING)}\n\n${definitions.join("\n\n")}\n`;
}

/** Reads only the beginning, and the notes that are defined below it. */
export const GLANCE: ReadingStages = {
  ...READING,
  text: ({ text, problems }, path, file) => essayText({ text: beginningOf(text), problems }, path, file),
};
