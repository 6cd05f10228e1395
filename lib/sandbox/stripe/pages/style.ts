import { createHash } from "node:crypto";

/** The look of everything that people see in the sandbox, dark or light as their system is. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f5f2; --card: #ffffff; --panel: #efede8; --text: #1d1c1a; --muted: #5f5c56; --line: #dcd9d2; --field: #8a867d;
  --accent: #0f6b5c; --accent-hover: #0b5548; --on-accent: #ffffff; --soft: #e3f0ed;
  --danger: #a5251b; --danger-soft: #fbeae8; --strip: #ffdf8a; --strip-line: #f3c95a; --on-strip: #3d2e00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141413; --card: #1e1d1c; --panel: #191817; --text: #f1efea; --muted: #aaa69d; --line: #35332f; --field: #77736a;
    --accent: #5cc4b0; --accent-hover: #7ad4c2; --on-accent: #06231d; --soft: #17302b;
    --danger: #ff9c92; --danger-soft: #3a1b18; --strip: #4a3a0c; --strip-line: #5d4a14; --on-strip: #ffe9b0;
  }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--page); color: var(--text); font: 16px/1.5 "Inter Variable", Inter, system-ui, sans-serif; }
h1, h2, h3, p, ul, dl, dd, fieldset, table, figure { margin: 0; padding: 0; }
h1 { font-size: 1.375rem; line-height: 1.25; letter-spacing: -.01em; }
h2 { font-size: 1.0625rem; line-height: 1.3; }
ul { list-style: none; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.muted { color: var(--muted); } .small { font-size: .875rem; } .right { text-align: right; }
.stack > * + * { margin-top: 1rem; } .stack-loose > * + * { margin-top: 1.75rem; }
.stack > .first + * { margin-top: 0; }
.row { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: center; justify-content: space-between; }
.row .button, .inline .button { width: auto; }
.strip { background: repeating-linear-gradient(-45deg, var(--strip) 0 14px, var(--strip-line) 14px 15px); color: var(--on-strip); padding: .5rem 1rem; text-align: center; font-size: .875rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.5rem; }
body.narrow > main { width: min(30rem, calc(100% - 2rem)); margin: 2.5rem auto; }
body.wide > main, body.wide > header { width: min(72rem, calc(100% - 2rem)); margin: 1.75rem auto; }
.notice { display: grid; gap: .75rem; }
.split-page { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); min-height: calc(100vh - 2.4rem); }
.split-page > * { padding: 3.5rem clamp(1.25rem, 5vw, 5rem); }
.split-page > .summary { background: var(--panel); border-right: 1px solid var(--line); }
.split-page > .summary > * { max-width: 26rem; margin-left: auto; }
.split-page > .pay > * { max-width: 26rem; }
.amount { font-size: 2.5rem; font-weight: 650; letter-spacing: -.03em; line-height: 1.15; font-variant-numeric: tabular-nums; }
.lines { border-top: 1px solid var(--line); }
.lines li { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .875rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.lines .small { grid-column: 1; }
.num, .totals dd { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
.totals { display: grid; grid-template-columns: 1fr auto; row-gap: .5rem; }
.totals .due { font-weight: 650; padding-top: .75rem; border-top: 1px solid var(--line); }
label, legend { display: block; font-weight: 550; font-size: .9375rem; }
input[type=text], input[type=email], select { width: 100%; margin-top: .3rem; padding: .65rem .75rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--field); border-radius: 8px; }
input[aria-invalid=true] { border-color: var(--danger); box-shadow: 0 0 0 1px var(--danger); }
fieldset { border: 0; min-width: 0; }
legend { margin-bottom: .5rem; padding: 0; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.error { color: var(--danger); font-size: .875rem; margin-top: .3rem; }
.alert { background: var(--danger-soft); color: var(--danger); border: 1px solid currentColor; border-radius: 10px; padding: .75rem 1rem; }
.good { background: var(--soft); border-radius: 10px; padding: .75rem 1rem; }
.choices { border: 1px solid var(--field); border-radius: 12px; overflow: hidden; }
.choices > li + li { border-top: 1px solid var(--line); }
.choice { display: flex; gap: .75rem; align-items: center; padding: .85rem 1rem; cursor: pointer; font-weight: 550; }
.choice .small { margin-left: auto; font-weight: 400; }
.choices > li:has(> .choice :checked) > .choice { background: var(--soft); }
input[type=radio], input[type=checkbox] { accent-color: var(--accent); width: 1.1rem; height: 1.1rem; margin: 0; flex: none; }
.details { display: none; padding: 1rem; border-top: 1px solid var(--line); }
.choices > li:has(> .choice :checked) > .details { display: block; }
.check { display: flex; gap: .65rem; align-items: flex-start; font-weight: 400; }
.check input { margin-top: .2rem; }
button, .button { display: inline-block; width: 100%; padding: .75rem 1.1rem; font: inherit; font-weight: 600; text-align: center; text-decoration: none; border: 1px solid transparent; border-radius: 10px; background: var(--accent); color: var(--on-accent); cursor: pointer; }
button:hover, .button:hover { background: var(--accent-hover); }
.quiet, .quiet:hover { background: transparent; color: var(--text); border-color: var(--field); }
.quiet:hover { background: var(--panel); }
.danger, .danger:hover { background: transparent; color: var(--danger); border-color: currentColor; }
.slim { padding: .3rem .7rem; font-size: .875rem; border-radius: 8px; width: auto; }
.inline { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.first { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); border: 0; }
details.hint { border: 1px dashed var(--field); border-radius: 10px; padding: .65rem .9rem; }
summary { cursor: pointer; font-weight: 550; }
.hint li { display: grid; grid-template-columns: 1fr auto; gap: 0 .75rem; align-items: center; padding: .45rem 0; border-top: 1px solid var(--line); }
.hint ul { margin-top: .6rem; }
code, pre { font: .8125rem/1.55 "JetBrains Mono Variable", ui-monospace, monospace; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; }
.tag { display: inline-block; padding: .1rem .5rem; border-radius: 99px; border: 1px solid var(--line); background: var(--panel); font-size: .8125rem; white-space: nowrap; }
.tag.ok { background: var(--soft); color: var(--accent); border-color: transparent; } .tag.bad { background: var(--danger-soft); color: var(--danger); border-color: transparent; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th { text-align: left; font-weight: 550; color: var(--muted); font-size: .8125rem; }
th, td { padding: .6rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.nowrap { white-space: nowrap; }
th.num { text-align: right; }
tr:last-child td { border-bottom: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem; }
nav a { display: block; padding: .3rem .7rem; border-radius: 8px; border: 1px solid var(--line); background: var(--card); color: var(--text); text-decoration: none; font-size: .875rem; }
nav a[aria-current] { background: var(--accent); color: var(--on-accent); border-color: transparent; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1.25rem; } .facts dt { color: var(--muted); } .facts dd { overflow-wrap: anywhere; }
.paper { padding: clamp(1.25rem, 4vw, 3rem); }
@media (max-width: 760px) {
  .split-page { grid-template-columns: minmax(0, 1fr); min-height: 0; }
  .split-page > * { padding: 1.5rem 1.25rem; }
  .split-page > .summary { border-right: 0; border-bottom: 1px solid var(--line); }
  .split-page > .summary > *, .split-page > .pay > * { max-width: none; }
  .amount { font-size: 2rem; }
}
@media print {
  .strip { border: 1px solid; } .no-print { display: none; }
  body, .card { background: #ffffff; color: #000000; } .card { border: 0; }
}
`;

/** Where it is; another style has another address. */
export const STYLE_PATH = `/_sandbox/style-${createHash("sha256").update(STYLE).digest("hex").slice(0, 10)}.css`;
