// Prints what every attack costs when it lasts all day, and who comes in beside it:
// `node tests/security/pumping/print.ts [attempts a minute] [luck] [part of a name]`.
import { attacks } from './attacks.ts';
import { compareDay, describeDay } from './report.ts';
import { wholeDay } from './scales.ts';

const [, , attemptsPerMinute = String(wholeDay.attemptsPerMinute), luck = '0', part = ''] = process.argv;
for (const attack of attacks.filter(({ name }) => name.includes(part))) {
	const scale = { ...wholeDay, attemptsPerMinute: Number(attemptsPerMinute), luck: Number(luck) };
	console.log(`${describeDay(await compareDay([attack], scale))}\n`);
}
