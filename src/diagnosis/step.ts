/** What a caller, or the operator of the server, does next. */
export type Step =
  /** A call of the public API. */
  | {
      readonly kind: 'call';
      readonly product: string;
      readonly action: string;
      readonly parameters: Readonly<Record<string, string>>;
      readonly why: string;
      /** The call needs the key of the account itself. */
      readonly as?: 'root';
    }
  /** The call is repeated until what it answers says so; `gone` until it answers nothing any more. */
  | {
      readonly kind: 'wait';
      readonly product: string;
      readonly action: string;
      readonly parameters: Readonly<Record<string, string>>;
      readonly until: string;
      readonly why: string;
    }
  /** A call of the control API, below its prefix. */
  | {
      readonly kind: 'control';
      readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      readonly path: string;
      readonly body: object;
      readonly why: string;
    }
  /** What nothing but its reader can do. */
  | { readonly kind: 'note'; readonly text: string };
