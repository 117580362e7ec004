// What the SMTP connector promises, whatever the mail server does: those of connector.test.ts, in a mail server's words.
import { afterAll, describe, expect, it } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { createMessenger } from '../../src/lib/server/connectors/messenger.ts';
import { smtp } from '../../src/lib/server/connectors/smtp/index.ts';
import { describeFailure, smtpFaults } from '../../src/lib/server/connectors/smtp/errors.ts';
import type { Message } from '../../src/lib/server/usecases/ports.ts';
import { storeOf } from './connector-vendor.ts';
import { startMailServer, type Line, type MailServer, type Script } from './mail-server.ts';

const password = 'not-a-real-password';
const message: Message = {
	to: 'ada.lovelace@example.com',
	type: 'SignIn',
	code: '073519',
	locale: 'en',
	applicationName: 'Acme',
	minutes: 5
};
const secrets = [message.code, 'ada.lovelace', password];

afterAll(() => smtp.close?.());

function configFor(port: number, more: object = {}) {
	return {
		host: '127.0.0.1',
		port,
		ignoreTLS: true,
		auth: { user: 'no-reply@acme.example', pass: password },
		fromEmail: 'Acme <no-reply@acme.example>',
		...more
	};
}

async function facing(script: Script, run: (server: MailServer) => Promise<void>) {
	const server = await startMailServer(script);
	try {
		await run(server);
	} finally {
		await server.close();
	}
}

const send = ({ port }: { port: number }, more: object = {}) =>
	smtp.send(message, smtp.config.parse(configFor(port, more)), globalThis.fetch);

describe('handing mail to a server', () => {
	it('signs in, names sender and recipient, and sends both forms of the mail', () =>
		facing({}, async (server) => {
			const delivery = await send(server);
			expect(delivery).toEqual({ ok: true, vendorId: expect.stringMatching(/^<[\w-]+@acme\.example>$/) });
			expect(server.commands).toContain('MAIL FROM:<no-reply@acme.example>');
			expect(server.commands).toContain('RCPT TO:<ada.lovelace@example.com>');
			expect(server.mails).toHaveLength(1);
			const [mail = ''] = server.mails;
			expect(mail).toMatch(/^From: Acme <no-reply@acme\.example>$/m);
			expect(mail).toMatch(/^Subject: Your Acme sign-in code$/m);
			expect(mail).toMatch(/^Auto-Submitted: auto-generated$/m);
			expect(mail.match(/^Content-Type: text\/(plain|html)/gm)).toEqual([
				'Content-Type: text/plain',
				'Content-Type: text/html'
			]);
			expect(mail).toContain('073519');
		}));

	it('keeps the connection for the next mail', () =>
		facing({}, async (server) => {
			for (let mails = 0; mails < 3; mails += 1) expect(await send(server)).toMatchObject({ ok: true });
			expect(server.mails).toHaveLength(3);
			expect(server.connections()).toBe(1);
		}));

	it('tells owners what happened to their account', () =>
		facing({}, async (server) => {
			const notice = { to: message.to, what: 'password-reset', locale: 'en' } as const;
			const config = smtp.config.parse(configFor(server.port));
			expect(await smtp.notify?.(notice, config, globalThis.fetch)).toMatchObject({ ok: true });
			expect(server.mails[0]).toMatch(/^Subject: Your password was changed$/m);
		}));

	it('fills in a template of its own, as plain text where it is plain text', () =>
		facing({}, async (server) => {
			const content = '{{code}} & welcome to {{application.name}}';
			const templates = [{ usageType: 'Generic', contentType: 'text/plain', subject: 'Code', content }];
			expect(await send(server, { templates })).toMatchObject({ ok: true });
			expect(server.mails[0]).toMatch(/^Content-Type: text\/plain/m);
			expect(server.mails[0]).toContain('073519 & welcome to Acme');
			expect(server.mails[0]).not.toContain('text/html');
		}));

	it('gets along with a server of others’ making', async () => {
		const seen: string[] = [];
		const server = new SMTPServer({
			disabledCommands: ['STARTTLS'],
			allowInsecureAuth: true,
			onAuth: ({ password: given }, _session, done) =>
				done(given === password ? null : new Error('no'), { user: 'acme' }),
			onData(stream, session, done) {
				seen.push(session.envelope.rcptTo.map(({ address }) => address).join());
				stream.on('end', done).resume();
			}
		});
		server.on('error', () => {});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.server.address() as { port: number };
		try {
			expect(await send({ port })).toMatchObject({ ok: true });
			expect(seen).toEqual([message.to]);
			const wrong = await send({ port }, { auth: { user: 'no-reply@acme.example', pass: 'wrong' } });
			expect(wrong).toEqual({ ok: false, reason: 'configuration', detail: 'auth.535' });
		} finally {
			smtp.close?.();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		}
	});
});

describe('what must not travel in the clear', () => {
	it('does not: a server that cannot switch to TLS hears no password', () =>
		facing({}, async (server) => {
			const delivery = await send(server, { ignoreTLS: false });
			expect(delivery).toEqual({ ok: false, reason: 'configuration', detail: 'tls.502' });
			expect(server.commands.filter((command) => /^(AUTH|MAIL)/.test(command))).toEqual([]);
		}));

	it('does not go to a server that cannot prove who it is', async () => {
		const server = new SMTPServer({ authOptional: true });
		server.on('error', () => {});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.server.address() as { port: number };
		try {
			expect(await send({ port }, { ignoreTLS: false })).toEqual({
				ok: false,
				reason: 'unreachable',
				detail: 'not-sent.ESOCKET'
			});
		} finally {
			smtp.close?.();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		}
	});
});

