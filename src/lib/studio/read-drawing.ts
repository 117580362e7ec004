// A drawing as it came from the console, where somebody may be in the middle of typing an address.
import { drawing, type Drawing } from './drawing.ts';

/** Undefined for what is no drawing. Settings that cannot be are left out: the rest is drawn as it would be without them. */
export function readDrawing(text: string) {
	const given = parse(text);
	for (const depth of [Infinity, 2]) {
		const parsed = drawing.safeParse(given);
		if (parsed.success) return parsed.data;
		// First the value alone; where its setting cannot do without it, the setting.
		for (const { path } of parsed.error.issues) if (path[0] === 'settings') remove(given, path.slice(0, depth));
	}
	return drawing.safeParse(given).data;
}

function parse(text: string): Partial<Drawing> | undefined {
	try {
		return JSON.parse(text) as Partial<Drawing>;
	} catch {
		return undefined;
	}
}

function remove(from: unknown, path: PropertyKey[]): void {
	const [last, ...above] = [...path].reverse();
	const parent = above
		.reverse()
		.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], from);
	if (last === undefined || typeof parent !== 'object' || parent === null) return;
	if (Object.hasOwn(parent, last)) delete (parent as Record<PropertyKey, unknown>)[last];
}
