// Reads the JSON that `--file` names; `-` is the standard input, so that secrets need not touch a disk.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import process from 'node:process';

export async function readJsonFile(file: string): Promise<unknown> {
	const content = file === '-' ? await text(process.stdin) : await read(path.resolve(file));
	try {
		return JSON.parse(content);
	} catch {
		// The parser's own message may quote the content, and the content may be a secret.
		throw new Error(`${file === '-' ? 'the standard input' : file} is not valid JSON`);
	}
}

const faults: Record<string, string> = {
	ENOENT: 'does not exist',
	EISDIR: 'is a folder, not a file',
	EACCES: 'may not be read by this user'
};

async function read(file: string): Promise<string> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		const fault = faults[(error as NodeJS.ErrnoException).code ?? ''];
		throw fault ? new Error(`${file} ${fault}`) : error;
	}
}
