// The catalogue as a reader of the pages sees it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './run-foyer.ts';

/** Sentences with forms for one and many are not looked up here. */
export function readWords(locale: string): (key: string, values?: Record<string, string>) => string {
	const file = path.join(projectFolder, 'messages', `${locale}.json`);
	const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	return (key, values = {}) => {
		const sentence = catalogue[key];
		if (typeof sentence !== 'string') throw new Error(`no such words: ${key}`);
		return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
	};
}
