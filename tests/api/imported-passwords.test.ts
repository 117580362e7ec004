// Passwords that came along from another system: they open their accounts, and are stored anew as they do.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PasswordAlgorithm } from '../../src/lib/contract/password-digest.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { begin, tryPassword } from '../support/passwords.ts';
import { someUsername } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer({ settings: presets.usernamePassword });
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

const hex = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

/** Public test vectors, and what Node's own hashes make. */
const imported: [PasswordAlgorithm, string, string][] = [
	['Argon2i', '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA', 'password'],
	['Argon2id', '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4', 'password'],
	['Bcrypt', '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW', 'U*U'],
	['PBKDF2', '$pbkdf2-sha256$8000$XAuBMIYQQogxRg$tRRlz8hYn63B9LYiCd6PRo6FMiunY9ozmMMI3srxeRE', 'password'],
	['MD5', hex('md5', 'password'), 'password'],
	['SHA1', hex('sha1', 'password'), 'password'],
	['SHA256', hex('sha256', 'password'), 'password'],
	['Legacy', JSON.stringify(['sha1', ['salt', '@'], hex('sha1', 'saltpassword')]), 'password']
];

function storedOf(id: string): { algorithm: string; digest: string } {
	const database = new DatabaseSync(path.join(foyer.dataFolder, 'foyer.db'), { readOnly: true });
	const row = database
		.prepare('select password_algorithm as algorithm, password_digest as digest from user where id = ?')
		.get(id);
	database.close();
	return row as { algorithm: string; digest: string };
}

describe.each(imported)('a password brought along as %s', (passwordAlgorithm, passwordDigest, password) => {
	it('opens its account, and is an Argon2id digest of today’s cost from then on', async () => {
		const username = someUsername();
		const { body } = await machine.api('POST', 'users', { username, passwordAlgorithm, passwordDigest });
		const { id, hasPassword } = body as { id: string; hasPassword: boolean };
		expect(hasPassword).toBe(true);
		expect(storedOf(id)).toEqual({ algorithm: passwordAlgorithm, digest: passwordDigest });

		const who = { type: 'username', value: username } as const;
		const journey = await begin(foyer, 'SignIn');
		expect((await tryPassword(journey, who, 'something else')).status).toBe(422);
		expect(storedOf(id).digest).toBe(passwordDigest);
		expect((await tryPassword(journey, who, password)).status).toBe(200);
		// After the answer.
		await expect.poll(() => storedOf(id).digest).toMatch(/^\$argon2id\$v=19\$m=(19456|[2-9]\d{4,}),t=[2-9],p=1\$/);
		const stored = storedOf(id);
		expect(stored.algorithm).toBe('Argon2id');
		expect((await tryPassword(journey, who, password)).status).toBe(200);
		expect(storedOf(id)).toEqual(stored);
	});
});
