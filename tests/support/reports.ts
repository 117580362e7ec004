/** What the JSON reports of the two test runners say: how many, and which failed, so that a log's last lines tell. */
export type Count = {
	passed: number;
	failed: number;
	skipped: number;
	failures: string[];
	/** Failed once, and passed when they ran again. */
	unsteady: string[];
};

type VitestReport = {
	testResults: {
		name: string;
		status: string;
		message: string;
		assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
	}[];
};

type PlaywrightSuite = {
	specs: {
		file: string;
		line: number;
		title: string;
		tests: { projectName: string; status: string; results: { error?: { message?: string } }[] }[];
	}[];
	suites?: PlaywrightSuite[];
};

type PlaywrightReport = {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	suites: PlaywrightSuite[];
};

export function countVitest(report: unknown): Count {
	const { testResults } = report as VitestReport;
	const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
	const count = (status: string) => tests.filter((test) => test.status === status).length;
	const [passed, failed] = [count('passed'), count('failed')];
	return {
		passed,
		failed,
		skipped: tests.length - passed - failed,
		failures: testResults.flatMap(({ name, status, message, assertionResults }) => {
			const failed = assertionResults.filter((test) => test.status === 'failed');
			// A file that does not load, and one whose preparation fails, fail no test: their tests are left out.
			if (failed.length === 0) return status === 'failed' ? [describe(name, message || leftOut(assertionResults))] : [];
			return failed.map((test) => describe(`${name} › ${test.fullName}`, test.failureMessages[0]));
		}),
		unsteady: []
	};
}

/** The files of a Vitest report in which something failed. */
export function failedFiles(report: unknown): string[] {
	const { testResults } = report as VitestReport;
	return testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
}

/** Counts a Vitest report some of whose files ran again: what they showed then is what counts. */
export function countVitestAgain(first: unknown, second: unknown): Count {
	const again = (second as VitestReport).testResults;
	const names = new Set(again.map(({ name }) => name));
	const before = (first as VitestReport).testResults;
	const kept = before.filter(({ name }) => !names.has(name));
	const mended = again.filter(({ status }) => status === 'passed').map(({ name }) => name);
	return {
		...countVitest({ testResults: [...kept, ...again] }),
		unsteady: countVitest({ testResults: before.filter(({ name }) => mended.includes(name)) }).failures
	};
}

export function countPlaywright(report: unknown): Count {
	const { stats, suites } = report as PlaywrightReport;
	const specs = suites.flatMap(specsIn);
	const withStatus = (status: string) =>
		specs.flatMap(({ file, line, title, tests }) =>
			tests
				.filter((test) => test.status === status)
				.map((test) => {
					const error = test.results.find((result) => result.error)?.error;
					return describe(`[${test.projectName}] ${file}:${line} › ${title}`, error?.message);
				})
		);
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		skipped: stats.skipped,
		failures: withStatus('unexpected'),
		unsteady: withStatus('flaky')
	};
}

function leftOut(tests: { fullName: string; status: string }[]): string {
	const names = tests.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName);
	return ['a hook failed before', ...names].join('\n');
}

function specsIn({ specs, suites = [] }: PlaywrightSuite): PlaywrightSuite['specs'] {
	return [...specs, ...suites.flatMap(specsIn)];
}

function describe(test: string, message = ''): string {
	return `${test}\n  ${message.split('\n').slice(0, 6).join('\n  ')}`;
}
