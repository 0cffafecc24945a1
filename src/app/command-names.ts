/**
 * The words that name a command, as the build inserts them: the entry of the program knows them without its tables. It is a separate module
 * because the build must be able to reduce `built-in.ts` to constants.
 */

declare const IBID_COMMANDS: readonly string[] | undefined;

/** The names, the hidden one of the completions included; none if the program was not built. */
export const commandNames: readonly string[] = typeof IBID_COMMANDS === "object" ? IBID_COMMANDS : [];
