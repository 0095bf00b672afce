/** What fixes findings, for a report that has a place for it (SARIF). Not a function: `rest` loads it on demand. */
export { proposeEdits } from '../src/api/propose-edits.ts';
