import type { Asker } from './asker.ts';
import { describeRequest, requestOfBody } from './body.ts';
import {
  NativeFormData,
  applyTo,
  blobSize,
  fileName,
  formAction,
  formEach,
  formMethod,
  formPrototype,
  formSubmit,
  stringify,
  toUpper,
} from './captured.ts';
import { replaceNative } from './native-shape.ts';

/**
 * `form.submit()` raises no event, so it has a gate of its own; a submit by a person or `requestSubmit` raises one, which the guard
 * hears. The form is submitted when the answer comes, if it still says what was judged; else it is judged anew.
 */
export function gateForm(ask: Asker): void {
  replaceNative(formPrototype, 'submit', (_native, receiver) => {
    judge(receiver as HTMLFormElement, ask);
  });
}

function judge(form: HTMLFormElement, ask: Asker): void {
  const url = formAction(form);
  const method = toUpper(formMethod(form));
  const fields = new NativeFormData(form);
  const judged = fingerprint(form, fields);
  describeRequest(requestOfBody(fields), { way: 'form', wait: true }, ({ type, kind, body }) => {
    ask({ way: 'form', url, method, type, encoding: '', kind, body, wait: true }, (answer) => {
      if (answer.decision !== 'pass') return;
      if (fingerprint(form, new NativeFormData(form)) === judged) applyTo(formSubmit, form, []);
      else judge(form, ask);
    });
  });
}

/** Where a form goes and all that it says, as one text; of a file its name and size. */
function fingerprint(form: HTMLFormElement, fields: FormData): string {
  let text = stringify({ __proto__: null, url: formAction(form), method: formMethod(form) });
  formEach(fields, (value, name) => {
    const said =
      typeof value === 'string' ? value : stringify({ __proto__: null, name: fileName(value), size: blobSize(value) });
    text += stringify({ __proto__: null, name, said });
  });
  return text;
}
