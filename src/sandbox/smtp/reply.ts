// What an SMTP server says instead of taking a mail, in the words of Aliyun's.
import type { Disturbance } from '../disturbance.ts';

export type SmtpReply = { responseCode: number; message: string };

export const wrongPassword: SmtpReply = { responseCode: 535, message: 'Authentication failure' };
export const otherSender: SmtpReply = {
	responseCode: 436,
	message: '"MAIL FROM" doesn\'t conform with authentication (Auth Account)'
};

/** A code of the API as the SMTP server puts it: 559 for a recipient, 4xx for what may pass, 5xx for the rest. */
export function replyOf({ code, status, message }: Disturbance): SmtpReply | undefined {
	if (code === undefined && status === undefined) return undefined;
	if (code === undefined) return { responseCode: status ?? 554, message: message ?? 'Refused' };
	if (code.startsWith('InvalidToAddress')) return { responseCode: 559, message: message ?? 'Invalid rcptto' };
	const mayPass = /^(Throttling|ServiceUnavailable|Internal|InvalidSendMail)/.test(code);
	return { responseCode: status ?? (mayPass ? 451 : 554), message: message ?? code };
}

export function toError({ responseCode, message }: SmtpReply): Error {
	return Object.assign(new Error(message), { responseCode });
}
