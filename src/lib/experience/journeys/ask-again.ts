// Where a number or an address can be corrected after a code was sent to it, and what else could be reached there.
import type { PublicSettings } from '../../contract/settings.ts';
import type { Stage } from './flow.ts';
import { offeredTypes } from './methods.ts';
import type { Page } from './next-page.ts';

type Channel = 'phone' | 'email';

export function askedAgainOn(
	stage: Stage,
	settings: PublicSettings,
	type: Channel,
	wanted: string | null
): { page: Page; otherKind: Channel | undefined } {
	const other: Channel = type === 'phone' ? 'email' : 'phone';
	if (stage === 'continue') {
		const isEither = mayBeEither(settings);
		return { page: `/continue/${isEither ? 'emailOrPhone' : type}`, otherKind: isEither ? other : undefined };
	}
	const isOffered = offeredTypes(stage, settings, wanted).includes(other);
	// Another channel is a way out only where it brings a code as well.
	const method = settings.signIn.methods.find(({ identifier }) => identifier === other);
	const bringsCode = stage !== 'sign-in' || method?.verificationCode === true;
	return { page: `/${stage}`, otherKind: isOffered && bringsCode ? other : undefined };
}

function mayBeEither({ signUp }: PublicSettings): boolean {
	const beside = signUp.secondaryIdentifiers ?? [];
	const areBoth = (['phone', 'email'] as const).every((type) => signUp.identifiers.includes(type));
	return areBoth || beside.some(({ identifier }) => identifier === 'emailOrPhone');
}
