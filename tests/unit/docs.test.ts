// The documents hang together: what is written down can be found, and what is pointed to is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const documents = [
	...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => `docs/${file}`),
	...readdirSync(root, { encoding: 'utf8' }),
	...readdirSync(path.join(root, 'examples')).map((name) => `examples/${name}/README.md`)
].filter((file) => file.endsWith('.md'));

describe('the decisions', () => {
	it('are all in the index, under their own number and title', () => {
		const records = readdirSync(path.join(root, 'docs/decisions')).filter((file) => /^\d/.test(file));
		const wanted = records.sort().map((file) => {
			const [, number, title] = /^# (\d+)\. (.+)$/m.exec(read(`docs/decisions/${file}`)) ?? [];
			expect(Number(file.slice(0, 4)), file).toBe(Number(number));
			return `- ${number}. [${title}](${file})`;
		});
		const listed = read('docs/decisions/README.md').split('\n');
		expect(listed.filter((line) => line.startsWith('- '))).toEqual(wanted);
	});
});

describe.each(documents)('%s', (document) => {
	it('points to files that are there', () => {
		const text = read(document).replace(/^```[\s\S]*?^```/gm, '');
		const targets = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, target = '']) => target);
		const ours = targets.filter((target) => !/^[a-z]+:/.test(target));
		const tests = [...text.matchAll(/`(tests\/[\w./-]+\.ts)`/g)].map(([, file = '']) => file);
		const gone = [
			...ours.filter((target) => !existsSync(path.resolve(root, path.dirname(document), target))),
			...tests.filter((file) => !existsSync(path.join(root, file)))
		];
		expect(gone).toEqual([]);
	});
});
