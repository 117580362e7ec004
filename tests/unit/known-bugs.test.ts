// `npm run test:bites` puts bugs back into the source. A change of that source must not leave it without teeth.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { bugs } from '../security/attacker/bugs.ts';

const project = path.resolve(import.meta.dirname, '../..');

it.each(bugs)('can be put back: $name', ({ edits }) => {
	for (const { file, find } of edits) expect(readFileSync(path.join(project, file), 'utf8')).toContain(find);
});
