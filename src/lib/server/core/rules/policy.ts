// What the settings allow: which modes are open and which identifiers may sign in or sign up.
import type { IdentifierType, InteractionEvent } from '../../../contract/schemas.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { ProfileField } from '../../../contract/settings/profile-fields.ts';

export function isModeOpen(event: InteractionEvent, { signInMode }: Settings): boolean {
	if (event === 'SignIn') return signInMode !== 'Register';
	if (event === 'Register') return signInMode !== 'SignIn';
	return true;
}

export function maySignInByCode(identifier: IdentifierType, { signIn }: Settings): boolean {
	return signIn.methods.some((method) => method.identifier === identifier && method.verificationCode);
}

export function maySignInWithPassword(identifier: IdentifierType, { signIn }: Settings): boolean {
	return signIn.methods.some((method) => method.identifier === identifier && method.password);
}

/** Passkeys are set up as a second factor, and can be more. */
export function maySignInWithPasskey({ passkeySignIn, mfa }: Settings): boolean {
	return passkeySignIn.enabled === true && mfa.factors.includes('WebAuthn');
}

export function maySignUpWith(identifier: IdentifierType, settings: Settings): boolean {
	return isModeOpen('Register', settings) && settings.signUp.identifiers.includes(identifier);
}

/** What can carry a code now. */
export type Channels = { sms: boolean; email: boolean };

const recoveryMethods = { email: 'EmailVerificationCode', phone: 'PhoneVerificationCode' } as const;

/** Contract §6.3. Where no password signs anybody in, there is nothing to recover. */
export function mayRecoverWith(type: 'email' | 'phone', settings: Settings, channels: Channels): boolean {
	return isRecoveryMethod(type, settings) && channels[type === 'email' ? 'email' : 'sms'];
}

export function isRecoveryMethod(type: 'email' | 'phone', { forgotPasswordMethods, signIn }: Settings): boolean {
	const isWanted = forgotPasswordMethods === null || forgotPasswordMethods.includes(recoveryMethods[type]);
	return isWanted && signIn.methods.some(({ password }) => password);
}

/** Whether an account is to have it: as what people sign up with, or beside that. */
export function isAskedFor(type: IdentifierType, { signUp }: Settings): boolean {
	const beside = (signUp.secondaryIdentifiers ?? []).map(({ identifier }) => identifier);
	const isEither = type !== 'username' && beside.includes('emailOrPhone');
	return signUp.identifiers.includes(type) || beside.includes(type) || isEither;
}

const factorBy = { email: 'EmailVerificationCode', phone: 'PhoneVerificationCode' } as const;

/** Whether an account that lacks it may get it: because it is asked for, or to be sent a second factor's codes. */
export function mayBeAdded(type: 'email' | 'phone', settings: Settings): boolean {
	return isAskedFor(type, settings) || settings.mfa.factors.includes(factorBy[type]);
}

export function isPasswordAskedFor({ signUp, signIn }: Settings): boolean {
	return signUp.password || signIn.methods.some(({ password }) => password);
}

/** The fields that sign-up asks for, in the order of asking. */
export function profileFieldsAtSignUp({ signUpProfileFields, customProfileFields }: Settings): ProfileField[] {
	if (signUpProfileFields === null) return customProfileFields;
	return signUpProfileFields.flatMap(({ name }) => customProfileFields.filter((field) => field.name === name));
}

type Has = {
	username?: string;
	primaryEmail?: string;
	primaryPhone?: string;
	password?: boolean;
	/** Whether the extra fields were handed in. Left out at sign-in, where nobody is asked for them. */
	extraProfile?: boolean;
};
type Wanted = IdentifierType | 'emailOrPhone';

const holds: Record<Wanted, (has: Has) => boolean> = {
	username: (has) => Boolean(has.username),
	email: (has) => Boolean(has.primaryEmail),
	phone: (has) => Boolean(has.primaryPhone),
	emailOrPhone: (has) => Boolean(has.primaryEmail ?? has.primaryPhone)
};

/** Contract §3.10: what an account still lacks, in the order in which it is asked for. */
export function missingProfile(has: Has, settings: Settings): string[] {
	const missing: string[] = wantedAtSignUp(settings).filter((one) => !holds[one](has));
	if (settings.signUp.password && !has.password) missing.push('password');
	if (has.extraProfile === false && profileFieldsAtSignUp(settings).length > 0) missing.push('extraProfile');
	return missing;
}

/** The identifiers that every new account ends up with, in the order in which they are asked for. */
export function wantedAtSignUp({ signUp }: Settings): Wanted[] {
	const secondary = (signUp.secondaryIdentifiers ?? []).map(({ identifier }) => identifier);
	return [...new Set([...primaryIdentifiers(signUp.identifiers), ...secondary])];
}

/** A name comes first. Email and phone side by side mean one of the two, whichever the person likes. */
function primaryIdentifiers(identifiers: IdentifierType[]): Wanted[] {
	const name = identifiers.filter((one) => one === 'username');
	const reachable = identifiers.filter((one) => one !== 'username');
	return reachable.length > 1 ? [...name, 'emailOrPhone'] : [...name, ...reachable];
}
