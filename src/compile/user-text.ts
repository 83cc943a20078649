/** What GitHub would evaluate, written so that it comes out as itself. The only text of users ever inside of an expression is none. */
const OPENING = '${{';
export const ESCAPED_OPENING = "${{ '${{' }}";

/**
 * Text of a definition as a value in a compiled workflow: GitHub evaluates `${{` in nearly every value, so it is escaped.
 */
export const userText = (text: string): string => text.replaceAll(OPENING, ESCAPED_OPENING);

/** Characters that a YAML parser may take for the end of a line, or that a reader of the file does not see. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]|(?! )\p{Zs}/gu;

/** True when a text has to be written between double quotes, with `escapeInvisible` afterwards. */
export const hasInvisible = (text: string): boolean => text.search(INVISIBLE) >= 0;

/** The characters that are not seen as YAML escapes, which mean the same between double quotes. */
export function escapeInvisible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    if (character === '\n') return character;
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  });
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
