// Finds a user by whatever an operator has at hand: the id, a phone number, an email address or a username.
import { parseEmail, parsePhoneInput } from '../../contract/identifier.ts';
import type { Services, User } from './ports.ts';

export async function findUser(
	services: Pick<Services, 'store' | 'settings'>,
	text: string
): Promise<User | undefined> {
	const { users } = services.store;
	const byId = await users.find(text);
	if (byId) return byId;
	if (text.includes('@')) {
		const email = parseEmail(text);
		return email.ok ? users.findByIdentifier({ type: 'email', value: email.value }) : undefined;
	}
	const { defaultCountry } = await services.settings();
	const phone = parsePhoneInput(text, defaultCountry);
	if (phone.ok) return users.findByIdentifier({ type: 'phone', value: phone.value.digits });
	return users.findByIdentifier({ type: 'username', value: text });
}
