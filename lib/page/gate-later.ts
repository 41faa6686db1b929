import { passesAtOnce } from './asker.ts';
import type { Asker, Question } from './asker.ts';
import {
  NativeDomException,
  NativeRequest,
  applyTo,
  headersGet,
  page,
  requestHasBody,
  requestHeaders,
  requestMethod,
  requestUrl,
} from './captured.ts';
import { withBody } from './gate-fetch.ts';
import { replaceNative } from './native-shape.ts';

/** `fetchLater` leaves when the page is gone: its answer must come at once, and only words can be judged at once. */
export function gateFetchLater(ask: Asker): void {
  replaceNative(page, 'fetchLater', (native, receiver, args) => {
    const request = new NativeRequest(args[0] as RequestInfo, args[1] as RequestInit | undefined);
    const given = (args[1] as RequestInit | undefined)?.body;
    const hasBody = requestHasBody(request);
    const body = typeof given === 'string' ? given : '';
    const kind = !hasBody ? 'none' : typeof given === 'string' ? 'text' : 'opaque';
    const headers = requestHeaders(request);
    const type = headersGet(headers, 'content-type') ?? '';
    const encoding = headersGet(headers, 'content-encoding') ?? '';
    const question: Question = {
      way: 'later',
      url: requestUrl(request),
      method: requestMethod(request),
      type,
      encoding,
      kind,
      body,
      wait: false,
    };
    if (!passesAtOnce(ask, question)) throw new NativeDomException('The request was refused.', 'QuotaExceededError');
    const activateAfter = (args[1] as { readonly activateAfter?: number } | undefined)?.activateAfter;
    const judged = kind === 'text' ? withBody(request, body) : request;
    return applyTo(native, receiver, [
      judged,
      { __proto__: null, ...(activateAfter === undefined ? {} : { activateAfter }) },
    ]);
  });
}
