/**
 * The manual page, made from the table of commands, in mdoc (mandoc.bsd.lv/man/mdoc.7.html).
 */
import { type Command, commands, read } from "./commands.ts";
import { commonFlags, type Flag } from "../app/flags.ts";

/** The day on which what the page says last changed. */
const DATE = "November 23, 2026";

export function manPage(): string {
  return [
    `.Dd ${DATE}`,
    ".Dt IBID 1",
    ".Os",
    ".Sh NAME",
    ".Nm ibid",
    ".Nd read essays in the terminal, each footnote where it is cited",
    ".Sh SYNOPSIS",
    ".Nm",
    ".Op Ar flags",
    ".Op Ar DIR | FILE | SLUG | -",
    ...commands.flatMap(({ name, operands }) => [
      ".Nm",
      `.Cm ${name}`,
      ".Op Ar flags",
      `.Ar ${roff(operands)}`,
    ]),
    ".Sh DESCRIPTION",
    ".Nm",
    ...text(
      "takes a folder of Markdown essays with front matter, lists them by order and tag, finds them by a few letters " +
        "or by what they say, and shows the chosen one with its footnotes where they are cited: under the paragraph, " +
        "or in the margin as a printed book has them.",
    ),
    ".Pp",
    ...text(
      "Without a command it opens the reader, at an essay if one is named; where standard output is no terminal, it " +
        "prints the list or the essay.",
    ),
    ".Pp",
    ...text("The library is the first of: a path on the command line, the value of"),
    ".Fl Fl dir ,",
    roff("that of"),
    ".Ev IBID_DIR ,",
    ".Va dir",
    roff("in the configuration file, the folder"),
    ".Pa essays ,",
    roff("the current folder, the essays that ship."),
    ...text("An ESSAY is a slug, a path, an order number such as #108, or - for standard input."),
    ".Sh COMMANDS",
    ...[read, ...commands].flatMap(section),
    ".Ss Every command",
    ...flagList(commonFlags),
    ".Sh ENVIRONMENT",
    ".Bl -tag -width IBID_CONFIG",
    ...item("Ev IBID_DIR", "The library, where no other is named."),
    ...item("Ev IBID_CONFIG", "Another configuration file."),
    ...item("Ev IBID_CACHE", "Another folder for the index; empty, and none is kept."),
    ...item("Ev IBID_STATE", "Another folder for what is remembered; empty, and nothing is."),
    ...item("Ev INK_SCREEN_READER", "true: the reader line by line, as --plain-ui."),
    ...item("Ev VISUAL , EDITOR", "Opens an essay's source from the reader."),
    ...item("Ev NO_COLOR , FORCE_COLOR", "No colour, and colour where there would be none."),
    ...item("Ev PAGER", "Shows what --pager prints."),
    ".El",
    ".Sh FILES",
    ".Bl -tag -width config.toml",
    ...item("Pa ~/.config/ibid/config.toml", "The configuration: a key for each flag, and keys of your own."),
    ...item("Pa ~/.cache/ibid", "Indexes, one for each library; they may be deleted at any time."),
    ...item("Pa ~/.local/state/ibid", "What you read, where you stopped, bookmarks."),
    ".El",
    ".Sh EXIT STATUS",
    ...text(
      "0 when something was found, 1 when nothing was, 2 for an error; check exits 1 when it found an error, and 0 when it found warnings alone.",
    ),
    "",
  ].join("\n");
}

function section(command: Command): string[] {
  const { name, summary, flags, details = [], examples } = command;
  const title = command === read ? [".Ss The reader"] : [`.Ss ibid ${name}`];
  return [
    ...title,
    ...text(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`),
    ...(details.length > 0
      ? [
          ".Bl -tag -width title:word",
          ...details.flatMap(([query, means]) => item(`Li ${quoted(query)}`, means)),
          ".El",
        ]
      : []),
    ...(flags.length > 0 ? flagList(flags) : []),
    ".Pp",
    "Examples:",
    ".Bl -tag -width Ds",
    ...examples.flatMap(({ command: line, does }) =>
      item(`Li ${quoted(line)}`, `${does.charAt(0).toUpperCase()}${does.slice(1)}.`),
    ),
    ".El",
  ];
}

function flagList(flags: readonly Flag[]): string[] {
  return [".Bl -tag -width Ds", ...flags.flatMap(flagItem), ".El"];
}

function flagItem({ name, short, value, help }: Flag): string[] {
  const argument = value === undefined ? "" : ` Ar ${roff(value)}`;
  const long = `Fl Fl ${name}${argument}`;
  return item(
    short === undefined ? long : `Fl ${short} , ${long}`,
    `${help.charAt(0).toUpperCase()}${help.slice(1)}.`,
  );
}

function item(head: string, what: string): string[] {
  return [`.It ${head}`, ...text(what)];
}

const LONGEST_LINE = 78;

/** Text as lines that are not too long. */
function text(words: string): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LONGEST_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map(roff);
}

/** An argument of a macro, as one word. */
function quoted(words: string): string {
  return `"${roff(words).replaceAll('"', '""')}"`;
}

/** Text without what roff would obey: escapes, and control characters at the start of a line. */
function roff(words: string): string {
  return words
    .replaceAll("\\", "\\e")
    .replaceAll("’", "\\(cq")
    .replaceAll("“", "\\(lq")
    .replaceAll("”", "\\(rq")
    .replaceAll("…", "...")
    .replace(/^([.'])/, "\\&$1");
}
