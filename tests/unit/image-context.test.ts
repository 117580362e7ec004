// What .dockerignore keeps from the builder, the build can do without: no file that it gets imports one that it does not.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ignored = readFileSync('.dockerignore', 'utf8')
	.split('\n')
	.filter((line) => line && !line.startsWith('#'));
const isSent = (file: string) =>
	!ignored.some((pattern) => path.matchesGlob(file, pattern) || file.startsWith(`${pattern}/`));
/** Sent, and of no use there. */
const unused = ['playwright.config.ts'];
/** Vite's own, made while it builds. */
const made = ['src/lib/paraglide/'];

it('imports nothing that stays behind', () => {
	const files = execFileSync('git', ['ls-files', '*.ts', '*.js', '*.svelte', '*.css'], { encoding: 'utf8' })
		.split('\n')
		.filter((file) => file && isSent(file) && !unused.includes(file) && !/\.test\.ts$/.test(file));
	expect(files).toContain('vite.config.ts');
	const behind = files.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/(?:from|import|import\()\s*['"](\.{1,2}\/[^'"?]+)/g)]
			.map(([, to = '']) => path.join(path.dirname(file), to))
			.filter((to) => !isSent(to) && !made.some((folder) => to.startsWith(folder)))
			.map((to) => `${file} imports ${to}`)
	);
	expect(behind).toEqual([]);
});
