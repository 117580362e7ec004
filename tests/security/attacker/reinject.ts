// Puts each known bug back into a copy of the source and lets the attacker loose on it: `npm run test:bites [-- name]`.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { bugs, type Bug } from './bugs.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const mostRuns = '2000';
const run = promisify(execFile);
const wanted = process.argv[2] ?? '';

let missed = 0;
const hunted = bugs.filter(({ name }) => name.includes(wanted));
for (const bug of hunted) {
	const answer = await hunt(bug);
	const isFound = /^Error: I\d/.test(answer);
	if (!isFound) missed += 1;
	console.log(`${isFound ? 'found ' : 'MISSED'}  ${bug.name}\n        ${answer.trim().split('\n').join('\n        ')}`);
}
console.log(`${hunted.length - missed} of ${hunted.length} found`);
process.exitCode = missed > 0 ? 1 : 0;

async function hunt(bug: Bug): Promise<string> {
	const copy = await mkdtemp(path.join(tmpdir(), 'foyer-bug-'));
	try {
		for (const folder of ['src/lib/contract', 'src/lib/server', 'tests/security/attacker', 'tests/support']) {
			await cp(path.join(project, folder), path.join(copy, folder), { recursive: true });
		}
		await cp(path.join(project, 'package.json'), path.join(copy, 'package.json'));
		await symlink(path.join(project, 'node_modules'), path.join(copy, 'node_modules'));
		for (const edit of bug.edits) await applyEdit(copy, edit);
		const found = await run(process.execPath, ['tests/security/attacker/run-direct.ts', mostRuns], {
			cwd: copy,
			env: { ...process.env, ATTACK_SHRINK: '0' }
		}).catch((error: { stdout?: string; stderr?: string }) => error);
		// A copy that does not even start has found nothing.
		return found.stdout || `did not run: ${found.stderr?.slice(0, 400)}`;
	} finally {
		await rm(copy, { recursive: true, force: true });
	}
}

async function applyEdit(copy: string, { file, find, replace }: Bug['edits'][number]): Promise<void> {
	const place = path.join(copy, file);
	const source = await readFile(place, 'utf8');
	if (!source.includes(find)) throw new Error(`${file} no longer has: ${find}`);
	await writeFile(
		place,
		source.replace(find, () => replace)
	);
}
