/**
 * Commands for the user's own data: highlights, notes, and what ibid remembers.
 */
import { flags } from "../../app/flags.ts";
import type { Command } from "./command.ts";

export const own: readonly Command[] = [
  {
    name: "notes",
    operands: "[ESSAY... | import FILE]",
    takes: "essays",
    words: [{ word: "import", does: "import highlights and notes", takes: "files" }],
    count: [0, Infinity],
    summary: "export your highlights and notes, or import them",
    flags: [flags.gone, flags.notesFormat, flags.json],
    details: {
      title: "Forms",
      rows: [
        ["ibid notes", "export the notes of all essays"],
        ["ibid notes ESSAY...", "export the notes of these essays"],
        ["ibid notes import FILE", "import json, jsonl, csv, w3c or mrsf; - is standard input"],
      ],
    },
    examples: [
      { command: "ibid notes > notes.md", does: "Export all highlights and notes as Markdown." },
      {
        command: "ibid notes marginalia -f anki > cards.txt",
        does: "Make flash cards of the notes of an essay.",
      },
      { command: "ibid notes -f csv > readwise.csv", does: "Export for Readwise." },
      { command: "ibid notes import notes.json", does: "Import what -f json exported on another machine." },
    ],
    run: async (session) => (await import("../notes.ts")).run(session),
  },
  {
    name: "review",
    operands: "",
    takes: "text",
    count: [0, 0],
    summary: "print five of your older highlights and notes, different ones each day",
    flags: [flags.limit, flags.reviewFormat, flags.width, flags.theme],
    laysOut: true,
    examples: [
      { command: "ibid review", does: "Print today's." },
      { command: "ibid review -n 1 -f markdown >> ~/journal.md", does: "Append one to a journal." },
    ],
    run: async (session) => (await import("../review.ts")).run(session),
  },
  {
    name: "state",
    operands: "export | import FILE | merge FILE...",
    takes: "text",
    words: [
      { word: "export", does: "print what ibid remembers" },
      { word: "import", does: "merge a file into what ibid remembers", takes: "files" },
      { word: "merge", does: "the same, and write the result to the file", takes: "files" },
    ],
    count: [1, Infinity],
    summary: "export, import or merge what ibid remembers",
    flags: [],
    details: {
      title: "Forms",
      rows: [
        ["ibid state export", "print it as JSON, one item per line"],
        ["ibid state import FILE", "merge a file into what ibid remembers here"],
        ["ibid state merge FILE...", "the same, and write the result to the first file"],
      ],
    },
    examples: [
      { command: "ibid state export > state.jsonl", does: "Make a backup." },
      { command: "ibid state merge ~/Sync/ibid.jsonl", does: "Merge with a file that machines share." },
    ],
    run: async (session) => (await import("../state.ts")).run(session),
  },
];
