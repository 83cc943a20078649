export const id=964;export const ids=[964];export const modules={8270:(e,t,r)=>{r.d(t,{T:()=>notOurs,x:()=>writePage});var o=r(3024);var n=r(6760);var i=r(1998);var a=r(9497);var s=r(8545);const l=64*1024*1024;function notOurs(e){const t=(0,i.Y)(e,l);if(!t.ok&&t.error.reason==="missing")return null;const r=t.ok&&(t.value.length===0||t.value.subarray(0,4096).includes(s._));if(r)return null;return{code:"not-a-report",message:`${e} is there already and is not a report of workflow-runner: it is left as it is`,help:"Give --html another name."}}function writePage(e,t){try{(0,o.mkdirSync)((0,n.dirname)(e),{recursive:true})}catch(r){const t=r instanceof Error?r.message:String(r);return{code:"not-written",message:`the folder of ${e} cannot be made: ${t}`,help:"Give --html another name."}}const r=(0,a.Zf)(e,t);if(r.ok)return null;const i=`${e} cannot be written (${r.error.code})`;return{code:"not-written",message:i,help:"Check the permissions of the folder, and the space on the disk."}}},2454:(e,t,r)=>{r.d(t,{G:()=>cutMarkdown});const o=/^ {0,3}(`{3,}|~{3,})(.*)$/;function utf8Length(e){return new TextEncoder().encode(e).length}function cutMarkdown(e,t,r){if(utf8Length(e)<=t)return e;const o=`
${r}
`;const n=t-utf8Length(o);const i=[];let a=0;let s=null;for(const t of e.split("\n")){const e=fenceAfter(t,s);const r=e===null?0:e.length+1;const o=utf8Length(t)+1;if(a+o+r>n)break;i.push(t);a+=o;s=e}if(n<0)return"";if(s!==null)i.push(s);return i.map(e=>`${e}
`).join("")+o}function fenceAfter(e,t){const r=o.exec(e);if(r===null)return t;const[,n="",i=""]=r;if(t===null)return n.startsWith("`")&&i.includes("`")?null:n;return n.startsWith(t)&&i.trim()===""?null:t}},8545:(e,t,r)=>{r.d(t,{_:()=>i,y:()=>renderDocument});var o=r(1629);const n=String.raw`
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
`;const i='<meta name="generator" content="workflow-runner">';function renderDocument({title:e,body:t,script:r,style:a="",sha256:s}){const l=`${n}${a}`;const d=r===null?`'none'`:`'sha256-${s(r)}'`;const c=`default-src 'none'; style-src 'sha256-${s(l)}'; script-src ${d}; base-uri 'none'; form-action 'none'`;return(0,o.qy)`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${(0,o.PT)(c)}" />
        ${(0,o.PT)(i)}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${e}</title>
        ${(0,o.PT)(`<style>${l}</style>`)}
      </head>
      <body>
        ${t} ${r===null?null:(0,o.PT)(`<script>${r}<\/script>`)}
      </body>
    </html> `.text}},1629:(e,t,r)=>{r.d(t,{PT:()=>markup,SM:()=>withCode,qy:()=>html,vI:()=>shortened});var o=r(1385);let Html=class Html{text;constructor(e){this.text=e}};const n={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"};function escapeHtml(e){return(0,o.D)(e).replace(/[&<>"']/g,e=>n[e]??"")}function html(e,...t){const r=[];for(const[o,n]of withoutIndentation(e).entries()){r.push(n);const e=t[o];if(e!==undefined)put(e,r)}return new Html(r.join(""))}function markup(e){return new Html(e)}function withCode(e){return e.split("`").map((e,t,r)=>{if(t%2===1&&t===r.length-1)return html`${`\`${e}`}`;return t%2===1?html`<code>${e}</code>`:html`${e}`})}function shortened(e,t){const r=e.length>t*4?e.slice(0,t*4):e;const o=r.replace(/\s+/g," ").trim();return o.length<=t?o:`${o.slice(0,t-1).replace(/[\ud800-\udbff]$/,"")}…`}const i=new WeakMap;function withoutIndentation(e){const t=i.get(e);if(t!==undefined)return t;const r=e.map(e=>e.replace(/\n\s*/g,"\n"));i.set(e,r);return r}function put(e,t){if(e===null)return;if(e instanceof Html)t.push(e.text);else if(typeof e==="object")for(const r of e)put(r,t);else t.push(escapeHtml(String(e)))}},3983:(e,t,r)=>{r.d(t,{c:()=>o});const o=String.raw`(() => {
'use strict';
const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
for (const element of all('[data-script]')) element.hidden = false;

const themes = ['system', 'light', 'dark'];
const remember = (theme) => { try { localStorage.setItem('workflow-runner-theme', theme); } catch { /* private window */ } };
const remembered = () => { try { return localStorage.getItem('workflow-runner-theme'); } catch { return null; } };
const themeButton = one('#theme');
let theme = 'system';
const setTheme = (next) => {
  theme = themes.includes(next) ? next : 'system';
  if (theme === 'system') delete root.dataset.theme; else root.dataset.theme = theme;
  themeButton.textContent = 'Colours: ' + theme;
};
setTheme(remembered());
themeButton.addEventListener('click', () => {
  setTheme(themes[(themes.indexOf(theme) + 1) % themes.length]);
  remember(theme);
});

for (const time of all('time')) time.title = new Date(time.dateTime).toLocaleString();

const copyText = async (text) => {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* not allowed here: the old way */ }
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
};
for (const button of all('button.copy')) {
  button.addEventListener('click', async () => {
    const done = await copyText(button.parentElement.querySelector('code').textContent);
    button.firstChild.textContent = done ? 'Copied' : 'Select it';
    setTimeout(() => { button.firstChild.textContent = 'Copy'; }, 1600);
  });
}

const search = one('#search');
if (search !== null) steps();

function steps() {
  const said = one('#found');
  const nothing = one('#nothing');
  const rows = all('details.step').map((row) => {
    const groups = [];
    for (let at = row.parentElement.closest('.group'); at !== null; at = at.parentElement.closest('.group')) groups.push(at);
    const summary = row.firstElementChild;
    return { row, summary, groups, text: null, status: row.dataset.status };
  });
  const textOf = (entry) => { entry.text ??= (entry.row.dataset.find + ' ' + entry.summary.textContent).toLowerCase(); return entry.text; };
  const groups = all('.group');
  const chips = all('.chip');
  let status = '';
  let shown = rows;
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter((word) => word !== '');
    const live = new Set();
    shown = [];
    for (const entry of rows) {
      const fits = (status === '' || status.split(' ').includes(entry.status)) && words.every((word) => textOf(entry).includes(word));
      entry.row.hidden = !fits;
      if (!fits) continue;
      shown.push(entry);
      for (const group of entry.groups) live.add(group);
    }
    for (const group of groups) group.hidden = !live.has(group);
    const isAll = shown.length === rows.length;
    nothing.hidden = shown.length > 0;
    said.textContent = isAll ? '' : shown.length + ' of ' + rows.length + ' steps';
    for (const one of all('.activity')) one.hidden = !isAll;
  };
  let waiting = 0;
  search.addEventListener('input', () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(filter); });
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      status = chip.dataset.status;
      for (const other of chips) other.setAttribute('aria-pressed', String(other === chip));
      filter();
    });
  }
  const clear = () => { search.value = ''; status = ''; for (const chip of chips) chip.setAttribute('aria-pressed', String(chip.dataset.status === '')); filter(); };
  const openAll = (open) => { for (const { row } of shown) row.open = open; };
  one('#open-all').addEventListener('click', () => openAll(true));
  one('#close-all').addEventListener('click', () => openAll(false));

  const focusAt = (index) => {
    const entry = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (entry === undefined) return;
    entry.summary.focus({ preventScroll: true });
    entry.row.scrollIntoView({ block: 'nearest', behavior: 'auto' });
  };
  const here = () => shown.findIndex(({ summary }) => summary === document.activeElement);
  const nextFailure = () => {
    const at = here();
    const isBad = ({ status: is }) => is === 'failed' || is === 'conflict';
    const after = shown.findIndex((entry, index) => index > at && isBad(entry));
    const found = after >= 0 ? after : shown.findIndex(isBad);
    if (found < 0) return;
    shown[found].row.open = true;
    focusAt(found);
  };
  const onRow = { ArrowDown: (at) => focusAt(at + 1), ArrowUp: (at) => focusAt(at - 1), Home: () => focusAt(0), End: () => focusAt(shown.length - 1),
    ArrowRight: (at) => { shown[at].row.open = true; }, ArrowLeft: (at) => { shown[at].row.open = false; } };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape') {
      if (search.value !== '' || status !== '') clear();
      else if (typing) search.blur();
      else { const open = document.activeElement?.closest?.('details.step'); if (open) { open.open = false; open.firstElementChild.focus(); } }
      return;
    }
    if (typing) {
      if (event.key === 'ArrowDown' || event.key === 'Enter') { event.preventDefault(); filter(); focusAt(0); }
      return;
    }
    if (event.key === '/') { event.preventDefault(); search.focus(); search.select(); return; }
    if (event.key === 'n') { nextFailure(); return; }
    const at = here();
    if (at < 0) {
      const nowhere = document.activeElement === document.body || document.activeElement === null;
      if (nowhere && event.key === 'ArrowDown' && event.shiftKey) { event.preventDefault(); focusAt(0); }
      return;
    }
    if (Object.hasOwn(onRow, event.key)) { event.preventDefault(); onRow[event.key](at); }
  });

  const openHash = () => {
    const target = /^#step-\d+$/.test(location.hash) ? document.getElementById(location.hash.slice(1)) : null;
    if (target === null) return;
    if (target.hidden) clear();
    target.open = true;
    target.firstElementChild.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'start', behavior: 'auto' });
  };
  addEventListener('hashchange', openHash);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#step-"]');
    if (link && link.hash === location.hash) openHash();
  });
  openHash();
}

