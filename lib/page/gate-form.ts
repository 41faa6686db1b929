import type { Asker } from './asker.ts';
import { describeRequest, requestOfBody } from './body.ts';
import { NativeFormData, applyTo, formAction, formMethod, formPrototype, formSubmit, toUpper } from './captured.ts';
import { replaceNative } from './native-shape.ts';

/**
 * `form.submit()` raises no event, so it has a gate of its own; a submit by a person or `requestSubmit` raises one, which the guard
 * hears. The fields are judged as they stand; the form is submitted when the answer comes.
 */
export function gateForm(ask: Asker): void {
  replaceNative(formPrototype, 'submit', (_native, receiver) => {
    const form = receiver as HTMLFormElement;
    const url = formAction(form);
    const method = toUpper(formMethod(form));
    describeRequest(requestOfBody(new NativeFormData(form)), { way: 'form', wait: true }, ({ type, kind, body }) => {
      ask({ way: 'form', url, method, type, encoding: '', kind, body, wait: true }, (answer) => {
        if (answer.decision === 'pass') applyTo(formSubmit, form, []);
      });
    });
  });
}
