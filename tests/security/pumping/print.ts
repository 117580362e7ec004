// Prints what every attack costs and who comes in beside it: `node tests/security/pumping/print.ts [minutes]`.
import { attacks } from './attacks.ts';
import { describeLines, simulateAll } from './report.ts';

const minutes = Number(process.argv[2] ?? 30);
const lines = await simulateAll(attacks, { minutes, attemptsPerMinute: 60, honestPerHour: 120 });
console.log(describeLines(lines));
