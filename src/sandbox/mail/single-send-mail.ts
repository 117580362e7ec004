// SingleSendMail: checks sender, recipients and content, and puts the mail into the inbox.
import { randomInt } from 'node:crypto';
import { isSenderDomain } from '../catalog.ts';
import type { Action } from '../gateway/action.ts';
import { gatewayProblem, type Problem } from '../gateway/problem.ts';
import type { Inbox } from '../inbox/store.ts';
import type { Schedule } from '../schedule.ts';
import type { SentMail, SentMails } from './sender-statistics.ts';
import { findCode, toPlainText } from './mail-text.ts';

export type MailParts = { inbox: Inbox; schedule: Schedule; sentMails: SentMails; timeOf(recipient: string): number };

const addressForm = /^[^\s@,<>]{1,64}@[^\s@,<>]{1,255}$/;

export function createSingleSendMail(parts: MailParts): Action {
	return {
		product: 'Dm',
		version: '2015-11-23',
		name: 'SingleSendMail',
		isSend: true,
		required: ['AccountName', 'AddressType', 'ReplyToAddress', 'ToAddress', 'Subject'],
		prepare(parameters) {
			const refusal = checkMail(parameters);
			if (refusal) return refusal;
			const recipients = (parameters.get('ToAddress') ?? '').split(',').map((address) => address.toLowerCase());
			return {
				recipients,
				run(delivery) {
					for (const to of recipients) {
						const mail = noteMail(parts, parameters, to);
						if (!delivery.arrives) mail.status = 2;
						else parts.schedule(delivery.afterMs, () => arrive(parts.inbox, parameters, mail), to);
					}
					return { EnvId: `${randomInt(1e8, 1e9)}${randomInt(100, 1000)}` };
				}
			};
		}
	};
}

function checkMail(parameters: ReadonlyMap<string, string>): Problem | undefined {
	const read = (name: string) => parameters.get(name) ?? '';
	const invalid = (name: string) => gatewayProblem(`Invalid${name}`, { message: `The specified ${name} is invalid.` });
	const sender = read('AccountName');
	if (!addressForm.test(sender) || !isSenderDomain(sender.split('@')[1] ?? '')) {
		return gatewayProblem('InvalidMailAddress.NotFound');
	}
	if (!['0', '1'].includes(read('AddressType'))) return invalid('AddressType');
	if (!['true', 'false'].includes(read('ReplyToAddress'))) return invalid('ReplyToAddress');
	const recipients = read('ToAddress').split(',');
	if (recipients.length > 100 || !recipients.every((address) => addressForm.test(address))) {
		return gatewayProblem('InvalidToAddress');
	}
	if (read('Subject').length > 256 || /[\r\n]/.test(read('Subject'))) return gatewayProblem('InvalidSubject.Malformed');
	if (!read('HtmlBody') && !read('TextBody')) return gatewayProblem('InvalidBody');
	if (read('FromAlias').length >= 15) return gatewayProblem('InvalidFromAlias.Malformed');
	return undefined;
}

function noteMail({ sentMails, timeOf }: MailParts, parameters: ReadonlyMap<string, string>, to: string): SentMail {
	const read = (name: string) => parameters.get(name) ?? '';
	const mail: SentMail = { to, accountName: read('AccountName'), subject: read('Subject'), sentAt: timeOf(to) };
	sentMails.add(mail);
	return mail;
}

function arrive(inbox: Inbox, parameters: ReadonlyMap<string, string>, mail: SentMail): void {
	mail.status = 0;
	const { to } = mail;
	const html = parameters.get('HtmlBody') || undefined;
	const text = parameters.get('TextBody') || toPlainText(html ?? '');
	const subject = parameters.get('Subject') ?? '';
	const sender = parameters.get('AccountName') ?? '';
	const alias = parameters.get('FromAlias');
	inbox.add({
		channel: 'email',
		to,
		from: alias ? `${alias} <${sender}>` : sender,
		subject,
		text,
		...(html ? { html } : {}),
		code: findCode(text) || findCode(subject)
	});
}
