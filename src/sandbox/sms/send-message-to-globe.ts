// SendMessageToGlobe: free text to numbers outside mainland China, in the envelope of the international product.
import { randomInt } from 'node:crypto';
import type { Action } from '../gateway/action.ts';
import { problem } from '../gateway/problem.ts';
import { findCode } from '../mail/mail-text.ts';
import { parsePhoneNumber } from './number.ts';
import type { SmsParts } from './send-sms.ts';
import { countSegments } from './template.ts';

export function createSendMessageToGlobe({ inbox, schedule }: Pick<SmsParts, 'inbox' | 'schedule'>): Action {
	return {
		product: 'Globe',
		version: '2018-05-01',
		name: 'SendMessageToGlobe',
		isSend: true,
		required: ['To', 'Message'],
		prepare(parameters) {
			const number = parsePhoneNumber(parameters.get('To') ?? '', 'overseas');
			if (number?.region === 'mainland') return problem('isv.DOMESTIC_NUMBER_NOT_SUPPORTED');
			if (!number) return problem('isv.MOBILE_NUMBER_ILLEGAL', { message: 'invalid mobile number' });
			const sender = parameters.get('From') ?? '';
			if (!/^(?:[\dA-Za-z]{0,11}|\d{1,15})$/.test(sender)) return problem('isv.INVALID_SENDERID');
			const text = parameters.get('Message') ?? '';
			const { digits } = number;
			const segments = countParts(text);
			return {
				recipients: [digits],
				run(delivery) {
					if (delivery.arrives) {
						const code = findCode(text);
						const deliver = () => void inbox.add({ channel: 'sms', to: `+${digits}`, code, text, segments });
						schedule(delivery.afterMs, deliver, digits);
					}
					return {
						ResponseCode: 'OK',
						ResponseDescription: 'OK',
						MessageId: `${randomInt(1e8, 1e9)}${randomInt(1e8, 1e9)}`,
						Segments: String(segments),
						To: digits
					};
				}
			};
		}
	};
}

/** Plain characters fit 160 into a message, and 153 into each of several; all others as few as in China. */
function countParts(text: string): number {
	if (!/^[\n\x20-\x7e]*$/.test(text)) return countSegments(text);
	return text.length <= 160 ? 1 : Math.ceil(text.length / 153);
}