let closed = [];
addEventListener('beforeprint', () => { closed = all('details:not([open])'); for (const details of closed) details.open = true; });
addEventListener('afterprint', () => { for (const details of closed) details.open = false; closed = []; });
})();`},852:(e,t,r)=>{r.d(t,{Kk:()=>icon,_y:()=>sprite,c1:()=>lookOfRun,oc:()=>lookOfGroup,vp:()=>lookOfStep});var o=r(1629);const n={check:'<path d="M3 8.6 6.4 12 13 4.6"/>',cross:'<path d="M4 4l8 8M12 4l-8 8"/>',fork:'<path d="M4 2.5v11M4 8.5c5 0 8-1.5 8-6M9.6 9.6l4 4M13.6 9.6l-4 4"/>',pause:'<path d="M5.4 3.2v9.6M10.6 3.2v9.6"/>',play:'<path d="M5 3.2 12.4 8 5 12.8z"/>',again:'<path d="M12.9 8.4A5 5 0 1 1 11.4 4.3M11.8 1.6v3h-3"/>',skip:'<path d="M3.6 4 8 8l-4.4 4M9.4 4l4.4 4-4.4 4"/>',stop:'<path d="M4 4h8v8H4z"/>',ring:'<circle cx="8" cy="8" r="4.8" stroke-dasharray="2 2"/>'};const i={completed:{word:"completed",tone:"good",icon:"check"},failed:{word:"failed",tone:"bad",icon:"cross"},conflict:{word:"conflict",tone:"bad",icon:"fork"},running:{word:"running",tone:"busy",icon:"play"},retrying:{word:"waiting to try again",tone:"busy",icon:"again"},skipped:{word:"skipped",tone:"quiet",icon:"skip"},cancelled:{word:"stopped",tone:"warn",icon:"stop"},pending:{word:"not run",tone:"quiet",icon:"ring"}};const a={completed:{word:"completed",tone:"good",icon:"check"},failed:{word:"failed",tone:"bad",icon:"cross"},paused:{word:"paused",tone:"warn",icon:"pause"},interrupted:{word:"interrupted",tone:"warn",icon:"stop"},running:{word:"running",tone:"busy",icon:"play"}};const lookOfStep=e=>i[e];const lookOfRun=e=>a[e];function lookOfGroup(e){const t=e==="merging"||e==="rerunning"||e==="validating";return t?{word:e,tone:"busy",icon:"play"}:i[e]}function icon(e){return(0,o.qy)`<svg class="icon" aria-hidden="true"><use href="#i-${e}" /></svg>`}function sprite(){const e=Object.entries(n).map(([e,t])=>`<symbol id="i-${e}" viewBox="0 0 16 16"><g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${t}</g></symbol>`);return(0,o.PT)(`<svg width="0" height="0" class="sr" aria-hidden="true"><defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2.4" height="6"/></pattern>
<pattern id="gap" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="gap-line" width="2" height="7"/></pattern>
</defs>${e.join("")}</svg>`)}},677:(e,t,r)=>{r.d(t,{D9:()=>markdownCode,DV:()=>codeBlock,Qj:()=>markdownTable,p7:()=>markdownText});var o=r(1385);const n="&#8203;";function markdownText(e,{maxLength:t=300}={}){return escapeLine(cut(oneLine(e),t))}function markdownCode(e,{maxLength:t=200}={}){const r=cut(withoutComments(oneLine(e)),t);if(r==="")return"";if(r.includes("|"))return`<code>${escapeLine(r)}</code>`;const o="`".repeat(longestRun(r,"`")+1);const n=/^`|`$|^ .* $/.test(r)?" ":"";return`${o}${n}${r}${n}${o}`}function codeBlock(e,t="",{maxLines:r=60,maxLength:n=8e3}={}){const i=withoutComments((0,o.D)(e)).trimEnd().split("\n");const a=i.slice(-r).join("\n");const s=a.length>n?a.slice(-n).replace(/^[\udc00-\udfff]/,""):a;const l=s.length<i.join("\n").length?`…
${s}`:s;const d="`".repeat(Math.max(3,longestRun(l,"`")+1));return`${d}${/^[a-z0-9+-]*$/i.test(t)?t:""}
${l}
${d}`}function markdownTable(e,t){const line=e=>`| ${e.join(" | ")} |`;return[line(e),line(e.map(()=>"---")),...t.map(line)].join("\n")}function oneLine(e){return(0,o.E)(e).replace(/\s+/g," ").trim()}function cut(e,t){if(e.length<=t)return e;return`${e.slice(0,t-1).replace(/[\ud800-\udbff]$/,"")}…`}function withoutComments(e){return e.replace(/<(?=!-)/g,"< ")}function longestRun(e,t){let r=0;let o=0;for(const n of e){o=n===t?o+1:0;r=Math.max(r,o)}return r}function escapeLine(e){return e.replace(/&/g,"&amp;").replace(/[\\`*[\]~$]/g,String.raw`\$&`).replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/\|/g,"&#124;").replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g,String.raw`\_`).replace(/^(?:[-+=]|\d{1,9}(?=[.)]))/,e=>/\d/.test(e)?`${e}${n}`:`\\${e}`).replace(/@|(?<!&)#/g,`$&${n}`).replace(/(?<![a-z0-9])GH-(?=\d)/gi,`$&${n}`).replace(/:(?=\/\/|[\w+\\-]+:)/g,`$&${n}`).replace(/(?:www|mailto|xmpp)(?=[.:])/gi,`$&${n}`)}}};