/** The version of this program; the same as in package.json, which a test holds it to. Compiled in: the bundle stands alone. */
export const VERSION = '0.1.0';
