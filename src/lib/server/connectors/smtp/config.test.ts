// Which configurations of the SMTP connector are taken, and what is said of the others.
import { describe, expect, it } from 'vitest';
import { parseConnectorConfig } from '../parse-config.ts';

const auth = { user: 'no-reply@mail.acme.example', pass: 'secret' };
const given = { host: 'mail.acme.example', auth, fromEmail: 'Acme <no-reply@mail.acme.example>' };

function issues(change: object): string[] {
	const parsed = parseConnectorConfig('smtp', { ...given, ...change });
	return parsed.ok ? [] : parsed.issues;
}

describe('configuring SMTP', () => {
	it('takes port 587 unless it is told another', () => {
		expect(parseConnectorConfig('smtp', given)).toMatchObject({ ok: true, config: { port: 587 } });
	});

	it('takes what Logto’s form has of it', () => {
		const templates = [{ usageType: 'Generic', contentType: 'text/plain', subject: 'Code', content: '{{code}}' }];
		expect(issues({ port: 465, secure: true, requireTLS: true, auth: { ...auth, type: 'login' }, templates })).toEqual(
			[]
		);
	});

	it.each([
		[{ host: 'smtp://mail.acme.example' }, 'host: must be a host name or an address, without a scheme'],
		[{ port: 70_000 }, 'port: must be a port'],
		[{ fromEmail: 'Acme' }, 'fromEmail: must be an email address'],
		[{ auth: { user: 'me' } }, 'auth.pass: is missing'],
		[
			{ ignoreTLS: true },
			'ignoreTLS: is for hosts of a private network only: the password and the codes would travel in the clear'
		],
		[
			{ host: 'smtpdm.aliyun.com', fromEmail: 'other@mail.acme.example' },
			'fromEmail: must be the address in `auth.user`: DirectMail takes mail from no other'
		],
		[
			{ host: 'smtpdm-ap-southeast-1.aliyuncs.com', fromEmail: 'other@mail.acme.example' },
			'fromEmail: must be the address in `auth.user`: DirectMail takes mail from no other'
		]
	])('refuses %j', (change, issue) => {
		expect(issues(change)).toEqual([issue]);
	});

	it.each(['127.0.0.1', 'localhost', '10.0.0.5', 'mail.internal', 'postfix'])('lets %s do without TLS', (host) => {
		expect(issues({ host, ignoreTLS: true })).toEqual([]);
	});
});
