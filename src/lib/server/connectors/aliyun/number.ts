// How Aliyun wants numbers: the mainland's bare, all others with their country code; never with `+` or `00`.
import type { Message } from '../../usecases/ports.ts';

/** The country decides, never the digits: +1 415 555 0123 has eleven and starts with 1, as a mainland mobile does. */
export function isMainland({ country }: Pick<Message, 'country'>): boolean {
	return country === 'CN';
}

export function formatNumber(message: Pick<Message, 'to' | 'country'>): string {
	return message.to.slice(isMainland(message) ? '+86'.length : '+'.length);
}
