import { z } from 'zod';
import type { Result } from '../../base/result.js';
import type { GitHubRest, RestFailure } from '../api/rest.js';

export interface PeopleAndLabels {
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
  readonly assignees: readonly string[];
}

/** What cannot be set is told and does no harm: the pull request is there. */
export async function setPeopleAndLabels(
  rest: GitHubRest,
  number: number,
  { labels, reviewers, teamReviewers, assignees }: PeopleAndLabels,
): Promise<string[]> {
  const issue = '/repos/{owner}/{repo}/issues/{issue_number}';
  const reviews = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers';
  const adds: readonly Addition[] = [
    { what: 'label', key: 'labels', names: labels, route: `POST ${issue}/labels` },
    { what: 'reviewer', key: 'reviewers', names: reviewers, route: reviews },
    { what: 'team of reviewers', key: 'team_reviewers', names: teamReviewers.map(slugOfTeam), route: reviews },
    { what: 'assignee', key: 'assignees', names: assignees, route: `POST ${issue}/assignees` },
  ];
  const notes: string[] = [];
  for (const addition of adds) notes.push(...(await add(rest, number, addition)));
  return notes;
}

interface Addition {
  readonly what: string;
  readonly key: string;
  readonly names: readonly string[];
  readonly route: string;
}

/** All at once; when that is refused one by one, because one unknown name makes GitHub refuse the others too. */
async function add(rest: GitHubRest, number: number, addition: Addition): Promise<string[]> {
  const { what, names } = addition;
  if (names.length === 0) return [];
  const together = await send(rest, number, addition);
  if (together.ok) return [];
  const isOneToBlame = names.length > 1 && ['invalid', 'not-found'].includes(together.error.reason);
  if (!isOneToBlame) return [noteOf(what, names.join(', '), together.error)];
  const notes: string[] = [];
  for (const name of names) {
    const alone = await send(rest, number, { ...addition, names: [name] });
    if (!alone.ok) notes.push(noteOf(what, name, alone.error));
  }
  return notes;
}

async function send(
  rest: GitHubRest,
  number: number,
  { route, key, names }: Addition,
): Promise<Result<unknown, RestFailure>> {
  return await rest.request({
    route,
    parameters: { [route.includes('{issue_number}') ? 'issue_number' : 'pull_number']: number, [key]: names },
    answer: z.unknown(),
    // Adding what is there already changes nothing.
    whenUnknown: 'repeat',
  });
}

function noteOf(what: string, names: string, failure: RestFailure): string {
  const said =
    failure.reason === 'invalid' ? failure.messages.join('; ') : 'message' in failure ? failure.message : 'stopped';
  return `The ${what} ${names} could not be set: ${said}`;
}

/** `@org/team` and `org/team` are ways that people write it; the API takes `team`. */
function slugOfTeam(name: string): string {
  return name.split('/').at(-1) ?? name;
}
