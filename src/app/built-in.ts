/**
 * Constants that the build inserts, so that they are known without loading anything.
 */

declare const IBID_VERSION: string | undefined;
declare const IBID_HELP: string | undefined;

/** The program's version, from package.json. */
export const version: string = typeof IBID_VERSION === "string" ? IBID_VERSION : "(unbuilt)";

/** The output of `ibid --help`; empty if the program was not built. */
export const overview: string = typeof IBID_HELP === "string" ? IBID_HELP : "";
