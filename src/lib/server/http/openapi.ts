// The OpenAPI document, made from what the endpoints declare: a route that is not declared cannot be served.
import { z } from 'zod';
import { accountScopes, verificationHeader } from '../../contract/account/access.ts';
import { managementScope } from '../../contract/management-api.ts';
import { statusOf, type ProblemCode } from '../../contract/problems.ts';
import type { DeclaredHandler } from './declaration.ts';
import { sharedProblems } from './shared-problems.ts';

/** SvelteKit's modules by their path below `src/routes`: `/api/users/[id]/+server.ts`. */
export type RouteModules = Record<string, Record<string, unknown>>;
type Response = { description: string; content?: { 'application/json': { schema: object } } };
type Operation = { method: string; path: string; declaration: DeclaredHandler['declaration'] };

export function describeApi(modules: RouteModules, origin: string) {
	const paths: Record<string, Record<string, unknown>> = {};
	for (const operation of Object.entries(modules).flatMap(([file, module]) => operationsOf(file, module))) {
		paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
	}
	return {
		openapi: '3.1.0',
		info: {
			title: 'Foyer',
			version: '1',
			description: 'The interaction API of sign-in pages, the account API and the management API.'
		},
		servers: [{ url: origin }],
		paths: Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1))),
		components: {
			securitySchemes: {
				machine: {
					type: 'oauth2',
					flows: {
						clientCredentials: { tokenUrl: `${origin}/oidc/token`, scopes: { [managementScope]: 'Everything' } }
					}
				},
				account: {
					type: 'oauth2',
					flows: {
						authorizationCode: {
							authorizationUrl: `${origin}/oidc/auth`,
							tokenUrl: `${origin}/oidc/token`,
							scopes: Object.fromEntries(['openid', ...accountScopes].map((scope) => [scope, '']))
						}
					}
				},
				proof: { type: 'apiKey', in: 'header', name: verificationHeader },
				interaction: { type: 'apiKey', in: 'cookie', name: '_interaction' }
			}
		}
	};
}

/** Catch-all routes answer for paths that do not exist. */
function operationsOf(file: string, module: Record<string, unknown>): Operation[] {
	if (file.includes('[...')) return [];
	const path = file.replace(/\/\+server\.ts$/, '').replace(/\[(\w+)\]/g, '{$1}');
	return Object.entries(module).map(([method, handler]) => {
		if (!isDeclared(handler)) throw new Error(`${method} ${path} declares nothing`);
		return { method, path, declaration: handler.declaration };
	});
}

function isDeclared(handler: unknown): handler is DeclaredHandler {
	return typeof handler === 'function' && 'declaration' in handler;
}

function describe({ method, path, declaration }: Operation) {
	const { summary, body, query, upload } = declaration;
	return {
		operationId: `${method.toLowerCase()}${path.replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
		tags: [path.split('/')[2]],
		summary,
		...securityOf(declaration),
		...(path.startsWith('/api/experience') && { security: [{ interaction: [] }] }),
		parameters: [...pathParameters(path), ...(query ? queryParameters(query) : [])],
		...(body && {
			requestBody: { required: !body.safeParse(undefined).success, content: json(schemaOf(body, 'input')) }
		}),
		...(upload !== undefined && { requestBody: { required: true, content: oneFile } }),
		responses: merge(successes(declaration), refusals({ method, path, declaration }))
	};
}

function securityOf(declaration: DeclaredHandler['declaration']) {
	if (declaration.needsToken === 'machine') return { security: [{ machine: [managementScope] }] };
	if (declaration.needsToken === false) return {};
	const { scopes = [], proven } = declaration.access;
	return { security: [{ account: ['openid', ...scopes], ...(proven && { proof: [] }) }] };
}

const oneFile = {
	'multipart/form-data': {
		schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
	}
};

function pathParameters(path: string) {
	return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string' }
	}));
}

function queryParameters(query: z.ZodType) {
	const { properties = {}, required = [] } = schemaOf(query, 'input');
	return Object.entries(properties).map(([name, schema]) => ({
		name,
		in: 'query',
		required: required.includes(name),
		schema
	}));
}

function successes({ answers, revalidated }: DeclaredHandler['declaration']): Record<string, Response> {
	const described = Object.entries(answers).map(([status, schema]) => [
		status,
		schema
			? { description: 'Done', content: json(schemaOf(schema, 'output')) }
			: { description: 'Done; nothing to say' }
	]);
	const unchanged = revalidated && { 304: { description: 'The answer with this `If-None-Match` still holds' } };
	return { ...Object.fromEntries(described), ...unchanged };
}

function refusals(operation: Operation): Record<string, Response> {
	const codesOf: Record<number, ProblemCode[]> = {};
	for (const problem of [...(operation.declaration.problems ?? []), ...sharedProblems(operation)]) {
		const { code, status } = typeof problem === 'string' ? { code: problem, status: statusOf[problem] } : problem;
		codesOf[status] = [...new Set([...(codesOf[status] ?? []), code])].sort();
	}
	return Object.fromEntries(
		Object.entries(codesOf).map(([status, codes]) => [
			status,
			{ description: codes.join(', '), content: json(problemSchema(codes)) }
		])
	);
}

/** A refusal can have a status with an answer of another kind. */
function merge(answers: Record<string, Response>, problems: Record<string, Response>): Record<string, Response> {
	const both = Object.keys(answers).filter((status) => status in problems);
	const either = both.map((status) => {
		const schemas = [answers[status], problems[status]].map((one) => one?.content?.['application/json'].schema);
		return [status, { description: problems[status]?.description, content: json({ anyOf: schemas }) }];
	});
	return { ...answers, ...problems, ...Object.fromEntries(either) };
}

function problemSchema(codes: ProblemCode[]) {
	return {
		type: 'object',
		properties: {
			code: { type: 'string', enum: codes },
			message: { type: 'string', description: 'In the language of the request, for people.' },
			data: { description: 'What a program may want to know of it.' },
			details: { type: 'string' }
		},
		required: ['code', 'message'],
		additionalProperties: false
	};
}

function json(schema: object) {
	return { 'application/json': { schema } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
	const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
	return rest;
}
