// What the first screen shows: which fields, which one first, and what is already known to be typed.
import type { Draft } from '../../contract/draft.ts';
import type { FieldKind } from '../../contract/forms.ts';
import { splitPhone } from '../../contract/identifier.ts';
import type { IdentifierType } from '../../contract/schemas.ts';
import type { PublicSettings } from '../../contract/settings.ts';
import type { Flow } from './flow.ts';
import { fieldsFor, isTakenBy, offeredTypes } from './methods.ts';

export type FirstScreen = { kinds: FieldKind[]; kind: FieldKind; country: string; values: Record<string, string> };

/** Of whoever signed in here last. */
type Habit = { type: IdentifierType; country?: string };

/**
 * The query holds the person's own choice (`kind`) and the application's wishes: whom it expects (`login_hint`) and the
 * identifiers it wants offered (`identifier`). Undefined when the settings offer none.
 */
export function firstScreen(
	flow: Flow,
	settings: PublicSettings,
	query: URLSearchParams,
	draft: Draft | undefined,
	habit?: Habit
): FirstScreen | undefined {
	return fieldScreen(offeredTypes(flow, settings, query.get('identifier')), settings, query, draft, habit);
}

export function fieldScreen(
	types: IdentifierType[],
	{ defaultCountry }: PublicSettings,
	query: URLSearchParams,
	draft: Draft | undefined,
	habit?: Habit
): FirstScreen | undefined {
	const kinds = fieldsFor(types);
	const hint = readHint(query.get('login_hint'));
	const forType = (type: IdentifierType | undefined) => type && kinds.find((field) => isTakenBy(field, type));
	const wished = kinds.find((field) => field === query.get('kind'));
	const known = [readKind(query.get('kind')) ?? draft?.kind, hint?.kind, habit?.type];
	const kind = wished ?? known.map(forType).find(Boolean) ?? kinds[0];
	if (!kind) return undefined;

	const written = typedIn(kind, draft) ?? (hint && isTakenBy(kind, hint.kind) ? hint.text : '');
	// Its country is chosen beside it, so the field need not say it again.
	const phone = kind === 'phone' ? splitPhone(written) : undefined;
	const country = phone?.country ?? draft?.country ?? habit?.country ?? defaultCountry;
	return { kinds, kind, country, values: { identifier: phone?.national ?? written } };
}

/** Links between pages name what was typed, which another field may take here. */
function readKind(kind: string | null): IdentifierType | undefined {
	return (['phone', 'email', 'username'] as const).find((type) => type === kind);
}

function typedIn(field: FieldKind, { kind, typed }: Draft = {}): string | undefined {
	if (field !== 'account') return typed?.[field];
	return kind === 'email' ? typed?.email : (typed?.username ?? typed?.email);
}

/** Applications write numbers as the wire does (no `+`), as people do, or as their own country does. */
function readHint(hint: string | null): { kind: IdentifierType; text: string } | undefined {
	const text = hint?.trim().slice(0, 320);
	if (!text) return undefined;
	if (text.includes('@')) return { kind: 'email', text };
	if (!/^\+?[\d\s().-]{5,}$/.test(text)) return { kind: 'username', text };
	return { kind: 'phone', text: splitPhone(`+${text}`) ? `+${text}` : text };
}
