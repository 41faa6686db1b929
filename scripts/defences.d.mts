export interface Defence {
  readonly name: string;
  readonly file: string;
  /** What is cut out of the file: a text, or an expression for one. It stands there once. */
  readonly from: string | RegExp;
  readonly to: string;
  readonly prove: { readonly build: boolean; readonly args: readonly string[] };
}

export const defences: readonly Defence[];
