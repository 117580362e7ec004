// What a log may say of a recipient: enough to tell two lines apart, too little to reach anybody.
import { formatPhone } from '../../contract/identifier.ts';

/** `+86****00`, `****@example.com` */
export function maskRecipient(to: string): string {
	if (to.includes('@')) return `****${to.slice(to.lastIndexOf('@'))}`;
	const [callingCode, ...national] = formatPhone(to.replace(/^\+/, '')).split(' ');
	return `${national.length > 0 ? callingCode : '+'}****${to.slice(-2)}`;
}
