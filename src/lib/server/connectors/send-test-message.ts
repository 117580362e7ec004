// `foyer connector test`: the Generic template with the code 000000, through a configuration that need not be saved.
import { parseEmail, parsePhoneInput } from '../../contract/identifier.ts';
import type { Message } from '../usecases/ports.ts';
import type { MessageConnector } from './connector.ts';
import { parseConnectorConfig } from './parse-config.ts';
import { sendThrough, type Outcome } from './send-through.ts';

type Options = { locale?: string; applicationName?: string; fetch?: typeof globalThis.fetch };

/** `to` is a number with `+` and country code, or an email address. */
export async function sendTestMessage(
	connectorId: string,
	input: unknown,
	to: string,
	{ locale = 'en', applicationName = 'Foyer', fetch = globalThis.fetch }: Options = {}
): Promise<Outcome> {
	const parsed = parseConnectorConfig(connectorId, input);
	if (!parsed.ok)
		return { ok: false, reason: 'configuration', detail: 'invalid-config', hint: parsed.issues.join('; ') };
	const recipient = readRecipient[parsed.connector.carries](to);
	if (!recipient) return { ok: false, reason: 'number-rejected', detail: 'invalid-recipient', hint: recipientHint };
	const message: Message = { ...recipient, type: 'Generic', code: '000000', locale, applicationName, minutes: 5 };
	return sendThrough(parsed, message, fetch);
}

const recipientHint = 'An SMS connector needs a number with + and country code, a mail connector an address.';

type ReadRecipient = (text: string) => Pick<Message, 'to' | 'country'> | undefined;

const readRecipient: Record<MessageConnector['carries'], ReadRecipient> = {
	sms(text) {
		const phone = parsePhoneInput(text, '');
		return phone.ok ? { to: `+${phone.value.digits}`, country: phone.value.country } : undefined;
	},
	email(text) {
		const email = parseEmail(text);
		return email.ok ? { to: email.value } : undefined;
	}
};
