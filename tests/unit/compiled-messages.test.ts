// When a build takes the compiled messages that are there, and that whoever compiled them made the same of them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areMessagesCompiled, messageOptions } from '../../scripts/compiled-messages.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'foyer-messages-'));
	for (const source of ['messages/en.json', 'project.inlang/settings.json', 'vite.config.ts', 'package-lock.json']) {
		write(source, 100);
	}
	write('src/lib/paraglide/runtime.js', 200);
	write('src/lib/paraglide/messages/send_code.js', 50);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, at: number) {
	const whole = path.join(folder, file);
	mkdirSync(path.dirname(whole), { recursive: true });
	writeFileSync(whole, '');
	utimesSync(whole, at, at);
}
const areCompiled = (asModules = true) => areMessagesCompiled({ asModules, folder });

describe('compiled messages', () => {
	it('are taken while they are newer than everything that they are made of', () => {
		expect(areCompiled()).toBe(true);
	});

	it.each(['messages/de.json', 'project.inlang/settings.json', 'vite.config.ts', 'package-lock.json'])(
		'are compiled anew after a change of %s',
		(source) => {
			write(source, 300);
			expect(areCompiled()).toBe(false);
		}
	);

	it('are compiled where there are none', () => {
		rmSync(path.join(folder, 'src'), { recursive: true });
		expect(areCompiled()).toBe(false);
	});

	it('by language, as a developer’s server has them, are for tests and no build', () => {
		write('src/lib/paraglide/messages/en.js', 200);
		expect([areCompiled(true), areCompiled(false)]).toEqual([false, true]);
	});
});

it('are compiled by `npm run prepare:types` as by the build', () => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
	const command = scripts['prepare:types'] ?? '';
	const { project, outdir, strategy } = messageOptions;
	expect(command).toContain(`--project ${project} --outdir ${outdir} --strategy ${strategy.join(' ')} `);
	const [, isServer = ''] = /--is-server "([^"]+)"/.exec(command) ?? [];
	const plugin = 'node_modules/@inlang/paraglide-js/dist/bundler-plugins/unplugin.js';
	expect(readFileSync(plugin, 'utf8')).toContain(`isServer = "${isServer}"`);
});
