// Reads the JSON that `--file` names; `-` is the standard input, so that secrets need not touch a disk.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import process from 'node:process';

export async function readJsonFile(file: string): Promise<unknown> {
	const content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
	try {
		return JSON.parse(content);
	} catch {
		// The parser's own message may quote the content, and the content may be a secret.
		throw new Error(`${file === '-' ? 'the standard input' : file} is not valid JSON`);
	}
}
