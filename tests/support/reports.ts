/** What the JSON reports of the two test runners say: how many, and which failed, so that a log's last lines tell. */
export type Count = { passed: number; failed: number; skipped: number; failures: string[] };

type VitestReport = {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
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
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report as VitestReport;
	return {
		passed: numPassedTests,
		failed: numFailedTests,
		skipped: numPendingTests + numTodoTests,
		failures: testResults.flatMap(({ name, status, message, assertionResults }) => {
			const failed = assertionResults.filter((test) => test.status === 'failed');
			// A file that does not load, and one whose preparation fails, fail no test: their tests are left out.
			if (failed.length === 0) return status === 'failed' ? [describe(name, message || leftOut(assertionResults))] : [];
			return failed.map((test) => describe(`${name} › ${test.fullName}`, test.failureMessages[0]));
		})
	};
}

export function countPlaywright(report: unknown): Count {
	const { stats, suites } = report as PlaywrightReport;
	const specs = suites.flatMap(specsIn);
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		skipped: stats.skipped,
		failures: specs.flatMap(({ file, line, title, tests }) =>
			tests
				.filter(({ status }) => status === 'unexpected' || status === 'flaky')
				.map((test) => {
					const error = test.results.find((result) => result.error)?.error;
					return describe(`[${test.projectName}] ${file}:${line} › ${title}`, error?.message);
				})
		)
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
