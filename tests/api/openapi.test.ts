// The API's document of itself: complete, and of the form that tools read.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAnswer, readDocument, type ApiDocument } from '../support/api-document.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const folder = path.resolve(import.meta.dirname, '../../src/routes');
const methods = /export (?:const|\{) ?(GET|POST|PUT|PATCH|DELETE)\b/g;
/** `[...rest]` answers for paths that do not exist. */
const routes = readdirSync(path.join(folder, 'api'), { recursive: true, encoding: 'utf8' })
	.filter((file) => path.basename(file) === '+server.ts' && !file.includes('[...'))
	.flatMap((file) => {
		const source = readFileSync(path.join(folder, 'api', file), 'utf8');
		const address = `/api/${path.dirname(file).replace(/\[(\w+)\]/g, '{$1}')}`;
		return [...source.matchAll(methods)].map(([, method = '']) => `${method} ${address}`);
	});

let foyer: Foyer;
let document: ApiDocument;
beforeAll(async () => {
	foyer = await startFoyer();
	document = await readDocument(foyer.origin);
});
afterAll(() => foyer.stop());

const operations = () =>
	Object.entries(document.paths).flatMap(([address, methodsOf]) =>
		Object.entries(methodsOf).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${address}`, operation }))
	);

describe('the document', () => {
	it('has every route there is, and no other', () => {
		expect(routes.length).toBeGreaterThan(15);
		expect(
			operations()
				.map(({ name }) => name)
				.sort()
		).toEqual(routes.sort());
	});

	it('is OpenAPI 3.1, each operation with a name of its own and one line of words', () => {
		expect(document.openapi).toBe('3.1.0');
		const names = operations().map(({ operation }) => operation.operationId);
		expect(new Set(names).size).toBe(names.length);
		for (const { name, operation } of operations()) expect(operation.summary, name).toMatch(/^[A-Z].{5,120}$/);
	});

	it('says of every status what its body is, of every refusal its codes', () => {
		for (const { name, operation } of operations()) {
			const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
			expect(refusals.length, name).toBeGreaterThan(0);
			for (const [status, { content }] of refusals) {
				const schema = content?.['application/json']?.schema as { anyOf?: unknown[] } | undefined;
				// A password that is not good enough is an answer with 400, beside the problems of that status.
				expect(schema?.anyOf?.at(-1) ?? schema, `${name} ${status}`).toMatchObject({
					required: ['code', 'message'],
					properties: { code: { enum: expect.arrayContaining([expect.any(String)]) } }
				});
			}
			const successes = Object.keys(operation.responses).filter((status) => Number(status) < 300);
			expect(successes.length, name).toBeGreaterThan(0);
		}
	});

	it('names every parameter of a path', () => {
		for (const { name, operation } of operations()) {
			const wanted = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
			const parameters = operation.parameters as { name: string; in: string }[];
			const named = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
			expect(named, name).toEqual(wanted);
		}
	});

	it('holds no secret and no place of this installation but its origin', () => {
		const text = JSON.stringify(document);
		expect(text).not.toContain(foyer.dataFolder);
		expect(text).not.toContain('undefined');
	});
});

describe('an answer that is not as documented', () => {
	const refusal = { code: 'guard.invalid_input', message: 'No.' };
	it.each([
		['a status that is not documented', 'POST', '/api/users', 418, refusal],
		['a code that is not documented', 'GET', '/api/users/1', 404, { ...refusal, code: 'session.not_found' }],
		['a member too many', 'GET', '/api/users/1/has-password', 200, { hasPassword: true, digest: 'x' }],
		['a member too few', 'GET', '/api/users/1/has-password', 200, {}],
		['a body where there is none', 'DELETE', '/api/users/1', 204, { ok: true }],
		['a path that is not documented', 'GET', '/api/nothing', 200, {}]
	])('is noticed: %s', async (_name, method, address, status, body) => {
		await expect(checkAnswer(foyer.origin, method, address, { status, body })).rejects.toThrow(
			`${method} ${address} answers ${status}`
		);
	});
});
