// What was just done, in words.
import type { Text, TextKey } from '../i18n/phrase.ts';
import type { News } from './account-props.ts';

const keys: Record<News, TextKey> = {
	saved: 'account_saved',
	removed: 'account_removed',
	password: 'account_password_changed',
	'signed-out': 'account_signed_out_there',
	distrusted: 'account_trust_ended'
};

export function newsText(text: Text, news: News | undefined): string | undefined {
	return news && text(keys[news]);
}
