// Configuration of the SMTP connector: the part of Logto's shape that decides how mail leaves.
import { z } from 'zod';
import { isPrivateHost } from '../addresses.ts';

const requiredText = z.string().trim().min(1, 'must not be empty');
const port = z.int('must be a whole number').min(1, 'must be a port').max(65_535, 'must be a port');

const settings = z.strictObject({
	host: requiredText.regex(/^[\w.:[\]-]+$/, 'must be a host name or an address, without a scheme'),
	port: port.default(587),
	auth: z.object({ type: z.literal('login').optional(), user: requiredText, pass: requiredText }).optional(),
	/** An address, or a name with the address in angle brackets. */
	fromEmail: requiredText.refine((text) => /^[^\s@<>]+@[^\s@<>]+$/.test(addressOf(text)), 'must be an email address'),
	replyTo: requiredText.optional(),
	/** TLS from the first byte; on unless the port says otherwise: 465 is, others begin in the clear and switch (STARTTLS). */
	secure: z.boolean().optional(),
	/** No TLS at all. */
	ignoreTLS: z.boolean().default(false),
	/** Accepted from Logto. Without effect: what is not TLS from the start must always become it. */
	requireTLS: z.boolean().optional(),
	/** Without a template Foyer writes the mail. `{{code}}` and `{{application.name}}` are filled in. */
	templates: z
		.array(
			z.object({
				usageType: requiredText,
				contentType: z.enum(['text/html', 'text/plain']).default('text/html'),
				subject: requiredText,
				content: requiredText
			})
		)
		.default([])
});

export const smtpConfig = settings
	.refine(({ ignoreTLS, host }) => !ignoreTLS || isPrivateHost(host), {
		path: ['ignoreTLS'],
		message: 'is for hosts of a private network only: the password and the codes would travel in the clear'
	})
	.refine(({ host, auth, fromEmail }) => !isDirectMail(host) || addressOf(fromEmail) === auth?.user, {
		path: ['fromEmail'],
		message: 'must be the address in `auth.user`: DirectMail takes mail from no other'
	});
export type SmtpConfig = z.infer<typeof smtpConfig>;

/** `Acme <no-reply@acme.example>` → `no-reply@acme.example` */
export function addressOf(from: string): string {
	return /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;
}

function isDirectMail(host: string): boolean {
	return /^smtpdm(?:-[\w-]+)?\.aliyun(?:cs)?\.com$/i.test(host);
}
