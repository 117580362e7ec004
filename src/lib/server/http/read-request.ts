// What a request brings, parsed: body, query and the ids in its path.
import type { z } from 'zod';
import { ok, refuse, type Result } from '../../contract/result.ts';

/** 64 KiB: no request of this API needs a tenth of it. */
const longestBody = 65_536;
const idShape = /^[\w.~-]{1,128}$/;
const nameShape = /^\P{Cc}{1,256}$/u;

export async function readBody<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
	mostBytes = longestBody
): Promise<Result<z.infer<Schema>>> {
	if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return refuse('guard.body_too_large');
	const text = await readText(request);
	// Where nobody announced a length, this is the first to know.
	if (text && text.length > mostBytes) return refuse('guard.body_too_large');
	return parse(schema, readJson(text));
}

export function readQuery<Schema extends z.ZodType>(url: URL, schema: Schema): Result<z.infer<Schema>> {
	const { searchParams } = url;
	// A filter that is given several times is a list: `?types=SPA&types=Native`.
	return parse(
		schema,
		Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key).join()]))
	);
}

/** Whatever has another shape is nothing's id or name, and a NUL in it would make PostgreSQL fail. */
export function readParams(params: Partial<Record<string, string>>): Result<Record<string, string>> {
	const ids = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined);
	const isShaped = ([key, value]: [string, string]) => (key === 'id' ? idShape : nameShape).test(value);
	return ids.every(isShaped) ? ok(Object.fromEntries(ids)) : refuse('entity.not_found');
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): Result<z.infer<Schema>> {
	const parsed = schema.safeParse(value);
	if (parsed.success) return ok(parsed.data);
	// Where and why, never what: the values may be secrets.
	const issues = parsed.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }));
	return refuse('guard.invalid_input', { data: { issues } });
}

async function readText(request: Request): Promise<string | undefined> {
	try {
		return await request.text();
	} catch {
		return undefined;
	}
}

function readJson(text: string | undefined): unknown {
	try {
		return text === undefined ? undefined : JSON.parse(text);
	} catch {
		return undefined;
	}
}
