/**
 * Keys on the shelf, and in its filter.
 */
import { type ContextKeys, always, everywhere, moves, placing } from "../../bindings.ts";

export const keys = {
  shelf: {
    title: "On the shelf",
    bindings: [
      ...moves,
      ...placing,
      { keys: ["enter", "l", "right"], action: "open", help: "open the essay" },
      { keys: ["i"], action: "peek", help: "peek at its beginning" },
      { keys: ["c"], action: "continue", help: "continue where you stopped reading" },
      { keys: ["C"], action: "recent", help: "the essays you read last" },
      { keys: ["/"], action: "filter", help: "filter as you type" },
      { keys: ["F"], action: "search", help: "search the full text, notes included" },
      { keys: ["esc"], action: "clear", help: "all essays again" },
      { keys: ["t"], action: "tags", help: "choose tags" },
      { keys: ["T"], action: "group", help: "group by tag, or not" },
      { keys: ["s"], action: "sort", help: "sort by order, date, title, words or what is read" },
      { keys: ["r"], action: "reverse", help: "the other way round" },
      { keys: ["f"], action: "byState", help: "the unread, the begun, the finished, or all" },
      { keys: ["n"], action: "nextNew", help: "to the next new essay" },
      { keys: ["a"], action: "queue", help: "into the queue of what to read next, or out of it" },
      { keys: ["A"], action: "queued", help: "the queue, in its order" },
      { keys: ["L"], action: "libraries", help: "another library of the config file" },
      { keys: ["p"], action: "preview", help: "the preview beside a wide shelf, or not" },
      { keys: ["x"], action: "mark", help: "mark as read, or as not" },
      { keys: ["'"], action: "bookmarks", help: "bookmarks" },
      { keys: ["H"], action: "marks", help: "your marks in all essays" },
      { keys: ["e"], action: "edit", help: "open it in your editor" },
      { keys: ["y"], action: "copy", help: "copy its path" },
      { keys: ["|"], action: "pipe", help: "give its text to a command of yours" },
      ...always,
      { keys: ["q"], action: "quit", help: "leave ibid" },
    ],
  },
  filter: {
    title: "While you filter",
    bindings: [
      { keys: ["enter"], action: "open", help: "open the essay" },
      { keys: ["down", "ctrl+n"], action: "down", help: "down" },
      { keys: ["up", "ctrl+p"], action: "up", help: "up; from the first one, what was typed before" },
      { keys: ["tab"], action: "accept", help: "keep the filter, back to the shelf" },
      { keys: ["esc"], action: "clear", help: "all essays again" },
      ...everywhere,
    ],
  },
} as const satisfies Record<string, ContextKeys>;
