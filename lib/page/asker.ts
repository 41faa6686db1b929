import { eventNames, greetings } from '../bridge/wire.ts';
import type { Answer, Ask, CanaryCall, Decision } from '../bridge/wire.ts';
import {
  NativeCustomEvent,
  NativeMouseEvent,
  addListener,
  createElement,
  dispatch,
  eventDetail,
  hasOwn,
  listMapDelete,
  listMapGet,
  listMapSet,
  page,
  parse,
  removeListener,
  setText,
  setTimer,
  stringify,
  uuid,
} from './captured.ts';

/** What a gate wants to send. */
export type Question = Omit<Ask, 'id' | 'account'> & Partial<Pick<Ask, 'account'>>;

/** Asks the guard. `onAnswer` is called exactly once, at once where the verdict needs nobody; never with `pending`. */
export type Asker = (question: Question, onAnswer: (answer: Answer) => void) => void;

const no: Answer = { id: 0, decision: 'refuse', body: '', status: 0 };
/** Milliseconds a question waits for the guard to appear at all. */
const patience = 10_000;

export interface AskerSide {
  readonly ask: Asker;
  /** Opens the channel. Called once the gates are in place: the guard tries them as soon as it hears of us. */
  readonly greet: () => void;
}

/** The MAIN world's end of the private channel. `onCanary` runs the self test of the gates. */
export function createAsker(onCanary: (canary: CanaryCall, done: (result: string) => void) => void): AskerSide {
  const node = createElement(document, 'i');
  const secret = uuid();
  setText(node, secret);
  const open = new Map<number, (answer: Answer) => void>();
  let waiting: (() => void)[] | undefined = [];
  let next = 1;

  addListener(node, eventNames.answer(secret), (event) => {
    const answer = readAnswer(eventDetail(event as CustomEvent));
    const onAnswer = answer && (listMapGet(open, answer.id) as ((answer: Answer) => void) | undefined);
    if (!answer || !onAnswer || answer.decision === 'pending') return;
    listMapDelete(open, answer.id);
    onAnswer(answer);
  });
  addListener(node, eventNames.canary(secret), (event) => {
    const canary = parse(eventDetail(event as CustomEvent) as string) as CanaryCall;
    onCanary(canary, (result) => {
      const init = { __proto__: null, detail: `${canary.nonce} ${result}` } as CustomEventInit;
      dispatch(node, new NativeCustomEvent(eventNames.canaryDone(secret), init));
    });
  });
  const onReady = () => {
    const early = waiting ?? [];
    waiting = undefined;
    for (let index = 0; index < early.length; index += 1) early[index]?.();
  };

  const emit = (question: Question, onAnswer: (answer: Answer) => void) => {
    const id = next++;
    let heard = false;
    const wasHeard = () => heard;
    listMapSet(open, id, (answer: Answer) => onAnswer(answer));
    const onPending = (event: Event) => {
      heard = readAnswer(eventDetail(event as CustomEvent))?.id === id || heard;
    };
    addListener(node, eventNames.answer(secret), onPending);
    dispatch(
      node,
      new NativeCustomEvent(eventNames.ask(secret), {
        __proto__: null,
        detail: encode(question, id),
      } as CustomEventInit),
    );
    removeListener(node, eventNames.answer(secret), onPending);
    if (!wasHeard()) {
      listMapDelete(open, id);
      onAnswer(no); // nobody is listening: no answer means no
    }
  };

  const ask: Asker = (question, onAnswer) => {
    if (waiting === undefined || !question.wait) {
      if (waiting === undefined) emit(question, onAnswer);
      else onAnswer(no);
      return;
    }
    let asked = false;
    const once = (run: () => void) => () => {
      if (asked) return;
      asked = true;
      run();
    };
    waiting[waiting.length] = once(() => emit(question, onAnswer));
    setTimer(
      once(() => onAnswer(no)),
      patience,
    );
  };
  return { ask, greet: () => offer(node, secret, onReady) };
}

/** For transports that must have their answer at once: true where the guard lets the call pass as it is. */
export function passesAtOnce(ask: Asker, question: Question): boolean {
  const answer = { passes: false };
  ask(question, ({ decision }) => {
    answer.passes = decision === 'pass';
  });
  return answer.passes;
}

function offer(node: Node, secret: string, onReady: () => void): void {
  const greet = () => {
    dispatch(page, new NativeMouseEvent(greetings.page, { __proto__: null, relatedTarget: node } as MouseEventInit));
  };
  const ready = () => {
    removeListener(node, eventNames.ready(secret), ready);
    removeListener(page, greetings.guard, greet, true);
    onReady();
  };
  addListener(node, eventNames.ready(secret), ready);
  addListener(page, greetings.guard, greet, true);
  greet();
}

/** Without prototype, so that nothing the page put on `Object.prototype` is called or read. */
function encode(question: Question, id: number): string {
  const { way, url, method, type, encoding, kind, body, wait } = question;
  const account = hasOwn(question, 'account') ? question.account : '';
  return stringify({ __proto__: null, id, way, url, method, type, encoding, kind, body, account, wait });
}

function readAnswer(detail: unknown): Answer | undefined {
  if (typeof detail !== 'string') return undefined;
  const value = parse(detail) as Answer;
  if (!hasOwn(value, 'id') || !hasOwn(value, 'decision') || !hasOwn(value, 'body') || !hasOwn(value, 'status'))
    return undefined;
  return { id: value.id, decision: value.decision satisfies Decision, body: value.body, status: value.status };
}
