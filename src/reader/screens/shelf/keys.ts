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
      { keys: ["C"], action: "recent", help: "list the essays you read last" },
      { keys: ["/"], action: "filter", help: "filter as you type" },
      { keys: ["F"], action: "search", help: "search the full text, notes included" },
      { keys: ["esc"], action: "clear", help: "show all essays" },
      { keys: ["t"], action: "tags", help: "choose tags" },
      { keys: ["T"], action: "group", help: "group by tag, or stop grouping" },
      { keys: ["s"], action: "sort", help: "sort by order, date, title, words or read state" },
      { keys: ["r"], action: "reverse", help: "reverse the order" },
      { keys: ["f"], action: "byState", help: "show unread, begun, finished or all essays" },
      { keys: ["n"], action: "nextNew", help: "go to the next new essay" },
      { keys: ["a"], action: "queue", help: "add the essay to the queue, or remove it" },
      { keys: ["A"], action: "queued", help: "show the queue: the essays to read next" },
      { keys: ["L"], action: "libraries", help: "open another library of the config file" },
      { keys: ["p"], action: "preview", help: "show or hide the preview beside a wide shelf or search" },
      { keys: ["x"], action: "mark", help: "mark as read, or as not read" },
      { keys: ["U"], action: "undo", help: "undo the last change to what is read" },
      { keys: ["'"], action: "bookmarks", help: "bookmarks" },
      { keys: ["H"], action: "marks", help: "your marks in all essays" },
      { keys: ["e"], action: "edit", help: "open it in your editor" },
      { keys: ["y"], action: "copy", help: "copy its path" },
      { keys: ["|"], action: "pipe", help: "send its text to a command" },
      ...always,
      { keys: ["q"], action: "quit", help: "leave ibid" },
    ],
  },
  filter: {
    title: "While you filter",
    bindings: [
      { keys: ["enter"], action: "open", help: "open the essay" },
      { keys: ["down", "ctrl+n"], action: "down", help: "down" },
      {
        keys: ["up", "ctrl+p"],
        action: "up",
        help: "up; on the first row or before anything is typed, recall the last filter",
      },
      { keys: ["ctrl+t"], action: "search", help: "search the full text for it" },
      { keys: ["tab"], action: "accept", help: "keep the filter and go back to the shelf" },
      { keys: ["esc"], action: "clear", help: "show all essays" },
      ...everywhere,
    ],
  },
} as const satisfies Record<string, ContextKeys>;
