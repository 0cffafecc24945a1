/**
 * The description of the query language: the help of the command, `ibid help query` and the reader's search
 * screen are made from this table. It imports nothing, because every start loads it.
 */

/** A kind of query, an example of it, and what the example finds. */
export interface QueryKind {
  readonly query: string;
  readonly finds: string;
  /** Whether a short help shows it. */
  readonly isBasic?: true;
}

export interface QueryGroup {
  readonly title: string;
  readonly kinds: readonly QueryKind[];
}

export const QUERY_GROUPS: readonly QueryGroup[] = [
  {
    title: "Words",
    kinds: [
      {
        query: "word other",
        finds: "both words, also in other forms",
        isBasic: true,
      },
      {
        query: '"two words"',
        finds: "side by side, in exactly this form",
        isBasic: true,
      },
      { query: "word*", finds: "words that begin with it", isBasic: true },
      { query: "C++  .NET  --flag", finds: "a word with its punctuation" },
      { query: "e-mail  it's", finds: "also email and its, and vice versa" },
      {
        query: "/og(h)?am/",
        finds: "a regular expression; if it has a capital, case matters",
        isBasic: true,
      },
    ],
  },
  {
    title: "Operators, in capitals",
    kinds: [
      { query: "a OR b", finds: "either word, or both", isBasic: true },
      { query: "a AND b", finds: "both, as without AND" },
      { query: "-word  NOT word", finds: "essays without the word", isBasic: true },
      { query: "a NEAR/5 b", finds: "at most 5 words apart; NEAR alone means 10", isBasic: true },
      { query: "(a OR b) c", finds: "brackets group", isBasic: true },
    ],
  },
  {
    title: "Fields of the text",
    kinds: [
      { query: "title:word", finds: "in the title; also heading:, text: and note:", isBasic: true },
      { query: "tag:word", finds: "in a tag; description: in the description", isBasic: true },
      { query: "link:example.org", finds: "in the address of a link" },
      { query: "mine:word", finds: "in your own highlights and notes", isBasic: true },
      { query: "title:(a OR b)", finds: "a field can apply to a group" },
    ],
  },
  {
    title: "Front matter",
    kinds: [
      {
        query: "author:Ann",
        finds: "in the author of the front matter; any key works",
        isBasic: true,
      },
      { query: 'author:"Ann Lee"', finds: "these words, side by side" },
      {
        query: "popularity.score:>3",
        finds: "a key within a key; >, >=, < and <= compare numbers and dates",
      },
      { query: "date:2024  date:>2024-03", finds: "in that year; after that month", isBasic: true },
      { query: "date:>30d  date:yesterday", finds: "in the last 30 days; also 2w, 6m, 1y, today" },
      { query: "date:2024-03..2025", finds: "from that month to the end of that year" },
      { query: "words:<800  minutes:<5", finds: "shorter essays", isBasic: true },
    ],
  },
];

/** The rows of a short help. */
export const BASIC_QUERIES: readonly (readonly [query: string, finds: string])[] = QUERY_GROUPS.flatMap(
  ({ kinds }) => kinds.filter(({ isBasic }) => isBasic).map(({ query, finds }) => [query, finds] as const),
);

/** The text above the groups in `ibid help query`. */
export const QUERY_INTRODUCTION = `A query is one or more words, joined by operators if you need them. An essay whose title equals the query comes first. Then come
essays with all words in the title, and those in which the words stand side by side or near each other. If the words are apart, matches in
headings come first, then those in tags and the description, in the text, and in notes. In each of these, words as
you typed them come before their other forms (ship before ships and shipping). Case, accents and the shape of quotation
marks are ignored. In lower case, "or" and "near" are ordinary words.`;

/** The text below the groups. */
export const QUERY_END = `If no essay contains the last word, it counts as the beginning of a word. A query that can't be understood is an error, which
shows where. Inside quotation marks, operators and punctuation are plain text. In a shell, put the query in single quotes. After --,
a minus is part of the query: ibid search -- word -other`;
