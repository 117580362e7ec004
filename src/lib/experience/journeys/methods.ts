// What the settings offer: who may be typed on a first screen, and what is asked for next.
import type { FieldKind } from '../../contract/forms.ts';
import type { IdentifierType } from '../../contract/schemas.ts';
import type { PublicSettings } from '../../contract/settings.ts';
import type { Flow } from './flow.ts';

export type Method = PublicSettings['signIn']['methods'][number];

export function findMethod({ signIn }: PublicSettings, type: IdentifierType): Method | undefined {
	return signIn.methods.find(({ identifier, password, verificationCode }) => {
		return identifier === type && (password || verificationCode);
	});
}

/** Contract §8.2. */
export function isPasswordFirst({ identifier, password, verificationCode, isPasswordPrimary }: Method): boolean {
	return identifier === 'username' || (password && (isPasswordPrimary || !verificationCode));
}

/** Then the password is asked for beside the name, on the first screen (contract §8.2). */
export function isCombined({ signIn }: PublicSettings): boolean {
	const offered = signIn.methods.filter(({ password, verificationCode }) => password || verificationCode);
	return offered.length > 0 && offered.every(({ password, verificationCode }) => password && !verificationCode);
}

/** An application may narrow what is offered; what it asks for in vain is ignored. */
export function offeredTypes(flow: Flow, settings: PublicSettings, wanted: string | null): IdentifierType[] {
	const offered = typesOf(flow, settings);
	const narrowed = offered.filter((one) => wanted?.split(' ').includes(one));
	return narrowed.length > 0 ? narrowed : offered;
}

function typesOf(flow: Flow, settings: PublicSettings): IdentifierType[] {
	const { signIn, signUp, forgotPassword } = settings;
	const methods = signIn.methods.map(({ identifier }) => identifier);
	if (flow === 'sign-in') return methods.filter((type) => findMethod(settings, type));
	// A name comes first, what else is wanted is asked for afterwards.
	if (flow === 'register') return signUp.identifiers.includes('username') ? ['username'] : signUp.identifiers;
	const inOrder = new Set<'phone' | 'email'>([...methods.filter((type) => type !== 'username'), 'phone', 'email']);
	return [...inOrder].filter((type) => forgotPassword[type]);
}

/** One field takes usernames and addresses; numbers have one of their own, with a country. */
export function fieldsFor(types: IdentifierType[]): FieldKind[] {
	const isMixed = types.includes('username') && types.includes('email');
	return [...new Set(types.map((type) => (isMixed && type !== 'phone' ? 'account' : type)))];
}

export function isTakenBy(field: FieldKind, type: IdentifierType): boolean {
	return field === type || (field === 'account' && type !== 'phone');
}

/** What is asked for once the field is filled in: known before only where it is the same for all that it takes. */
export function askedAfter(flow: Flow, settings: PublicSettings, field: FieldKind): 'code' | 'password' | 'either' {
	if (flow === 'register') return field === 'username' ? 'password' : 'code';
	if (flow === 'forgot-password') return 'code';
	const methods = settings.signIn.methods.filter(({ identifier }) => isTakenBy(field, identifier));
	const passwords = methods.filter(isPasswordFirst).length;
	if (passwords === 0) return 'code';
	return passwords === methods.length ? 'password' : 'either';
}
