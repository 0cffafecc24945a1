/**
 * The program's version, from package.json when it is built.
 */

declare const IBID_VERSION: string | undefined;

export const version: string = typeof IBID_VERSION === "string" ? IBID_VERSION : "(unbuilt)";
