/** What a page of Playwright and one of Puppeteer have in common. */
export interface Evaluates {
  evaluate<Arg>(run: (arg: Arg) => unknown, arg: Arg): Promise<unknown>;
}

/** One way out, taken by code of the page. */
export interface Take {
  readonly run: (page: Evaluates, canary: string) => Promise<unknown>;
  /** Words that no detector knows, for a way on which not even those may leave; otherwise a key. */
  readonly canary?: 'words';
  /** The page it is taken from; the one without a content security policy where the browser itself would stand in the way. */
  readonly from?: string;
  /** What arrives, where it is not the canary itself. */
  readonly arrivesAs?: (canary: string) => string;
  /** Set where policy has to say so. */
  readonly policy?: 'audio';
  /** Why it does not arrive in a browser without Sluice: then its absence proves nothing, and it is only tried. */
  readonly noProof?: string;
  /** Why Firefox cannot be asked. */
  readonly notInFirefox?: string;
  /** Why there is no safe version to send here, although the calls of the page have one. */
  readonly notRewritten?: string;
}

/** The probe pages of the stand-in: with the policy of the product, and with none. */
export const strict = 'https://chatgpt.com/__probe';
export const lax = 'https://chatgpt.com/__lax';

export interface Call {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A call of the page by `fetch` with JSON, as most are. */
export function calls(make: (canary: string) => Call): Pick<Take, 'run'> {
  return {
    run(page, canary) {
      const { url, method = 'POST', headers = {}, body } = make(canary);
      return page.evaluate(
        (call) =>
          fetch(call.url, {
            method: call.method,
            ...(call.body === undefined
              ? {}
              : { headers: { 'content-type': 'application/json', ...call.headers }, body: call.body }),
          }).then(
            ({ status }) => status,
            () => 0,
          ),
        { url, method, headers, body: body === undefined ? undefined : JSON.stringify(body) },
      );
    },
  };
}

/** Code of the page with the canary. */
export function does(run: (canary: string) => unknown): Pick<Take, 'run'> {
  return { run: (page, canary) => page.evaluate(run, canary) };
}
