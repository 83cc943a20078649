/** Commits of a run on their way from one clone to another. */
export { createBundle, type NewBundle } from './create-bundle.js';
export { importBundle, type BundleImport, type ImportOutcome, type ImportRefusal } from './import-bundle.js';
