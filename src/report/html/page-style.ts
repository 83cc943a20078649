/**
 * The style of every page that this program writes: light and dark by the reader's choice or the system's, from 320 pixels on,
 * for paper too. Colours are told apart by people who do not see red or green (blue-green against vermilion, and a shape or a
 * word beside each); text has at least 4.5:1 contrast on what it stands on.
 */
export const PAGE_STYLE = String.raw`
:root {
  color-scheme: light dark;
  --canvas: light-dark(#f5f6f9, #0c1118);
  --surface: light-dark(#ffffff, #141b25);
  --sunken: light-dark(#f2f4f8, #0f151e);
  --raised: light-dark(#fafbfd, #1a2330);
  --line: light-dark(#dde2ea, #2a3544);
  --faint: light-dark(#e9edf3, #1f2937);
  --text: light-dark(#18212e, #e7ecf3);
  --muted: light-dark(#535f70, #9dabbd);
  --accent: light-dark(#2c5aa6, #8dbcff);
  --good: light-dark(#00694f, #55d3aa);
  --good-fill: light-dark(#14997a, #2aa283);
  --good-soft: light-dark(#e2f4ee, #10302a);
  --bad: light-dark(#ad3300, #ff9e75);
  --bad-fill: light-dark(#d5460b, #ee6c36);
  --bad-soft: light-dark(#fdeee5, #382016);
  --warn: light-dark(#765000, #f0c255);
  --warn-fill: light-dark(#cf9100, #d6a021);
  --warn-soft: light-dark(#fdf3da, #312812);
  --busy: light-dark(#1d5cb8, #82b6ff);
  --busy-fill: light-dark(#3a7fdd, #4b8fe6);
  --busy-soft: light-dark(#e6f0fd, #142a47);
  --quiet: light-dark(#535f70, #9dabbd);
  --quiet-fill: light-dark(#b4bdca, #475364);
  --quiet-soft: light-dark(#eef1f5, #1c2532);
  --mono: ui-monospace, "SFMono-Regular", "JetBrains Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
  --columns: 2.6rem minmax(12rem, 24rem) minmax(0, 1fr) 6.5rem 5.5rem;
  --radius: 10px;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--canvas); color: var(--text);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1, h2, h3, p, ul, ol, dl, dd, pre, table { margin: 0; }
h1 { font-size: 1.55rem; line-height: 1.2; letter-spacing: -0.015em; font-weight: 680; }
h2 { font-size: 1.02rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.005em; }
h3 { font-size: 0.95rem; font-weight: 620; }
ul, ol { padding: 0; list-style: none; }
code, pre, .code { font-family: var(--mono); font-size: 0.86em; }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
button, input { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 9; padding: 0.5rem 0.9rem; background: var(--surface); border-radius: 0 0 8px 8px; }
.skip:focus { top: 0; }
[hidden] { display: none !important; }
.icon { width: 1.05em; height: 1.05em; flex: none; vertical-align: -0.16em; }
.good { --tone: var(--good); --fill: var(--good-fill); --soft: var(--good-soft); }
.bad { --tone: var(--bad); --fill: var(--bad-fill); --soft: var(--bad-soft); }
.warn { --tone: var(--warn); --fill: var(--warn-fill); --soft: var(--warn-soft); }
.busy { --tone: var(--busy); --fill: var(--busy-fill); --soft: var(--busy-soft); }
.quiet { --tone: var(--quiet); --fill: var(--quiet-fill); --soft: var(--quiet-soft); }
.toned { color: var(--tone); }
.muted { color: var(--muted); }

.page { max-width: 2360px; margin: 0 auto; padding: 0 clamp(0.9rem, 2.2vw, 2.6rem) 3rem; }
.top { display: flex; align-items: center; gap: 0.9rem 1.1rem; padding: 1.6rem 0 1.1rem; flex-wrap: wrap; }
.top .seal { width: 3rem; height: 3rem; border-radius: 50%; display: grid; place-items: center; background: var(--soft); color: var(--tone); flex: none; }
.top .seal .icon { width: 1.6rem; height: 1.6rem; }
.top .name { flex: 1 1 16rem; min-width: 0; }
.top .name p { color: var(--muted); }
.badge { display: inline-flex; align-items: center; gap: 0.35em; padding: 0.1em 0.65em; border-radius: 99px; background: var(--soft); color: var(--tone); font-size: 0.8rem; font-weight: 620; white-space: nowrap; }
.version { font-weight: 450; color: var(--muted); font-size: 0.95rem; letter-spacing: 0; }
.button { display: inline-flex; align-items: center; gap: 0.4em; min-height: 2.1rem; padding: 0.25rem 0.8rem; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); cursor: pointer; font-size: 0.86rem; }
.button:hover { border-color: var(--muted); }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); min-width: 0; }
.card > header { display: flex; align-items: baseline; flex-wrap: wrap; gap: 0.3rem 0.8rem; padding: 0.85rem 1.1rem 0; }
.card > header .aside { color: var(--muted); font-size: 0.86rem; }
.body { padding: 0.75rem 1.1rem 1.1rem; }

.lead { border-left: 5px solid var(--fill); padding: 1rem 1.2rem 1.1rem; display: grid; gap: 0.9rem 2.4rem; grid-template-columns: minmax(0, 1fr); }
.lead .headline { font-size: 1.12rem; font-weight: 600; line-height: 1.4; }
.lead .landing { color: var(--muted); margin-top: 0.2rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.7rem 1.9rem; }
.facts div { min-width: 0; }
.facts dt { font-size: 0.75rem; color: var(--muted); }
.facts dd { font-weight: 550; }
.facts dd.code { font-weight: 450; font-size: 0.86rem; line-height: 1.75; }
.said { display: grid; gap: 0.2rem; align-content: start; grid-template-columns: minmax(0, 1fr); }
.said .facts { margin-top: 0.9rem; }
.words { font-size: 0.84rem; color: var(--muted); margin-top: 0.15rem; }
.stripe { margin-top: 0.9rem; height: 8px; border-radius: 99px; overflow: hidden; background: var(--faint); }
.stripe svg { width: 100%; height: 100%; display: block; }
.next { display: grid; gap: 0.45rem; align-content: start; }
.next li { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 0 0.5rem; }
.next code { display: block; padding: 0.42rem 0.7rem; background: var(--sunken); border: 1px solid var(--faint); border-radius: 7px; }
.next .w { display: inline-block; }
.next .why { grid-column: 1; font-size: 0.8rem; color: var(--muted); padding-left: 0.75rem; }
.copy { min-width: 4.3rem; justify-content: center; }
.notes { display: grid; gap: 0.5rem; margin-bottom: 1rem; }
.notes li { padding: 0.55rem 1rem; background: var(--warn-soft); color: var(--warn); border-radius: 8px; font-size: 0.9rem; }

.layout { display: grid; gap: 1.1rem; grid-template-columns: minmax(0, 1fr); margin-top: 1.1rem; align-items: start; }
.layout > * { display: grid; gap: 1.1rem; min-width: 0; grid-template-columns: minmax(0, 1fr); }

.problem { padding: 0.9rem 0 0.2rem; display: grid; gap: 0.5rem; grid-template-columns: minmax(0, 1fr); }
.problem:first-child { padding-top: 0; }
.problem + .problem { border-top: 1px solid var(--faint); margin-top: 0.9rem; }
.problem .title { font-weight: 600; }
.title code, .headline code { font-weight: 500; }
.problem + .borne { margin-top: 0.9rem; }
.borne ul { display: grid; gap: 0.25rem; padding: 0.4rem 0 0; font-size: 0.88rem; }
.problem .where { font-size: 0.86rem; color: var(--muted); }
.problem .help { color: var(--text); padding-left: 0.8rem; border-left: 3px solid var(--line); }
.out { padding: 0.7rem 0.85rem; background: var(--sunken); border: 1px solid var(--faint); border-radius: 8px; white-space: pre-wrap; overflow: auto; max-height: 32rem; line-height: 1.5; tab-size: 4; font-size: 0.8rem; }
.out.wide { white-space: pre; overflow-wrap: normal; }
.out ins { text-decoration: none; color: var(--good); background: var(--good-soft); }
.out del { text-decoration: none; color: var(--bad); background: var(--bad-soft); }
.out b { font-weight: 600; color: var(--accent); }

.tools { display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0.8rem 1.1rem; align-items: center; border-bottom: 1px solid var(--line); }
.search { flex: 1 1 12rem; max-width: 24rem; min-width: 0; min-height: 2.1rem; padding: 0.25rem 0.8rem; border: 1px solid light-dark(#8a94a3, #5d6a7c); border-radius: 8px; background: var(--surface); }
.chip { border-radius: 99px; }
.chip[aria-pressed="true"] { background: var(--text); color: var(--surface); border-color: var(--text); }
.chip .icon { color: var(--tone); }
.chip[aria-pressed="true"] .icon { color: inherit; }
.tools .end { margin-left: auto; display: flex; gap: 0.5rem; flex-wrap: wrap; }
.keys { padding: 0.6rem 1.1rem; font-size: 0.8rem; color: var(--muted); border-top: 1px solid var(--faint); }
kbd { font: 0.78rem var(--mono); padding: 0.05em 0.4em; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; background: var(--raised); color: var(--text); }

.timeline { position: relative; }
.axis { display: grid; grid-template-columns: var(--columns); gap: 0 0.75rem; padding: 0.5rem 1.1rem 0.3rem; color: var(--muted); font-size: 0.75rem; border-bottom: 1px solid var(--faint); }
.axis svg { width: 100%; height: 1.2rem; overflow: visible; display: block; }
.axis text { fill: var(--muted); font-size: 0.72rem; }
.axis .right { text-align: right; }
.grid { position: absolute; inset: 0; display: grid; grid-template-columns: var(--columns); gap: 0 0.75rem; padding: 0 1.1rem; pointer-events: none; }
.grid svg { grid-column: 3; width: 100%; height: 100%; display: block; }
.grid line { stroke: var(--faint); stroke-width: 1; }
.grid rect { fill: url(#gap); }
.rows { position: relative; }
.row { display: grid; grid-template-columns: var(--columns); gap: 0 0.75rem; padding: 0 1.1rem; align-items: center; min-height: 2.45rem; }
.group > .row { min-height: 2.6rem; border-top: 1px solid var(--faint); background: color-mix(in srgb, var(--sunken) 65%, transparent); }
.group > .row h3 { grid-column: 1 / 3; display: flex; align-items: baseline; flex-wrap: wrap; gap: 0 0.6rem; min-width: 0; }
.group > .row .kind { font-weight: 450; color: var(--muted); font-size: 0.8rem; }
.group .group > .row h3 { padding-left: 1rem; }
.group .group .group > .row h3 { padding-left: 2rem; }

.step { border-top: 1px solid var(--faint); }
.step > summary { cursor: pointer; list-style: none; }
.step > summary::-webkit-details-marker { display: none; }
.step > summary:hover { background: color-mix(in srgb, var(--busy-soft) 55%, transparent); }
.step > summary:focus-visible { outline-offset: -2px; }
.many .step { content-visibility: auto; contain-intrinsic-size: auto 2.5rem; }
.many .step[open] { contain-intrinsic-size: auto 30rem; }
.step[open] > summary { background: color-mix(in srgb, var(--busy-soft) 75%, transparent); }
.num { color: var(--muted); font-size: 0.8rem; text-align: right; }
.who { min-width: 0; padding: 0.3rem 0; line-height: 1.35; display: flex; gap: 0.5rem; align-items: flex-start; }
.who .icon { color: var(--tone); margin-top: 0.16rem; }
.who .name { font-weight: 550; }
.who .by, .who .remark { color: var(--muted); font-size: 0.8rem; }
.bar { width: 100%; height: 1.1rem; display: block; overflow: visible; }
.bar rect, .bar line { vector-effect: non-scaling-stroke; }
.b-good { fill: var(--good-fill); stroke: var(--good-fill); }
.b-bad { fill: url(#hatch); stroke: var(--bad-fill); }
.b-busy { fill: var(--busy-fill); stroke: var(--busy-fill); }
.b-stopped { fill: var(--quiet-soft); stroke: var(--quiet); stroke-dasharray: 3 2; }
.b-wait { stroke: var(--warn-fill); stroke-width: 2; stroke-dasharray: 2 3; }
.b-span { fill: var(--quiet-fill); stroke: none; }
.hatch-ground { fill: var(--bad-soft); }
.hatch-line { fill: var(--bad-fill); }
.gap-line { fill: var(--line); }
.f-good { fill: var(--good-fill); } .f-bad { fill: var(--bad-fill); } .f-warn { fill: var(--warn-fill); } .f-busy { fill: var(--busy-fill); } .f-quiet { fill: var(--quiet-fill); }
.took, .cost { text-align: right; font-size: 0.84rem; white-space: nowrap; }
.cost { color: var(--muted); white-space: normal; line-height: 1.25; }
.panel { padding: 1rem 1.1rem 1.3rem 1.1rem; background: var(--raised); border-top: 1px solid var(--faint); position: relative; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
.panel .columns { display: grid; gap: 1rem 1.6rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
.panel h4, .mini { margin: 0 0 0.35rem; font-size: 0.78rem; font-weight: 620; color: var(--muted); letter-spacing: 0.01em; }
.pairs { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.22rem 1rem; font-size: 0.88rem; }
.pairs dt { color: var(--muted); }
.pairs dd { white-space: pre-wrap; }
.summary { max-width: 80ch; }
table { border-collapse: collapse; width: 100%; font-size: 0.86rem; }
th { text-align: left; font-weight: 500; color: var(--muted); font-size: 0.78rem; }
th, td { padding: 0.3rem 0.9rem 0.3rem 0; vertical-align: top; border-bottom: 1px solid var(--faint); }
th:last-child, td:last-child { padding-right: 0; }
.n { text-align: right; white-space: nowrap; }
.files { display: grid; gap: 0.12rem; margin-bottom: 0.5rem; font-size: 0.84rem; }
.files li { display: flex; gap: 0.7rem; }
.files .lines { flex: none; min-width: 5.2rem; font-family: var(--mono); font-size: 0.78rem; line-height: 1.7; }
.fold > summary { cursor: pointer; font-size: 0.86rem; color: var(--accent); padding: 0.15rem 0; }
.none { padding: 1.4rem; color: var(--muted); text-align: center; }

.graph { display: flex; flex-wrap: wrap; gap: 0.9rem 2.1rem; align-items: stretch; }
.graph .stage { position: relative; border: 1px solid var(--line); border-radius: 9px; padding: 0.55rem 0.7rem 0.7rem; background: var(--raised); min-width: min(13rem, 100%); max-width: 100%; }
.graph > .stage + .stage::before, .graph > .node + .stage::before { content: ""; position: absolute; left: -1.75rem; top: 50%; width: 1.35rem; border-top: 2px solid var(--quiet-fill); }
.graph > .stage + .stage::after, .graph > .node + .stage::after { content: ""; position: absolute; left: -0.72rem; top: calc(50% - 4px); width: 9px; height: 9px; border: solid var(--quiet-fill); border-width: 2px 2px 0 0; transform: rotate(45deg); }
.stage .stage { margin-top: 0; background: var(--surface); }
.stage-name { font-size: 0.78rem; color: var(--muted); margin-bottom: 0.45rem; display: flex; gap: 0.45rem; align-items: baseline; flex-wrap: wrap; }
.stage-name strong { color: var(--text); font-weight: 620; font-size: 0.86rem; }
.seq { display: grid; grid-template-columns: minmax(0, 1fr); }
.seq > li + li { margin-top: 0.95rem; position: relative; }
.seq > li + li::before { content: ""; position: absolute; left: 1.15rem; top: -0.95rem; height: 0.95rem; border-left: 2px solid var(--quiet-fill); }
.par { display: grid; gap: 0.45rem; border-left: 2px solid var(--quiet-fill); border-right: 2px solid var(--quiet-fill); border-radius: 8px; padding: 0 0.6rem; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); }
.node { display: flex; gap: 0.5rem; align-items: flex-start; padding: 0.34rem 0.65rem; border: 1px solid var(--line); border-left: 4px solid var(--fill); border-radius: 7px; background: var(--surface); color: var(--text); text-decoration: none; font-size: 0.86rem; line-height: 1.35; max-width: 26rem; }
a.node:hover { border-color: var(--accent); border-left-color: var(--fill); }
.node .icon { color: var(--tone); margin-top: 0.12rem; }
.node .if { display: block; color: var(--muted); font-size: 0.76rem; }

.host { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.1rem 0.8rem; padding: 0.5rem 0; border-bottom: 1px solid var(--faint); }
.host:last-child { border-bottom: 0; }
.host .what { grid-column: 1 / -1; font-size: 0.86rem; color: var(--muted); }
.host details { grid-column: 1 / -1; }
.checks { display: grid; gap: 0.3rem; margin-top: 0.5rem; }
.meter { width: 100%; height: 6px; border-radius: 99px; overflow: hidden; background: var(--faint); display: block; }
.meter rect { fill: var(--busy-fill); }
.acts td:first-child { white-space: nowrap; }
.foot { margin-top: 1.6rem; color: var(--muted); font-size: 0.8rem; }

@media (min-width: 900px) {
  .lead { grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr); }
  .panel { padding-left: 3.9rem; }
}
@media (min-width: 900px) and (max-width: 1499px) {
  .side { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; }
}
@media (min-width: 1500px) {
  .layout { grid-template-columns: minmax(0, 1fr) minmax(22rem, 27rem); }
  .panel .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1.6fr); }
}
@media (min-width: 1900px) { :root { --columns: 2.6rem minmax(12rem, 34rem) minmax(0, 1fr) 6.5rem 5.5rem; } }
@media (min-width: 2100px) { .layout { grid-template-columns: minmax(0, 1fr) 34rem; } }
@media (max-width: 820px) {
  :root { --columns: 1.7rem minmax(0, 1fr) auto; }
  .axis { grid-template-columns: minmax(0, 1fr); }
  .axis > :not(svg) { display: none; }
  .axis g:nth-of-type(even) { display: none; }
  .grid { display: none; }
  .row { padding: 0.25rem 0.8rem 0.55rem; gap: 0 0.5rem; }
  .group > .row h3 { grid-column: 1 / 3; padding: 0.2rem 0; }
  .row .bar { grid-column: 1 / -1; grid-row: 2; height: 0.7rem; }
  .row .cost { display: none; }
  .row.activity .who { grid-column: 1 / 3; }
  .card > header, .body, .tools, .panel, .keys, .axis { padding-left: 0.8rem; padding-right: 0.8rem; }
  .graph > .stage + .stage::before, .graph > .stage + .stage::after, .graph > .node + .stage::before, .graph > .node + .stage::after { display: none; }
  .graph { flex-direction: column; }
  .keys { display: none; }
  .top { align-items: flex-start; }
  .next li { grid-template-columns: minmax(0, 1fr); gap: 0.3rem; }
  .copy { justify-self: start; }
  .next .w { display: inline-block; }
.next .why { grid-row: 2; padding-left: 0.2rem; }
  .attempts th:nth-child(2), .attempts td:nth-child(2) { display: none; }
  .pairs { grid-template-columns: minmax(0, 1fr); }
  .pairs dd { margin-bottom: 0.35rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root, :root[data-theme] { color-scheme: light; }
  body { background: #fff; font-size: 11px; }
  .page { max-width: none; padding: 0; }
  .tools, .keys, .skip, .button, .copy { display: none !important; }
  .layout { grid-template-columns: minmax(0, 1fr); }
  .many .step { content-visibility: visible; contain-intrinsic-size: none; }
  .out { max-height: none; overflow: visible; white-space: pre-wrap; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  .card { break-inside: auto; border-color: #bbb; }
  .row, .problem > .title, h2 { break-after: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
