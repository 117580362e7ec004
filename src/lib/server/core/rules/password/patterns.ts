// Finds repeated characters (aaaa) and sequences (1234, fedc, qwer) that leave too little of a password.

export type Pattern = 'repetition' | 'sequence';

/** A shorter run is chance: “add” and “def” are parts of words. */
const shortestRun = 3;
/** With this many characters outside of runs, the runs do no harm. */
const enoughRest = 3;

const rows = [
	'abcdefghijklmnopqrstuvwxyz',
	'01234567890',
	'qwertyuiop[]',
	"asdfghjkl;'",
	'zxcvbnm,./',
	'1qaz2wsx3edc4rfv5tgb6yhn7ujm'
].flatMap((row) => [row, [...row].reverse().join('')]);

type Follows = (before: string, after: string) => boolean;
const repeats: Follows = (before, after) => before === after;
const continues = rows.map(
	(row): Follows =>
		(before, after) =>
			row.includes(before + after)
);

/** The patterns to blame; none when enough of the password is outside of them. Expects folded code points. */
export function findPatterns(codePoints: string[]): Pattern[] {
	const repeated = findRuns(codePoints, repeats);
	const sequential = new Set(continues.flatMap((follows) => findRuns(codePoints, follows)));
	const rest = codePoints.length - new Set([...repeated, ...sequential]).size;
	if (rest >= enoughRest) return [];

	const found: Pattern[] = [];
	if (repeated.length > 0) found.push('repetition');
	if (sequential.size > 0) found.push('sequence');
	return found;
}

/** Positions inside of runs in which every character follows from the one before. */
function findRuns(codePoints: string[], follows: Follows): number[] {
	const found: number[] = [];
	let run: number[] = [];
	codePoints.forEach((codePoint, position) => {
		const before = codePoints[position - 1];
		if (before === undefined || !follows(before, codePoint)) run = [];
		run.push(position);
		if (run.length === shortestRun) found.push(...run);
		if (run.length > shortestRun) found.push(position);
	});
	return found;
}
