// A browser in words that its owner recognises, and when it was used last.
import { formatPast } from '../i18n/moment.ts';
import type { Text } from '../i18n/phrase.ts';
import type { BrowserFacts } from './account-props.ts';

export function browserName(text: Text, { browser, system }: Pick<BrowserFacts, 'browser' | 'system'>): string {
	return [browser, system].filter(Boolean).join(' · ') || text('account_unknown_device');
}

export function browserState(
	text: Text,
	{ isCurrent, lastUsedAt }: { isCurrent: boolean; lastUsedAt: number | null },
	now: number
): string | undefined {
	if (isCurrent) return text('account_this_device');
	return lastUsedAt === null ? undefined : formatPast(text.locale, lastUsedAt, now);
}
