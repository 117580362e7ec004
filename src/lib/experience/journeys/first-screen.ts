// What the first screen shows: which channels, which one first, and what is already known to be typed.
import type { Draft } from '../../contract/draft.ts';
import { splitPhone } from '../../contract/identifier.ts';
import type { PublicSettings } from '../../contract/settings.ts';
import type { Flow } from './flow.ts';

export type Kind = 'phone' | 'email';
export type FirstScreen = { kinds: Kind[]; kind: Kind; country: string; values: Record<string, string> };

/**
 * The query holds the person's own choice (`kind`) and the application's wishes: whom it expects (`login_hint`) and the
 * channels it wants offered (`identifier`). Undefined when the settings offer neither channel.
 */
export function firstScreen(
	flow: Flow,
	settings: PublicSettings,
	query: URLSearchParams,
	draft: Draft | undefined
): FirstScreen | undefined {
	const kinds = offeredKinds(flow, settings, query.get('identifier'));
	const hint = readHint(query.get('login_hint'));
	const kind =
		[query.get('kind'), draft?.kind, hint?.kind].map((wish) => kinds.find((one) => one === wish)).find(Boolean) ??
		kinds[0];
	if (!kind) return undefined;

	const written = draft?.typed?.[kind] ?? (hint?.kind === kind ? hint.text : '');
	// Its country is chosen beside it, so the field need not say it again.
	const phone = kind === 'phone' ? splitPhone(written) : undefined;
	const country = phone?.country ?? draft?.country ?? settings.defaultCountry;
	return { kinds, kind, country, values: { identifier: phone?.national ?? written } };
}

/** An application may narrow what is offered; what it asks for in vain is ignored. */
export function offeredKinds(flow: Flow, { signIn, signUp }: PublicSettings, wanted: string | null): Kind[] {
	const byCode = signIn.methods.filter(({ verificationCode }) => verificationCode).map(({ identifier }) => identifier);
	const offered = (flow === 'sign-in' ? byCode : signUp.identifiers).filter((one) => one !== 'username');
	const narrowed = offered.filter((one) => wanted?.split(' ').includes(one));
	return narrowed.length > 0 ? narrowed : offered;
}

/** Applications write numbers as the wire does (no `+`), as people do, or as their own country does. */
function readHint(hint: string | null): { kind: Kind; text: string } | undefined {
	const text = hint?.trim().slice(0, 320);
	if (!text) return undefined;
	if (text.includes('@')) return { kind: 'email', text };
	if (!/^\+?[\d\s().-]{5,}$/.test(text)) return undefined;
	return { kind: 'phone', text: splitPhone(`+${text}`) ? `+${text}` : text };
}
