import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, countVitestAgain, failedFiles } from '../support/reports.ts';

const test = (fullName: string, status: string) => ({
	fullName,
	status,
	failureMessages: status === 'failed' ? ['why'] : []
});
const file = (name: string, status: string, ...assertionResults: ReturnType<typeof test>[]) => ({
	name,
	status,
	message: '',
	assertionResults
});
const steady = file('steady', 'passed', test('one', 'passed'), test('two', 'skipped'));
const unprepared = file('unprepared', 'failed', test('three', 'skipped'), test('four', 'skipped'));
const first = { testResults: [steady, unprepared] };

describe('a report', () => {
	it('names the tests that a failed preparation leaves out', () => {
		expect(countVitest(first)).toMatchObject({ passed: 1, failed: 0, skipped: 3 });
		expect(countVitest(first).failures).toEqual(['unprepared\n  a hook failed before\n  three\n  four']);
		expect(failedFiles(first)).toEqual(['unprepared']);
	});

	it('counts what ran again by what it showed then, and names it', () => {
		const passed = { testResults: [file('unprepared', 'passed', test('three', 'passed'), test('four', 'passed'))] };
		expect(countVitestAgain(first, passed)).toMatchObject({ passed: 3, failed: 0, skipped: 1, failures: [] });
		expect(countVitestAgain(first, passed).unsteady).toEqual(countVitest(first).failures);
	});

	it('counts as failed what failed twice', () => {
		const failed = { testResults: [file('unprepared', 'failed', test('three', 'failed'), test('four', 'passed'))] };
		expect(countVitestAgain(first, failed)).toMatchObject({ passed: 2, failed: 1, skipped: 1, unsteady: [] });
		expect(countVitestAgain(first, failed).failures).toEqual(['unprepared › three\n  why']);
	});

	it('counts a page that was drawn the second time as passed, and names it', () => {
		const results = [{ error: { message: 'late' } }, {}];
		const specs = [
			{ file: 'a.spec.ts', line: 3, title: 'is drawn', tests: [{ projectName: 'p', status: 'flaky', results }] }
		];
		const report = { stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 }, suites: [{ specs }] };
		expect(countPlaywright(report)).toMatchObject({ passed: 5, failed: 0, failures: [] });
		expect(countPlaywright(report).unsteady).toEqual(['[p] a.spec.ts:3 › is drawn\n  late']);
	});
});
