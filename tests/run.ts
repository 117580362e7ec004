// `npm test`: everything that this machine can run, one suite after the other, and one line at the end that says how it went.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findMissing, uses } from './support/machine.ts';
import { openQuickFolder } from './support/quick-folder.ts';
import { countPlaywright, countVitest, countVitestAgain, failedFiles, type Count } from './support/reports.ts';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
// Every look of every screen, and 20,000 attacks, take hours on a small machine.
const stepLimitMs = (process.env.FOYER_TEST_FULL === '1' ? 240 : 45) * 60_000;

/** More than these failing at once is no accident, and would run for long. */
const mostToRunAgain = 3;

const temporary = openQuickFolder();

type Step = { title: string; command: string[]; report?: string; count?(report: unknown): Count; again?: boolean };

const vitest = (project: string, title: string): Step => ({
	title,
	command: [
		'vitest',
		'run',
		'--project',
		project,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=test-results/${project}.json`
	],
	report: `${project}.json`,
	count: countVitest
});
const unit = vitest('unit', 'architecture and unit');
/** Hundreds of servers start here: what failed has a second try when the machine has nothing else to do. */
const api: Step = { ...vitest('api', 'contract, API and security'), again: true };

/** Compiles the messages and writes the types, too. */
const preparation: Step = { title: 'build', command: ['vite', 'build', '--logLevel', 'warn'] };
const endToEnd: Step = {
	title: 'end to end',
	command: ['playwright', 'test'],
	report: 'e2e.json',
	count: countPlaywright
};

async function main(): Promise<number> {
	const startedAt = Date.now();
	rmSync(results, { recursive: true, force: true });
	mkdirSync(results, { recursive: true });
	const missing = await findMissing();
	const suites = [unit, api, ...(missing.includes('Chromium') ? [] : [endToEnd])];

	const counts: Count[] = [];
	if ((await run(preparation)) !== 0) counts.push(failedStep(preparation));
	// Without a build the suites could only repeat that there is none.
	if (counts.length === 0) for (const step of suites) counts.push(await runAndCount(step));

	for (const part of missing) {
		console.log(`\nThis machine has no ${part}: ${uses[part]} did not run.`);
		if (process.env.CI) counts.push({ passed: 0, failed: 1, skipped: 0, failures: [part], unsteady: [] });
	}
	const { passed, failed, skipped, failures, unsteady } = sum(counts);
	for (const test of unsteady) console.log(`\nPASSED THE SECOND TIME ${test}`);
	for (const failure of failures) console.log(`\nFAILED ${failure}`);
	console.log(`\n${Math.round((Date.now() - startedAt) / 1000)} s`);
	console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
	return failed > 0 ? 1 : 0;
}

async function runAndCount(step: Step): Promise<Count> {
	const code = await run(step);
	const report = readReport(step);
	if (!report || !step.count) return failedStep(step);
	const count = step.count(report);
	if (code === 0) return count;
	const files = step.again ? failedFiles(report) : [];
	if (files.length > 0 && files.length <= mostToRunAgain) return runAgain(step, report, files);
	// A file that does not even load fails no test; the exit code still tells.
	return told(step, count);
}

async function runAgain(step: Step, report: unknown, files: string[]): Promise<Count> {
	const code = await run({ ...step, title: `${step.title}, again`, command: [...step.command, ...files] });
	const second = readReport(step);
	if (!second) return failedStep(step);
	const count = countVitestAgain(report, second);
	return code === 0 ? count : told(step, count);
}

const told = (step: Step, count: Count): Count =>
	count.failed > 0 ? count : { ...count, failed: 1, failures: [...count.failures, step.title] };

function run({ title, command: [name = '', ...args] }: Step): Promise<number> {
	console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 70 - title.length))}`);
	const bin = path.join(root, 'node_modules', '.bin');
	const child = spawn(path.join(bin, name), args, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...temporary.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
		timeout: stepLimitMs
	});
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve(code ?? 1));
	});
}

function readReport({ report }: Step): unknown {
	if (!report) return undefined;
	const file = path.join(results, report);
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	} finally {
		// A second run that ends without a report must not be read as the first.
		rmSync(file, { force: true });
	}
}

function failedStep({ title }: Step): Count {
	console.log(`\n"${title}" did not finish.`);
	return { passed: 0, failed: 1, skipped: 0, failures: [title], unsteady: [] };
}

function sum(counts: Count[]): Count {
	return counts.reduce(
		(total, count) => ({
			passed: total.passed + count.passed,
			failed: total.failed + count.failed,
			skipped: total.skipped + count.skipped,
			failures: [...total.failures, ...count.failures],
			unsteady: [...total.unsteady, ...count.unsteady]
		}),
		{ passed: 0, failed: 0, skipped: 0, failures: [], unsteady: [] }
	);
}

try {
	process.exitCode = await main();
} finally {
	temporary.remove();
}
