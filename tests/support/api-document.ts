// Compares answers of the API with the document that it publishes of itself.
import { z } from 'zod';

type Schema = Parameters<typeof z.fromJSONSchema>[0];
type Operation = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> };
export type ApiDocument = {
	openapi: string;
	paths: Record<string, Record<string, Operation & Record<string, unknown>>>;
};

/** A path that does not exist or cannot be decoded, and a method that does not, are answered without being documented. */
const undocumented: Record<number, string> = {
	400: 'guard.invalid_input',
	404: 'entity.not_found',
	405: 'request.method_not_allowed'
};

const documents = new Map<string, Promise<ApiDocument>>();
const validators = new Map<Schema, z.ZodType>();

export function readDocument(origin: string): Promise<ApiDocument> {
	const known = documents.get(origin) ?? fetch(`${origin}/api/openapi.json`).then((answer) => answer.json());
	documents.set(origin, known);
	return known as Promise<ApiDocument>;
}

/** Throws when the answer is not one that the document promises. */
export async function checkAnswer(
	origin: string,
	method: string,
	pathname: string,
	{ status, body }: { status: number; body: unknown }
): Promise<void> {
	if (!pathname.startsWith('/api/')) return;
	const fail = (why: string) => {
		throw new Error(`${method} ${pathname} answers ${status}, ${why}`);
	};
	const document = await readDocument(origin);
	const operation = isDecodable(pathname) ? findPath(document, pathname)?.[method.toLowerCase()] : undefined;
	if (!operation) {
		if (isProblem(body) && undocumented[status] === body.code) return;
		return fail('but the document has no such operation');
	}
	const promised = operation.responses[status];
	if (!promised) return fail(`which its document does not have: ${JSON.stringify(body)}`);
	const schema = promised.content?.['application/json']?.schema;
	if (!schema) return body === '' ? undefined : fail('with a body where its document has none');
	const validator = validators.get(schema) ?? z.fromJSONSchema(schema);
	validators.set(schema, validator);
	const parsed = validator.safeParse(body);
	if (!parsed.success) fail(`which is not as documented.\n${z.prettifyError(parsed.error)}\n${JSON.stringify(body)}`);
}

/** A path that is written out goes before one with a parameter in its place. */
function findPath({ paths }: ApiDocument, pathname: string) {
	const template = Object.keys(paths)
		.sort((one, other) => parametersOf(one) - parametersOf(other))
		.find((path) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname));
	return template === undefined ? undefined : paths[template];
}

function isDecodable(pathname: string): boolean {
	try {
		return decodeURI(pathname) !== undefined;
	} catch {
		return false;
	}
}

function parametersOf(path: string): number {
	return path.split('{').length;
}

function isProblem(body: unknown): body is { code: string } {
	return typeof body === 'object' && body !== null && 'code' in body;
}
