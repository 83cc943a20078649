/**
 * The tools of a list as Claude Code writes it: separated by commas or spaces, each with a rule in parentheses that may hold both,
 * for example `Read, Bash(git log:*, git diff:*)`. null when a parenthesis is not closed, or closes nothing.
 */
export function splitTools(text: string): readonly string[] | null {
  const tools: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at] ?? ',';
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return null;
    if (depth > 0 || !/[\s,]/.test(character)) continue;
    if (at > start) tools.push(text.slice(start, at));
    start = at + 1;
  }
  return depth === 0 ? tools : null;
}
