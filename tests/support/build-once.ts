// Before the first server starts: the production build must be there and newer than the sources.
import { build, isBuildStale } from '../../src/cli/build.ts';
import { bundleCommand } from './bundled-command.ts';

export default async function buildOnce(): Promise<void> {
	if (isBuildStale() && !(await build())) throw new Error('the production build failed');
	// The long run takes everything as it is delivered.
	if (process.env.FOYER_TEST_FULL !== '1') process.env.FOYER_TEST_COMMAND = await bundleCommand();
}
