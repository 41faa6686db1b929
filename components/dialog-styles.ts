/**
 * The styles of dialog and notice: one constant sheet for a closed root. Important declarations inside a shadow tree win over the
 * page's, so the page cannot hide the host. Colours are those of `theme.css`.
 */
export const dialogStyles = `
:host {
  all: initial !important;
  display: block !important;
  color-scheme: light dark;
  --ground: #ffffff;
  --ink: #14211f;
  --quiet: #4d5f5c;
  --line: #d3dedb;
  --soft: #f2f7f6;
  --accent: #0f766e;
  --accent-strong: #0b5f58;
  --on-accent: #ffffff;
  --mark: #c9f2ea;
  --on-mark: #0b4f4a;
  --alert: #9a3412;
  --alert-ground: #fff3ea;
}
@media (prefers-color-scheme: dark) {
  :host {
    --ground: #131c1b;
    --ink: #e6eeec;
    --quiet: #a3b5b1;
    --line: #33433f;
    --soft: #1b2725;
    --accent: #2dd4bf;
    --accent-strong: #5eead4;
    --on-accent: #042f2b;
    --mark: #134e48;
    --on-mark: #a7f3e8;
    --alert: #fdba74;
    --alert-ground: #2c1c11;
  }
}
* { box-sizing: border-box; }
.verdict, .notice {
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  color: var(--ink);
  background: var(--ground);
  border: 1px solid var(--line);
  text-align: start;
}
.verdict {
  width: min(580px, calc(100vw - 32px));
  max-width: none;
  max-height: min(780px, calc(100dvh - 32px));
  margin: auto;
  padding: 0;
  border-radius: 16px;
  box-shadow: 0 24px 64px rgb(6 24 21 / 28%);
  overflow: auto;
  overscroll-behavior: contain;
  scroll-padding-bottom: 140px;
}
.verdict.wide { width: min(920px, calc(100vw - 32px)); }
.verdict[open] { display: flex; flex-direction: column; }
.verdict:focus { outline: none; }
.verdict::backdrop { background: rgb(8 20 18 / 52%); }
header { display: flex; gap: 14px; padding: 24px 24px 0; }
h2 { font-size: 19px; line-height: 1.3; font-weight: 650; margin: 0; letter-spacing: -0.01em; text-wrap: balance; }
h3 { font-size: 13px; line-height: 1.4; font-weight: 600; margin: 0; color: var(--quiet); }
p { margin: 0; }
header p { margin-top: 4px; color: var(--quiet); }
.body { padding: 18px 24px 20px; display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
.file-name { font-weight: 600; overflow-wrap: anywhere; }
.findings { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 12px; }
.findings li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 10px; padding: 10px 14px; }
.findings li + li { border-top: 1px solid var(--line); }
.findings .title { font-weight: 600; overflow-wrap: anywhere; }
.count, .note, .severity { color: var(--quiet); font-weight: 400; }
.severity { font-size: 12px; padding: 0 8px; border: 1px solid var(--line); border-radius: 99px; }
[data-severity='critical'] .severity, [data-severity='high'] .severity { color: var(--alert); border-color: currentColor; }
.note { margin-inline-start: auto; font-size: 13px; }
.messages { border-inline-start: 3px solid var(--accent); background: var(--soft); border-radius: 6px; padding: 10px 14px; display: grid; gap: 6px; }
.messages p { overflow-wrap: anywhere; }
.messages .help { color: var(--quiet); }
.preview { display: grid; gap: 6px; min-width: 0; }
.preview-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 12px; }
.text {
  max-height: 220px;
  min-height: 46px;
  overflow: auto;
  overscroll-behavior: contain;
  padding: 12px 14px;
  border: 1px solid var(--line);
  border-radius: 12px;
  background: var(--soft);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-size: 14px;
}
mark, del { unicode-bidi: isolate; box-decoration-break: clone; -webkit-box-decoration-break: clone; border-radius: 5px; padding: 1px 5px; font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 13px; }
mark { background: var(--mark); color: var(--on-mark); font-weight: 600; }
del { color: var(--alert); background: var(--alert-ground); margin-inline-end: 4px; }
.text.columns { max-height: clamp(180px, 100dvh - 500px, 380px); padding: 0; }
.comparison { width: 100%; table-layout: fixed; border-spacing: 0; }
.comparison th { position: sticky; top: 0; z-index: 1; padding: 8px 14px; background: var(--ground); border-bottom: 1px solid var(--line); font-size: 13px; font-weight: 600; text-align: start; }
.comparison td { position: relative; padding: 3px 14px; vertical-align: top; height: 27px; }
.comparison tr:first-child td { padding-top: 10px; }
.comparison tr:last-child td { padding-bottom: 10px; }
.comparison .before { padding-left: 15px; }
.comparison .after { border-left: 1px solid var(--line); }
.comparison [data-kind='changed'] td { background: var(--ground); }
.comparison mark, .comparison del { display: inline-block; max-width: 100%; padding-block: 0; }
.comparison del { text-decoration: none; margin: 0; }
.gap { display: block; margin: 8px 0; text-align: center; color: var(--quiet); font-style: italic; }
.reasons { border: 1px solid var(--line); border-radius: 12px; margin: 0 24px 20px; padding: 12px 14px 14px; display: grid; gap: 4px; }
.reasons legend { font-weight: 600; padding: 0 6px; }
.reasons label { display: flex; gap: 10px; align-items: center; min-height: 32px; }
.reasons input { accent-color: var(--accent); width: 17px; height: 17px; margin: 0; flex: none; }
.reasons button { justify-self: start; margin-top: 8px; }
footer { position: sticky; bottom: 0; padding: 16px 24px 18px; background: var(--ground); border-top: 1px solid var(--line); }
.choices { display: flex; flex-wrap: wrap; gap: 10px; }
.promise { margin-top: 12px; font-size: 13px; color: var(--quiet); }
button {
  font: inherit;
  font-weight: 600;
  min-height: 42px;
  padding: 8px 16px;
  border-radius: 10px;
  border: 1px solid var(--line);
  background: transparent;
  color: var(--ink);
  cursor: pointer;
  transition: background-color 120ms;
}
button:hover:enabled { background: var(--soft); }
button:disabled { color: var(--quiet); cursor: default; border-style: dashed; }
button.safe { background: var(--accent); border-color: var(--accent); color: var(--on-accent); padding-inline: 22px; }
button.safe:hover { background: var(--accent-strong); border-color: var(--accent-strong); }
button.quiet { border-color: transparent; color: var(--quiet); font-weight: 500; }
button.plain + button.quiet { margin-inline-start: auto; }
button.toggle { min-height: 30px; padding: 2px 10px; font-size: 13px; border-radius: 8px; color: var(--accent); border-color: transparent; margin-inline: -10px; }
button.toggle[aria-pressed='true'] { background: var(--mark); color: var(--on-mark); }
button:focus-visible, input:focus-visible, .text:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.gate-mark { flex: none; width: 36px; height: 36px; }
.gate-ground { fill: var(--accent); }
.gate-lines { fill: none; stroke: var(--on-accent); stroke-width: 2.8; stroke-linecap: round; stroke-linejoin: round; }
.gate-door { fill: var(--on-accent); }
[popover] { all: unset; position: fixed; inset: auto 0 24px; z-index: 2147483647; display: flex; justify-content: center; padding: 0 16px; pointer-events: none; }
.notice {
  display: flex;
  align-items: center;
  gap: 10px;
  max-width: 520px;
  padding: 10px 10px 10px 14px;
  border-radius: 14px;
  box-shadow: 0 12px 36px rgb(6 24 21 / 24%);
  pointer-events: auto;
  animation: rise 160ms ease-out;
}
.notice .gate-mark { width: 26px; height: 26px; }
.notice button { min-height: 34px; padding: 4px 12px; }
.notice .close { font-size: 20px; line-height: 1; padding: 4px 10px; }
.verdict[open] { animation: rise 160ms ease-out; }
@keyframes rise { from { transform: translateY(8px); } }
@media (max-width: 560px) {
  .comparison, .comparison tbody, .comparison tr, .comparison td { display: block; }
  .comparison thead { display: block; position: sticky; top: 0; z-index: 1; background: var(--ground); }
  .comparison thead tr { display: flex; flex-wrap: wrap; gap: 2px 16px; padding: 6px 14px; border-bottom: 1px solid var(--line); }
  .comparison th { position: static; padding: 0; border: 0; }
  .comparison td { height: auto; min-height: 27px; }
  .comparison .before { border-left: 3px dotted var(--alert); }
  .comparison .after { border-left: 3px solid var(--accent); }
  .comparison th.before, .comparison th.after { padding-left: 8px; }
  .comparison td.before { padding-left: 14px; }
  .comparison [data-kind='same'] .before { border: 0; padding-left: 17px; }
  .comparison [data-kind='same'] .after { display: none; }
}
@media (max-width: 480px) {
  .verdict, .verdict.wide { width: 100vw; max-height: 94dvh; margin: auto 0 0; border-radius: 18px 18px 0 0; border-width: 1px 0 0; }
  header { padding: 20px 18px 0; }
  .body { padding: 16px 18px; }
  .reasons { margin-inline: 18px; }
  footer { padding: 14px 18px 16px; }
  .verdict { scroll-padding-bottom: 210px; }
  .choices { gap: 8px; }
  .choices button { flex: 1; padding-inline: 10px; }
  .choices button.safe { flex-basis: 100%; }
  .choices button.quiet { border-color: var(--line); }
  .note { margin-inline-start: 0; flex-basis: 100%; }
}
@media (max-height: 560px) {
  .verdict { scroll-padding-bottom: 0; }
  footer { position: static; }
}
@media (prefers-reduced-motion: reduce) {
  .verdict[open], .notice { animation: none; }
  button { transition: none; }
}
@media (forced-colors: active) {
  mark, del { forced-color-adjust: none; background: Mark; color: MarkText; }
  button.safe { border-width: 3px; }
  button.toggle { margin-inline: 0; }
  .gate-ground { fill: ButtonText; }
  .gate-lines { stroke: ButtonFace; }
  .gate-door { fill: ButtonFace; }
}
`;
