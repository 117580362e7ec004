import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take long begin first: one that began last would run alone, with a core idle, when all others have ended.
 * Vitest knows durations only where it has run before, and goes by the size of files in a fresh clone.
 */
const long = ['security/model-attacker', 'security/pumping', 'api/cli', 'security/malformed', 'api/failover'];

export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const isLong = ({ moduleId }: TestSpecification) => long.some((name) => moduleId.endsWith(`/${name}.test.ts`));
		return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
	}
}
