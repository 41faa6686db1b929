import { api, commonHeaders } from './bootstrap.js';
import { send } from './natives.js';
import { showError } from './thread.js';

const Recorder = window.MediaRecorder;

async function record() {
  const media = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new Recorder(media);
  const pieces = [];
  const started = performance.now();
  const some = new Promise((resolve) =>
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size === 0) return;
      pieces.push(data);
      resolve();
    }),
  );
  recorder.start(100);
  await some; // there is something to send from here on
  return async () => {
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.stop();
    await stopped;
    for (const track of media.getTracks()) track.stop();
    const [type] = pieces[0].type.split(';'); // Firefox says it of the pieces alone
    const file = new File(pieces, `audio.${type.split('/')[1]}`, { type });
    return { file, duration: Math.round(performance.now() - started) };
  };
}

async function transcribe({ file, duration }) {
  const path = `${api}/transcribe`;
  const body = new FormData();
  body.append('file', file);
  body.append('duration_ms', String(duration));
  const response = await send(path, { method: 'POST', headers: commonHeaders(path), body });
  const answer = await response.json();
  if (!response.ok) throw new Error(typeof answer.detail === 'string' ? answer.detail : 'Could not transcribe.');
  return answer.text;
}

/** Returns what a press of the dictation button does: the first starts to record, the next hands the words to `spoken`. */
export function makeDictation(button, spoken) {
  let finish;
  const show = (phase) => (button.dataset.dictation = phase);
  return async () => {
    const recorded = finish;
    finish = undefined;
    try {
      if (recorded) {
        show('transcribing');
        spoken(await transcribe(await recorded()));
        show('idle');
      } else if (button.dataset.dictation !== 'starting') {
        show('starting');
        finish = await record();
        show('recording');
      }
    } catch (error) {
      show('idle');
      showError(error.message);
    }
  };
}
