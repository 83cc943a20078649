import type { AgentTrouble } from '../base/failure.js';

/** Longer messages say what they have to say at their beginning or end. */
const MAX_EXAMINED = 8192;

/** What a message means whatever the status beside it: Gemini answers 400 to a wrong key, OpenAI 429 to an unpaid bill. */
const plainWords: readonly (readonly [RegExp, AgentTrouble])[] = [
  [/insufficient[_ ]quota|exceeded your current quota|credit balance|billing|payment required/i, 'auth'],
  [
    /invalid (?:x-)?api[ -]?key|incorrect api key|api key (?:not valid|not found|expired)|api_key_invalid|not logged in|no auth(?:entication)? (?:information|credentials|method)|auth(?:entication)? (?:failed|error)|invalid (?:auth|bearer|token)|must specify the [A-Z_]+_API_KEY/i,
    'auth',
  ],
  [/context[_ ](?:length|window)|prompt is too long|too many (?:input )?tokens|request too large/i, 'input'],
  [
    /content[_ ](?:policy|filter)|safety|usage polic(?:y|ies)|prohibited|recitation|\brefusal\b|refused to (?:answer|comply|do)/i,
    'policy',
  ],
];

/** What a message means when it has no status. */
const hints: readonly (readonly [RegExp, AgentTrouble])[] = [
  [/\bunauthori[sz]ed\b|\bforbidden\b|\blog ?in\b|\bauthenticat(?:e|ed|ion)\b/i, 'auth'],
  [
    /rate.?limit|too many requests|overloaded|resource.?exhausted|quota|high demand|capacity|temporar(?:y|ily)|unavailable|internal (?:server )?error|bad gateway|timed? ?out|stream (?:disconnected|closed|ended)|network|fetch failed|socket|connection|\bE(?:CONN[A-Z]+|NOTFOUND|AI_AGAIN|TIMEDOUT|PIPE)\b/i,
    'transient',
  ],
  [
    /model\b.{0,80}(?:not found|not supported|does not exist|unknown|invalid)|(?:unknown|unexpected|invalid|unrecognized) (?:argument|option|flag|model|agent)|no previous sessions|session .{0,80}not found/i,
    'input',
  ],
];

/**
 * What the message of an agent CLI, or of the API behind it, means for a retry; null when it says nothing known. `status`: the HTTP
 * status when the CLI tells it apart; else it is looked for in the message (`status 401`, `"code":429`, `HTTP 500`).
 */
export function troubleOf(message: string, status: number | null = null): AgentTrouble | null {
  const text =
    message.length <= 2 * MAX_EXAMINED ? message : message.slice(0, MAX_EXAMINED) + message.slice(-MAX_EXAMINED);
  return firstOf(plainWords, text) ?? troubleOfStatus(status ?? statusIn(text)) ?? firstOf(hints, text);
}

/** What an HTTP status means for a retry; null for none, and for one that is no error. */
function troubleOfStatus(status: number | null): AgentTrouble | null {
  if (status === null || status < 400 || status > 599) return null;
  if ([401, 402, 403].includes(status)) return 'auth';
  return [408, 409, 425, 429].includes(status) || status >= 500 ? 'transient' : 'input';
}

function statusIn(text: string): number | null {
  const found = /\b(?:status(?:[_ ]?code)?|code|http(?:\/[\d.]+)?|api error)["']?[:= ]{0,3}([45]\d\d)\b/i.exec(text);
  return found?.[1] === undefined ? null : Number(found[1]);
}

function firstOf(words: readonly (readonly [RegExp, AgentTrouble])[], text: string): AgentTrouble | null {
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
