/**
 * The manual page, made from the tables of commands, flags and help, in mdoc (mandoc.bsd.lv/man/mdoc.7.html).
 */
import { choosingFlags, commonFlags, type Flag } from "../app/flags.ts";
import { meaningOf } from "../app/flags/flag.ts";
import { QUERY_END, QUERY_GROUPS, QUERY_INTRODUCTION } from "../search/query-table.ts";
import { wrapped } from "./columns.ts";
import { type Command, commands, read } from "./commands.ts";
import {
  CONDITIONS,
  CONFIG,
  CONFIG_END,
  ENVIRONMENT,
  EXIT_CODES,
  FILES,
  NOTES,
  type TermRow,
  TEMPLATES,
} from "./tables.ts";

/** The date of the last change of the page. */
const DATE = "November 28, 2026";

export function manPage(): string {
  return [
    `.Dd ${DATE}`,
    ".Dt IBID 1",
    ".Os",
    ".Sh NAME",
    ".Nm ibid",
    ".Nd read essays in the terminal, with each footnote where it is cited",
    ".Sh SYNOPSIS",
    ".Nm",
    ".Op Ar flags",
    `.Op Ar ${roff(read.operands.replace(/[[\]]/g, "").replaceAll("|", " | "))}`,
    ...commands.flatMap(({ name, operands }) => [
      ".Nm",
      `.Cm ${name}`,
      ".Op Ar flags",
      ...(operands === "" ? [] : [`.Ar ${roff(operands)}`]),
    ]),
    ...description(),
    ".Sh COMMANDS",
    ...[read, ...commands].flatMap(section),
    ".Ss Choosing essays",
    ...text("These flags choose essays and put them in order."),
    ...flagList(choosingFlags),
    ".Ss Every command",
    ...flagList(commonFlags),
    ".Sh QUERIES",
    ...text(QUERY_INTRODUCTION.replaceAll("\n", " ")),
    ...QUERY_GROUPS.flatMap(({ title, kinds }) => [
      `.Ss ${title}`,
      ...table(
        kinds.map(({ query, finds }) => [query, finds]),
        "Li",
      ),
    ]),
    ...text(QUERY_END.replaceAll("\n", " ")),
    ".Sh CONDITIONS",
    ...text("--where CONDITION compares a field or a front matter key."),
    ...table(CONDITIONS, "Li"),
    ".Sh TEMPLATES",
    ...text("--template TEXT prints a line for each item."),
    ...table(TEMPLATES, "Li"),
    ".Sh FOOTNOTES",
    ...text("--notes PLACE says where footnotes are shown."),
    ...table(NOTES, "Cm"),
    ".Sh CONFIGURATION",
    ...text("The config file is TOML. Flags override it. Its keys:"),
    ...table(CONFIG, "Va"),
    ...text(CONFIG_END),
    ".Sh ENVIRONMENT",
    ...table(ENVIRONMENT, "Ev"),
    ".Sh FILES",
    ...table(FILES, "Pa"),
    ".Sh EXIT STATUS",
    ...table(EXIT_CODES, "Li"),
    ".Sh SEE ALSO",
    ".Xr fzf 1 ,",
    ".Xr jq 1 ,",
    ".Xr less 1 ,",
    ".Xr pandoc 1 ,",
    ".Xr rg 1",
    "",
  ].join("\n");
}

function description(): string[] {
  return [
    ".Sh DESCRIPTION",
    ".Nm",
    ...text(
      "takes a folder of Markdown essays with front matter, lists them by order and tag, finds them by a few letters " +
        "or by what they say, and shows an essay with its footnotes where they are cited: under the paragraph, " +
        "or in the margin.",
    ),
    ".Pp",
    ...text(
      "Without a command it opens the reader, at an essay if one is named. If standard output is not a terminal, it " +
        "prints the list or the essay instead.",
    ),
    ".Pp",
    ...text("The library is the first of: a path on the command line, the value of"),
    ".Fl Fl dir ,",
    roff("the value of"),
    ".Ev IBID_DIR ,",
    ".Va dir",
    roff("in the config file, the folder"),
    ".Pa essays ,",
    roff("the current folder, the essays that ship with ibid."),
    ".Pp",
    ...text(
      "ESSAY is a slug or the beginning of one, a path, an order number such as 108 or #108, or - for standard input. " +
        "@NAME is a library that the config file names.",
    ),
  ];
}

function section(command: Command): string[] {
  const { name, summary, flags, details, examples } = command;
  const own = flags.filter((flag) => !choosingFlags.includes(flag));
  const chooses = own.length < flags.length;
  return [
    command === read ? ".Ss The reader" : `.Ss ibid ${name}`,
    ...text(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`),
    ...(chooses ? text("Takes the flags that choose essays.") : []),
    ...(details ? [".Pp", `${details.title}:`, ...table(details.rows, "Li")] : []),
    ...(own.length > 0 ? flagList(own) : []),
    ".Pp",
    "Examples:",
    ".Bl -tag -width Ds",
    ...examples.flatMap(({ command: line, does }) => item(`Li ${quoted(line)}`, does)),
    ".El",
  ];
}

function flagList(flags: readonly Flag[]): string[] {
  return [".Bl -tag -width Ds", ...flags.flatMap(flagItem), ".El"];
}

function flagItem(flag: Flag): string[] {
  const { name, short, value } = flag;
  const argument = value === undefined ? "" : ` Ar ${roff(value)}`;
  const long = `Fl Fl ${name}${argument}`;
  const head = short === undefined ? long : `Fl ${short} , ${long}`;
  return item(head, meaningOf(flag));
}

/** Rows as a list; their terms are of the macro's kind. */
function table(rows: readonly TermRow[], macro: string): string[] {
  return [
    ".Bl -tag -width Ds",
    ...rows.flatMap(([term, meaning]) => item(`${macro} ${quoted(term)}`, meaning)),
    ".El",
  ];
}

/** An item of a list. Its text is not capitalised: it may begin with something to type. */
function item(head: string, what: string): string[] {
  return [`.It ${head}`, ...text(what)];
}

const LONGEST_LINE = 78;

/** Text in lines of at most `LONGEST_LINE`. */
function text(words: string): string[] {
  return wrapped(words, LONGEST_LINE).map(roff);
}

/** An argument of a macro, as one word. */
function quoted(words: string): string {
  return `"${roff(words).replaceAll('"', '""')}"`;
}

/** Text with roff's escapes and control characters escaped. */
function roff(words: string): string {
  return words
    .replaceAll("\\", "\\e")
    .replaceAll("’", "\\(cq")
    .replaceAll("“", "\\(lq")
    .replaceAll("”", "\\(rq")
    .replaceAll("…", "...")
    .replace(/^([.'])/, "\\&$1");
}
