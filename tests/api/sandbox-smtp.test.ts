// Mail over SMTP: the sandbox takes and refuses it as Aliyun's server does.
import nodemailer from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import type { ReceivedMessage } from '../../src/testing/inbox.ts';

const opened: Sandbox[] = [];
afterEach(async () => void (await Promise.all(opened.splice(0).map((sandbox) => sandbox.close()))));

const sender = 'no-reply@foyer.example';
const mail = {
	from: `"Foyer 登录" <${sender}>`,
	to: 'Mei@Example.com',
	subject: '您的验证码 482913',
	text: '您的登录验证码为：482913，5分钟内有效。',
	html: '<p>您的登录验证码为：<b>482913</b>，5分钟内有效。</p>'
};

async function open() {
	const sandbox = await startSandbox({ port: 0, smtpPort: 0 });
	opened.push(sandbox);
	const transport = (user = sender, pass = sandbox.credentials.accessKeySecret) =>
		nodemailer.createTransport({ host: '127.0.0.1', port: sandbox.smtpPort, secure: false, auth: { user, pass } });
	const messages = async () =>
		(await (await fetch(`${sandbox.url}/_sandbox/messages`)).json()) as (ReceivedMessage & {
			html?: string;
			from: string;
		})[];
	const fault = (body: object) =>
		fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify({ action: 'SMTP', ...body }) });
	return { transport, messages, fault };
}

describe('mail over SMTP', () => {
	it('arrives in the same inbox, with its words and its code', async () => {
		const { transport, messages } = await open();
		await transport().sendMail(mail);
		expect(await messages()).toMatchObject([
			{
				channel: 'email',
				to: 'mei@example.com',
				from: mail.from.replaceAll('"', ''),
				subject: mail.subject,
				text: mail.text,
				html: expect.stringContaining('<b>482913</b>'),
				code: '482913'
			}
		]);
	});

	it.each([
		['quoted-printable', 'quoted-printable' as const],
		['base64', 'base64' as const]
	])('is read in %s, with text alone or markup alone', async (_, encoding) => {
		const { transport, messages } = await open();
		const { text, html, ...rest } = mail;
		await transport().sendMail({ ...rest, text, textEncoding: encoding });
		await transport().sendMail({ ...rest, html, textEncoding: encoding });
		const [plain, markup] = await messages();
		expect([plain?.text, plain?.code, markup?.text, markup?.code]).toEqual([text, '482913', text, '482913']);
	});

	it('needs the right password, and the sender that belongs to it', async () => {
		const { transport, messages } = await open();
		await expect(transport(sender, 'wrong').sendMail(mail)).rejects.toMatchObject({ code: 'EAUTH', responseCode: 535 });
		await expect(transport('somebody@company.com').sendMail(mail)).rejects.toMatchObject({ responseCode: 535 });
		const other = transport('other@foyer.example').sendMail(mail);
		await expect(other).rejects.toMatchObject({ code: 'EENVELOPE', responseCode: 436 });
		expect(await messages()).toEqual([]);
	});

	it.each([
		['bad-recipient', 559],
		['throttled', 451],
		['sender-frozen', 554]
	])('to %s@scenario.test is refused with %i', async (name, responseCode) => {
		const { transport } = await open();
		const refused = transport().sendMail({ ...mail, to: `${name}@scenario.test` });
		await expect(refused).rejects.toMatchObject({ responseCode });
	});

	it('may be cut off before it is taken, or after', async () => {
		const { transport, messages } = await open();
		await expect(transport().sendMail({ ...mail, to: 'reset@scenario.test' })).rejects.toThrow();
		expect(await messages()).toEqual([]);
		await expect(transport().sendMail({ ...mail, to: 'accepted-then-dropped@scenario.test' })).rejects.toThrow();
		expect(await messages()).toHaveLength(1);
	});

	it('meets faults that a test sets, each once', async () => {
		const { transport, messages, fault } = await open();
		await fault({ status: 421, message: 'Too many connections' });
		await expect(transport().sendMail(mail)).rejects.toMatchObject({ responseCode: 421 });
		await fault({ undelivered: true });
		await transport().sendMail(mail);
		expect(await messages()).toEqual([]);
		await transport().sendMail(mail);
		expect(await messages()).toHaveLength(1);
	});
});
