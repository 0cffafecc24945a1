/**
 * Keys in an essay, by what it is doing.
 */
import {
  always,
  type Binding,
  type ContextKeys,
  everywhere,
  moves,
  placing,
  without,
} from "../../bindings.ts";

/** Space turns no page while it pauses a voice. */
const scrolling: readonly Binding[] = without(moves, "space");

export const keys = {
  page: {
    title: "In an essay",
    bindings: [
      ...without(moves, "ctrl+n", "ctrl+p"),
      ...placing,
      { keys: ["tab"], action: "nextLink", help: "to the next link or mark" },
      { keys: ["shift+tab"], action: "previousLink", help: "to the link or mark before" },
      { keys: ["enter"], action: "follow", help: "follow it: to an essay, a note, the browser" },
      { keys: ["i"], action: "peek", help: "peek at it: what it leads to, in a box" },
      { keys: ["backspace", "ctrl+o"], action: "goBack", help: "back to where you were before a jump" },
      { keys: ["L"], action: "citing", help: "what links here" },
      { keys: ["o"], action: "outline", help: "outline" },
      { keys: ["]"], action: "nextHeading", help: "to the next heading" },
      { keys: ["["], action: "previousHeading", help: "to the heading before" },
      { keys: ["J"], action: "nextEssay", help: "the next essay on the shelf" },
      { keys: ["K"], action: "previousEssay", help: "the essay before it" },
      { keys: ["/"], action: "find", help: "find in this essay as you type" },
      { keys: ["n"], action: "nextMatch", help: "the next match" },
      { keys: ["N"], action: "previousMatch", help: "the match before" },
      { keys: ["F"], action: "search", help: "search the full text of all essays" },
      { keys: ["f"], action: "notes", help: "footnotes: auto, inline, margin, end, none" },
      { keys: ["+", "="], action: "wider", help: "a wider measure" },
      { keys: ["-"], action: "narrower", help: "a narrower measure" },
      { keys: ["T"], action: "theme", help: "the next theme" },
      { keys: ["m"], action: "bookmark", help: "bookmark the paragraph" },
      { keys: ["'"], action: "bookmarks", help: "bookmarks" },
      { keys: ["C"], action: "recent", help: "the essays you read last" },
      { keys: ["y"], action: "copy", help: "copy the paragraph, with notes and source" },
      { keys: ["v"], action: "select", help: "select lines, to copy them" },
      { keys: ["Y"], action: "copyAddress", help: "copy the essay's address or path" },
      { keys: ["e"], action: "edit", help: "open your editor at this line" },
      { keys: ["|"], action: "pipe", help: "give the essay or the paragraph to a command of yours" },
      { keys: ["R"], action: "readAloud", help: "read aloud from this paragraph on" },
      ...always.map((binding) =>
        binding.action === "palette" ? { ...binding, keys: [...binding.keys, "ctrl+p"] } : binding,
      ),
      { keys: ["esc"], action: "clear", help: "nothing marked any more; else back" },
      { keys: ["q"], action: "back", help: "back to where you came from" },
    ],
  },
  find: {
    title: "While you find in an essay",
    bindings: [
      { keys: ["enter", "tab"], action: "accept", help: "keep what is found; n and N go through it" },
      { keys: ["down", "ctrl+n"], action: "nextMatch", help: "the next match" },
      { keys: ["up", "ctrl+p"], action: "previousMatch", help: "the match before" },
      { keys: ["esc"], action: "clear", help: "back to where you were, nothing marked" },
      ...everywhere,
    ],
  },
  select: {
    title: "While you select lines",
    bindings: [
      ...moves,
      ...placing,
      { keys: ["y", "enter"], action: "copy", help: "copy the lines, with notes and source" },
      { keys: ["|"], action: "pipe", help: "give the lines to a command of yours" },
      ...always,
      { keys: ["q", "esc", "v"], action: "back", help: "back, nothing copied" },
    ],
  },
  aloud: {
    title: "While an essay is read aloud",
    bindings: [
      { keys: ["space"], action: "pause", help: "pause, or go on with the sentence" },
      { keys: [")", "n", "right"], action: "nextSentence", help: "the next sentence" },
      { keys: ["(", "p", "left"], action: "previousSentence", help: "the sentence before" },
      ...scrolling,
      ...always,
      { keys: ["q", "esc", "R"], action: "back", help: "no more reading aloud" },
    ],
  },
  box: {
    title: "In a note or an address that stands in a box",
    bindings: [
      ...moves,
      { keys: ["tab"], action: "nextLink", help: "to the next link or mark" },
      { keys: ["shift+tab"], action: "previousLink", help: "to the link or mark before" },
      { keys: ["enter"], action: "follow", help: "follow it; open the address; else close the box" },
      { keys: ["i"], action: "peek", help: "peek at what it leads to" },
      { keys: ["y"], action: "copy", help: "copy it" },
      ...always,
      { keys: ["q", "esc", "backspace", "ctrl+o"], action: "back", help: "close the box" },
    ],
  },
} as const satisfies Record<string, ContextKeys>;
