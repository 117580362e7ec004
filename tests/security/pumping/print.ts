// Prints what every attack costs and who comes in beside it: `node tests/security/pumping/print.ts [minutes] [luck]`.
import { attacks } from './attacks.ts';
import { describeLines, simulateAll } from './report.ts';

const [, , minutes = '30', luck = '0'] = process.argv;
const lines = await simulateAll(attacks, {
	...{ minutes: Number(minutes), luck: Number(luck) },
	...{ attemptsPerMinute: 60, honestPerHour: 120 }
});
console.log(describeLines(lines));
