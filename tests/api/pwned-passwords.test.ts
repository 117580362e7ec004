// Passwords that breaches hold, where the look-up is turned on; the server that is asked is the test's own.
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMachine, type Machine } from '../support/management.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const breached = 'kwtrxfmq in a breach';
const suffix = createHash('sha1').update(breached).digest('hex').toUpperCase().slice(5);

let mirror: Server;
let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	mirror = createServer((_, response) => response.end(`${suffix}:7\r\n`));
	await new Promise<void>((listening) => mirror.listen(0, '127.0.0.1', listening));
	const { port } = mirror.address() as AddressInfo;
	foyer = await startFoyer({ env: { FOYER_PWNED_PASSWORDS: `http://127.0.0.1:${port}/range` } });
	machine = await openMachine(foyer);
});
afterAll(async () => {
	mirror.close();
	await foyer.stop();
});

const judge = async (password: string) =>
	(await machine.api('POST', 'sign-in-exp/default/check-password', { password })).body;

it('are refused, and nothing is while nobody answers', async () => {
	expect(await judge(breached)).toMatchObject({ result: false, issues: [{ code: 'password_rejected.pwned' }] });
	expect(await judge('kwtrxfmq in no breach')).toEqual({ result: true });
	mirror.closeAllConnections();
	await new Promise((closed) => mirror.close(closed));
	expect(await judge(breached)).toEqual({ result: true });
	await expect.poll(() => foyer.logs()).toContain('pwned passwords not asked');
	expect(foyer.logs()).not.toContain(breached);
});
