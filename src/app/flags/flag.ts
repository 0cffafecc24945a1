/**
 * The description of a flag. Parser, help, completion and manual page are made from the tables of flags.
 */

/** What completion offers for a value or an operand. */
export type Source =
  | "essays"
  /** Headings of the essay that the line names. */
  | "headings"
  | "tags"
  /** Keys to sort by. */
  | "keys"
  /** Conditions of `--where`: keys, signs, and values that occur. */
  | "conditions"
  /** Fields of a query, and the tags after `tag:`. */
  | "query"
  | "dates"
  | "rules"
  | "themes"
  /** Named libraries, and folders. */
  | "libraries"
  /** File names, which the shell completes. */
  | "files"
  /** Nothing: the value is a number. */
  | "number"
  /** Nothing: the value is any text. */
  | "text";

interface Named {
  readonly name: string;
  readonly short?: string;
  /** Whether it may be repeated. */
  readonly multiple?: true;
  /** The kind of its value; any text if absent. A number is whole and at least `least`. */
  readonly check?: "number" | "date" | "condition";
  readonly least?: number;
  readonly help: string;
  /** The value if neither the flag nor the config file sets one, as help shows it. */
  readonly usual?: string;
}

interface Switch extends Named {
  readonly value?: undefined;
  readonly values?: undefined;
  readonly completes?: undefined;
  readonly isList?: undefined;
}

interface OneOfFew extends Named {
  /** The name of the value. */
  readonly value: string;
  /** The possible values. */
  readonly values: readonly string[];
  readonly completes?: undefined;
  readonly isList?: undefined;
}

interface Valued extends Named {
  /** The name of the value. */
  readonly value: string;
  readonly values?: undefined;
  /** A flag with a value must name what completion offers for it. */
  readonly completes: Source;
  /** Whether commas separate several values: `a,b`. */
  readonly isList?: true;
}

export type Flag = Switch | OneOfFew | Valued;

/** What a flag does, and its default. */
export function meaningOf({ help, usual }: Flag): string {
  return usual === undefined ? help : `${help} (default: ${usual})`;
}
