// What a mail server's replies mean. Keys are the step of the conversation and the reply (RFC 5321, 4.2.3).
import { admin, classify, provider, user, wayFaults, type FaultCatalogue, type VendorFault } from '../faults.ts';

const later = provider('The mail server puts mail off for now. Look at its log if it goes on.');

/** Whatever a server refuses in words, it has not accepted: also after the content. */
export const smtpFaults: FaultCatalogue = {
	'not-sent.ETLS': admin(
		'No TLS with the mail server. Port 465 wants `secure`, 587 STARTTLS; is its certificate good?'
	),
	'not-sent.EDNS': admin('The name of the mail server is unknown. Check `host`.'),
	...wayFaults,

	'connect.4*': later,
	'connect.*': admin(
		'The mail server refuses this machine. Is its address allowed to send, and the port the right one?'
	),
	'tls.*': admin('The mail server offers no TLS at this port. Try 465 with `secure`, or 587.'),
	'auth.4*': provider('The mail server could not check the password just now.'),
	'auth.*': admin(
		'User name or password are refused. DirectMail has a password of its own for each sender address (SMTP密码).'
	),
	'from.436': admin('DirectMail: `fromEmail` must be the address that signs in (`auth.user`).'),
	'from.4*': later,
	'from.*': admin('The sender address is refused. Is `fromEmail` an address that this account may send from?'),
	'to.4*': later,
	'to.*': user('number-rejected', 'The address cannot be reached: it does not exist, is full, or is blocked.'),
	'content.4*': later,
	'content.*': provider('The mail was refused for what it says or where it comes from. Check SPF, DKIM and your lists.')
};

const steps: [command: RegExp, step: string][] = [
	[/^STARTTLS/, 'tls'],
	[/^AUTH/, 'auth'],
	[/^MAIL/, 'from'],
	[/^RCPT/, 'to'],
	[/^DATA/, 'content']
];

/** nodemailer's errors: `code` of its own, the server's reply and the command that it answered. */
export type SmtpError = { code?: string; responseCode?: number; command?: string };

/** Whether a byte of the content had left decides what a broken conversation means. Never the error's text: it names the recipient. */
export function describeFailure(error: SmtpError, hasBegun: boolean): { code: string; fault: VendorFault } {
	const { responseCode, command = '' } = error;
	if (responseCode !== undefined && responseCode >= 400) {
		const step = steps.find(([pattern]) => pattern.test(command))?.[1] ?? 'connect';
		return withFault(`${step}.${responseCode}`);
	}
	if (error.code === 'EAUTH') return withFault('auth.refused');
	if (hasBegun) return withFault(`no-answer.${isLate(error) ? 'timeout' : 'broken-off'}`);
	return withFault(`not-sent.${/^E[A-Z\d]+$/.test(error.code ?? '') ? error.code : 'unknown'}`);
}

function isLate({ code }: SmtpError): boolean {
	return code === 'ETIMEDOUT' || code === 'EABORT';
}

function withFault(code: string) {
	return { code, fault: classify(smtpFaults, code) };
}
