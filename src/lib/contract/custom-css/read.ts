// A tenant's style sheet, parsed by a real parser and written anew from what is allowed.
import {
	generate,
	parse,
	walk,
	type CssNode,
	type List,
	type ListItem,
	type ParseOptions,
	type WalkContext
} from 'css-tree';
import { atRules, attributes, functions, isProperty, picture } from './allowed.ts';

export type CssFlaw = {
	/** Both from 1. */
	line: number;
	column: number;
	why: 'syntax' | 'at-rule' | 'property' | 'function' | 'address' | 'attribute' | 'words';
	/** What was found there, shortened. */
	found: string;
};

const longestFound = 60;

/** `css` holds what is allowed and no more, so that even a sheet with flaws can be served; `flaws` are in reading order. */
export function readCustomCss(source: string): { css: string; flaws: CssFlaw[] } {
	const flaws: CssFlaw[] = [];
	const blame = (why: CssFlaw['why'], found: string, { line, column }: { line: number; column: number }) =>
		flaws.push({ line, column, why, found: found.slice(0, longestFound) });
	const options: ParseOptions = {
		positions: true,
		parseCustomProperty: true,
		onParseError: (error, node: CssNode | null) =>
			blame('syntax', node?.type === 'Raw' ? node.value : '', { line: error.line, column: error.column })
	};
	const sheet = parse(source, options);

	const refused = new Set<CssNode>();
	walk(sheet, function (node) {
		const why = flawOf(node, this);
		const whole = why && wholeOf(node, this);
		if (!whole || refused.has(whole)) return;
		refused.add(whole);
		// What is unreadable has been named by the parser.
		if (why !== 'syntax') blame(why, generate(node), node.loc?.start ?? { line: 1, column: 1 });
	});
	walk(sheet, {
		leave(node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) {
			if (refused.has(node)) list?.remove(item);
		}
	});
	flaws.sort((one, other) => one.line - other.line || one.column - other.column);
	return { css: generate(sheet), flaws };
}

/** What goes with a refused part: half a declaration, or a rule without its selector, would be another one. */
function wholeOf(node: CssNode, { declaration, atrulePrelude, atrule, selector, rule }: WalkContext): CssNode {
	if (atrule && (atrulePrelude || atrule.prelude === node)) return atrule;
	if (rule && (selector || rule.prelude === node)) return rule;
	return declaration ?? node;
}

function flawOf(node: CssNode, { declaration }: WalkContext): CssFlaw['why'] | undefined {
	switch (node.type) {
		case 'Raw':
			return 'syntax';
		case 'Atrule':
			return atRules.has(node.name.toLowerCase()) ? undefined : 'at-rule';
		case 'Declaration':
			return isProperty(node.property.toLowerCase()) ? undefined : 'property';
		case 'Function':
			return functions.has(node.name.toLowerCase()) ? undefined : 'function';
		case 'Url':
			return picture.test(node.value) ? undefined : 'address';
		// Words are not looks, and only the names of faces are needed in quotes.
		case 'String':
			return declaration?.property.startsWith('font') ? undefined : 'words';
		case 'AttributeSelector':
			return attributes.has(node.name.name.toLowerCase()) ? undefined : 'attribute';
		default:
			return undefined;
	}
}
