// `npm test`: everything that this machine can run, one suite after the other, and one line at the end that says how it went.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findMissing, uses } from './support/machine.ts';
import { openQuickFolder } from './support/quick-folder.ts';
import { countPlaywright, countVitest, type Count } from './support/reports.ts';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
// Every look of every screen, and 20,000 attacks, take hours on a small machine.
const stepLimitMs = (process.env.FOYER_TEST_FULL === '1' ? 240 : 45) * 60_000;

const temporary = openQuickFolder();

type Step = { title: string; command: string[]; report?: string; count?(report: unknown): Count };

const vitest = (project: string): Step => ({
	title: project === 'unit' ? 'architecture and unit' : 'contract, API and security',
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
	const suites = [vitest('unit'), vitest('api'), ...(missing.includes('Chromium') ? [] : [endToEnd])];

	const counts: Count[] = [];
	if ((await run(preparation)) !== 0) counts.push(failedStep(preparation));
	// Without a build the suites could only repeat that there is none.
	if (counts.length === 0) for (const step of suites) counts.push(await runAndCount(step));

	for (const part of missing) {
		console.log(`\nThis machine has no ${part}: ${uses[part]} did not run.`);
		if (process.env.CI) counts.push({ passed: 0, failed: 1, skipped: 0, failures: [part] });
	}
	const { passed, failed, skipped, failures } = sum(counts);
	for (const failure of failures) console.log(`\nFAILED ${failure}`);
	console.log(`\n${Math.round((Date.now() - startedAt) / 1000)} s`);
	console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
	return failed > 0 ? 1 : 0;
}

async function runAndCount(step: Step): Promise<Count> {
	const code = await run(step);
	const count = readCount(step);
	if (!count) return failedStep(step);
	// A file that does not even load fails no test; the exit code still tells.
	return code !== 0 && count.failed === 0 ? { ...count, failed: 1, failures: [...count.failures, step.title] } : count;
}

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

function readCount({ report, count }: Step): Count | undefined {
	if (!report || !count) return undefined;
	try {
		return count(JSON.parse(readFileSync(path.join(results, report), 'utf8')));
	} catch {
		return undefined;
	}
}

function failedStep({ title }: Step): Count {
	console.log(`\n"${title}" did not finish.`);
	return { passed: 0, failed: 1, skipped: 0, failures: [title] };
}

function sum(counts: Count[]): Count {
	return counts.reduce(
		(total, count) => ({
			passed: total.passed + count.passed,
			failed: total.failed + count.failed,
			skipped: total.skipped + count.skipped,
			failures: [...total.failures, ...count.failures]
		}),
		{ passed: 0, failed: 0, skipped: 0, failures: [] }
	);
}

try {
	process.exitCode = await main();
} finally {
	temporary.remove();
}
