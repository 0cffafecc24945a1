/**
 * The windows in which the program runs. `tests/sweeps/geometry.test.ts` draws every screen at every size without a process, so a
 * test of the program starts it in one of them.
 */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export const USUAL: Size = { columns: 80, rows: 24 };
export const SMALL: Size = { columns: 40, rows: 10 };
export const LARGE: Size = { columns: 160, rows: 50 };
