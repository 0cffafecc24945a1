/**
 * The commands of the plain reader: words for the actions of the screen. If a word is not in this table, the
 * plain reader looks it up among the keys of the screen, so every key that makes sense in lines works,
 * including the user's own.
 */
import { type Action, actionOf, type Keymap } from "../keymap.ts";

export interface PlainCommand {
  readonly words: readonly string[];
  readonly action: Action;
  readonly help: string;
}

type PlainContext = "shelf" | "page";

export const COMMANDS: Readonly<Record<PlainContext, readonly PlainCommand[]>> = {
  shelf: [
    { words: ["", "n"], action: "pageDown", help: "Enter or n: the next ten." },
    { words: ["p"], action: "pageUp", help: "p: the ten before." },
    { words: ["a"], action: "clear", help: "a: all essays again." },
    { words: ["/"], action: "filter", help: "/ and words: essays whose title, tags or description match." },
    { words: ["?"], action: "search", help: "? and words: search the full text; ? alone: this help." },
    {
      words: ["t"],
      action: "tags",
      help: "t and a tag, or several with commas: essays with any of them; t alone: all tags.",
    },
    { words: ["s"], action: "sort", help: "s and a key: sort by order, date, title, words or read." },
    { words: ["r"], action: "reverse", help: "r: the order reversed." },
    { words: ["x"], action: "mark", help: "x and a number: mark that essay as read, or as not read." },
    { words: ["undo"], action: "undo", help: "undo: undo the last change to what is read." },
    {
      words: ["+"],
      action: "queue",
      help: "+ and a number: add that essay to the queue, or remove it.",
    },
    { words: ["A"], action: "queued", help: "A: the queue." },
    { words: ["c"], action: "continue", help: "c: continue where you stopped." },
    { words: ["C"], action: "recent", help: "C: the essays you read last." },
    { words: ["'"], action: "bookmarks", help: "': bookmarks." },
    {
      words: ["d"],
      action: "remove",
      help: "d and a number: remove that bookmark, where bookmarks are listed.",
    },
    { words: ["e"], action: "edit", help: "e and a number: open that essay in your editor." },
    { words: ["y"], action: "copy", help: "y and a number: copy the path of that essay." },
    { words: ["marks"], action: "marks", help: "marks: your marks in all essays." },
    { words: ["h"], action: "help", help: "h: this help." },
    { words: ["q"], action: "quit", help: "q: leave." },
  ],
  page: [
    { words: ["", "n"], action: "down", help: "Enter or n: the next paragraph, with its footnotes." },
    { words: ["p"], action: "up", help: "p: the paragraph before." },
    { words: ["r"], action: "redraw", help: "r: repeat this paragraph." },
    { words: ["g"], action: "top", help: "g: the first paragraph." },
    { words: ["G"], action: "bottom", help: "G: the last paragraph." },
    { words: ["l"], action: "follow", help: "l: follow the link of this paragraph; l 2: its second link." },
    { words: ["u"], action: "goBack", help: "u: back to where you came from." },
    { words: ["o"], action: "outline", help: "o: the headings; o 2: to the second heading." },
    { words: ["]"], action: "nextHeading", help: "]: the next heading." },
    { words: ["["], action: "previousHeading", help: "[: the heading before." },
    { words: ["/"], action: "find", help: "/ and words: find in this essay; / alone: find again." },
    { words: ["N"], action: "previousMatch", help: "N: the match before." },
    { words: ["?"], action: "search", help: "? and words: search the full text; ? alone: this help." },
    { words: ["j"], action: "nextEssay", help: "j: the next essay on the shelf." },
    { words: ["k"], action: "previousEssay", help: "k: the essay before it." },
    { words: ["a"], action: "citing", help: "a: the essays that link here, and similar ones." },
    { words: ["m"], action: "bookmark", help: "m: bookmark this paragraph." },
    { words: ["'"], action: "bookmarks", help: "': bookmarks." },
    { words: ["C"], action: "recent", help: "C: the essays you read last." },
    { words: ["y"], action: "copy", help: "y: copy this paragraph, with its notes and source." },
    { words: ["Y"], action: "copyAddress", help: "Y: copy the essay's address or path." },
    { words: ["e"], action: "edit", help: "e: open your editor at this paragraph." },
    {
      words: ["hl"],
      action: "highlight",
      help: "hl: highlight this paragraph; hl 2: its second sentence, or its second row of a table.",
    },
    {
      words: ["note"],
      action: "note",
      help: "note and words: write a note on the mark that you just made, or else on this paragraph; note 2 and words: on its second sentence, or on the highlight that contains it.",
    },
    { words: ["rm"], action: "unmark", help: "rm and a number: remove your mark with that number." },
    {
      words: ["marks"],
      action: "marks",
      help: "marks: your marks in this essay; marks all: in all essays.",
    },
    { words: ["undo"], action: "undo", help: "undo: undo the last change to your marks." },
    { words: ["h"], action: "help", help: "h: this help." },
    { words: ["q"], action: "back", help: "q: back to the shelf." },
  ],
};

