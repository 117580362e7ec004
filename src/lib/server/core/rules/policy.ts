// What the settings allow: which modes are open and which identifiers may sign in or sign up.
import type { IdentifierType, InteractionEvent } from '../../../contract/schemas.ts';
import type { Settings } from '../../../contract/settings.ts';

export function isModeOpen(event: InteractionEvent, { signInMode }: Settings): boolean {
	if (event === 'SignIn') return signInMode !== 'Register';
	if (event === 'Register') return signInMode !== 'SignIn';
	return true;
}

export function maySignInByCode(identifier: IdentifierType, { signIn }: Settings): boolean {
	return signIn.methods.some((method) => method.identifier === identifier && method.verificationCode);
}

export function maySignUpWith(identifier: IdentifierType, settings: Settings): boolean {
	return isModeOpen('Register', settings) && settings.signUp.identifiers.includes(identifier);
}

/** Contract §3.10: what a new account still lacks, in the order in which it is asked for. */
export function missingProfile(
	has: { username?: string; primaryEmail?: string; primaryPhone?: string; password?: boolean },
	{ signUp }: Settings
): string[] {
	const { identifiers } = signUp;
	const missing: string[] = [];
	const wantsEmail = identifiers.includes('email');
	const wantsPhone = identifiers.includes('phone');
	if (identifiers.includes('username') && !has.username) missing.push('username');
	if (wantsEmail && wantsPhone) {
		if (!has.primaryEmail && !has.primaryPhone) missing.push('emailOrPhone');
	} else if (wantsEmail && !has.primaryEmail) missing.push('email');
	else if (wantsPhone && !has.primaryPhone) missing.push('phone');
	if (signUp.password && !has.password) missing.push('password');
	return missing;
}
