// Mail by SMTP: any mail server that takes mail from this installation.
import type { Delivery, Message } from '../../usecases/ports.ts';
import type { MessageConnector } from '../connector.ts';
import { hintFor } from '../faults.ts';
import { fillTemplate, writeMail, writeNotice, type Mail } from '../mail/mail.ts';
import { addressOf, smtpConfig, type SmtpConfig } from './config.ts';
import { describeFailure, smtpFaults, type SmtpError } from './errors.ts';
import { closePools, handOver } from './transport.ts';

export const smtp: MessageConnector<SmtpConfig> = {
	id: 'simple-mail-transfer-protocol',
	alias: 'smtp',
	name: 'SMTP',
	carries: 'email',
	config: smtpConfig,

	send: (message, config) => sendMail(message.to, composeMail(message, config), config),
	notify: (notice, config) => sendMail(notice.to, writeNotice(notice), config),

	hint: (detail) => hintFor(smtpFaults, detail),
	close: closePools
};

async function sendMail(to: string, { subject, html, text }: Mail, config: SmtpConfig): Promise<Delivery> {
	const { fromEmail, replyTo } = config;
	const { send, begun } = handOver(config, {
		from: fromEmail,
		envelope: { from: addressOf(fromEmail), to },
		to,
		replyTo,
		subject,
		html: html || undefined,
		text
	});
	try {
		return { ok: true, vendorId: await send() };
	} catch (error) {
		const { code, fault } = describeFailure(error as SmtpError, begun());
		return { ok: false, reason: fault.reason, detail: code };
	}
}

function composeMail(message: Message, { templates }: SmtpConfig): Mail {
	const ofType = (type: string) => templates.find(({ usageType }) => usageType === type);
	const template = ofType(message.type) ?? ofType('Generic');
	return template ? fillTemplate(template, message) : writeMail(message);
}
