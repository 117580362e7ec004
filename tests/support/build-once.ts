// Before the first server starts: the production build must be there and newer than the sources.
import { build, isBuildStale } from '../../src/cli/build.ts';

export default async function buildOnce(): Promise<void> {
	if (isBuildStale() && !(await build())) throw new Error('the production build failed');
}