/** The lines of the help. */
export function helpOf(context: PlainContext): { lines: string[] } {
  return { lines: COMMANDS[context].map(({ help }) => help) };
}

/** Actions without a meaning in lines, and why. */
export const ON_A_SCREEN_ONLY: ReadonlyMap<Action, string> = new Map<Action, string>([
  ["halfDown", "there is no screen to move by"],
  ["halfUp", "there is no screen to move by"],
  ["percent", "paragraphs have numbers"],
  ["lineToTop", "there is no screen to move on"],
  ["lineToMiddle", "there is no screen to move on"],
  ["lineToBottom", "there is no screen to move on"],
  ["toRight", "formulas are as wide as the terminal"],
  ["toLeft", "formulas are as wide as the terminal"],
  ["peek", "l follows a link, and u comes back"],
  ["pipe", "the shell pipes ibid show to a command"],
  ["other", "commands are typed in the shell"],
  ["byState", "s read sorts by read state"],
  ["nextNew", "s date lists the newest first"],
  ["sooner", "the queue keeps the order in which essays were added"],
  ["later", "the queue keeps the order in which essays were added"],
  ["libraries", "ibid @name opens another library"],
  ["older", "earlier lines can't be recalled"],
  ["newer", "earlier lines can't be recalled"],
  ["palette", "every action is a word here; h lists them"],
  ["preview", "there is nothing beside the list"],
  ["group", "t lists the tags, and t with a tag lists its essays"],
  ["accept", "a line is complete when it is typed"],
  ["tick", "t takes several tags"],
  ["anyOrAll", "t lists essays with any of the tags; --tag, given again, asks for all of them"],
  ["mouse", "lines have no places to point at"],
  ["nextLink", "links have numbers"],
  ["previousLink", "links have numbers"],
  ["select", "a paragraph is copied as a whole, and hl takes the number of a sentence"],
  ["selectLines", "a paragraph is copied as a whole, and hl takes the number of a sentence"],
  ["begin", "nothing is selected here"],
  ["swapEnds", "nothing is selected here"],
  ["left", "there is no cursor to move"],
  ["right", "there is no cursor to move"],
  ["nextWord", "there is no cursor to move"],
  ["previousWord", "there is no cursor to move"],
  ["wordEnd", "there is no cursor to move"],
  ["attach", "it needs selected words"],
  ["switchList", "marks all lists the marks of all essays"],
  ["newLine", "a note is one line"],
  ["compose", "a note is one line"],
  ["lineStart", "there is no cursor to move"],
  ["lineEnd", "there is no cursor to move"],
  ["readAloud", "your screen reader reads the essay"],
  ["pause", "nothing is read aloud here"],
  ["nextSentence", "n is the next paragraph"],
  ["previousSentence", "p is the paragraph before"],
  ["notes", "notes follow their paragraph"],
  ["wider", "lines are as wide as the terminal"],
  ["narrower", "lines are as wide as the terminal"],
  ["theme", "there are no colours"],
  ["spread", "there are no pages"],
  ["suspend", "the terminal does this itself"],
  ["interrupt", "the terminal does this itself"],
  ["nextMatch", "/ alone repeats the search"],
]);

/** The action of a typed word. */
export function plainAction(keymap: Keymap, context: PlainContext, word: string): Action | undefined {
  return (
    COMMANDS[context].find(({ words }) => words.includes(word))?.action ?? actionOf(keymap, context, word)
  );
}
