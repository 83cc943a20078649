/** What the page of a review adds to the style of every page: its plots and wide tables. */
export const REVIEW_STYLE = String.raw`
.numbers { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: 1rem 1.6rem; }
.numbers dt { font-size: 0.78rem; color: var(--muted); }
.numbers dd { margin: 0; font-size: 1.08rem; font-weight: 600; line-height: 1.35; }
.numbers dd.then { font-size: 0.8rem; font-weight: 450; color: var(--muted); }
.change { color: var(--tone); white-space: nowrap; }
.scroll { overflow-x: auto; position: relative; }
.scroll th, .scroll td { padding-top: 0.4rem; padding-bottom: 0.4rem; white-space: nowrap; }
.scroll td:first-child { font-weight: 550; white-space: normal; min-width: 9rem; }
.plot { display: block; width: 100%; height: 150px; overflow: visible; }
.plot text, .strip text { fill: var(--muted); font-size: 0.72rem; }
.plot .rule { stroke: var(--line); stroke-width: 1; }
.plot .b-stopped, .plot .b-bad { stroke-width: 1; }
.legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; margin-top: 0.6rem; font-size: 0.8rem; color: var(--muted); }
.legend svg { width: 0.85rem; height: 0.85rem; vertical-align: -0.1rem; margin-right: 0.35rem; }
.strips { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); }
.strips h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.7rem; }
.strips h3 .muted { font-weight: 450; font-size: 0.8rem; }
.strip { display: block; width: 100%; height: 84px; overflow: visible; margin-top: 0.3rem; }
.strip .rule { stroke: var(--faint); stroke-width: 1; }
.strip .median { stroke: var(--busy-fill); stroke-width: 1.5; stroke-dasharray: 5 4; }
.dot { fill: var(--good-fill); stroke: var(--surface); stroke-width: 1; }
.mark { color: var(--tone); }
.ranges { display: grid; gap: 0.75rem; }
.ranges .what { display: flex; flex-wrap: wrap; gap: 0 0.8rem; justify-content: space-between; font-size: 0.88rem; }
.ranges .what .muted { font-size: 0.8rem; }
.range { display: block; width: 100%; height: 10px; margin-top: 0.15rem; overflow: visible; }
.range .ground { fill: var(--faint); }
.range .spread { fill: var(--busy-fill); opacity: 0.45; }
.range .middle { fill: var(--busy); }
.flaky { display: grid; gap: 0.6rem; }
.flaky li, .looks li { font-size: 0.88rem; line-height: 1.45; }
.looks { display: grid; gap: 0.7rem; }
.looks li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 0.6rem; }
.looks .icon { margin-top: 0.2rem; }
.looks strong, .flaky strong { font-weight: 600; }
.looks code { font-size: 0.8rem; }
@media print { .scroll { overflow: visible; } .scroll th, .scroll td { white-space: normal; } }
`;
