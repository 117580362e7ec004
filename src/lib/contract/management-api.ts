// The management API as a resource that machines ask tokens for (RFC 8707).

/** Logto's name for it, which its clients have built in; it is a name, not an address. */
export const managementIndicator = 'https://default.logto.app/api';
/** The one scope there is: everything. */
export const managementScope = 'all';

/** What a token may be asked for: Logto's name, or our own address. */
export function managementIndicators(origin: string): string[] {
	return [managementIndicator, `${origin}/api`];
}
