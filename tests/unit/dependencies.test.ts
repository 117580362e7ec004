// Supply chain: every dependency has a reason, and what is installed is what was reviewed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>;
type Lock = {
	packages: Record<string, { resolved?: string; integrity?: string; link?: boolean; dev?: boolean; license?: string }>;
};

const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as Lock;

describe('the dependencies', () => {
	it('each have a reason in docs/dependencies.md, and nothing else has', () => {
		const { dependencies, devDependencies, optionalDependencies } = manifest;
		const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
		const explained = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` *\|/gm)].map((match) => match[1]);
		expect(explained.sort()).toEqual(names.sort());
	});

	it('stay few in production', () => {
		expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(18);
	});

	it('ship under licences that ask for nothing but their own mention', () => {
		const shipped = Object.entries(lock.packages).filter(([place, { dev }]) => place !== '' && !dev);
		const free = ['MIT', 'MIT-0', 'ISC', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'CC0-1.0'];
		// Linked at run time and replaceable, which is all that the LGPL asks of those who only use it.
		const isImageLibrary = (place: string) => place.startsWith('node_modules/@img/sharp-');
		const others = shipped.filter(([place, { license }]) => !free.includes(license ?? '') && !isImageLibrary(place));
		expect(others.map(([place, { license }]) => `${place}: ${license}`)).toEqual([]);
	});

	it('come from the registry, pinned by hash', () => {
		const packages = Object.entries(lock.packages).filter(([place]) => place !== '');
		const doubtful = packages.filter(([, { resolved, integrity, link }]) => {
			const isElsewhere = resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/');
			return link || isElsewhere || !integrity?.startsWith('sha512-');
		});
		expect(doubtful.map(([place]) => place)).toEqual([]);
	});
});
