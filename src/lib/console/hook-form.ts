// A webhook as the console has it: its headers are lines, as in a request, and its key is not lying about.
import type { HookAnswer } from '../contract/hooks.ts';
import { linesOf, type Fields } from './form.ts';

type Headers = Record<string, string>;

export function writeHeaders(headers: Headers = {}): string {
	return Object.entries(headers)
		.map(([name, value]) => `${name}: ${value}`)
		.join('\n');
}

/** A line without a colon is a name without a value: the API says what is wrong with it. */
export function readHeaders(text: string | undefined): Headers {
	return Object.fromEntries(
		linesOf(text).map((line) => {
			const [, name = line, value = ''] = /^([^:]*):(.*)$/.exec(line) ?? [];
			return [name.trim(), value.trim()];
		})
	);
}

/** `config` is replaced whole. */
export function readHook(data: FormData) {
	const read = (name: string) => String(data.get(name) ?? '').trim();
	const headers = readHeaders(read('headers'));
	const values: Fields = {
		name: read('name'),
		url: read('url'),
		events: data.getAll('events').map(String).join(' '),
		headers: read('headers'),
		retries: read('retries')
	};
	const config = {
		url: read('url'),
		...(Object.keys(headers).length > 0 && { headers }),
		...(read('retries') !== '' && { retries: Number(read('retries')) })
	};
	return { values, body: { name: read('name'), events: data.getAll('events').map(String), config } };
}

/** The key is shown on a press alone. */
export function withoutKey({ signingKey: _hidden, ...hook }: HookAnswer): Omit<HookAnswer, 'signingKey'> {
	return hook;
}
