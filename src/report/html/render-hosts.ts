import { html, type Html } from './html-text.js';
import type { HostRow } from './run-report.js';

/** The hosts of the result, those that differ first. */
export function renderHosts(hosts: readonly HostRow[]): Html {
  if (hosts.length === 0) return html`<p class="muted">The flake has no hosts.</p>`;
  return html`<ul>
    ${hosts.map(renderHost)}
  </ul>`;
}

/** A host: how far it differs, by which packages and derivations. */
export function renderHost({ host, level, tone, what, packages, derivations, more, size }: HostRow): Html {
  const names = [...packages.map((text) => `package ${text}`), ...derivations.map((name) => `derivation ${name}`)];
  const list = html`<pre class="out" tabindex="0" role="group" aria-label="${`What differs in ${host}`}">
${names.join('\n')}${more === '' ? '' : `\n… and ${more}`}</pre>`;
  return html`<li class="host">
    <strong>${host}</strong
    ><span class="badge ${tone}">${level}</span
    >${what === '' ? null : html`<span class="what">${what}</span>`}${size === '' ? null : html`<span class="what">${size}</span>`}${
      names.length === 0
        ? null
        : html`<details class="fold">
            <summary>What differs<span class="sr"> in ${host}</span></summary>
            ${list}
          </details>`
    }
  </li>`;
}
