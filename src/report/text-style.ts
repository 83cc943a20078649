/** What a piece of text means; how that looks is up to the given `Paint`. */
export type TextStyle = 'error' | 'warning' | 'success' | 'accent' | 'dim' | 'bold';

/** Puts colour around text, or gives it back as it is where colour is not wanted. Never changes what the text says. */
export type Paint = (style: TextStyle, text: string) => string;

/** Makes one line of hostile text safe to show: no control characters, no escape sequences. */
export type CleanText = (text: string) => string;

/** Text without colour. */
export const plain: Paint = (_style, text) => text;
