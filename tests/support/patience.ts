/** Longest wait for what should appear, in milliseconds: far more than it takes, for the machine may be busy with something else. */
export const PATIENCE = 240_000;
