// Which email addresses may be used: lists of addresses and domains, and no second address behind a plus.
import type { Problem, ProblemCode } from '../../../contract/problems.ts';
import type { EmailBlocklistPolicy } from '../../../contract/settings/policies.ts';

/** Asked before a code is sent and before an address is kept. The address is canonical: see `parseEmail`. */
export function refuseEmail(address: string, policy: EmailBlocklistPolicy): Problem | undefined {
	const { customAllowlist = [], customBlocklist = [], blockSubaddressing } = policy;
	const refusal = (reason: 'email_not_allowed' | 'email_subaddressing_not_allowed'): Problem => {
		const code: ProblemCode = `session.email_blocklist.${reason}`;
		return { code, data: { email: address } };
	};
	if (customAllowlist.some((entry) => fits(address, entry))) return undefined;
	if (blockSubaddressing && address.slice(0, address.lastIndexOf('@')).includes('+')) {
		return refusal('email_subaddressing_not_allowed');
	}
	return customBlocklist.some((entry) => fits(address, entry)) ? refusal('email_not_allowed') : undefined;
}

/** `ada@example.com`, `@example.com` (all of a domain), either with `*` for any characters. */
export function isEmailPattern(entry: string): boolean {
	return /^[^\s@,;]{0,64}@[a-z0-9*](?:[a-z0-9.*-]*[a-z0-9*])?$/i.test(entry);
}

/** A domain covers itself only; its subdomains are `@*.example.com`. */
function fits(address: string, entry: string): boolean {
	const pattern = entry.toLowerCase();
	return matchesWildcards(address.toLowerCase(), pattern.startsWith('@') ? `*${pattern}` : pattern);
}

/** `*` stands for any characters. Takes each part where it first fits, so no pattern makes it slow. */
function matchesWildcards(text: string, pattern: string): boolean {
	const [head = '', ...parts] = pattern.split('*');
	const tail = parts.pop();
	if (tail === undefined) return text === head;
	if (text.length < head.length + tail.length || !text.startsWith(head) || !text.endsWith(tail)) return false;

	const middle = text.slice(head.length, text.length - tail.length);
	let from = 0;
	for (const part of parts) {
		const at = middle.indexOf(part, from);
		if (at === -1) return false;
		from = at + part.length;
	}
	return true;
}
