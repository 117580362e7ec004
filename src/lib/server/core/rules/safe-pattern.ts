// Whether a pattern that an operator wrote answers fast for whatever a stranger types. JavaScript's engine backtracks:
// it may try every combination of the choices in a pattern, so patterns with too many of them are refused.

/** Longest text that is matched; longer ones do not fit, whatever the pattern. */
export const longestMatched = 128;
/** A quarter of a second at worst. Room for three open repetitions after `^`, as in `^[\w.]+@[\w-]+\.\w+$`. */
const mostSteps = 2 ** 25;

type Group = { hasChoice: boolean };

/** Knows no look-around, no back-reference, and no repetition of what holds a choice itself: `(a+)+`, `(a|b)*`. */
export function isSafePattern(pattern: string): boolean {
	if (!compiles(pattern) || /\(\?(?!:)|\\[1-9kpP]/.test(pattern)) return false;
	// What is not tied to the beginning is tried at every place.
	let combinations = pattern.startsWith('^') && !pattern.includes('|') ? 1 : longestMatched;
	let steps = 0;
	const open: Group[] = [{ hasChoice: false }];
	let last: Group | undefined;
	for (const [token] of pattern.matchAll(tokens)) {
		const group = open.at(-1) as Group;
		steps += 1;
		if (token.startsWith('(')) open.push({ hasChoice: false });
		else if (token === ')') {
			last = open.pop();
			if (last?.hasChoice) (open.at(-1) as Group).hasChoice = true;
			continue;
		} else if (token === '|') {
			group.hasChoice = true;
			combinations *= 2;
		} else if (isRepetition(token)) {
			if (last?.hasChoice) return false;
			const [least, most] = boundsOf(token);
			if (most > least) group.hasChoice = true;
			steps += least;
			combinations *= most - least + 1;
		}
		last = undefined;
	}
	return combinations * steps <= mostSteps;
}

const tokens = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?:)?|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|./gsu;

function isRepetition(token: string): boolean {
	return /^(?:[*+?]\??|\{\d+(?:,\d*)?\}\??)$/.test(token);
}

function boundsOf(token: string): [least: number, most: number] {
	if (token.startsWith('?')) return [0, 1];
	const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(token) ?? [];
	if (least === undefined) return [0, longestMatched];
	if (!comma) return [Number(least), Number(least)];
	return [Number(least), Math.max(Number(least), most ? Number(most) : longestMatched)];
}

function compiles(pattern: string): boolean {
	try {
		new RegExp(pattern);
		return true;
	} catch {
		return false;
	}
}