describe('a refusal in words, after which nothing was accepted', () => {
	it.each<[keyof Script, string, string, string]>([
		['greeting', '421 too busy', 'provider', 'connect.421'],
		['greeting', '554 go away', 'configuration', 'connect.554'],
		['AUTH', '454 4.7.0 later', 'provider', 'auth.454'],
		['AUTH', '535 Authentication failure', 'configuration', 'auth.535'],
		['MAIL', `436 "MAIL FROM" doesn't conform with authentication`, 'configuration', 'from.436'],
		['MAIL', '451 4.3.0 later', 'provider', 'from.451'],
		['MAIL', '553 not yours', 'configuration', 'from.553'],
		['RCPT', '450 4.2.0 greylisted', 'provider', 'to.450'],
		['RCPT', '550 5.1.1 <ada.lovelace@example.com> unknown', 'number-rejected', 'to.550'],
		['RCPT', '559 Invalid rcptto', 'number-rejected', 'to.559'],
		['DATA', '554 no', 'provider', 'content.554'],
		['content', '451 4.3.0 later', 'provider', 'content.451'],
		['content', '554 5.7.1 spam: 073519 to ada.lovelace@example.com', 'provider', 'content.554']
	])('%s: %s', (step, reply, reason, detail) =>
		facing({ [step]: reply }, async (server) => {
			expect(await send(server)).toEqual({ ok: false, reason, detail });
			expect(smtp.hint(detail)).toMatch(/^[A-Z]/);
			expect(server.mails.length).toBeLessThanOrEqual(1);
		})
	);

	it('has a row for every step, and every row is met', () => {
		const met = [
			...[
				'connect.421',
				'connect.554',
				'tls.502',
				'auth.454',
				'auth.535',
				'from.436',
				'from.451',
				'from.553',
				'to.450',
				'to.550'
			],
			...['content.451', 'content.554', 'not-sent.ETLS', 'not-sent.EDNS', 'not-sent.ESOCKET'],
			...['no-answer.timeout', 'no-answer.broken-off', 'no-answer.x']
		];
		const rows = new Set(met.map((code) => smtp.hint(code)));
		expect([...rows].sort()).toEqual([...new Set(Object.values(smtpFaults).map(({ hint }) => hint))].sort());
	});

	it('is never taken for one of ours', () => {
		const { fault } = describeFailure({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, false);
		expect(fault).toMatchObject({ fault: 'user', retry: 'no' });
	});
});

const reset: Line = (socket) => void socket.resetAndDestroy();
const silence: Line = () => {};
const huge: Line = (socket) => void socket.write(Buffer.alloc(10 * 1024 * 1024, '2'));
const drip =
	(code: number): Line =>
	(socket) => {
		const timer = setInterval(() => socket.write(`${code}-wait\r\n`), 200);
		socket.on('close', () => clearInterval(timer));
	};

describe('a server that does not play along before it asks for the content', () => {
	it.concurrent.each<[string, Script, string]>([
		['is silent', { greeting: silence }, 'not-sent.ETIMEDOUT'],
		['drips its greeting', { greeting: drip(220) }, 'not-sent.ETIMEDOUT'],
		['is a web server', { greeting: 'HTTP/1.1 400 Bad Request\r\n\r\n<h1>Bad request</h1>' }, 'not-sent.EPROTOCOL'],
		['resets the connection', { greeting: reset }, 'not-sent.ESOCKET'],
		['resets it at the recipient', { RCPT: reset }, 'not-sent.ESOCKET'],
		['greets with 10 MB', { greeting: huge }, 'not-sent.EPROTOCOL']
	])('and %s, has provably accepted nothing', (_name, script, detail) =>
		facing(script, async (server) => {
			const startedAt = performance.now();
			expect(await send(server)).toEqual({ ok: false, reason: 'unreachable', detail });
			expect(performance.now() - startedAt).toBeLessThan(12_000);
			expect(server.mails).toEqual([]);
		})
	);

	it('and is not there at all, has provably accepted nothing', async () => {
		const server = await startMailServer();
		await server.close();
		expect(await send(server)).toEqual({ ok: false, reason: 'unreachable', detail: 'not-sent.ESOCKET' });
	});
});

describe('a server that breaks off once it has the content', () => {
	it.concurrent.each<[string, Line, string]>([
		['takes the mail and drops the connection', reset, 'no-answer.broken-off'],
		['takes the mail and is silent', silence, 'no-answer.timeout'],
		['takes the mail and drips its answer', drip(250), 'no-answer.timeout'],
		['answers with 10 MB', huge, 'no-answer.broken-off']
	])('and %s, may have accepted it: it is sent once', (_name, content, detail) =>
		facing({ content }, async (server) => {
			const startedAt = performance.now();
			expect(await send(server)).toEqual({ ok: false, reason: 'unconfirmed', detail });
			expect(performance.now() - startedAt).toBeLessThan(17_000);
			expect(server.mails).toHaveLength(1);
		})
	);
});

describe('the log', () => {
	it.each<[string, Script]>([
		['an accepted mail', {}],
		['a refused recipient', { RCPT: '550 ada.lovelace@example.com has no 073519' }],
		['a refused password', { AUTH: `535 ${password}` }],
		['a broken connection', { content: reset }]
	])('names neither recipient nor code nor password: %s', (_name, script) =>
		facing(script, async (server) => {
			const lines: unknown[] = [];
			const write = (event: string, fields?: unknown) => void lines.push([event, fields]);
			const messenger = createMessenger({
				connectors: storeOf({ connectorId: smtp.id, carries: 'email', config: configFor(server.port) }),
				log: { info: write, warn: write, error: write }
			});
			const delivery = await messenger.send('email', message);
			expect(lines).toHaveLength(1);
			const said = JSON.stringify([delivery, lines]);
			for (const secret of secrets) expect(said).not.toContain(secret);
		})
	);
});
