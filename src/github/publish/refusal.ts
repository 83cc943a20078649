import type { Problem } from '../../base/problem.js';
import type { LimitExceeded } from './limits.js';
import type { SecretFinding } from './find-secrets.js';

/** Why a result may not be published. */
export type Refusal =
  | { readonly kind: 'protected-paths'; readonly paths: readonly string[] }
  | { readonly kind: 'links'; readonly links: readonly { readonly path: string; readonly target: string }[] }
  | { readonly kind: 'submodules'; readonly paths: readonly string[] }
  | { readonly kind: 'limit'; readonly exceeded: LimitExceeded }
  | { readonly kind: 'secrets'; readonly findings: readonly SecretFinding[] }
  | { readonly kind: 'not-searched'; readonly paths: readonly string[] };

/** A refusal in words. Paths and link targets are text of strangers. */
export interface RefusalText {
  readonly title: string;
  /** All of them, one a line. */
  readonly places: readonly string[];
  readonly help: string;
}

/** How many places a one-line message names; the job summary has all. */
const MOST_PLACES = 20;

/** Says what was refused and how to go on. */
export function refusalText(refusal: Refusal): RefusalText {
  switch (refusal.kind) {
    case 'protected-paths':
      return {
        title: 'it changes protected paths',
        places: refusal.paths,
        help: 'Change these by hand, or allow them with `!PATH` in the input `protected-paths`.',
      };
    case 'links':
      return {
        title: 'it has links that leave the repository or point into .git',
        places: refusal.links.map(({ path, target }) => `${path} -> ${target}`),
        help: 'Let the step make links that stay inside of the repository.',
      };
    case 'submodules':
      return {
        title: 'it changes submodules',
        places: refusal.paths,
        help: 'Change submodules by hand: what they point to is not part of the result.',
      };
    case 'limit':
      return limitText(refusal.exceeded);
    case 'secrets':
      return {
        title: 'it contains what looks like secrets',
        places: refusal.findings.map(({ place, what }) => `${place}: ${what}`),
        help: 'Remove them from every commit of the run (roll back the step that wrote them), and replace secrets that were real.',
      };
    case 'not-searched':
      return {
        title: 'it is too large to be searched for secrets',
        places: refusal.paths,
        help: 'Let the run make smaller commits.',
      };
  }
}

/** All refusals as one problem. `howToGetIt`: commands to get the result, which is not lost. */
export function refusalProblem(refusals: readonly Refusal[], howToGetIt: string): Problem {
  const texts = refusals.map(refusalText);
  const reasons = texts.map(({ title, places }) => {
    const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
    return places.length === 0 ? title : `${title}: ${places.slice(0, MOST_PLACES).join(', ')}${more}`;
  });
  return {
    code: 'publication-refused',
    message: `The result is not published: ${reasons.join('; ')}`,
    help: `${texts.map(({ help }) => help).join(' ')} Nothing was pushed, and nothing is lost. ${howToGetIt}`,
    exitCode: 1,
  };
}

function limitText(exceeded: LimitExceeded): RefusalText {
  if (exceeded.limit === 'files') {
    return {
      title: `it changes ${exceeded.count} files, more than the ${exceeded.max} that are allowed`,
      places: [],
      help: 'Raise the input `max-files`, or let the workflow change less.',
    };
  }
  return {
    title: `its changed files have ${exceeded.kilobytes} KiB, more than the ${exceeded.max} that are allowed`,
    places: exceeded.largest.map(({ path, kilobytes }) => `${path} (${kilobytes} KiB)`),
    help: 'Raise the input `max-kilobytes`, or keep large files out of the result.',
  };
}
