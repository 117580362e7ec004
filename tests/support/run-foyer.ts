// Runs one command of the `foyer` tool: that of `foyer/testing`.
export { foyerCommand, packageFolder as projectFolder } from '../../src/testing/package-folder.ts';
export { cleanEnv, runFoyer, type Ran } from '../../src/testing/run-foyer.ts';
