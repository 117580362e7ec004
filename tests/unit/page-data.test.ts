// What a page's load gives is read by the page: a screen does without what it may be given, and no type says so.
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const routes = path.resolve(import.meta.dirname, '../../src/routes');
const read = (file: string) => readFileSync(path.join(routes, file), 'utf8');

const pages = globSync('**/+page.server.ts', { cwd: routes }).map((file) => {
	const folder = path.dirname(file);
	const page = ['+page.svelte', '+page@.svelte'].find((name) => existsSync(path.join(routes, folder, name)));
	return { folder, given: givenBy(read(file)), page: page && read(path.join(folder, page)) };
});

/** The names in the objects that `load` itself returns. */
function givenBy(source: string): string[] {
	const file = ts.createSourceFile('load.ts', source, ts.ScriptTarget.Latest, true);
	const names = new Set<string>();
	const collect = (value: ts.Node | undefined) => {
		if (value && ts.isParenthesizedExpression(value)) collect(value.expression);
		else if (value && ts.isObjectLiteralExpression(value)) {
			for (const { name } of value.properties) if (name) names.add(name.getText());
		}
	};
	const visit = (node: ts.Node) => {
		if (ts.isReturnStatement(node)) collect(node.expression);
		else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
	};
	for (const statement of file.statements) {
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			if (name.getText() !== 'load' || !initializer || !ts.isArrowFunction(initializer)) continue;
			collect(initializer.body);
			ts.forEachChild(initializer.body, visit);
		}
	}
	return [...names];
}

/** `data.name`, and the names in `const { name } = $derived(data)`. */
function readBy(page: string): string[] {
	const taken = [...page.matchAll(/const \{([^}]+)\} =\s+\$derived\(data\)/g)].flatMap(([, names = '']) =>
		names.split(',').map((name) => name.trim())
	);
	return [...taken, ...[...page.matchAll(/\bdata\.(\w+)/g)].map(([, name = '']) => name)];
}

/** One that picks by a variable may read anything. */
const told = pages.filter(({ given, page }) => given.length > 0 && page && !/\bdata\[/.test(page));

describe.each(told)('$folder', ({ given, page = '' }) => {
	it('reads all that it is given', () => {
		expect(given.filter((name) => !readBy(page).includes(name))).toEqual([]);
	});
});
